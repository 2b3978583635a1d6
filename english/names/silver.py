"""Labels news with the names that spaCy's small English model finds, for the training of names.bin.

    python3 english/names/silver.py DATA OUT.jsonl      needs spacy 3.8 and en_core_web_sm 3.8 (both MIT)

A line an article: {"text","names":[[start,end,type]]}, offsets in bytes of UTF-8. Peoples, faiths and languages (NORP,
LANGUAGE), dates and amounts are no names."""
import json, re, sys
import spacy

TYPES = {'PERSON': 'person', 'ORG': 'organisation', 'GPE': 'place', 'LOC': 'place', 'FAC': 'place',
         'PRODUCT': 'other', 'EVENT': 'other', 'WORK_OF_ART': 'other', 'LAW': 'other'}
FILES = 'attribution/train', 'stories/dev/articles', 'dates/dev'
MOST = 1_500_000  # words

def paragraphs(data):
    for name in FILES:
        for number, line in enumerate(open(f'{data}/{name}.jsonl', encoding='utf8')):
            for paragraph in re.split(r'\n+', json.loads(line)['text']):
                if 40 < len(paragraph) < 3000:
                    yield paragraph, (name, number)

def labelled(data):
    nlp = spacy.load('en_core_web_sm')
    words = 0
    for doc, article in nlp.pipe(paragraphs(data), as_tuples=True, batch_size=64, disable=['tagger', 'parser', 'attribute_ruler', 'lemmatizer']):
        yield article, doc.text, [(e.start_char, e.end_char, TYPES[e.label_]) for e in doc.ents if e.label_ in TYPES]
        words += len(doc)
        if words > MOST:
            return

def write(found, out):
    last, text, names = None, '', []
    def flush():
        if text:
            print(json.dumps({'text': text, 'names': names}), file=out)
    for article, paragraph, spans in found:
        if article != last:
            flush()
            last, text, names = article, '', []
        start = len(text.encode())
        place = lambda c: start + len(paragraph[:c].encode())
        names += [[place(s), place(e), t] for s, e, t in spans]
        text += paragraph + '\n'
    flush()

if __name__ == '__main__':
    write(labelled(sys.argv[1]), open(sys.argv[2], 'w', encoding='utf8'))
