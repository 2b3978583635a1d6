"""trafilatura, with its metadata."""
from bench_io import pages, write
from trafilatura import bare_extraction


def record(path):
    r = {"text": "", "title": "", "published": ""}
    with open(path, "rb") as f:
        found = bare_extraction(f.read(), with_metadata=True)
    if found is not None:
        found = found.as_dict()
        r.update(text=found["text"] or "", title=found["title"] or "", published=found["date"] or "")
    return r


write(record(p) for p in pages())
