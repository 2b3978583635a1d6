package english

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
)

// Training says what a model is trained on, and how.
type Training struct {
	Gold        []*ConlluSentence
	Again       []*ConlluSentence // of Gold, what is read twice in an epoch
	Extra       []*ConlluSentence // trees made by another parser
	ExtraWeight float64           // of a word of Extra, against one of Gold
	From        []byte            // a model to start from, with its words and tags; may be nil
	Dev         []*ConlluSentence // measured after each epoch; may be nil
	Epochs      int               // passes over Gold and Extra
	Rate        float64           // of learning, at its highest
	Seed        uint64
	Log         io.Writer
}

// Words and other forms seen less often than this have no row of their own.
const (
	rareWord = 2
	rareForm = 5
)

// batchRows is the size of a training batch in words and roots.
const batchRows = 250

// example is a sentence to learn from.
type example struct {
	inputs []input
	gold   gold
}

// Train trains a model and writes it.
func Train(w io.Writer, t Training) error {
	all := slices.Concat(t.Gold, t.Again, t.Extra)
	random := rand.New(rand.NewPCG(t.Seed, 7))
	var n *net
	var keys []uint32
	if t.From != nil {
		m, err := readModel(t.From)
		if err != nil {
			return err
		}
		n, keys = m.net.extend(vocabulary(t.Gold, t.Extra), random)
	} else {
		keys = vocabulary(t.Gold, t.Extra)
		n = newNet(len(keys), tagSet(t.Gold))
		n.index = newRowIndex(keys)
		n.initialize(random)
	}
	ids := map[tag]int{}
	for i, t := range n.tags {
		ids[t] = i
	}
	examples := make([]example, len(all))
	for i, s := range all {
		weight := 1.0
		if i >= len(t.Gold)+len(t.Again) {
			weight = t.ExtraWeight
		}
		e, err := n.example(s, ids, float32(weight))
		if err != nil {
			return err
		}
		examples[i] = e
	}
	fmt.Fprintf(t.Log, "%d sentences, %d rows, %d tags\n", len(examples), len(keys), len(n.tags))
	n.train(t, examples, random)
	return writeModel(w, n, keys, trainLemmatizer(t.Gold))
}

// extend gives the net rows for further keys.
func (n *net) extend(more []uint32, random *rand.Rand) (*net, []uint32) {
	keys := n.index.all()
	for _, k := range more {
		if n.index.row(k) < 0 {
			keys = append(keys, k)
		}
	}
	wide := newNet(len(keys), n.tags)
	wide.index = newRowIndex(keys)
	wide.initialize(random)
	for i, p := range n.params {
		copy(wide.params[i].Data, p.Data)
	}
	return wide, keys
}

func (n *net) train(t Training, examples []example, random *rand.Rand) {
	words := 0
	for i := range examples {
		words += len(examples[i].inputs)
	}
	g := newGradient(n, random)
	var p pass
	var b batch
	var w gold
	total, done, steps := float64(words*t.Epochs), 0.0, 0
	const warmUp = 100
	for epoch := range t.Epochs {
		order := random.Perm(len(examples))
		loss := 0.0
		for len(order) > 0 {
			b.reset()
			w.tags, w.heads, w.rels, w.weight = w.tags[:0], w.heads[:0], w.rels[:0], w.weight[:0]
			for len(order) > 0 && b.rows() < batchRows {
				e := &examples[order[0]]
				order = order[1:]
				b.inputs = append(b.inputs, e.inputs...)
				b.end()
				w.tags = append(w.tags, e.gold.tags...)
				w.heads = append(w.heads, e.gold.heads...)
				w.rels = append(w.rels, e.gold.rels...)
				w.weight = append(w.weight, e.gold.weight...)
			}
			for i := range b.inputs {
				if random.Float64() < dropForm {
					b.inputs[i].rows[0] = -1
				}
				if random.Float64() < dropForm/2 {
					b.inputs[i].vector = -1
				}
			}
			loss += g.learn(&b, &w, &p)
			done += float64(len(b.inputs))
			steps++
			g.adam.Step(t.Rate * min(1, float64(steps)/warmUp) * (1 - done/total))
		}
		fmt.Fprintf(t.Log, "epoch %d: loss %.4f", epoch+1, loss/float64(words))
		if len(t.Dev) > 0 {
			m := &model{net: n, lemmatizer: &lemmatizer{}}
			u, h, l := m.score(t.Dev)
			fmt.Fprintf(t.Log, "  UPOS %.2f UAS %.2f LAS %.2f", u, h, l)
		}
		fmt.Fprintln(t.Log)
	}
}

