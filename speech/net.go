package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/learn"
)

// net reads the words of some paragraphs in their order and scores the tags of
// each. A word is the sum of what is known of it: rows of a hashed table, and
// what the parser's net made of it and of its head. Layers of gated recurrence
// in both directions carry that on: an open quotation, a speaker.
//
// All is 32-bit arithmetic in a fixed order: the same on every machine.
type net struct {
	rows         *learn.Param
	word, head   *learn.Param
	bias, gain   *learn.Param
	layers       [netDepth]netLayer
	out, outBias *learn.Param
}

type netLayer struct{ weights, bias, gain *learn.Param }

const (
	netBits  = 14  // of the number of rows
	netDepth = 2   // layers
	netWidth = 128 // of a word
	netOut   = 16  // tags, padded
)

func newNet() *net {
	n := &net{
		rows: learn.NewParam(1<<netBits, netWidth),
		word: learn.NewParam(english.ContextWidth, netWidth), head: learn.NewParam(english.ContextWidth, netWidth),
		bias: learn.NewParam(1, netWidth), gain: learn.NewParam(1, netWidth),
		out: learn.NewParam(netWidth, netOut), outBias: learn.NewParam(1, netOut),
	}
	for l := range n.layers {
		n.layers[l] = netLayer{learn.NewParam(netWidth, 3*netWidth), learn.NewParam(1, 3*netWidth), learn.NewParam(1, netWidth)}
	}
	return n
}

// dense lists the weights but the rows.
func (n *net) dense() []*learn.Param {
	out := []*learn.Param{n.word, n.head, n.bias, n.gain}
	for _, l := range n.layers {
		out = append(out, l.weights, l.bias, l.gain)
	}
	return append(out, n.out, n.outBias)
}

// netInput is what the net reads of a stretch of words.
type netInput struct {
	rows       []uint32
	starts     []int32 // rows of word i are rows[starts[i]:starts[i+1]]
	word, head learn.Matrix
}

func (in *netInput) words() int { return len(in.starts) - 1 }

func (in *netInput) rowsOf(i int) []uint32 { return in.rows[in.starts[i]:in.starts[i+1]] }

// netPass is what the net computes.
type netPass struct {
	in, piece  netInput
	all        learn.Matrix // scores of a document
	sum, words learn.Matrix
	norms      [netDepth + 1][]float32
	layers     [netDepth]netLayerPass
	scores     learn.Matrix
}

type netLayerPass struct{ gates, cells, sum, out learn.Matrix }

// forward scores the words of a stretch. drop, which may be nil, changes
// activations in training.
func (n *net) forward(in *netInput, p *netPass, drop *learn.Dropout) {
	p.sum.Resize(in.words(), netWidth)
	for i := range in.words() {
		to := p.sum.Row(i)
		copy(to, n.bias.Data)
		learn.AddRows(to, n.rows.Matrix, in.rowsOf(i))
	}
	p.sum.AddProduct(in.word, n.word.Matrix)
	p.sum.AddProduct(in.head, n.head.Matrix)
	learn.Normalize(&p.words, p.sum, n.gain, &p.norms[0])
	drop.Drop(p.words.Data, netDropWords)
	x := &p.words
	for l := range n.layers {
		q := &p.layers[l]
		learn.Linear(&q.gates, *x, n.layers[l].weights, n.layers[l].bias)
		q.sum.Resize(x.Rows, netWidth)
		q.cells.Resize(x.Rows, netWidth)
		learn.Recur(q.sum, q.cells, q.gates, *x)
		learn.Normalize(&q.out, q.sum, n.layers[l].gain, &p.norms[1+l])
		drop.Drop(q.out.Data, netDropLayer)
		x = &q.out
	}
	learn.Linear(&p.scores, *x, n.out, n.outBias)
}

// contextScale brings the bytes of english.Document.Contexts to their size.
const contextScale = 1.0 / 32

// look collects what the net reads of the words of a document, but for the
// contexts.
func (in *netInput) look(v *view) {
	r := rows{bits: netBits, out: in.rows[:0]}
	in.starts = append(in.starts[:0], 0)
	for _, p := range v.paras {
		anc := v.ancestries(p.first, p.last)
		for i := p.first; i < p.last; i++ {
			v.netFeatures(&r, p, anc, i)
			in.starts = append(in.starts, int32(len(r.out)))
		}
	}
	in.rows = r.out
}

// contexts fills in what the parser's net made of the words [first, last).
func (in *netInput) contexts(v *view, first, last int32) {
	n := int(last - first)
	in.word.Resize(n, english.ContextWidth)
	in.head.Resize(n, english.ContextWidth)
	for i := range n {
		v.context(in.word.Row(i), first+int32(i))
		v.context(in.head.Row(i), v.head(first+int32(i)))
	}
}

func (v *view) context(to []float32, i int32) {
	if i < 0 || v.doc.Contexts == nil {
		clear(to)
		return
	}
	from := v.doc.Contexts[int(i)*english.ContextWidth:][:len(to)]
	for j, q := range from {
		to[j] = float32(q) * contextScale
	}
}

// longestPiece is about how many words are read at once: what is computed of
// them fits the processor's nearer memory.
const longestPiece = 400

// read scores the words of a document, a few paragraphs at a time. The scores
// hold until the next reading.
func (n *net) read(v *view, p *netPass) *learn.Matrix {
	p.in.look(v)
	p.all.Resize(p.in.words(), netOut)
	for k := 0; k < len(v.paras); {
		first, last := v.paras[k].first, v.paras[k].last
		for k++; k < len(v.paras) && v.paras[k].last-first <= longestPiece; k++ {
			last = v.paras[k].last
		}
		for ; first < last; first += longestPart {
			to := min(last, first+longestPart)
			p.piece.rows, p.piece.starts = p.in.rows, p.in.starts[first:to+1]
			p.piece.contexts(v, first, to)
			n.forward(&p.piece, p, nil)
			copy(p.all.Data[first*netOut:], p.scores.Data)
		}
	}
	return &p.all
}
