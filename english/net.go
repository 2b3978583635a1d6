package english

import (
	"github.com/hearsay-news/hearsay/learn"
	"github.com/hearsay-news/hearsay/vectors"
)

// net reads the words of sentences and scores tags, heads and relations. Each
// word is the sum of what is known of it (rows of its form, prefixes, suffixes
// and shape; its static vector); a convolution over three words and layers of
// gated recurrence in both directions make it a word in context. A head is
// scored for each word by the bilinear form of two views of the words; a
// relation by a small layer over both.
//
// All is 32-bit arithmetic in a fixed order, and no function but the square
// root: the same on every machine.
type net struct {
	index  *rowIndex
	tags   []tag
	params []*learn.Param

	rows, vector, first, root, gain *learn.Param // the words
	conv, convBias, convGain        *learn.Param
	layers                          []recurrent
	tag, tagBias                    *learn.Param
	dependent, dependentBias        *learn.Param
	head, headBias                  *learn.Param
	arc, arcBias                    *learn.Param
	relDependent, relBias, relHead  *learn.Param
	rel, relOutBias                 *learn.Param
}

// recurrent is a layer: of each direction a candidate, a forget gate and an
// output gate a cell.
type recurrent struct{ weights, bias, gain *learn.Param }

// The sizes of the net. Outputs are padded to what the vector instructions
// take at once.
const (
	width      = 192 // of a word
	cells      = width / 2
	depth      = 3 // layers of recurrence
	arcWidth   = 128
	relWidth   = 128
	relClasses = (len(deprelNames) + 15) &^ 15
)

func padded(n int) int { return (n + 15) &^ 15 }

func newNet(rows int, tags []tag) *net {
	n := &net{tags: tags}
	add := func(r, c int) *learn.Param {
		p := learn.NewParam(r, c)
		n.params = append(n.params, p)
		return p
	}
	n.rows = add(rows, width)
	n.vector = add(vectors.Dims, width)
	n.first = add(1, width)
	n.root = add(1, width)
	n.gain = add(1, width)
	n.conv = add(3*width, width)
	n.convBias = add(1, width)
	n.convGain = add(1, width)
	for range depth {
		n.layers = append(n.layers, recurrent{add(width, 6*cells), add(1, 6*cells), add(1, width)})
	}
	n.tag = add(width, padded(len(tags)))
	n.tagBias = add(1, padded(len(tags)))
	n.dependent = add(width, arcWidth)
	n.dependentBias = add(1, arcWidth)
	n.head = add(width, arcWidth)
	n.headBias = add(1, arcWidth)
	n.arc = add(arcWidth, arcWidth)
	n.arcBias = add(1, arcWidth)
	n.relDependent = add(width, relWidth)
	n.relBias = add(1, relWidth)
	n.relHead = add(width, relWidth)
	n.rel = add(relWidth, relClasses)
	n.relOutBias = add(1, relClasses)
	return n
}

// batch is sentences one after another: a row for the root, then one for each
// word, and after the last sentence one row more, so that every sentence stands
// between two roots.
type batch struct {
	inputs []input
	starts []int // the root of each sentence, and the last row
}

func (b *batch) reset() { b.inputs, b.starts = b.inputs[:0], append(b.starts[:0], 0) }

// end ends a sentence whose words have been appended to inputs.
func (b *batch) end() { b.starts = append(b.starts, len(b.inputs)+len(b.starts)) }

func (b *batch) rows() int { return b.starts[len(b.starts)-1] + 1 }

// pass is what the net computes of a batch.
type pass struct {
	static, sum, words    learn.Matrix
	norms                 [depth + 2][]float32
	conv, convSum, local  learn.Matrix
	layers                [depth]layerPass
	out                   *learn.Matrix // of the last layer
	tags                  learn.Matrix
	dependents, heads     learn.Matrix
	arcs                  learn.Matrix
	relDependent, relHead learn.Matrix
	turned, scores        learn.Matrix // of one sentence
	hidden, relations     learn.Matrix
	tree                  treeScratch
}

type layerPass struct{ gates, cells, sum, out learn.Matrix }

// forward computes the words of a batch in context.
func (n *net) forward(b *batch, p *pass, drop *learn.Dropout) {
	n.embed(b, p)
	learn.Normalize(&p.words, p.sum, n.gain, &p.norms[0])
	drop.Drop(p.words.Data, dropWords)
	n.convolve(b, p)
	learn.Normalize(&p.local, p.convSum, n.convGain, &p.norms[1])
	drop.Drop(p.local.Data, dropLayer)
	p.out = &p.local
	for l := range n.layers {
		q := &p.layers[l]
		learn.Linear(&q.gates, *p.out, n.layers[l].weights, n.layers[l].bias)
		q.recur(b, p.out)
		learn.Normalize(&q.out, q.sum, n.layers[l].gain, &p.norms[2+l])
		drop.Drop(q.out.Data, dropLayer)
		p.out = &q.out
	}
}

// embed sums what is known of each word.
func (n *net) embed(b *batch, p *pass) {
	p.sum.Resize(b.rows(), width)
	p.static.Resize(b.rows(), vectors.Dims)
	clear(p.static.Data)
	k := 0
	for s := range len(b.starts) - 1 {
		copy(p.sum.Row(b.starts[s]), n.root.Data)
		for i := b.starts[s] + 1; i < b.starts[s+1]; i++ {
			to := p.sum.Row(i)
			copy(to, n.first.Data)
			in := &b.inputs[k]
			k++
			var known [perWord]uint32
			rows := known[:0]
			for _, r := range in.rows {
				if r >= 0 {
					rows = append(rows, uint32(r))
				}
			}
			learn.AddRows(to, n.rows.Matrix, rows)
			if in.vector >= 0 {
				x := p.static.Row(i)
				for j, q := range vectors.At(int(in.vector)) {
					x[j] = float32(q) * vectorScale
				}
			}
		}
	}
	copy(p.sum.Row(b.rows()-1), n.root.Data)
	p.sum.AddProduct(p.static, n.vector.Matrix)
}

