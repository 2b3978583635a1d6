package learn

import (
	"math"
	"slices"
)

// Adam moves weights against the slopes of a loss.
type Adam struct {
	Params []*Param
	Rows   *Param // of these only the rows in Touched have slopes; may be nil
	Touched
	step int
}

// Touched is a set of rows.
type Touched struct {
	rows []int32
	seen []bool
}

// Touch adds a row.
func (t *Touched) Touch(row int32) {
	if !t.seen[row] {
		t.seen[row] = true
		t.rows = append(t.rows, row)
	}
}

const (
	meanDecay   = 0.9
	squareDecay = 0.98
)

// NewAdam gives the params their slopes.
func NewAdam(rows *Param, params ...*Param) *Adam {
	a := &Adam{Params: params, Rows: rows}
	all := params
	if rows != nil {
		all = append(all[:len(all):len(all)], rows)
		a.seen = make([]bool, rows.Matrix.Rows)
	}
	for _, p := range all {
		p.Slope = NewMatrix(p.Matrix.Rows, p.Cols)
		p.mean, p.square = make([]float32, len(p.Data)), make([]float32, len(p.Data))
	}
	return a
}

// Step moves all weights and clears their slopes.
func (a *Adam) Step(rate float64) {
	a.step++
	scale := float32(rate * math.Sqrt(1-math.Pow(squareDecay, float64(a.step))) / (1 - math.Pow(meanDecay, float64(a.step))))
	for _, p := range a.Params {
		p.move(0, len(p.Data), scale)
	}
	for _, r := range a.rows {
		a.Rows.move(int(r)*a.Rows.Stride, int(r+1)*a.Rows.Stride, scale)
		a.seen[r] = false
	}
	a.rows = a.rows[:0]
}

func (p *Param) move(from, to int, scale float32) {
	x := p.Data[from:to]
	d, mean, square := p.Slope.Data[from:to][:len(x)], p.mean[from:to][:len(x)], p.square[from:to][:len(x)]
	for i, s := range d {
		mean[i] = meanDecay*mean[i] + (1-meanDecay)*s
		square[i] = squareDecay*square[i] + (1-squareDecay)*s*s
		x[i] -= scale * mean[i] / (float32(math.Sqrt(float64(square[i]))) + 1e-8)
		d[i] = 0
	}
}

// Done ends training: what only it needs is freed, and rows that never had a
// slope become zero.
func (a *Adam) Done() {
	if a.Rows != nil {
		for i := range a.Rows.Matrix.Rows {
			if !slices.ContainsFunc(a.Rows.square[i*a.Rows.Stride:(i+1)*a.Rows.Stride], func(x float32) bool { return x != 0 }) {
				clear(a.Rows.Row(i))
			}
		}
	}
	for _, p := range append(a.Params, a.Rows) {
		if p != nil {
			p.Slope, p.mean, p.square = Matrix{}, nil, nil
		}
	}
}
