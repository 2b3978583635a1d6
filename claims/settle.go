package claims

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

const (
	closest     = 5    // ties to a group by which a node fits it, at least
	settleTimes = 5    // at most
	stayAt      = -0.3 // mean log odds of its closest ties that keep a node in a group
	uniteAt     = -0.7 // mean fit of a group's nodes to another group that unites the two
)

// settling improves on the groups that link made of averages, in which a large
// group wards off what fits a part of it: a node belongs where the passages are
// that it is most like. It is to average linkage what k nearest neighbours are
// to nearest centroids.
type settling struct {
	ties  [][]edge // by node, the nearest first; b is the other one
	group []int    // of each node
	in    [][]int  // nodes of each group
	near  []nearness
	met   []int // groups in near
	moves int
	moved []int // the number of the move that last changed a group
}

// nearness is how near a node is to a group by its closest ties.
type nearness struct {
	sum  float64
	ties int
	last float64 // log odds of the tie seen last
}

func newSettling(nodes int, edges []edge, groups [][]int) *settling {
	s := &settling{ties: make([][]edge, nodes), group: make([]int, nodes), in: groups, moved: make([]int, len(groups)), near: make([]nearness, len(groups))}
	count := make([]int, nodes)
	for _, e := range edges {
		count[e.a]++
		count[e.b]++
	}
	all := make([]edge, 2*len(edges))
	for n, c := range count {
		s.ties[n], all = all[:0:c], all[c:]
	}
	for _, e := range edges {
		s.ties[e.a] = append(s.ties[e.a], e)
		s.ties[e.b] = append(s.ties[e.b], edge{e.b, e.a, e.sim})
	}
	parallel.With(nodes, 256, func() func(int) {
		return func(n int) {
			slices.SortFunc(s.ties[n], func(a, b edge) int { return cmp.Or(cmp.Compare(b.sim, a.sim), a.b-b.b) })
		}
	})
	for k, in := range groups {
		for _, n := range in {
			s.group[n] = k
		}
	}
	return s
}

// fits calls f with each group that node n may be in and how well it fits
// there: the mean log odds of its closest ties to the others in the group.
func (s *settling) fits(n int, f func(group int, fit float64)) {
	s.met = s.met[:0]
	for _, t := range s.ties[n] {
		k := s.group[t.b]
		x := &s.near[k]
		if x.ties == 0 {
			s.met = append(s.met, k)
		}
		if x.ties < s.closest(k) {
			x.sum += max(t.sim, far)
		}
		x.ties++
		x.last = t.sim
	}
	for _, k := range s.met {
		x := s.near[k]
		s.near[k] = nearness{}
		if x.last == forbidden {
			continue
		}
		count := len(s.in[k])
		if s.group[n] == k {
			count--
		}
		count = min(count, s.closest(k))
		f(k, (x.sum+float64(max(0, count-x.ties))*far)/float64(count))
	}
}

// closest is how many ties to a group count: a quarter of a large one.
func (s *settling) closest(k int) int { return max(closest, len(s.in[k])/4) }

// settle moves each node to the group it fits best, or into one of its own,
// until all are where they fit.
func (s *settling) settle() {
	seen := make([]int, len(s.ties)) // the last move before a node was looked at
	for round := range settleTimes {
		before := s.moves
		for n := range s.ties {
			if round > 0 && !s.stirred(n, seen[n]) {
				continue
			}
			seen[n] = s.moves
			to, top := -1, stayAt
			s.fits(n, func(k int, fit float64) {
				if fit > top {
					to, top = k, fit
				}
			})
			if to < 0 && len(s.in[s.group[n]]) > 1 {
				s.in, s.moved, s.near = append(s.in, nil), append(s.moved, 0), append(s.near, nearness{})
				to = len(s.in) - 1
			}
			if to >= 0 && to != s.group[n] {
				s.move(n, to)
			}
		}
		if s.moves == before {
			return
		}
	}
}

