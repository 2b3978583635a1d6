package learn

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func random(r *rand.Rand, rows, cols int) Matrix {
	m := NewMatrix(rows, cols)
	for i := range m.Data {
		m.Data[i] = r.Float32()*2 - 1
	}
	return m
}

// plain computes without vector instructions what f computes with them.
func plain(f func()) {
	defer func(v, w, r bool) { vector, wide, rowwise = v, w, r }(vector, wide, rowwise)
	vector, wide, rowwise = false, false, false
	f()
}

func TestProductIsTheSameWithAndWithoutVectors(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range [][3]int{{1, 1, 1}, {4, 16, 8}, {5, 33, 7}, {9, 48, 100}, {3, 15, 2}, {6, 160, 40}, {3, 130, 9}} {
		a, b, c := random(r, s[0], s[2]), random(r, s[2], s[1]), random(r, s[0], s[1])
		want := NewMatrix(s[0], s[1])
		copy(want.Data, c.Data)
		for i := range s[0] {
			for j := range s[1] {
				for k := range s[2] {
					at := &want.Data[i*s[1]+j]
					*at = fused(a.Row(i)[k], b.Row(k)[j], *at)
				}
			}
		}
		other := NewMatrix(s[0], s[1])
		copy(other.Data, c.Data)
		plain(func() { other.AddProduct(a, b) })
		narrow := NewMatrix(s[0], s[1])
		copy(narrow.Data, c.Data)
		func() {
			defer func(w bool) { wide = w }(wide)
			wide = false
			narrow.AddProduct(a, b)
		}()
		var at Matrix
		at.Transpose(a)
		third := NewMatrix(s[0], s[1])
		copy(third.Data, c.Data)
		third.AddTransposedProduct(at, b)
		c.AddProduct(a, b)
		if !slices.Equal(c.Data, want.Data) || !slices.Equal(other.Data, want.Data) || !slices.Equal(narrow.Data, want.Data) || !slices.Equal(third.Data, want.Data) {
			t.Errorf("%v: the products differ", s)
		}
	}
}

func TestGatesAreTheSameWithAndWithoutVectors(t *testing.T) {
	x := random(rand.New(rand.NewPCG(3, 4)), 1, 19)
	for i := range x.Data {
		x.Data[i] *= 20
	}
	y := slices.Clone(x.Data)
	Gates(x.Data)
	plain(func() { Gates(y) })
	if !slices.Equal(x.Data, y) {
		t.Errorf("%v\n%v", x.Data, y)
	}
	if Gate(0) != 0.5 || Gate(50) < 0.999 || Gate(-50) > 0.001 {
		t.Error("a gate does not open and shut")
	}
}

func BenchmarkProductWithoutVectors(b *testing.B) { plain(func() { BenchmarkProduct(b) }) }

func BenchmarkProduct(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, w, y := random(r, 256, 384), random(r, 384, 128), NewMatrix(256, 128)
	b.ReportAllocs()
	for b.Loop() {
		y.AddProduct(x, w)
	}
	b.ReportMetric(2*256*384*128/(float64(b.Elapsed().Nanoseconds())/float64(b.N)), "GFLOPS")
}
