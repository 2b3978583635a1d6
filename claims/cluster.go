package claims

import "slices"

// edge is how similar two nodes are.
type edge struct {
	a, b int
	sim  float64
}

// link joins the two groups of nodes that are most similar on average until
// none are similar enough. Pairs without an edge count as far. Each result is
// a list of nodes in order.
func link(n int, edges []edge, far, joinAt float64) [][]int {
	l := linker{groups: make([]cluster, n), far: far, joinAt: joinAt}
	for i := range n {
		l.groups[i].members = []int{i}
	}
	for _, e := range edges {
		l.groups[e.a].ties = append(l.groups[e.a].ties, tie{int32(e.b), 1, e.sim})
		l.groups[e.b].ties = append(l.groups[e.b].ties, tie{int32(e.a), 1, e.sim})
	}
	for a := range l.groups {
		ties := l.groups[a].ties
		slices.SortFunc(ties, func(x, y tie) int { return int(x.to - y.to) })
		for _, t := range ties {
			if int(t.to) > a {
				l.judge(int32(a), t)
			}
		}
	}
	for len(l.queue) > 0 {
		t := l.queue.pop()
		if l.groups[t.a].version == t.versionA && l.groups[t.b].version == t.versionB {
			l.join(t.a, t.b)
		}
	}
	var out [][]int
	for i := range l.groups {
		if g := &l.groups[i]; g.members != nil {
			slices.Sort(g.members)
			out = append(out, g.members)
		}
	}
	return out
}

type cluster struct {
	members []int
	ties    []tie // by the other group
	version int32 // counts up with every change; -1 once joined into another
}

// tie is the sum of the edges between a group and another.
type tie struct {
	to    int32
	edges int32
	sim   float64
}

// joint is two groups that may be joined, as they were at a version.
type joint struct {
	a, b               int32
	versionA, versionB int32
	sim                float64
}

type linker struct {
	groups      []cluster
	queue       joints
	merged      []tie // spare
	far, joinAt float64
}

// judge notes how similar two groups are as they stand, if they are enough.
func (l *linker) judge(a int32, t tie) {
	b := t.to
	if b < a {
		a, b = b, a
	}
	x, y := &l.groups[a], &l.groups[b]
	pairs := len(x.members) * len(y.members)
	mean := (t.sim + float64(float64(pairs-int(t.edges))*l.far)) / float64(pairs)
	if mean >= l.joinAt {
		l.queue.push(joint{a, b, x.version, y.version, mean})
	}
}

// join makes one group of two, which keeps the lesser number, a.
func (l *linker) join(a, b int32) {
	x, y := &l.groups[a], &l.groups[b]
	x.members = append(x.members, y.members...)
	y.members = nil
	x.version++
	y.version = -1
	merged, i := l.merged[:0], 0
	for _, t := range y.ties {
		for ; i < len(x.ties) && x.ties[i].to < t.to; i++ {
			merged = append(merged, x.ties[i])
		}
		if t.to == a {
			continue
		}
		if i < len(x.ties) && x.ties[i].to == t.to {
			t.sim, t.edges = x.ties[i].sim+t.sim, x.ties[i].edges+t.edges
			i++
		}
		merged = append(merged, t)
		l.groups[t.to].retie(b, tie{a, t.edges, t.sim})
	}
	merged = append(merged, x.ties[i:]...)
	merged = slices.DeleteFunc(merged, func(t tie) bool { return t.to == b })
	x.ties, l.merged = append(x.ties[:0], merged...), merged
	y.ties = nil
	for _, t := range x.ties {
		l.judge(a, t)
	}
}

// retie puts a tie in the place of the one to group b, whose number is greater.
func (g *cluster) retie(b int32, t tie) {
	from := place(g.ties, b)
	to := place(g.ties[:from], t.to)
	if g.ties[to].to == t.to {
		g.ties = slices.Delete(g.ties, from, from+1)
	} else {
		copy(g.ties[to+1:from+1], g.ties[to:from])
	}
	g.ties[to] = t
}

// place is where the tie to a group stands, or would stand.
func place(ties []tie, group int32) int {
	first, last := 0, len(ties)
	for first < last {
		if middle := (first + last) / 2; ties[middle].to < group {
			first = middle + 1
		} else {
			last = middle
		}
	}
	return first
}

// joints is a heap, the most similar first; ties go to the earlier groups.
type joints []joint

func (q joints) before(i, j int) bool {
	x, y := &q[i], &q[j]
	if x.sim != y.sim {
		return x.sim > y.sim
	}
	return x.a < y.a || x.a == y.a && x.b < y.b
}

func (q *joints) push(t joint) {
	h := append(*q, t)
	*q = h
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h.before(i, up) {
			return
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
}

func (q *joints) pop() joint {
	h := *q
	top, last := h[0], len(h)-1
	h[0] = h[last]
	h = h[:last]
	*q = h
	for i := 0; 2*i+1 < last; {
		down := 2*i + 1
		if down+1 < last && h.before(down+1, down) {
			down++
		}
		if !h.before(down, i) {
			break
		}
		h[i], h[down] = h[down], h[i]
		i = down
	}
	return top
}
