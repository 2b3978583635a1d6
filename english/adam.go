package english

import "math"

// adam is the optimiser's memory.
type adam struct {
	mean, square map[*param][]float32
	step         int
}

func newAdam(n *net) *adam {
	a := &adam{map[*param][]float32{}, map[*param][]float32{}, 0}
	for _, p := range n.params {
		a.mean[p] = make([]float32, len(p.Data))
		a.square[p] = make([]float32, len(p.Data))
	}
	return a
}

const (
	meanDecay   = 0.9
	squareDecay = 0.98
)

// update moves the weights against the slopes, which it clears.
func (a *adam) update(g *gradient, rate float64) {
	a.step++
	scale := float32(rate * math.Sqrt(1-math.Pow(squareDecay, float64(a.step))) / (1 - math.Pow(meanDecay, float64(a.step))))
	for _, p := range g.n.params {
		d := g.of[p]
		if p == g.n.rows {
			for _, r := range g.touched {
				from, to := int(r)*width, int(r+1)*width
				a.move(p.Data[from:to], d.Data[from:to], a.mean[p][from:to], a.square[p][from:to], scale)
				g.seen[r] = false
			}
			g.touched = g.touched[:0]
			continue
		}
		a.move(p.Data, d.Data, a.mean[p], a.square[p], scale)
	}
}

func (a *adam) move(x, d, mean, square []float32, scale float32) {
	d, mean, square = d[:len(x)], mean[:len(x)], square[:len(x)]
	for i, s := range d {
		mean[i] = meanDecay*mean[i] + (1-meanDecay)*s
		square[i] = squareDecay*square[i] + (1-squareDecay)*s*s
		x[i] -= scale * mean[i] / (float32(math.Sqrt(float64(square[i]))) + 1e-8)
		d[i] = 0
	}
}
