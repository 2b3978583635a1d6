"""readability-lxml: the body as its HTML's text, and the title. It gives no date."""
from bench_io import pages, write
from lxml import html
from readability import Document


def text(summary):
    tree = html.fromstring(summary)
    for e in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        e.tail = "\n" + (e.tail or "")
    return tree.text_content()


def record(path):
    r = {"text": "", "title": "", "published": ""}
    with open(path, "rb") as f:
        document = Document(f.read())
    try:
        r.update(text=text(document.summary(html_partial=True)), title=document.short_title() or "")
    except Exception as e:  # a page that readability cannot read has no text
        print(path, e)
    return r


write(record(p) for p in pages())
