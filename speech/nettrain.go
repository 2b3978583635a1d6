package speech

import (
	"fmt"
	"io"
	"math/rand/v2"

	"github.com/hearsay-news/hearsay/learn"
)

// The shares of activations that are dropped in training, and of the rows of
// each word.
const (
	netDropWords = 0.1
	netDropLayer = 0.1
	netDropRows  = 0.3125
	netRate      = 0.003
	netChunk     = 300 // words a step
)

// lesson is an article for the net.
type lesson struct {
	v       *view
	in      netInput
	starts  []int32 // first words of its paragraphs, and the end
	borders []uint8
	gold    []uint8
}

func (v *view) lesson(gold []uint8) lesson {
	l := lesson{v: v, gold: gold}
	l.in.look(v)
	for _, p := range v.paras {
		l.starts = append(l.starts, p.first)
		for i := p.first; i < p.last; i++ {
			l.borders = append(l.borders, v.border(p, i))
		}
	}
	l.starts = append(l.starts, int32(len(v.doc.Words)))
	return l
}

// netTrainer trains a net and the transitions that go with it.
type netTrainer struct {
	*net
	moves   movesTrainer
	adam    *learn.Adam
	random  *rand.Rand
	dropped *learn.Dropout
	lattice lattice
	pass    netPass
	thin    netInput

	dScores, back, dSum, dGates learn.Matrix
}

func newNetTrainer(seed uint64) *netTrainer {
	t := &netTrainer{net: newNet(), random: rand.New(rand.NewPCG(seed, 11))}
	t.dropped = learn.NewDropout(t.random)
	t.initialize()
	t.adam = learn.NewAdam(t.rows, t.dense()...)
	return t
}

// initialize gives the weights their first, random values.
func (t *netTrainer) initialize() {
	for _, p := range t.dense() {
		if p.Rows > 1 {
			p.Glorot(t.random)
		}
	}
	t.rows.Normal(t.random, 0.05)
	t.gain.Fill(1)
	for _, l := range t.layers {
		l.gain.Fill(1)
		l.bias.Remember()
	}
}

// stretch is the words from first to last of a lesson, without a random share
// of their rows.
func (t *netTrainer) stretch(l *lesson, first, last int32) *netInput {
	in := &t.thin
	in.rows, in.starts = in.rows[:0], append(in.starts[:0], 0)
	limit := uint64(netDropRows * 256)
	for i := first; i < last; i++ {
		var bits uint64
		for k, r := range l.in.rowsOf(int(i)) {
			if k%8 == 0 {
				bits = t.random.Uint64()
			}
			if bits&255 >= limit {
				in.rows = append(in.rows, r)
			}
			bits >>= 8
		}
		in.starts = append(in.starts, int32(len(in.rows)))
	}
	in.contexts(l.v, first, last)
	return in
}

// learn makes one step on the paragraphs [a, b) of a lesson and returns the loss.
func (t *netTrainer) learn(l *lesson, a, b int, rate float64) float64 {
	first, last := l.starts[a], l.starts[b]
	in := t.stretch(l, first, last)
	t.dropped.Reset()
	p := &t.pass
	t.forward(in, p, t.dropped)
	t.dScores.Zero(p.scores.Rows, netOut)
	loss := 0.0
	for k := a; k < b; k++ {
		from, to := l.starts[k], l.starts[k+1]
		loss += t.field(l, from, to, int(from-first))
	}
	x := &p.layers[netDepth-1].out
	t.back.Zero(x.Rows, netWidth)
	learn.LinearBack(t.dScores, *x, t.out, t.outBias, &t.back)
	for d := netDepth - 1; d >= 0; d-- {
		q := &p.layers[d]
		below := &p.words
		if d > 0 {
			below = &p.layers[d-1].out
		}
		t.dropped.Back(t.back.Data, 1+d)
		learn.NormalizeBack(&t.dSum, t.back, q.sum, t.layers[d].gain, p.norms[1+d])
		t.dGates.Resize(q.gates.Rows, q.gates.Cols)
		learn.RecurBack(t.dGates, t.dSum, q.cells, q.gates)
		// The sum's slope flows on to the layer below as it is.
		t.back, t.dSum = t.dSum, t.back
		learn.LinearBack(t.dGates, *below, t.layers[d].weights, t.layers[d].bias, &t.back)
	}
	t.dropped.Back(t.back.Data, 0)
	learn.NormalizeBack(&t.dSum, t.back, p.sum, t.gain, p.norms[0])
	learn.LinearBack(t.dSum, in.word, t.word, nil, nil)
	learn.LinearBack(t.dSum, in.head, t.head, t.bias, nil)
	for i := range in.words() {
		d := t.dSum.Row(i)
		for _, r := range in.rowsOf(i) {
			t.adam.Touch(int32(r))
			learn.Add(t.rows.Slope.Row(int(r)), d)
		}
	}
	t.adam.Step(rate)
	return loss
}

// field goes forward and back through the field of one paragraph, the words
// [from, to) of the lesson, whose scores begin at row at.
func (t *netTrainer) field(l *lesson, from, to int32, at int) float64 {
	f := &t.lattice
	n := int(to - from)
	f.size(n)
	c := chain{borders: l.borders[from:to], gold: l.gold[from:to]}
	for i := range n {
		copy(f.emit[i][:], t.pass.scores.Row(at + i)[:tags])
	}
	t.moves.enter(c.borders, f)
	loss := f.forwardBackward()
	prev := tags
	for i := range n {
		g := int(c.gold[i])
		loss -= float64(f.emit[i][g] + t.moves.scores[c.borders[i]][prev][g])
		prev = g
		d := t.dScores.Row(at + i)
		for b := range tags {
			d[b] = float32(f.marginal(i, b))
		}
		d[g]--
	}
	for i := range n {
		t.moves.update(&c, f, i, tagRate)
	}
	return loss
}

// train makes passes over the lessons.
func (t *netTrainer) train(lessons []*lesson, epochs int, log io.Writer) {
	type chunk struct {
		l    *lesson
		a, b int
	}
	step, words := 0, 0
	for _, l := range lessons {
		words += len(l.gold)
	}
	steps := epochs * (words/netChunk + len(lessons))
	for e := range epochs {
		var chunks []chunk
		for _, l := range lessons {
			for a := 0; a+1 < len(l.starts); {
				size := int32(netChunk)
				if a == 0 {
					size = 50 + int32(t.random.IntN(netChunk))
				}
				b := a + 1
				for b+1 < len(l.starts) && l.starts[b+1]-l.starts[a] <= size {
					b++
				}
				chunks = append(chunks, chunk{l, a, b})
				a = b
			}
		}
		loss := 0.0
		for _, k := range t.random.Perm(len(chunks)) {
			c := chunks[k]
			step++
			rate := netRate * min(1, float64(step)/200) * max(0.01, 1-float64(step)/float64(steps))
			loss += t.learn(c.l, c.a, c.b, rate)
		}
		fmt.Fprintf(log, "net epoch %d: loss %.4f (%d of %d steps)\n", e+1, loss/float64(max(1, words)), step, steps)
	}
	t.adam.Done()
	// From here on no rows are left out.
	for i := range t.rows.Data {
		t.rows.Data[i] *= float32(1 - netDropRows)
	}
}
