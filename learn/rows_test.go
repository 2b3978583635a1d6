package learn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRowsAreTheSameWithAndWithoutVectors(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{1, 4, 7, 8, 19, 96, 128, 192} {
		var in [7][]float32
		for i := range in {
			in[i] = random(r, 1, n).Data
		}
		outcome := func() (all []float32) {
			to := slices.Clone(in[0])
			Add(to, in[1])
			table := Matrix{Rows: 3, Cols: n, Stride: n, Data: slices.Concat(in[4], in[5], in[6])}
			AddRows(to, table, []uint32{2, 0, 2, 1})
			AddRows(to, table, nil)
			all = append(all, to...)
			Rectify(to)
			all = append(all, to...)
			all = append(all, Norm(in[2]))
			Scale(to, in[3], in[4], 0.3)
			all = append(all, to...)
			c, sum := make([]float32, n), make([]float32, n)
			Step(c, nil, in[1], in[2], in[3], in[4], sum)
			all = append(append(all, c...), sum...)
			Step(c, in[0], in[1], in[2], in[3], in[4], sum)
			return append(append(all, c...), sum...)
		}
		got := outcome()
		var want []float32
		plain(func() { want = outcome() })
		if !slices.Equal(got, want) {
			t.Errorf("%d values: %v, not %v", n, got, want)
		}
	}
}

func TestRectify(t *testing.T) {
	x := []float32{-1, 2, 0, float32(math.Copysign(0, -1)), float32(math.Inf(-1)), float32(math.Inf(1)), -1e-40, -3, 3}
	Rectify(x)
	if want := []float32{0, 2, 0, 0, 0, float32(math.Inf(1)), 0, 0, 3}; !slices.Equal(x, want) || math.Signbit(float64(x[3])) {
		t.Errorf("%v, not %v", x, want)
	}
}
