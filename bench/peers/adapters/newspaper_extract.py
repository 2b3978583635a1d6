"""newspaper4k on pages at hand."""
from bench_io import pages, write
from newspaper import Article


def record(path):
    r = {"text": "", "title": "", "published": ""}
    with open(path, encoding="utf8", errors="replace") as f:
        raw = f.read()
    article = Article("https://example.org/", fetch_images=False)
    try:
        article.download(input_html=raw)
        article.parse()
        r.update(text=article.text or "", title=article.title or "", published=article.publish_date.isoformat() if article.publish_date else "")
    except Exception as e:  # a page that newspaper4k cannot read has no text
        print(path, e)
    return r


write(record(p) for p in pages())
