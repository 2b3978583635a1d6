package english

import (
	"math"
	"math/rand/v2"

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
	of      map[*param]learn.Matrix
	touched []int32 // rows with a slope
	seen    []bool
	masks   [][]float32
	used    int
	random  *rand.Rand

	out, back, turned     learn.Matrix
	dTags, dArcs, dHeads  learn.Matrix
	dRelDep, dRelHead     learn.Matrix
	dHidden, dGates, dSum learn.Matrix
}

func newGradient(n *net, random *rand.Rand) *gradient {
	g := &gradient{n: n, of: map[*param]learn.Matrix{}, seen: make([]bool, n.rows.Rows), random: random}
	for _, p := range n.params {
		g.of[p] = learn.NewMatrix(p.Rows, p.Cols)
	}
	return g
}

// drop is a dropout that is remembered for the way back.
func (g *gradient) drop(x []float32, rate float32) {
	if g.used == len(g.masks) {
		g.masks = append(g.masks, nil)
	}
	m := g.masks[g.used][:0]
	limit := uint64(rate * 256)
	keep := 1 / (1 - float32(limit)/256)
	for len(m) < len(x) {
		bits := g.random.Uint64()
		for range 8 {
			if bits&255 < limit {
				m = append(m, 0)
			} else {
				m = append(m, keep)
			}
			bits >>= 8
		}
	}
	m = m[:len(x)]
	for i, k := range m {
		x[i] *= k
	}
	g.masks[g.used] = m
	g.used++
}

func zeros(m *learn.Matrix, rows, cols int) {
	m.Resize(rows, cols)
	clear(m.Data)
}

// linear goes back through y = x·w + b: it adds to the slopes of w, b and x.
func (g *gradient) linear(dy, x learn.Matrix, w, b *param, dx learn.Matrix) {
	g.of[w].AddTransposedProduct(x, dy)
	if b != nil {
		sum := g.of[b].Data
		for i := range dy.Rows {
			for j, v := range dy.Row(i) {
				sum[j] += v
			}
		}
	}
	g.turned.Transpose(w.Matrix)
	dx.AddProduct(dy, g.turned)
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
	g.used = 0
	n.forward(b, p, g.drop)
	n.score(p, g.drop)
	rows := b.rows()
	loss := 0.0
	x := *p.out
	zeros(&g.out, rows, width)

	zeros(&g.dTags, rows, p.tags.Cols)
	zeros(&g.dArcs, rows, arcWidth)
	zeros(&g.dHeads, rows, arcWidth)
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
		rowsOf(g.dArcs, first+1, last).AddProduct(scores, rowsOf(p.heads, first, last))
		rowsOf(g.dHeads, first, last).AddTransposedProduct(scores, rowsOf(p.arcs, first+1, last))
	}
	g.linear(g.dTags, x, n.tag, n.tagBias, g.out)

	zeros(&g.back, rows, arcWidth)
	g.linear(g.dArcs, p.dependents, n.arc, n.arcBias, g.back)
	through(g.back.Data, p.dependents.Data, dropView)
	g.linear(g.back, x, n.dependent, n.dependentBias, g.out)
	through(g.dHeads.Data, p.heads.Data, dropView)
	g.linear(g.dHeads, x, n.head, n.headBias, g.out)

	g.drop(p.hidden.Data, dropView)
	linear(&p.relations, p.hidden, n.rel, n.relOutBias)
	k = 0
	for i := range p.relations.Rows {
		row := p.relations.Row(i)
		clear(row[len(deprelNames):])
		loss += softmax(row[:len(deprelNames)], int(w.rels[i]), w.weight[i])
	}
	zeros(&g.dHidden, p.hidden.Rows, relWidth)
	g.linear(p.relations, p.hidden, n.rel, n.relOutBias, g.dHidden)
	through(g.dHidden.Data, p.hidden.Data, dropView)
	zeros(&g.dRelDep, rows, relWidth)
	zeros(&g.dRelHead, rows, relWidth)
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
	g.linear(g.dRelDep, x, n.relDependent, n.relBias, g.out)
	g.linear(g.dRelHead, x, n.relHead, nil, g.out)

	for l := len(n.layers) - 1; l >= 0; l-- {
		q := &p.layers[l]
		below := &p.local
		if l > 0 {
			below = &p.layers[l-1].out
		}
		g.masked(g.out, 2+l)
		g.normalize(g.out, q.sum, n.layers[l].gain, p.norms[2+l])
		g.recur(b, q)
		// The sum's slope flows on to the layer below as it is.
		g.out, g.dSum = g.dSum, g.out
		g.linear(g.dGates, *below, n.layers[l].weights, n.layers[l].bias, g.out)
	}
	g.masked(g.out, 1)
	g.normalize(g.out, p.convSum, n.convGain, p.norms[1])
	g.convolve(b, p)
	g.masked(g.out, 0)
	g.normalize(g.out, p.sum, n.gain, p.norms[0])
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