// score is the share of words whose part of speech, head, and head and
// relation are those of the sentences, in percent.
func (m *model) score(sentences []*ConlluSentence) (upos, uas, las float64) {
	var b batch
	var p pass
	var s scratch
	var lines []*ConlluLine
	count := 0.0
	flush := func() {
		m.net.parse(&b, &p, func(i int, t tag, head int, rel Deprel) {
			l := lines[i]
			count++
			if t.upos == ParseUPOS(l.UPOS) {
				upos++
			}
			if strconv.Itoa(head+1) == l.Head {
				uas++
				if rel.Base() == ParseDeprel(l.Deprel).Base() {
					las++
				}
			}
		})
		b.reset()
		lines = lines[:0]
	}
	b.reset()
	for _, c := range sentences {
		for _, l := range c.Words() {
			b.inputs = append(b.inputs, m.net.look(l.Form, &s))
			lines = append(lines, l)
		}
		b.end()
		if b.rows() > 256 {
			flush()
		}
	}
	flush()
	return 100 * upos / count, 100 * uas / count, 100 * las / count
}

// look finds what the net knows of a word.
func (n *net) look(word string, s *scratch) input {
	var f form
	f, s.buf = newForm(word, s.buf)
	return n.index.input(word, &f)
}

// tagSet is the tags that are seen often enough to be learned.
func tagSet(gold []*ConlluSentence) []tag {
	counts := map[tag]int{}
	for _, s := range gold {
		for _, w := range s.Words() {
			counts[tag{ParseUPOS(w.UPOS), ParseXPOS(w.XPOS)}]++
		}
	}
	var tags []tag
	for u := range uposNames {
		for x := range xposNames {
			if t := (tag{UPOS(u), XPOS(x)}); counts[t] >= 3 {
				tags = append(tags, t)
			}
		}
	}
	return tags
}

// vocabulary is the keys that get a row, the most frequent first.
func vocabulary(gold, extra []*ConlluSentence) []uint32 {
	type entry struct {
		key  uint32
		n    int
		rare int
	}
	counts := map[uint32]*entry{}
	var buf []byte
	for _, s := range slices.Concat(gold, extra) {
		for _, w := range s.Words() {
			var f form
			f, buf = newForm(w.Form, buf)
			for i, k := range f.keys() {
				if k == 0 {
					continue
				}
				e := counts[k]
				if e == nil {
					e = &entry{key: k, rare: rareForm}
					if i == 0 {
						e.rare = rareWord
					}
					if len(extra) > 0 {
						e.rare *= 2
					}
					counts[k] = e
				}
				e.n++
			}
		}
	}
	var kept []*entry
	for _, e := range counts {
		if e.n >= e.rare {
			kept = append(kept, e)
		}
	}
	slices.SortFunc(kept, func(a, b *entry) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.key, b.key)) })
	keys := make([]uint32, len(kept))
	for i, e := range kept {
		keys[i] = e.key
	}
	return keys
}

func (n *net) example(c *ConlluSentence, ids map[tag]int, weight float32) (example, error) {
	var e example
	var s scratch
	words := c.Words()
	for i, w := range words {
		e.inputs = append(e.inputs, n.look(w.Form, &s))
		id, ok := ids[tag{ParseUPOS(w.UPOS), ParseXPOS(w.XPOS)}]
		if !ok {
			id = -1
		}
		head, err := strconv.Atoi(w.Head)
		if err != nil || head < 0 || head > len(words) || head == i+1 {
			return e, fmt.Errorf("word %q of %q has head %q", w.Form, c.Comments, w.Head)
		}
		e.gold.tags = append(e.gold.tags, id)
		e.gold.heads = append(e.gold.heads, head)
		e.gold.rels = append(e.gold.rels, ParseDeprel(w.Deprel))
		e.gold.weight = append(e.gold.weight, weight)
	}
	return e, nil
}
