"""A teacher of tags, trees and names, too large to ship, that labels raw news for the models that do.

    python3 english/teacher.py train MODEL DATA OUT.pt       fine-tunes all-MiniLM-L6-v2 (folder MODEL) on EWT and GUM
    python3 english/teacher.py label OUT.pt IN.conllu OUT.conllu [LEAST]
                                                             labels given words; drops sentences less sure than LEAST
One encoder, four heads: UPOS, XPOS, a biaffine parser (Dozat and Manning 2017), and names as BIO (GUM only). The encoder
reads lower case, so the shape of each word is added to its embeddings. names() says how GUM's Entity spans become names.

After five of the six epochs (the weights that labelled 1.3 million words of news for the students of english), with given words:
ewt-dev UPOS 96.9, UAS 91.2, LAS 88.7; gum-dev UPOS 97.7, UAS 89.5, LAS 87.2, names F1 69.9. An epoch takes some five minutes of one core.
The encoder is Apache-2.0; what is trained on EWT and GUM, and on labels made by that, ships under CC BY-SA 4.0."""
import os, random, re, sys, time
import torch, torch.nn as nn, torch.nn.functional as F
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'vectors'))
from minilm import MiniLM, tokenizer, pad, DIM

EPOCHS, BATCH, BODY_RATE, HEAD_RATE, LONGEST = 6, 1000, 1.5e-4, 1e-3, 500
ARC, REL = 320, 128
TYPES = {'person': 'person', 'organization': 'organisation', 'place': 'place', 'time': None}
BIO = ['O'] + [b + t for t in ('person', 'organisation', 'place', 'other') for b in ('B-', 'I-')]
LINKS = {'of', 'for', 'and', 'the', '&', '-', 'de', 'la', 'del', 'van', 'von', 'bin', 'al'}

# Reading

def read(path):
    """Sentences as lists of CoNLL-U rows."""
    rows = []
    for line in open(path, encoding='utf8'):
        cells = line.rstrip('\n').split('\t')
        if len(cells) == 10 and cells[0].isdigit():
            rows.append(cells)
        elif len(cells) == 1 and not line.startswith('#') and rows:
            yield rows
            rows = []
    if rows:
        yield rows

def entities(rows):
    """GUM's spans (first, end, type, linked) that open and close in this sentence."""
    opened, out = {}, []
    for i, r in enumerate(rows):
        m = re.search(r'(?:^|\|)Entity=([^|]*)', r[9])
        for o in re.finditer(r'\((\d+)(-[^()]*)?(\))?|(\d+)\)', m.group(1)) if m else ():
            if o.group(4):
                if opened.get(o.group(4)):
                    first, fields = opened[o.group(4)].pop()
                    out.append((first, i + 1, fields))
            elif o.group(3):
                out.append((i, i + 1, o.group(2) or ''))
            else:
                opened.setdefault(o.group(1), []).append((i, o.group(2) or ''))
    return [(a, b, f.split('-')[1] if f else '', len(f.split('-')) > 7) for a, b, f in out]

def names(rows):
    """Names (first, end, type), none inside another: of each entity but times whose head is a proper noun, or that is
    linked to an encyclopedia by a capitalised noun or adjective, the capitalised words around the head, with small
    words between them ("of", "and", but none after a person's name)."""
    big = [any(c.isupper() for c in r[1]) or r[1][:1].isdigit() for r in rows]
    for i in range(2, len(rows)):
        big[i] |= rows[i][3] == 'PROPN' and rows[i - 1][1] == '-' and big[i - 2]
    found = []
    for a, b, kind, linked in entities(rows):
        heads = [i for i in range(a, b) if not a <= int(rows[i][6]) - 1 < b]
        h = heads[0] if heads else a
        kind = TYPES.get(kind, 'other')
        if kind is None or rows[h][3] == 'PRON' or not big[h] or not (rows[h][3] == 'PROPN' or linked):
            continue
        links = LINKS - {'of', 'for', 'and', 'the', '&'} if kind == 'person' else LINKS
        s, e = h, h + 1
        while s > a:
            k = s - 1
            while k > a and not big[k] and rows[k][1].lower() in links:
                k -= 1
            if not big[k] or rows[k][3] in ('DET', 'PRON'):
                break
            s = k
        while e < b:
            k = e
            while k < b - 1 and not big[k] and rows[k][1].lower() in links:
                k += 1
            if not big[k]:
                break
            e = k + 1
        found.append((s, e, kind))
    kept = []
    for s, e, kind in sorted(set(found), key=lambda n: (n[0] - n[1], n[0], n[2])):
        if all(e <= s2 or s >= e2 for s2, e2, _ in kept):
            kept.append((s, e, kind))
    return kept

