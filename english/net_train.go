package english

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/hearsay-news/hearsay/learn"
)

// The shares of activations that are dropped in training.
const (
	dropWords = 0.2
	dropLayer = 0.08
	dropView  = 0.2
	dropForm  = 0.1 // of words, the row of their form
)

// gold is what the words of a batch should be given.
type gold struct {
	tags   []int // -1 for a tag that is not learned
	heads  []int // in the sentence from 1, 0 for the root
	rels   []Deprel
	weight []float32
}

// gradient is the slope of the loss at the weights of a net.
type gradient struct {
	n       *net
	adam    *learn.Adam
	dropped *learn.Dropout

	out, back, turned     learn.Matrix
	dTags, dArcs, dHeads  learn.Matrix
	dRelDep, dRelHead     learn.Matrix
	dHidden, dGates, dSum learn.Matrix
}

func newGradient(n *net, random *rand.Rand) *gradient {
	dense := slices.DeleteFunc(slices.Clone(n.params), func(p *learn.Param) bool { return p == n.rows })
	return &gradient{n: n, adam: learn.NewAdam(n.rows, dense...), dropped: learn.NewDropout(random)}
}

// softmax turns scores into the slope of the cross entropy with class right,
// and returns the loss.
func softmax(scores []float32, right int, weight float32) float64 {
	top := scores[0]
	for _, v := range scores {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range scores {
		e := math.Exp(float64(v - top))
		scores[i] = float32(e)
		sum += e
	}
	inverse := float32(1/sum) * weight
	p := float64(scores[right]) / sum
	for i := range scores {
		scores[i] *= inverse
	}
	scores[right] -= weight
	return -math.Log(p + 1e-9)
}

// learn adds the slopes of a batch and returns its loss.
func (g *gradient) learn(b *batch, w *gold, p *pass) float64 {
	n := g.n
	g.dropped.Reset()
	n.forward(b, p, g.dropped)
	n.score(p, g.dropped)
	rows := b.rows()
	loss := 0.0
	x := *p.out
	g.out.Zero(rows, width)

	g.dTags.Zero(rows, p.tags.Cols)
	g.dArcs.Zero(rows, arcWidth)
	g.dHeads.Zero(rows, arcWidth)
	p.hidden.Resize(len(b.inputs), relWidth)
	k := 0
	for s := range len(b.starts) - 1 {
		first, last := b.starts[s], b.starts[s+1]
		count := last - first - 1
		if count == 0 {
			continue
		}
		scores := p.arcScores(b, s)
		for i := range count {
			row := scores.Row(i)
			clear(row[count+1:])
			loss += softmax(row[:count+1], w.heads[k+i], w.weight[k+i])
			if t := w.tags[k+i]; t >= 0 {
				to := g.dTags.Row(first + 1 + i)
				copy(to, p.tags.Row(first + 1 + i)[:len(n.tags)])
				loss += softmax(to[:len(n.tags)], t, w.weight[k+i])
			}
			p.relation(p.hidden.Row(k+i), first+1+i, first+w.heads[k+i])
		}
		k += count
		scores.Cols = count + 1
		g.dArcs.Part(first+1, last).AddProduct(scores, p.heads.Part(first, last))
		g.dHeads.Part(first, last).AddTransposedProduct(scores, p.arcs.Part(first+1, last))
	}
	learn.LinearBack(g.dTags, x, n.tag, n.tagBias, &g.out)

	g.back.Zero(rows, arcWidth)
	learn.LinearBack(g.dArcs, p.dependents, n.arc, n.arcBias, &g.back)
	through(g.back.Data, p.dependents.Data, dropView)
	learn.LinearBack(g.back, x, n.dependent, n.dependentBias, &g.out)
	through(g.dHeads.Data, p.heads.Data, dropView)
	learn.LinearBack(g.dHeads, x, n.head, n.headBias, &g.out)

	g.dropped.Drop(p.hidden.Data, dropView)
	learn.Linear(&p.relations, p.hidden, n.rel, n.relOutBias)
	k = 0
	for i := range p.relations.Rows {
		row := p.relations.Row(i)
		clear(row[len(deprelNames):])
		loss += softmax(row[:len(deprelNames)], int(w.rels[i]), w.weight[i])
	}
	g.dHidden.Zero(p.hidden.Rows, relWidth)
	learn.LinearBack(p.relations, p.hidden, n.rel, n.relOutBias, &g.dHidden)
	through(g.dHidden.Data, p.hidden.Data, dropView)
	g.dRelDep.Zero(rows, relWidth)
	g.dRelHead.Zero(rows, relWidth)
	for s := range len(b.starts) - 1 {
		for i := b.starts[s] + 1; i < b.starts[s+1]; i++ {
			from := g.dHidden.Row(k)
			d, h := g.dRelDep.Row(i), g.dRelHead.Row(b.starts[s]+w.heads[k])
			for j, v := range from {
				d[j] += v
				h[j] += v
			}
			k++
		}
	}
	learn.LinearBack(g.dRelDep, x, n.relDependent, n.relBias, &g.out)
	learn.LinearBack(g.dRelHead, x, n.relHead, nil, &g.out)

	for l := len(n.layers) - 1; l >= 0; l-- {
		q := &p.layers[l]
		below := &p.local
		if l > 0 {
			below = &p.layers[l-1].out
		}
		g.dropped.Back(g.out.Data, 2+l)
		learn.NormalizeBack(&g.dSum, g.out, q.sum, n.layers[l].gain, p.norms[2+l])
		g.recur(b, q)
		// The sum's slope flows on to the layer below as it is.
		g.out, g.dSum = g.dSum, g.out
		learn.LinearBack(g.dGates, *below, n.layers[l].weights, n.layers[l].bias, &g.out)
	}
	g.dropped.Back(g.out.Data, 1)
	learn.NormalizeBack(&g.dSum, g.out, p.convSum, n.convGain, p.norms[1])
	g.convolve(b, p)
	g.dropped.Back(g.out.Data, 0)
	learn.NormalizeBack(&g.dSum, g.out, p.sum, n.gain, p.norms[0])
	g.embed(b, p)
	return loss
}

// through goes back through a rectifier and its dropout, whose outcome is x.
func through(dx, x []float32, rate float32) {
	limit := uint64(rate * 256)
	keep := 1 / (1 - float32(limit)/256)
	for i, v := range x {
		if v > 0 {
			dx[i] *= keep
		} else {
			dx[i] = 0
		}
	}
}

// recur leaves in g.dGates the slope of the gates before they were gated.
func (g *gradient) recur(b *batch, q *layerPass) {
	g.dGates.Zero(q.gates.Rows, q.gates.Cols)
	for s := range len(b.starts) - 1 {
		first, last := b.starts[s], b.starts[s+1]
		learn.RecurBack(g.dGates.Part(first, last), g.dSum.Part(first, last), q.cells.Part(first, last), q.gates.Part(first, last))
	}
}

// convolve goes back through the convolution: g.dSum holds the slope of its
// outcome, and g.out will hold that of the words.
func (g *gradient) convolve(b *batch, p *pass) {
	n, rows := g.n, b.rows()
	g.out.Resize(rows, width)
	copy(g.out.Data, g.dSum.Data)
	d := g.dSum
	for i, v := range p.conv.Data {
		if v <= 0 {
			d.Data[i] = 0
		}
	}
	if rows <= 2 {
		return
	}
	inner := learn.Matrix{Rows: rows - 2, Cols: width, Stride: width, Data: d.Data[width:]}
	window := learn.Matrix{Rows: rows - 2, Cols: 3 * width, Stride: width, Data: p.words.Data}
	n.conv.Slope.AddTransposedProduct(window, inner)
	sum := n.convBias.Slope.Data
	for i := range inner.Rows {
		for j, v := range inner.Row(i) {
			sum[j] += v
		}
	}
	// One product a neighbour: their slopes overlap in memory.
	for k := range 3 {
		g.turned.Transpose(n.conv.Matrix.Part(k*width, (k+1)*width))
		learn.Matrix{Rows: rows - 2, Cols: width, Stride: width, Data: g.out.Data[k*width:]}.AddProduct(inner, g.turned)
	}
}

// embed goes back to the rows of the words.
func (g *gradient) embed(b *batch, p *pass) {
	n := g.n
	root, first := n.root.Slope.Data, n.first.Slope.Data
	rows := n.rows.Slope
	k := 0
	add := func(to, from []float32) {
		for j, v := range from {
			to[j] += v
		}
	}
	for s := range len(b.starts) - 1 {
		add(root, g.dSum.Row(b.starts[s]))
		for i := b.starts[s] + 1; i < b.starts[s+1]; i++ {
			d := g.dSum.Row(i)
			add(first, d)
			in := &b.inputs[k]
			for _, r := range in.rows {
				if r < 0 {
					continue
				}
				g.adam.Touch(r)
				add(rows.Row(int(r)), d)
			}
			k++
		}
	}
	add(root, g.dSum.Row(b.rows()-1))
	n.vector.Slope.AddTransposedProduct(p.static, g.dSum)
}

// initialize gives the weights of a net their first, random values.
func (n *net) initialize(random *rand.Rand) {
	for _, p := range n.params {
		switch {
		case p == n.rows:
			p.Normal(random, 0.05)
		case p == n.root:
			p.Normal(random, 0.3)
		case p.Rows > 1:
			p.Glorot(random)
		}
	}
	n.gain.Fill(1)
	n.convGain.Fill(1)
	for _, l := range n.layers {
		l.gain.Fill(1)
		l.bias.Remember()
	}
}
