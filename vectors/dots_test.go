package vectors

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestDotsAreTheSameWithAndWithoutVectorInstructions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 7, 33} {
		v := At(r.IntN(Len()))
		words, want := make([]int32, n), make([]int32, n)
		for i := range words {
			if words[i] = int32(r.IntN(Len()+100)) - 100; words[i] >= 0 {
				want[i] = Dot(v, At(int(words[i])))
			}
		}
		got := make([]int32, n+1)
		got[n] = 77
		for _, on := range []bool{vector, false} {
			func() {
				defer func(old bool) { vector = old }(vector)
				vector = on
				Dots(got, v, words)
			}()
			if !slices.Equal(got[:n], want) || got[n] != 77 {
				t.Errorf("%v with vector instructions %v: %v, not %v", words, on, got, want)
			}
		}
	}
	low := slices.Repeat([]int8{-128}, Dims)
	if got := Dot(low, low); got != Dims*128*128 {
		t.Error(got)
	}
}

func BenchmarkDots(b *testing.B) {
	words, out := make([]int32, 16), make([]int32, 16)
	for i := range words {
		words[i] = int32(i * 97)
	}
	b.ReportAllocs()
	for b.Loop() {
		Dots(out, At(5), words)
	}
}