def bio(rows):
    tags = [0] * len(rows)
    for s, e, kind in names(rows):
        for i in range(s, e):
            tags[i] = BIO.index(('B-' if i == s else 'I-') + kind)
    return tags

def shape(word, first):
    """0 to 15: how a word is written, and whether it opens its sentence."""
    s = (1 if word.islower() else 2 if word.isupper() and len(word) > 1 else 3 if word[:1].isupper() and not word[1:].isupper()
         else 4 if any(c.isupper() for c in word) else 5 if any(c.isdigit() for c in word) else 6)
    return s + (8 if first else 0)

def prepare(split, rows):
    """Subword ids, the shapes under them, and the place of each word's first subword. Over-long sentences are cut."""
    words = [r[1] for r in rows]
    e = split.encode(words, is_pretokenized=True)
    ids, shapes, firsts, last = [], [], [], None
    for place, (i, w) in enumerate(zip(e.ids, e.word_ids)):
        if place >= LONGEST:
            break
        if w is not None and w != last:
            while len(firsts) <= w:
                firsts.append(place)  # a word that the tokenizer drops shares the next one's place
        last = w
        ids.append(i); shapes.append(0 if w is None else shape(words[w], w == 0))
    while len(firsts) < len(words) and len(ids) < LONGEST:
        firsts.append(len(ids) - 1)
    return ids, shapes, firsts

# The model

class Biaffine(nn.Module):
    def __init__(self, size, out):
        super().__init__()
        self.dep, self.head = nn.Linear(DIM, size), nn.Linear(DIM, size)
        self.weight = nn.Parameter(torch.zeros(out, size + 1, size + 1))

    def parts(self, words, drop):
        return [F.pad(drop(F.gelu(f(words))), (0, 1), value=1.0) for f in (self.dep, self.head)]

class Teacher(nn.Module):
    def __init__(self, folder, upos, xpos, deprels):
        super().__init__()
        self.labels = upos, xpos, deprels
        self.body, self.shapes = MiniLM(folder), nn.Embedding(16, DIM)
        nn.init.zeros_(self.shapes.weight)
        self.mix = nn.Parameter(torch.tensor([[-4.0] * 4 + [-1, 0, 1]] * 3))
        self.drop = nn.Dropout(0.33)
        self.upos, self.xpos, self.bio = nn.Linear(DIM, len(upos)), nn.Linear(DIM, len(xpos)), nn.Linear(DIM, len(BIO))
        self.arc, self.rel = Biaffine(ARC, 1), Biaffine(REL, len(deprels))

    def encode(self, batch):
        """The words of a batch of prepared sentences, a root (the [CLS] subword) before each, three times mixed."""
        ids, mask = pad([b[0] for b in batch])
        shapes, _ = pad([b[1] for b in batch])
        firsts, words = pad([[0] + b[2] for b in batch])
        body = self.body
        x = body.drop(body.norm(body.words(ids) + body.places.weight[:ids.shape[1]] + body.kind + self.shapes(shapes)))
        states, mask = [x], mask[:, None, None, :]
        for layer in body.layers:
            states.append(layer(states[-1], mask))
        states = torch.stack([s.float() for s in states])
        index = firsts[..., None].expand(-1, -1, DIM)
        mixed = [torch.einsum('l,lbnd->bnd', w, states).gather(1, index) for w in self.mix.softmax(1)]
        return mixed, words

    def forward(self, batch):
        (tags, syntax, named), words = self.encode(batch)
        tags, named = self.drop(tags), self.drop(named)
        dep, head = self.arc.parts(self.drop(syntax), self.drop)
        arcs = torch.einsum('bxi,ij,byj->bxy', dep, self.arc.weight[0], head) / ARC ** 0.5
        arcs = arcs.masked_fill(~words[:, None, :], -1e4)
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool), -1e4)
        return self.upos(tags), self.xpos(tags), self.bio(named), arcs, self.rel.parts(self.drop(syntax), self.drop), words

    def relations(self, parts, heads):
        """Scores of every label for each word under the head given."""
        dep, head = parts
        head = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return torch.einsum('bxi,oij,bxj->bxo', dep, self.rel.weight, head)

