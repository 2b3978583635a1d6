"""What the adapters share: JSON Lines or a folder of pages in, JSON Lines out."""
import json
import os
import sys


def articles():
    with open(sys.argv[-2], encoding="utf8") as f:
        for line in f:
            yield json.loads(line)


def pages():
    for name in sorted(os.listdir(sys.argv[-2])):
        yield os.path.join(sys.argv[-2], name)


def write(records):
    with open(sys.argv[-1], "w", encoding="utf8") as f:
        for r in records:
            f.write(json.dumps(r, ensure_ascii=False) + "\n")
