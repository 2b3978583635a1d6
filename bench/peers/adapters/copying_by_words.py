"""What the two plain searches for copies share: from the words of each article
that an earlier one has too to passages, parents and classes."""
import re

WORD = re.compile(r"\w+(?:['’]\w+)*")


def words(text):
    return [(m.group().lower(), m.start(), m.end()) for m in WORD.finditer(text)]


def records(stream, copied):
    """copied: for each article's place in the stream, {source's place: {word's number: word's number there}}."""
    size = {}
    tokens = [words(a["text"]) for a in stream]
    parents, sources = {}, set()
    for i, a in enumerate(stream):
        taken = set()
        for j, pairs in copied[i].items():
            for first, last in runs(sorted(pairs)):
                there = [pairs[k] for k in range(first, last + 1)]
                yield {
                    "of": stream[j]["id"], "of_start": tokens[j][min(there)][1], "of_end": tokens[j][max(there)][2],
                    "in": a["id"], "in_start": tokens[i][first][1], "in_end": tokens[i][last][2],
                }
                taken.update(range(tokens[i][first][1], tokens[i][last][2]))
        size[i] = len(taken) / max(1, len(a["text"]))
        if copied[i]:
            parents[i] = max(sorted(copied[i]), key=lambda j: len(copied[i][j]))
    for i, j in parents.items():
        if size[i] >= 0.05:
            sources.add(j)
    for i, a in enumerate(stream):
        kind = "whole" if size[i] >= 0.7 else "partial" if size[i] >= 0.05 else "original" if i in sources else "none"
        yield {"id": a["id"], "parent": stream[parents[i]]["id"] if i in parents and size[i] >= 0.05 else None, "class": kind}


def runs(numbers):
    first = last = None
    for n in numbers:
        if last is not None and n == last + 1:
            last = n
            continue
        if last is not None:
            yield first, last
        first = last = n
    if last is not None:
        yield first, last


def in_time(articles):
    return sorted(articles, key=lambda a: (a["published"], a["id"]))
