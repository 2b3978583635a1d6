package learn

import "math/rand/v2"

// Dropout leaves out random activations in training and remembers which, for
// the way back. A nil Dropout leaves everything.
type Dropout struct {
	random *rand.Rand
	masks  [][]float32
	used   int
}

// NewDropout is a dropout by the given random numbers.
func NewDropout(random *rand.Rand) *Dropout { return &Dropout{random: random} }

// Reset starts a new pass.
func (d *Dropout) Reset() { d.used = 0 }

// Drop leaves out a share of the activations and makes up for it in the others.
func (d *Dropout) Drop(x []float32, rate float32) {
	if d == nil {
		return
	}
	if d.used == len(d.masks) {
		d.masks = append(d.masks, nil)
	}
	m := d.masks[d.used][:0]
	limit := uint64(rate * 256)
	keep := 1 / (1 - float32(limit)/256)
	for len(m) < len(x) {
		bits := d.random.Uint64()
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
	d.masks[d.used] = m
	d.used++
}

// Back goes back through the call of Drop with the given number, from 0.
func (d *Dropout) Back(slopes []float32, call int) {
	for i, k := range d.masks[call] {
		slopes[i] *= k
	}
}
