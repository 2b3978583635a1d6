"""Distils static word vectors from a contextual encoder into vectors.bin.

    python3 vectors/distil.py MODEL [DATA [OUT]]

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0), DATA the training data, ../shared/data by default. A word's
vector is the mean of its hidden states over at most 24 occurrences in running text, layer 3 (nearer to syntax) beside
layer 6 (nearer to meaning), by principal components cut to 64 dimensions. Two k-means clusterings go along.
CARD.md says what is in the file; vectors.go reads it."""
import collections, csv, glob, json, random, re, struct, sys
import torch
from minilm import MiniLM, tokenizer, pad

WORDS, DIMS, CAP, LONGEST, SLOTS, CLUSTERS = 36000, 64, 24, 126, 1 << 16, (256, 1024)
WORD = re.compile(r"(?:[A-Za-zÀ-ž]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
                  r"|[^\W\d_]+(?:['’][^\W\d_]{3,})?|[\w]+|\S")

def form(word):
    """The form a word is filed under; vectors.go folds alike."""
    return re.sub('[0-9]', '0', word.replace('’', "'")).lower()

def texts(data):
    for name in 'attribution/train', 'stories/dev/articles', 'dates/dev':
        for line in open(f'{data}/{name}.jsonl', encoding='utf8'):
            d = json.loads(line)
            yield from (d.get('title') or '', *d['text'].split('\n'))
    for name in 'strengthen', 'weaken':
        seen = set()
        for pair in json.load(open(f'{data}/claims/claimdiff-{name}-train.json', encoding='utf8'))['data']:
            for key in 'claim_a', 'claim_b':
                if pair[key] not in seen:
                    seen.add(pair[key])
                    yield pair[key]
    for path in sorted(glob.glob(f'{data}/paraphrase/*.tsv')):
        if 'dev' not in path:
            for row in csv.reader(open(path, encoding='utf-8-sig'), delimiter='\t', quoting=csv.QUOTE_NONE):
                yield from row[-2:]

def sentences(data):
    for text in texts(data):
        words = WORD.findall(text)
        for i in range(0, len(words), 80):
            yield words[i:i + 80]
    for name in 'ewt', 'gum':
        words = []
        for line in open(f'{data}/syntax/{name}-train.conllu', encoding='utf8'):
            cells = line.split('\t')
            if len(cells) == 10 and cells[0].isdigit():
                words.append(cells[1])
            elif len(cells) == 1 and not line.startswith('#') and words:
                yield words[:80]
                words = []

def gather(model, split, lists, index):
    """Mean hidden states of every indexed word, layers 3 and 6."""
    sums, counts = torch.zeros(len(index), 2 * 384), torch.zeros(len(index), dtype=torch.long)
    wanted = [CAP] * len(index)
    chosen = []
    for words in lists:
        ids = [index.get(form(w), -1) for w in words]
        if any(i >= 0 and wanted[i] > 0 for i in ids):
            for i in ids:
                if i >= 0:
                    wanted[i] -= 1
            chosen.append((words, ids))
    print(len(chosen), 'of', len(lists), 'pieces are read', file=sys.stderr, flush=True)
    chosen.sort(key=lambda c: len(c[0]))
    for at in range(0, len(chosen), 64):
        batch = chosen[at:at + 64]
        encoded = split.encode_batch([words for words, _ in batch], is_pretokenized=True)
        ids, mask = pad([e.ids[:LONGEST] for e in encoded])
        with torch.no_grad(), torch.autocast('cpu', torch.bfloat16):
            states = model(ids, mask)
        joined = torch.cat([states[3], states[6]], -1).float()
        for row, (e, (_, word_ids)) in enumerate(zip(encoded, batch)):
            places, rows = [], []
            for place, w in enumerate(e.word_ids[:LONGEST]):
                if w is not None and word_ids[w] >= 0:
                    places.append(place); rows.append(word_ids[w])
            rows = torch.tensor(rows, dtype=torch.long)
            sums.index_add_(0, rows, joined[row, places])
            counts.index_add_(0, rows, torch.ones_like(rows))
        if at // 64 % 50 == 0:
            print(at, len(chosen), file=sys.stderr, flush=True)
    return sums / counts.clamp(min=1)[:, None]