# Trees

def tree(scores):
    """Heads of the best tree with one root (Chu and Liu, Edmonds); scores[d][h] with 0 as the root."""
    n = len(scores)
    heads = [0] + [max(range(n), key=lambda h: scores[d][h]) for d in range(1, n)]
    if heads[1:].count(0) == 1 and not cycle(heads):
        return heads
    best = None
    roots = sorted(range(1, n), key=lambda d: scores[d][0] - max(scores[d][1:]), reverse=True)[:4]
    for root in roots:
        s = [[v if (h == 0) == (d == root) else -1e6 for h, v in enumerate(row)] for d, row in enumerate(scores)]
        heads = spanning(s)
        total = sum(scores[d][heads[d]] for d in range(1, n))
        if best is None or total > best[0]:
            best = total, heads
    return best[1]

def cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, d = [], start
        while state[d] == 0:
            state[d] = 1
            path.append(d)
            d = heads[d]
        if state[d] == 1:
            return path[path.index(d):]
        for d in path:
            state[d] = 2
    return None

def spanning(scores):
    n = len(scores)
    heads = [0] + [max((h for h in range(n) if h != d), key=lambda h: scores[d][h]) for d in range(1, n)]
    loop = cycle(heads)
    if not loop:
        return heads
    inside = set(loop)
    rest = [d for d in range(n) if d not in inside]
    new = {d: i for i, d in enumerate(rest)}
    c = len(rest)
    shrunk = [[-1e9] * (c + 1) for _ in range(c + 1)]
    enter, leave = {}, {}
    for d in rest:
        for h in rest:
            shrunk[new[d]][new[h]] = scores[d][h]
        h = max(loop, key=lambda h: scores[d][h])
        shrunk[new[d]][c], leave[d] = scores[d][h], h
        k = max(loop, key=lambda k: scores[k][d] - scores[k][heads[k]])
        shrunk[c][new[d]], enter[d] = scores[k][d] - scores[k][heads[k]], k
    sub = spanning(shrunk)
    for d in rest[1:]:
        h = sub[new[d]]
        heads[d] = leave[d] if h == c else rest[h]
    h = rest[sub[c]]
    heads[enter[h]] = h
    return heads

# Training

def batches(items, size):
    """Items of like length together, at most size subwords a batch."""
    items = sorted(items, key=lambda i: len(i[0][0]) + random.random() * 4)
    out, batch = [], []
    for item in items:
        if batch and len(item[0][0]) * (len(batch) + 1) > size:
            out.append(batch)
            batch = []
        batch.append(item)
    if batch:
        out.append(batch)
    return out

def gold(model, rows, named):
    upos, xpos, deprels = model.labels
    return ([upos[r[3]] for r in rows], [xpos.get(r[4], 0) for r in rows], [int(r[6]) for r in rows],
            [deprels.get(r[7], 0) for r in rows], bio(rows) if named else [-100] * len(rows))

