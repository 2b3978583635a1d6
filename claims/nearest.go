package claims

import (
	"slices"

	"github.com/hearsay-news/hearsay/parallel"
)

// posting is a passage that has a term.
type posting struct {
	index  int
	weight float64
}

// nearest gives for each of some passages the earlier ones that are to be
// compared with it, found by the terms that they share; terms that many have
// are left out.
func (g *grouping) nearest(heads []int) [][]int {
	having := make([][]posting, len(g.v.df))
	for a, m := range heads {
		s := &g.senses[m]
		for _, t := range s.terms {
			having[t.id] = append(having[t.id], posting{a, t.weight / max(s.total, 1)})
		}
	}
	common := 50 + len(heads)/50
	near := make([][]int, len(heads))
	parallel.With(len(heads), 64, func() func(int) {
		score := make([]float64, len(heads))
		var touched []int
		return func(a int) {
			touched = touched[:0]
			for _, t := range g.senses[heads[a]].terms {
				if len(having[t.id]) > common {
					continue
				}
				for _, p := range having[t.id] {
					if score[p.index] == 0 {
						touched = append(touched, p.index)
					}
					score[p.index] += float64(t.weight * p.weight)
				}
			}
			near[a] = slices.Clone(most(touched, score, comparedTo+1))
			for _, b := range touched {
				score[b] = 0
			}
		}
	})
	out := make([][]int, len(heads))
	for a := range near {
		for _, b := range near[a] {
			if b != a {
				out[max(a, b)] = append(out[max(a, b)], min(a, b))
			}
		}
	}
	for a := range out {
		slices.Sort(out[a])
		out[a] = slices.Compact(out[a])
	}
	return out
}

// most moves the n indices with the highest scores to the front and returns
// them, the highest first; ties go to the lesser index.
func most(indices []int, score []float64, n int) []int {
	higher := func(x, y int) int {
		switch a, b := score[x], score[y]; {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return x - y
	}
	if len(indices) <= n {
		slices.SortFunc(indices, higher)
		return indices
	}
	top := indices[:n]
	slices.SortFunc(top, higher)
	for k, x := range indices[n:] {
		last := top[n-1]
		if score[x] < score[last] || higher(x, last) > 0 {
			continue
		}
		at := n - 1
		for at > 0 && higher(x, top[at-1]) < 0 {
			top[at] = top[at-1]
			at--
		}
		top[at], indices[n+k] = x, last
	}
	return top
}
