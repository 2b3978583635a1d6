package claims

import (
	"cmp"
	"container/heap"
	"slices"
)

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
		l.groups[i] = cluster{members: []int{i}, sums: map[int]sum{}}
	}
	for _, e := range edges {
		l.groups[e.a].sums[e.b] = sum{e.sim, 1}
		l.groups[e.b].sums[e.a] = sum{e.sim, 1}
	}
	for _, e := range edges {
		if t := l.judge(e.a, e.b); t.sim >= joinAt {
			l.queue = append(l.queue, t)
		}
	}
	heap.Init(&l.queue)
	for len(l.queue) > 0 {
		t := heap.Pop(&l.queue).(joint)
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
	sums    map[int]sum // by the other group: of the edges between them
	version int         // counts up with every change; -1 once joined into another
}

type sum struct {
	sim   float64
	edges int
}

// joint is two groups that may be joined, as they were at a version.
type joint struct {
	a, b               int
	sim                float64
	versionA, versionB int
}

type linker struct {
	groups      []cluster
	queue       joints
	far, joinAt float64
}

// judge says how similar two groups are as they stand.
func (l *linker) judge(a, b int) joint {
	if b < a {
		a, b = b, a
	}
	x, y := &l.groups[a], &l.groups[b]
	s, pairs := x.sums[b], len(x.members)*len(y.members)
	mean := (s.sim + float64(pairs-s.edges)*l.far) / float64(pairs)
	return joint{a, b, mean, x.version, y.version}
}

func (l *linker) join(a, b int) {
	x, y := &l.groups[a], &l.groups[b]
	x.members = append(x.members, y.members...)
	y.members = nil
	x.version++
	y.version = -1
	delete(x.sums, b)
	for k, s := range y.sums {
		delete(l.groups[k].sums, b)
		if k == a {
			continue
		}
		t := x.sums[k]
		x.sums[k] = sum{t.sim + s.sim, t.edges + s.edges}
	}
	y.sums = nil
	others := make([]int, 0, len(x.sums))
	for k, s := range x.sums {
		l.groups[k].sums[a] = s
		others = append(others, k)
	}
	slices.Sort(others)
	for _, k := range others {
		if t := l.judge(a, k); t.sim >= l.joinAt {
			heap.Push(&l.queue, t)
		}
	}
}

// joints is a heap, the most similar first; ties go to the earlier groups.
type joints []joint

func (q joints) Len() int { return len(q) }
func (q joints) Less(i, j int) bool {
	x, y := &q[i], &q[j]
	return cmp.Or(cmp.Compare(y.sim, x.sim), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) < 0
}
func (q joints) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *joints) Push(x any)   { *q = append(*q, x.(joint)) }
func (q *joints) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}
