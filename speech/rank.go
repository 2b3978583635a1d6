package speech

import (
	"math"
	"math/rand/v2"
)

// choice is a set of options of which one is right, each with its rows of a
// table of one weight a row.
type choice struct {
	options [][]uint32
	right   int
}

// rankWeights are the weights of choices in training.
type rankWeights struct {
	bits      uint
	w, sq     []float32
	rate, reg float32
	drop      float64
}

const rankRate, rankReg = 0.02, 1e-5

func newRankWeights(bits uint) *rankWeights {
	return &rankWeights{bits: bits, w: make([]float32, 1<<bits), sq: make([]float32, 1<<bits), rate: rankRate, reg: rankReg}
}

func (r *rankWeights) score(rows []uint32) float32 {
	s := float32(0)
	for _, k := range rows {
		s += r.w[k]
	}
	return s
}

func (r *rankWeights) update(rows []uint32, g float32) {
	if g < 1e-3 && g > -1e-3 {
		return
	}
	for _, k := range rows {
		adagrad(&r.w[k], &r.sq[k], g, r.rate, r.reg)
	}
}

func (r *rankWeights) train(choices []choice, order *rand.Rand) (loss float64) {
	for _, k := range order.Perm(len(choices)) {
		c := &choices[k]
		p := make([]float64, len(c.options))
		for i, o := range c.options {
			p[i] = float64(r.score(o))
		}
		softmax(p)
		loss -= math.Log(max(p[c.right], 1e-12))
		for i, o := range c.options {
			g := float32(p[i])
			if i == c.right {
				g--
			}
			r.update(o, g)
		}
	}
	return loss / float64(max(1, len(choices)))
}

func softmax(p []float64) {
	m := minusInf
	for _, x := range p {
		m = max(m, x)
	}
	sum := 0.0
	for i, x := range p {
		p[i] = math.Exp(x - m)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// settle ends training: from here on no rows are left out.
func (r *rankWeights) settle() {
	for i := range r.w {
		r.w[i] *= float32(1 - r.drop)
	}
	r.sq, r.drop = nil, 0
}
