"""Exact word 6-grams shared with an earlier article."""
from bench_io import articles, write
from copying_by_words import in_time, records, words

N = 6
stream = in_time(articles())
seen, copied = {}, []
for i, a in enumerate(stream):
    forms = [w[0] for w in words(a["text"])]
    grams = [tuple(forms[k : k + N]) for k in range(len(forms) - N + 1)]
    mine = {}
    for k, g in enumerate(grams):
        for j, there in seen.get(g, ()):
            pairs = mine.setdefault(j, {})
            for n in range(N):
                pairs.setdefault(k + n, there + n)
    copied.append(mine)
    for k, g in enumerate(grams):
        seen.setdefault(g, []).append((i, k))
write(records(stream, copied))