func (g *gradient) masked(d learn.Matrix, mask int) {
	for i, k := range g.masks[mask] {
		d.Data[i] *= k
	}
}

// normalize leaves in g.dSum the slope of what was normalized to have slope dy.
func (g *gradient) normalize(dy, x learn.Matrix, gain *param, norms []float32) {
	g.dSum.Resize(x.Rows, x.Cols)
	dGain := g.of[gain].Data
	for i := range x.Rows {
		norm := norms[i]
		d, row, to := dy.Row(i), x.Row(i), g.dSum.Row(i)
		var dot float32
		for j, v := range d {
			dGain[j] += v * row[j] * norm
			to[j] = v * gain.Data[j]
			dot += to[j] * row[j]
		}
		dot *= norm * norm * norm / width
		for j := range to {
			to[j] = to[j]*norm - row[j]*dot
		}
	}
}

// recur leaves in g.dGates the slope of the gates before they were gated.
func (g *gradient) recur(b *batch, q *layerPass) {
	zeros(&g.dGates, q.gates.Rows, q.gates.Cols)
	var carry [cells]float32
	for s := range len(b.starts) - 1 {
		first, last := b.starts[s], b.starts[s+1]-1
		clear(carry[:])
		for i := last; i >= first; i-- {
			var before []float32
			if i > first {
				before = q.cells.Row(i - 1)[:cells]
			}
			stepBack(carry[:], q.cells.Row(i)[:cells], before, q.gates.Row(i)[:3*cells], g.dSum.Row(i)[:cells], g.dGates.Row(i)[:3*cells])
		}
		clear(carry[:])
		for i := first; i <= last; i++ {
			var before []float32
			if i < last {
				before = q.cells.Row(i + 1)[cells:]
			}
			stepBack(carry[:], q.cells.Row(i)[cells:], before, q.gates.Row(i)[3*cells:], g.dSum.Row(i)[cells:], g.dGates.Row(i)[3*cells:])
		}
	}
}

func stepBack(carry, c, before, gates, dSum, dGates []float32) {
	z, f, r := gates[:cells], gates[cells:2*cells], gates[2*cells:3*cells]
	dz, df, dr := dGates[:cells], dGates[cells:2*cells], dGates[2*cells:3*cells]
	for j := range cells {
		dc := carry[j] + dSum[j]*r[j]
		dr[j] = dSum[j] * c[j] * gateSlope(r[j])
		was := float32(0)
		if before != nil {
			was = before[j]
		}
		df[j] = dc * (was - z[j]) * gateSlope(f[j])
		dz[j] = dc * (1 - f[j])
		carry[j] = dc * f[j]
	}
}

// gateSlope is the slope of learn.Gate where it has the value y.
func gateSlope(y float32) float32 {
	u := 4 * y * (1 - y)
	if u <= 0 {
		return 0
	}
	return 0.5 * u * float32(math.Sqrt(float64(u)))
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
	g.of[n.conv].AddTransposedProduct(window, inner)
	sum := g.of[n.convBias].Data
	for i := range inner.Rows {
		for j, v := range inner.Row(i) {
			sum[j] += v
		}
	}
	// One product a neighbour: their slopes overlap in memory.
	for k := range 3 {
		g.turned.Transpose(rowsOf(n.conv.Matrix, k*width, (k+1)*width))
		learn.Matrix{Rows: rows - 2, Cols: width, Stride: width, Data: g.out.Data[k*width:]}.AddProduct(inner, g.turned)
	}
}

// embed goes back to the rows of the words.
func (g *gradient) embed(b *batch, p *pass) {
	n := g.n
	root, first := g.of[n.root].Data, g.of[n.first].Data
	rows := g.of[n.rows]
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
				if !g.seen[r] {
					g.seen[r] = true
					g.touched = append(g.touched, r)
				}
				add(rows.Row(int(r)), d)
			}
			k++
		}
	}
	add(root, g.dSum.Row(b.rows()-1))
	g.of[n.vector].AddTransposedProduct(p.static, g.dSum)
}

// initialize gives the weights of a net their first, random values.
func (n *net) initialize(random *rand.Rand) {
	for _, p := range n.params {
		switch {
		case p == n.rows:
			for i := range p.Data {
				p.Data[i] = float32(random.NormFloat64()) * 0.05
			}
		case p == n.root:
			for i := range p.Data {
				p.Data[i] = float32(random.NormFloat64()) * 0.3
			}
		case p.Rows > 1:
			limit := math.Sqrt(6 / float64(p.Rows+p.Cols))
			for i := range p.Data {
				p.Data[i] = float32((random.Float64()*2 - 1) * limit)
			}
		}
	}
	gains := []*param{n.gain, n.convGain}
	for _, l := range n.layers {
		gains = append(gains, l.gain)
		for j := range cells {
			l.bias.Data[cells+j], l.bias.Data[4*cells+j] = 0.5, 0.5
		}
	}
	for _, p := range gains {
		for i := range p.Data {
			p.Data[i] = 1
		}
	}
}
