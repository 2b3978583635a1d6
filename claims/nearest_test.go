package claims

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMostAreTheFirstOfTheSorted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		score := make([]float64, 1+r.IntN(40))
		indices := r.Perm(len(score))
		for i := range score {
			score[i] = float64(r.IntN(10))
		}
		want := slices.Clone(indices)
		slices.SortFunc(want, func(x, y int) int { return cmp.Or(cmp.Compare(score[y], score[x]), cmp.Compare(x, y)) })
		n := 1 + r.IntN(20)
		if got := most(indices, score, n); !slices.Equal(got, want[:min(n, len(want))]) {
			t.Fatalf("%v, not %v", got, want[:min(n, len(want))])
		}
		slices.Sort(indices)
		slices.Sort(want)
		if !slices.Equal(indices, want) {
			t.Fatal("an index is lost")
		}
	}
}