// stirred reports whether a group that a node is in or tied to has changed
// since a move.
func (s *settling) stirred(n, since int) bool {
	if s.moved[s.group[n]] > since {
		return true
	}
	for _, t := range s.ties[n] {
		if s.moved[s.group[t.b]] > since {
			return true
		}
	}
	return false
}

// unite joins groups of several nodes to larger ones that all in them fit.
func (s *settling) unite() {
	for a := range s.in {
		if len(s.in[a]) < 2 {
			continue
		}
		to := s.together(a, uniteAt, func(b int) (float64, bool) { return 0, len(s.in[b]) >= len(s.in[a]) })
		s.moveAll(a, to)
	}
}

// answer joins groups in which nobody affirms to the claims that they deny or
// leave open, rather to those that are much spoken about.
func (s *settling) answer(stance func(node int) news.Stance, standing func(nodes []int) float64) {
	affirmed := make([]bool, len(s.in))
	bonus := make([]float64, len(s.in))
	for k, in := range s.in {
		affirmed[k] = slices.ContainsFunc(in, func(n int) bool { return stance(n) == news.Affirms })
		bonus[k] = standing(in)
	}
	for a := range s.in {
		if len(s.in[a]) > 0 && !affirmed[a] {
			s.moveAll(a, s.together(a, 0, func(b int) (float64, bool) { return bonus[b], affirmed[b] }))
		}
	}
}

// rejoin moves nodes that stayed alone to the group of the node that they go on
// from, by its number, -1 for none.
func (s *settling) rejoin(before func(node int) int) {
	for n := range s.ties {
		if len(s.in[s.group[n]]) > 1 {
			continue
		}
		if o := before(n); o >= 0 {
			s.move(n, s.group[o])
		}
	}
}

// together is the group that the nodes of group a fit best on average, of those
// that may be joined and that they fit better than at with the bonus that each
// has; a itself if there is none.
func (s *settling) together(a int, at float64, join func(b int) (bonus float64, may bool)) int {
	sum, of := map[int]float64{}, map[int]int{}
	for _, n := range s.in[a] {
		s.fits(n, func(k int, fit float64) {
			sum[k] += fit
			of[k]++
		})
	}
	to, top := a, at
	for b, f := range sum {
		if b == a {
			continue
		}
		bonus, may := join(b)
		f = (f+float64(len(s.in[a])-of[b])*far)/float64(len(s.in[a])) + bonus
		if may && (f > top || f == top && b < to) {
			to, top = b, f
		}
	}
	return to
}

// open moves the nodes that take an open stance ("cannot confirm", "if true")
// to claims that are much spoken about: these are what people are asked about.
// standing says how much a group is.
func (s *settling) open(stance func(node int) news.Stance, standing func(nodes []int) float64) {
	bonus := make([]float64, len(s.in))
	for k, in := range s.in {
		bonus[k] = standing(in)
	}
	goes := map[int]int{}
	for n := range s.ties {
		switch stance(n) {
		case news.Declines, news.Doubts, news.Conditional:
		default:
			continue
		}
		to, top := s.group[n], 0.0
		s.fits(n, func(k int, fit float64) {
			if fit+bonus[k] > top {
				to, top = k, fit+bonus[k]
			}
		})
		goes[n] = to
	}
	for n := range s.ties {
		if to, ok := goes[n]; ok && to != s.group[n] {
			s.move(n, to)
		}
	}
}

func (s *settling) move(n, to int) {
	from := s.group[n]
	s.in[from] = slices.DeleteFunc(s.in[from], func(x int) bool { return x == n })
	s.in[to] = append(s.in[to], n)
	s.group[n] = to
	s.moves++
	s.moved[from], s.moved[to] = s.moves, s.moves
}

func (s *settling) moveAll(from, to int) {
	if to == from {
		return
	}
	for _, n := range slices.Clone(s.in[from]) {
		s.move(n, to)
	}
}