// vectorScale brings the bytes of a static vector to the size of weights.
const vectorScale = 1.0 / 64

// convolve adds to each word what it and its neighbours say together.
func (n *net) convolve(b *batch, p *pass) {
	rows := b.rows()
	p.conv.Resize(rows, width)
	for i := range rows {
		copy(p.conv.Row(i), n.convBias.Data)
	}
	if rows > 2 {
		window := learn.Matrix{Rows: rows - 2, Cols: 3 * width, Stride: width, Data: p.words.Data}
		learn.Matrix{Rows: rows - 2, Cols: width, Stride: width, Data: p.conv.Data[width:]}.AddProduct(window, n.conv.Matrix)
	}
	for _, s := range b.starts {
		clear(p.conv.Row(s))
	}
	learn.Rectify(p.conv.Data)
	p.convSum.Resize(rows, width)
	copy(p.convSum.Data, p.conv.Data)
	learn.Add(p.convSum.Data, p.words.Data)
}

// recur runs the cells over each sentence, from its root on and back to it.
func (q *layerPass) recur(b *batch, x *learn.Matrix) {
	rows := b.rows()
	q.cells.Resize(rows, width)
	q.sum.Resize(rows, width)
	for s := range len(b.starts) - 1 {
		first, last := b.starts[s], b.starts[s+1]
		learn.Recur(q.sum.Part(first, last), q.cells.Part(first, last), q.gates.Part(first, last), x.Part(first, last))
	}
	end := rows - 1
	clear(q.cells.Row(end))
	copy(q.sum.Row(end), x.Row(end))
}

// score computes the views of the words that tags, heads and relations are
// scored from.
func (n *net) score(p *pass, drop *learn.Dropout) {
	x := *p.out
	learn.Linear(&p.tags, x, n.tag, n.tagBias)
	learn.Linear(&p.dependents, x, n.dependent, n.dependentBias)
	learn.Rectify(p.dependents.Data)
	drop.Drop(p.dependents.Data, dropView)
	learn.Linear(&p.heads, x, n.head, n.headBias)
	learn.Rectify(p.heads.Data)
	drop.Drop(p.heads.Data, dropView)
	learn.Linear(&p.arcs, p.dependents, n.arc, n.arcBias)
	learn.Linear(&p.relDependent, x, n.relDependent, n.relBias)
	learn.Linear(&p.relHead, x, n.relHead, nil)
}

// arcScores scores for each word of sentence s (a row) each head (a column),
// the root first. Columns past the words are padding.
func (p *pass) arcScores(b *batch, s int) learn.Matrix {
	first, last := b.starts[s], b.starts[s+1]
	p.turned.Resize(arcWidth, padded(last-first))
	clear(p.turned.Data)
	for i := first; i < last; i++ {
		for j, v := range p.heads.Row(i) {
			p.turned.Data[j*p.turned.Stride+i-first] = v
		}
	}
	p.scores.Resize(last-first-1, p.turned.Cols)
	clear(p.scores.Data)
	p.scores.AddProduct(p.arcs.Part(first+1, last), p.turned)
	return p.scores
}

// relation writes what the relation is scored from, for a dependent's row and
// a head's.
func (p *pass) relation(to []float32, dependent, head int) {
	d, h := p.relDependent.Row(dependent), p.relHead.Row(head)
	for j, v := range d {
		to[j] = max(v+h[j], 0)
	}
}

// parse gives the words of a batch their tags, heads (from 0 in the sentence,
// -1 for the root) and relations.
func (n *net) parse(b *batch, p *pass, each func(word int, t tag, head int, rel Deprel)) {
	n.forward(b, p, nil)
	n.score(p, nil)
	words := b.rows() - len(b.starts)
	p.hidden.Resize(words, relWidth)
	p.tree.heads = p.tree.heads[:0]
	k := 0
	for s := range len(b.starts) - 1 {
		first, last := b.starts[s], b.starts[s+1]
		count := last - first - 1
		if count == 0 {
			continue
		}
		heads := p.tree.decode(p.arcScores(b, s), count)
		for i, h := range heads {
			p.relation(p.hidden.Row(k), first+1+i, first+h)
			k++
		}
	}
	learn.Linear(&p.relations, p.hidden, n.rel, n.relOutBias)
	k = 0
	for s := range len(b.starts) - 1 {
		for i := b.starts[s] + 1; i < b.starts[s+1]; i++ {
			head := p.tree.heads[k] - 1
			rel := RelRoot
			if head >= 0 {
				rel = bestRel(p.relations.Row(k))
			}
			each(k, n.tags[bestOf(p.tags.Row(i)[:len(n.tags)])], head, rel)
			k++
		}
	}
}

func bestOf(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// bestRel is the best relation but that of the root.
func bestRel(x []float32) Deprel {
	best := 1
	for i := 2; i < len(deprelNames); i++ {
		if x[i] > x[best] && Deprel(i) != RelRoot {
			best = i
		}
	}
	return Deprel(best)
}