def train(folder, data, out):
    torch.set_num_threads(1); torch.manual_seed(1); random.seed(1)
    files = {n: list(read(f'{data}/syntax/{n}.conllu')) for n in ('ewt-train', 'gum-train', 'ewt-dev', 'gum-dev')}
    both = files['ewt-train'] + files['gum-train']
    index = lambda column: {v: i for i, v in enumerate(sorted({r[column] for rows in both for r in rows}))}
    model, split = Teacher(folder, index(3), index(4), index(7)), tokenizer(folder)
    model.body.words.weight.requires_grad = False
    items = {n: [(prepare(split, rows), gold(model, rows, 'gum' in n), rows) for rows in f] for n, f in files.items()}
    items = {n: [i for i in f if len(i[0][2]) == len(i[2])] for n, f in items.items()}
    body = [p for p in model.body.parameters() if p.requires_grad] + [model.shapes.weight]
    heads = [p for n, p in model.named_parameters() if not n.startswith(('body.', 'shapes.'))]
    optimiser = torch.optim.AdamW([{'params': body, 'lr': BODY_RATE}, {'params': heads, 'lr': HEAD_RATE}], weight_decay=0.01)
    steps = EPOCHS * len(batches(items['ewt-train'] + items['gum-train'], BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / 200, max(0.02, 1 - s / steps)))
    began = time.time()
    for epoch in range(EPOCHS):
        model.train()
        todo = batches(items['ewt-train'] + items['gum-train'], BATCH)
        random.shuffle(todo)
        total = 0.0
        for step, batch in enumerate(todo):
            targets = [pad_to([i[1][k] for i in batch], -100) for k in range(5)]
            with torch.autocast('cpu', torch.bfloat16):
                upos, xpos, named, arcs, parts, _ = model([i[0] for i in batch])
                rels = model.relations(parts, F.pad(targets[2].clamp(min=0), (1, 0)))
            loss = sum(F.cross_entropy(s[:, 1:].float().flatten(0, 1), t.flatten(), ignore_index=-100)
                       for s, t in zip((upos, xpos, arcs, rels), targets))
            if (targets[4] >= 0).any():
                loss = loss + F.cross_entropy(named[:, 1:].float().flatten(0, 1), targets[4].flatten(), ignore_index=-100)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step(); schedule.step()
            total += loss.item()
            if step % 50 == 49:
                print(f'epoch {epoch} step {step + 1} of {len(todo)} loss {total / (step + 1):.3f} {time.time() - began:.0f} s', flush=True)
        torch.save({'model': model.state_dict(), 'labels': model.labels, 'tokenizer': open(f'{folder}/tokenizer.json').read()}, out)
        for n in 'ewt-dev', 'gum-dev':
            print(n, measure(model, items[n], 'gum' in n), flush=True)

def pad_to(rows, value):
    n = max(map(len, rows))
    return torch.tensor([r + [value] * (n - len(r)) for r in rows])

# Use

def predict(model, batch):
    """For each sentence: upos, xpos, bio, heads, deprels, and the mean probability of its heads with their labels."""
    model.eval()
    with torch.no_grad(), torch.autocast('cpu', torch.bfloat16):
        upos, xpos, named, arcs, parts, words = model(batch)
        chances = arcs.float().log_softmax(-1)
        lengths = words.sum(1).tolist()
        trees = [tree(chances[i, :n, :n].tolist()) for i, n in enumerate(lengths)]
        heads = pad_to(trees, 0)
        rels = model.relations(parts, heads).float()
        root = [k for k, v in model.labels[2].items() if v == 'root' or k == 'root'][0]
        root = model.labels[2][root]
        only = torch.full_like(rels[0, 0], 0.0); only[root] = -1e4
        rels = torch.where((heads == 0)[..., None], rels - 1e4 * (only == 0), rels + only).log_softmax(-1)
        sure = (chances.gather(2, heads[..., None])[..., 0] + rels.max(-1).values).exp()
    pick = lambda s: s.argmax(-1).tolist()
    columns = pick(upos), pick(xpos), pick(named), trees, pick(rels)
    return [tuple(c[i][1:n] for c in columns) + (sure[i, 1:n].mean().item(),) for i, n in enumerate(lengths)]

