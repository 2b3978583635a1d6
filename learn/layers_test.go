package learn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// stack is a small net: a linear layer into gates, the recurrence, a
// normalization; its loss weighs the outcome.
type stack struct {
	x, into, weigh       Matrix
	weights, bias, gain  *Param
	gates, cells, sum, y Matrix
	norms                []float32
	dSum, dGates, dX     Matrix
}

func newStack(r *rand.Rand, rows, cols int) *stack {
	s := &stack{x: random(r, rows, 5), weigh: random(r, rows, cols), into: random(r, rows, cols),
		weights: NewParam(5, 3*cols), bias: NewParam(1, 3*cols), gain: NewParam(1, cols)}
	for _, p := range []*Param{s.weights, s.bias, s.gain} {
		copy(p.Data, random(r, p.Rows, p.Cols).Data)
	}
	return s
}

func (s *stack) loss() float64 {
	Linear(&s.gates, s.x, s.weights, s.bias)
	s.sum.Resize(s.into.Rows, s.into.Cols)
	s.cells.Resize(s.into.Rows, s.into.Cols)
	Recur(s.sum, s.cells, s.gates, s.into)
	Normalize(&s.y, s.sum, s.gain, &s.norms)
	loss := 0.0
	for i, v := range s.y.Data {
		loss += float64(v * s.weigh.Data[i])
	}
	return loss
}

func (s *stack) back() {
	NormalizeBack(&s.dSum, s.weigh, s.sum, s.gain, s.norms)
	s.dGates.Resize(s.gates.Rows, s.gates.Cols)
	RecurBack(s.dGates, s.dSum, s.cells, s.gates)
	s.dX = NewMatrix(s.x.Rows, s.x.Cols)
	LinearBack(s.dGates, s.x, s.weights, s.bias, &s.dX)
}

func TestSlopesAreThoseOfTheLoss(t *testing.T) {
	s := newStack(rand.New(rand.NewPCG(5, 6)), 7, 8)
	NewAdam(nil, s.weights, s.bias, s.gain)
	s.loss()
	s.back()
	for name, c := range map[string]struct{ at, slope []float32 }{
		"weights": {s.weights.Data, s.weights.Slope.Data},
		"bias":    {s.bias.Data, s.bias.Slope.Data},
		"gain":    {s.gain.Data, s.gain.Slope.Data},
		"input":   {s.x.Data, s.dX.Data},
		"beside":  {s.into.Data, s.dSum.Data},
	} {
		for i := 0; i < len(c.at); i += 3 {
			const step = 1e-2
			was := c.at[i]
			c.at[i] = was + step
			up := s.loss()
			c.at[i] = was - step
			down := s.loss()
			c.at[i] = was
			if want := (up - down) / (2 * step); math.Abs(want-float64(c.slope[i])) > 0.01+0.02*math.Abs(want) {
				t.Errorf("%s %d: slope %.4f, want %.4f", name, i, c.slope[i], want)
			}
		}
	}
}

func TestAdamMovesAgainstTheSlope(t *testing.T) {
	w, rows := NewParam(1, 4), NewParam(3, 2)
	copy(w.Data, []float32{1, -1, 2, -2})
	copy(rows.Data, []float32{1, 1, 1, 1, 1, 1})
	a := NewAdam(rows, w)
	for range 500 {
		copy(w.Slope.Data, w.Data) // of half the square
		a.Touch(1)
		copy(rows.Slope.Row(1), rows.Row(1))
		a.Step(0.02)
	}
	for i, v := range w.Data {
		if math.Abs(float64(v)) > 0.05 {
			t.Errorf("weight %d is %f, not near 0", i, v)
		}
	}
	if !slices.Equal(rows.Row(0), []float32{1, 1}) || math.Abs(float64(rows.Row(1)[0])) > 0.05 {
		t.Errorf("rows %v: only the one touched should move", rows.Data)
	}
	a.Done()
	if !slices.Equal(rows.Row(0), []float32{0, 0}) || rows.Row(1)[0] == 0 {
		t.Errorf("rows %v: only those never touched should be zero", rows.Data)
	}
}
