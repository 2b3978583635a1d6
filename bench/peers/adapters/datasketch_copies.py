"""datasketch's MinHash LSH over sentences: a sentence whose nearest sentence in
an earlier article is alike enough was copied from it."""
import re

from bench_io import articles, write
from copying_by_words import in_time, records, words
from datasketch import MinHash, MinHashLSH

THRESHOLD, PERMUTATIONS, N = 0.4, 128, 2
END = re.compile(r"(?<=[.!?])[\"”’']*\s+|\n+")


def sentences(text):
    """first and last word of each sentence of at least five words"""
    tokens, breaks = words(text), [m.end() for m in END.finditer(text)] + [len(text) + 1]
    first, out = 0, []
    for b in breaks:
        last = first
        while last < len(tokens) and tokens[last][1] < b:
            last += 1
        if last - first >= 5:
            out.append((first, last))
        first = last
    return tokens, out


def sketch(forms):
    m = MinHash(num_perm=PERMUTATIONS)
    m.update_batch([" ".join(forms[k : k + N]).encode() for k in range(len(forms) - N + 1)])
    return m


stream = in_time(articles())
index, sketches, copied = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), {}, []
for i, a in enumerate(stream):
    tokens, spans = sentences(a["text"])
    mine, added = {}, []
    for first, last in spans:
        m = sketch([t[0] for t in tokens[first:last]])
        best = {}
        for key in index.query(m):
            like = m.jaccard(sketches[key])
            if like >= THRESHOLD and like > best.get(key[0], (0, None))[0]:
                best[key[0]] = (like, key)
        for j, (_, (_, start, end)) in best.items():
            pairs = mine.setdefault(j, {})
            for n in range(last - first):
                pairs[first + n] = min(start + n, end - 1)
        added.append(((i, first, last), m))
    copied.append(mine)
    for key, m in added:
        sketches[key] = m
        index.insert(key, m)
write(records(stream, copied))