def spans(tags):
    out, start = set(), None
    for i, t in enumerate(tags + [0]):
        name = BIO[t]
        if start is not None and (name[:2] != 'I-' or name[2:] != start[1]):
            out.add((start[0], i, start[1]))
            start = None
        if start is None and name[:2] == 'B-':
            start = i, name[2:]
    return out

def measure(model, items, named):
    n = upos = uas = las = 0
    tp = predicted = wanted = 0
    name = {v: k.split(':')[0] for k, v in model.labels[2].items()}
    for batch in batches(items, 4000):
        for (_, g, rows), p in zip(batch, predict(model, [i[0] for i in batch])):
            n += len(rows)
            upos += sum(a == b for a, b in zip(g[0], p[0]))
            uas += sum(a == b for a, b in zip(g[2], p[3]))
            las += sum(a == b and name[c] == name[d] for a, b, c, d in zip(g[2], p[3], g[3], p[4]))
            if named:
                a, b = spans(g[4]), spans(p[2])
                tp += len(a & b); predicted += len(b); wanted += len(a)
    text = f'UPOS {100 * upos / n:.2f}  UAS {100 * uas / n:.2f}  LAS {100 * las / n:.2f}'
    return text + (f'  names P {100 * tp / max(1, predicted):.1f} R {100 * tp / wanted:.1f} F1 {200 * tp / (predicted + wanted):.1f}' if named else '')

def label(path, source, target, least='0'):
    torch.set_num_threads(1); random.seed(1)
    saved = torch.load(path, weights_only=False)
    model = Teacher(None, *saved['labels'])
    model.load_state_dict(saved['model'])
    from tokenizers import Tokenizer
    split = Tokenizer.from_str(saved['tokenizer'])
    split.no_padding(); split.no_truncation()
    upos, xpos, deprels = [{i: k for k, i in d.items()} for d in model.labels]
    starts, at = {}, 0
    for line in open(source, encoding='utf8'):
        if line.startswith('# newdoc'):
            starts[at] = line
        at += line == '\n'
    items = [(prepare(split, rows), at, rows) for at, rows in enumerate(read(source))]
    items = [i for i in items if len(i[0][2]) == len(i[2])]
    done = {}
    for batch in batches(items, 6000):
        for (_, at, rows), p in zip(batch, predict(model, [i[0] for i in batch])):
            if p[5] < float(least):
                continue
            out = [f'# confidence = {p[5]:.3f}']
            named = {i: ('B-' if i == a else 'I-') + kind for a, b, kind in spans(p[2]) for i in range(a, b)}
            for k, r in enumerate(rows):
                misc = [r[9]] if r[9] != '_' else []
                misc += [f'Name={named[k]}'] if k in named else []
                out.append('\t'.join([r[0], r[1], '_', upos[p[0][k]], xpos[p[1][k]], '_', str(p[3][k]), deprels[p[4][k]], '_', '|'.join(misc) or '_']))
            done[at] = '\n'.join(out)
    with open(target, 'w', encoding='utf8') as f:
        for at in range(items[-1][1] + 1 if items else 0):
            f.write(starts.get(at, ''))
            if at in done:
                f.write(done[at] + '\n\n')
    print(f'{len(done)} of {len(items)} sentences kept', file=sys.stderr)

if __name__ == '__main__':
    {'train': train, 'label': label}[sys.argv[1]](*sys.argv[2:])
