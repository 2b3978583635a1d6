package claims

import (
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

// groupsOf are the nodes of each group that has any, in order.
func groupsOf(s *settling) [][]int {
	var out [][]int
	for _, in := range s.in {
		if len(in) > 0 {
			in = slices.Sorted(slices.Values(in))
			out = append(out, in)
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

func TestSettle(t *testing.T) {
	like := func(pairs map[[2]int]float64, n int) (edges []edge) {
		for a := range n {
			for b := range a {
				sim, ok := pairs[[2]int{b, a}]
				if !ok {
					sim = -3
				}
				edges = append(edges, edge{b, a, sim})
			}
		}
		return edges
	}
	same := func(got *settling, want [][]int) {
		t.Helper()
		if g := groupsOf(got); !slices.EqualFunc(g, want, slices.Equal) {
			t.Errorf("groups %v, not %v", g, want)
		}
	}
	settled := func(edges []edge, n int, groups [][]int) *settling {
		s := newSettling(n, edges, groups)
		s.settle()
		return s
	}
	same(settled(like(map[[2]int]float64{{0, 1}: 2, {2, 3}: 2, {1, 3}: -1}, 4), 4, [][]int{{0, 1, 3}, {2}}), [][]int{{0, 1}, {2, 3}})
	same(settled(like(map[[2]int]float64{{0, 1}: 2}, 3), 3, [][]int{{0, 1, 2}}), [][]int{{0, 1}, {2}})
	same(settled(like(map[[2]int]float64{{0, 1}: forbidden, {0, 2}: 1, {1, 2}: 3}, 3), 3, [][]int{{0, 2}, {1}}), [][]int{{0}, {1, 2}})

	s := newSettling(4, like(map[[2]int]float64{{0, 1}: 2, {2, 3}: 2, {0, 2}: 1, {0, 3}: 1, {1, 2}: 1, {1, 3}: 1}, 4), [][]int{{0, 1}, {2, 3}})
	s.unite()
	same(s, [][]int{{0, 1, 2, 3}})

	denied := newSettling(3, like(map[[2]int]float64{{0, 1}: 2, {0, 2}: 0.5, {1, 2}: 0.5}, 3), [][]int{{0, 1}, {2}})
	denied.answer(func(n int) news.Stance {
		if n == 2 {
			return news.Denies
		}
		return news.Affirms
	}, func([]int) float64 { return 0.5 })
	same(denied, [][]int{{0, 1, 2}})
}
