"""The encoder all-MiniLM-L6-v2 (BERT, 6 layers of 384) in plain PyTorch, for distil.py and ../english/teacher.py.

Needs torch, tokenizers and safetensors, and a folder with the model's model.safetensors and tokenizer.json."""
import torch, torch.nn as nn, torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

LAYERS, DIM, HEADS, INNER, LONGEST = 6, 384, 12, 1536, 512

class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(DIM, 3 * DIM), nn.Linear(DIM, DIM)
        self.up, self.down = nn.Linear(DIM, INNER), nn.Linear(INNER, DIM)
        self.norm1, self.norm2 = nn.LayerNorm(DIM, eps=1e-12), nn.LayerNorm(DIM, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, DIM))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))

class MiniLM(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.words, self.places = nn.Embedding(30522, DIM), nn.Embedding(LONGEST, DIM)
        self.kind = nn.Parameter(torch.zeros(DIM))
        self.norm, self.drop = nn.LayerNorm(DIM, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        if folder:
            self.load(load_file(f'{folder}/model.safetensors'))

    def load(self, w):
        mine = {'words.weight': w['embeddings.word_embeddings.weight'],
                'places.weight': w['embeddings.position_embeddings.weight'],
                'kind': w['embeddings.token_type_embeddings.weight'][0],
                'norm.weight': w['embeddings.LayerNorm.weight'], 'norm.bias': w['embeddings.LayerNorm.bias']}
        for i in range(LAYERS):
            for part in 'weight', 'bias':
                at = lambda name: w[f'encoder.layer.{i}.{name}.{part}']
                mine[f'layers.{i}.qkv.{part}'] = torch.cat([at(f'attention.self.{n}') for n in ('query', 'key', 'value')])
                mine[f'layers.{i}.out.{part}'] = at('attention.output.dense')
                mine[f'layers.{i}.norm1.{part}'] = at('attention.output.LayerNorm')
                mine[f'layers.{i}.up.{part}'] = at('intermediate.dense')
                mine[f'layers.{i}.down.{part}'] = at('output.dense')
                mine[f'layers.{i}.norm2.{part}'] = at('output.LayerNorm')
        self.load_state_dict(mine)

    def forward(self, ids, mask):
        """All hidden states, the embeddings first; mask is true where ids are no padding."""
        x = self.drop(self.norm(self.words(ids) + self.places.weight[:ids.shape[1]] + self.kind))
        states, mask = [x], mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states

def tokenizer(folder):
    t = Tokenizer.from_file(f'{folder}/tokenizer.json')
    t.no_padding(); t.no_truncation()
    return t

def pad(rows):
    """Rows of subword ids as one matrix and its mask."""
    n = max(map(len, rows))
    ids = torch.zeros(len(rows), n, dtype=torch.long)
    mask = torch.zeros(len(rows), n, dtype=torch.bool)
    for i, r in enumerate(rows):
        ids[i, :len(r)] = torch.tensor(r)
        mask[i, :len(r)] = True
    return ids, mask
