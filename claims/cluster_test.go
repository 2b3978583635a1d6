package claims

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// linkSlowly is link by its definition: each time all groups are compared.
func linkSlowly(n int, edges []edge, far, joinAt float64) [][]int {
	sim := map[[2]int]float64{}
	for _, e := range edges {
		sim[[2]int{min(e.a, e.b), max(e.a, e.b)}] = e.sim
	}
	var groups [][]int
	for i := range n {
		groups = append(groups, []int{i})
	}
	for {
		a, b, top := -1, -1, 0.0
		for j := range groups {
			for i := range j {
				sum, some := 0.0, false
				for _, x := range groups[i] {
					for _, y := range groups[j] {
						s, ok := sim[[2]int{min(x, y), max(x, y)}]
						some = some || ok
						if !ok {
							s = far
						}
						sum += s
					}
				}
				mean := sum / float64(len(groups[i])*len(groups[j]))
				if some && mean >= joinAt && (a < 0 || mean > top || mean == top && (i < a || i == a && j < b)) {
					a, b, top = i, j, mean
				}
			}
		}
		if a < 0 {
			return groups
		}
		groups[a] = append(groups[a], groups[b]...)
		slices.Sort(groups[a])
		groups = slices.Delete(groups, b, b+1)
	}
}

func TestLinkJoinsTheMostSimilarFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 1 + r.IntN(20)
		var edges []edge
		for a := range n {
			for b := range a {
				if r.IntN(3) > 0 {
					edges = append(edges, edge{b, a, float64(r.IntN(64))/8 - 4}) // sums of eighths are exact
				}
			}
		}
		got, want := link(n, edges, -4, -0.9), linkSlowly(n, edges, -4, -0.9)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%d nodes, edges %v: %v, not %v", n, edges, got, want)
		}
	}
}
