package learn

import (
	"math"
	"math/rand/v2"
)

// Glorot draws the weights evenly from the range in which a layer leaves the
// spread of what passes through it as it is (Glorot and Bengio 2010).
func (p *Param) Glorot(random *rand.Rand) {
	limit := math.Sqrt(6 / float64(p.Rows+p.Cols))
	for i := range p.Data {
		p.Data[i] = float32((random.Float64()*2 - 1) * limit)
	}
}

// Normal draws the weights from a normal distribution around zero.
func (p *Param) Normal(random *rand.Rand, deviation float32) {
	for i := range p.Data {
		p.Data[i] = float32(random.NormFloat64()) * deviation
	}
}

// Fill gives all weights one value, as the gains of a Normalize begin with 1.
func (p *Param) Fill(value float32) {
	for i := range p.Data {
		p.Data[i] = value
	}
}

// Remember sets the biases of the forget gates of Recur so that at first the
// cells keep more than they take up.
func (p *Param) Remember() {
	n := p.Cols / 6
	for _, forget := range [][]float32{p.Data[n : 2*n], p.Data[4*n : 5*n]} {
		for j := range forget {
			forget[j] = 0.5
		}
	}
}