def components(x, weights):
    """Principal components of the two layers, each centred and of unit mean length, words weighted by the root of their count."""
    parts = []
    for part in x.split(384, 1):
        part = part - (part * weights[:, None]).sum(0) / weights.sum()
        parts.append(part / part.norm(dim=1).mean())
    x = torch.cat(parts, 1)
    cov = (x * weights[:, None]).T @ x / weights.sum()
    values, vectors = torch.linalg.eigh(cov)
    values, vectors = values.flip(0)[:DIMS], vectors.flip(1)[:, :DIMS]
    vectors *= torch.sign(vectors.gather(0, vectors.abs().argmax(0, keepdim=True)))
    print(f'{100 * values.sum() / cov.trace():.1f} % of the variance in {DIMS} dimensions', file=sys.stderr)
    return x @ vectors * values ** -0.25  # half-way to whitening: late components still say something

def clusters(x, weights, k):
    """Spherical k-means, started from words drawn by a seed."""
    x = torch.nn.functional.normalize(x, dim=1)
    order = torch.randperm(len(x), generator=torch.Generator().manual_seed(1))
    centres = x[order[:k]]
    for _ in range(25):
        nearest = torch.cat([(part @ centres.T).argmax(1) for part in x.split(4096)])
        sums = torch.zeros(k, x.shape[1]).index_add_(0, nearest, x * weights[:, None])
        empty = sums.norm(dim=1) == 0
        sums[empty] = centres[empty]
        centres = torch.nn.functional.normalize(sums, dim=1)
    return nearest

def hash32(b):
    h = 2166136261
    for c in b:
        h = (h ^ c) * 16777619 & 0xFFFFFFFF
    return h

def write(path, words, vectors, groups):
    """The layout that vectors.go reads; little endian."""
    starts = [0]
    encoded = [w.encode() for w in words]
    for w in encoded:
        starts.append(starts[-1] + len(w))
    slots = [0] * SLOTS
    for i, w in enumerate(encoded):
        s = hash32(w) % SLOTS
        while slots[s]:
            s = (s + 1) % SLOTS
        slots[s] = i + 1
    with open(path, 'wb') as f:
        f.write(b'HSWV1\0\0\0' + struct.pack('<2I', len(words), DIMS))
        f.write(struct.pack(f'<{SLOTS}H', *slots))
        f.write(struct.pack(f'<{len(starts)}I', *starts))
        for g in groups:
            f.write(struct.pack(f'<{len(words)}H', *g.tolist()))
        f.write(vectors.contiguous().numpy().tobytes())
        f.write(b''.join(encoded))

def main(folder, data='../shared/data', out='vectors/vectors.bin'):
    random.seed(1); torch.manual_seed(1); torch.set_num_threads(1)
    lists = [s for s in sentences(data) if s]
    seen = collections.Counter(form(w) for s in lists for w in s)
    words = [w for w, n in sorted(seen.items(), key=lambda c: (-c[1], c[0])) if n > 1 and len(w.encode()) < 40][:WORDS]
    print(sum(seen.values()), 'tokens,', len(seen), 'forms, least count kept', seen[words[-1]], file=sys.stderr)
    index = {w: i for i, w in enumerate(words)}
    random.shuffle(lists)
    model = MiniLM(folder).eval()
    raw = gather(model, tokenizer(folder), lists, index)
    weights = torch.tensor([seen[w] ** 0.5 for w in words])
    vectors = components(raw, weights)
    groups = [clusters(vectors, weights, k) for k in CLUSTERS]
    size = vectors.abs().quantile(0.999) if vectors.numel() < 1 << 24 else vectors.abs().max()
    write(out, words, (vectors / size * 127).round().clamp(-127, 127).to(torch.int8), groups)

if __name__ == '__main__':
    main(*sys.argv[1:])
