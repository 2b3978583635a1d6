package english

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hearsay-news/hearsay/learn"
)

// bestTree tries all heads of count words and gives the best total of a tree,
// with one root and with any number.
func bestTree(scores learn.Matrix, count int) (one, any float64) {
	one, any = math.Inf(-1), math.Inf(-1)
	heads := make([]int, count)
	var try func(i int, total float64)
	try = func(i int, total float64) {
		if i < count {
			for h := 0; h <= count; h++ {
				if h != i+1 {
					heads[i] = h
					try(i+1, total+float64(scores.Row(i)[h]))
				}
			}
			return
		}
		if (&treeScratch{}).cyclic(heads) {
			return
		}
		any = max(any, total)
		if roots(heads) == 1 {
			one = max(one, total)
		}
	}
	try(0, 0)
	return one, any
}

func roots(heads []int) int {
	n := 0
	for _, h := range heads {
		if h == 0 {
			n++
		}
	}
	return n
}

func TestTreesAreTheBest(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for n := range 300 {
		count := 1 + n%5
		scores := learn.NewMatrix(count, count+1)
		for i := range scores.Data {
			scores.Data[i] = random.Float32()
		}
		var s treeScratch
		heads := s.decode(scores, count)
		if roots(heads) != 1 || s.cyclic(heads) {
			t.Fatalf("heads %v are no tree", heads)
		}
		total := 0.0
		for i, h := range heads {
			total += float64(scores.Row(i)[h])
		}
		one, any := bestTree(scores, count)
		if one == any && math.Abs(total-one) > 1e-5 {
			t.Errorf("heads %v score %.4f, the best tree %.4f", heads, total, one)
		}
	}
}

func TestCycles(t *testing.T) {
	for _, c := range []struct {
		heads []int
		want  bool
	}{{nil, false}, {[]int{0}, false}, {[]int{2, 0}, false}, {[]int{2, 1}, true}, {[]int{0, 3, 2}, true}, {[]int{2, 3, 0, 3}, false}} {
		if got := (&treeScratch{}).cyclic(c.heads); got != c.want {
			t.Errorf("cyclic(%v) = %v", c.heads, got)
		}
	}
}
