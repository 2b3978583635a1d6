package english

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/learn"
)

// treeScratch finds the best trees of scored arcs, in memory that is used
// again.
type treeScratch struct {
	heads []int // of all sentences of a batch, 0 for the root
	state []int8

	in     []float64
	target []int32
	nodes  []treeNode
	node   []int32
	path   []int32
}

// decode appends the heads of the best tree over count words: each word's best
// head where these make a tree with one root, else the maximum spanning tree.
func (t *treeScratch) decode(scores learn.Matrix, count int) []int {
	at := len(t.heads)
	roots := 0
	for i := range count {
		row := scores.Row(i)[:count+1]
		best := 0
		for h, v := range row {
			if h != i+1 && v > row[best] {
				best = h
			}
		}
		if best == 0 {
			roots++
		}
		t.heads = append(t.heads, best)
	}
	heads := t.heads[at:]
	if roots != 1 || t.cyclic(heads) {
		t.spanningTree(scores, heads)
	}
	return heads
}

// cyclic reports whether following heads may lead nowhere.
func (t *treeScratch) cyclic(heads []int) bool {
	t.state = append(t.state[:0], make([]int8, len(heads)+1)...)
	for i := range heads {
		k := i + 1
		for k > 0 && t.state[k] == 0 {
			t.state[k] = 1
			k = heads[k-1]
		}
		if k > 0 && t.state[k] == 1 {
			return true
		}
		for k = i + 1; k > 0 && t.state[k] == 1; k = heads[k-1] {
			t.state[k] = 2
		}
	}
	return false
}

// unreachable scores an arc that may not be.
const unreachable = -1e9

// triedRoots bounds the work on a sentence whose best tree has many roots.
const triedRoots = 3

// spanningTree writes the heads of the maximum spanning tree. Where that has
// several roots, the best scored of them are tried as the only one and the best
// outcome taken.
func (t *treeScratch) spanningTree(scores learn.Matrix, heads []int) {
	t.span(scores, heads, 0)
	var roots []int
	for i, h := range heads {
		if h == 0 {
			roots = append(roots, i+1)
		}
	}
	if len(roots) == 1 {
		return
	}
	slices.SortStableFunc(roots, func(a, b int) int { return cmp.Compare(scores.Row(b - 1)[0], scores.Row(a - 1)[0]) })
	var best []int
	top := 0.0
	for _, r := range roots[:min(len(roots), triedRoots)] {
		t.span(scores, heads, r)
		total := 0.0
		for i, h := range heads {
			total += float64(scores.Row(i)[h])
		}
		if best == nil || total > top {
			best, top = slices.Clone(heads), total
		}
	}
	copy(heads, best)
}

// span finds the maximum spanning tree by the algorithm of Edmonds in Tarjan's
// form for dense graphs: from each node the best arcs are followed back until
// the root is reached; a cycle on the way becomes one node, an arc into which
// scores what it gains over the arc of the cycle that it displaces. With only
// not 0, no other node may depend on the root.
func (t *treeScratch) span(scores learn.Matrix, heads []int, only int) {
	n := len(heads) + 1
	t.in = slices.Grow(t.in[:0], n*n)[:n*n]         // the best arc into each node from each word
	t.target = slices.Grow(t.target[:0], n*n)[:n*n] // the word which that arc leads to
	t.nodes = slices.Grow(t.nodes[:0], 2*n)[:2*n]
	t.node = slices.Grow(t.node[:0], n)[:n] // the node that each word is in
	clear(t.nodes)
	for d := 1; d < n; d++ {
		row := scores.Row(d - 1)
		for h := range n {
			t.in[d*n+h], t.target[d*n+h] = float64(row[h]), int32(d)
		}
		if only != 0 && only != d {
			t.in[d*n] = unreachable
		}
	}
	for w := range n {
		t.node[w], t.nodes[w].row = int32(w), int32(w)
	}
	t.nodes[0].reached = true
	next := int32(n)
	for start := 1; start < n; start++ {
		if t.nodes[t.node[start]].reached {
			continue
		}
		t.path = append(t.path[:0], t.node[start])
		for {
			v := t.path[len(t.path)-1]
			into := t.nodes[v].row * int32(n)
			best := -1
			for w, node := range t.node {
				if node != v && (best < 0 || t.in[int(into)+w] > t.in[int(into)+best]) {
					best = w
				}
			}
			u := t.node[best]
			t.nodes[v].from, t.nodes[v].to, t.nodes[v].score = int32(best), t.target[int(into)+best], t.in[int(into)+best]
			if t.nodes[u].reached {
				break
			}
			k := slices.Index(t.path, u)
			if k < 0 {
				t.path = append(t.path, u)
				continue
			}
			t.contract(t.path[k:], next, n)
			t.path = append(t.path[:k], next)
			next++
		}
		for _, v := range t.path {
			t.nodes[v].reached = true
		}
	}
	// Outer nodes first: the arc into a node displaces those of its cycle that
	// lead to the same word.
	for v := next - 1; v > 0; v-- {
		if t.nodes[v].displaced {
			continue
		}
		to := t.nodes[v].to
		heads[to-1] = int(t.nodes[v].from)
		for u := to; u != v; u = t.nodes[u].outer {
			t.nodes[u].displaced = true
		}
	}
}

// treeNode is a word or a cycle that became one node.
type treeNode struct {
	row                int32 // of the arcs into it
	from, to           int32 // its best arc
	score              float64
	outer              int32 // the cycle that it is in, 0 for none
	reached, displaced bool
}

// contract makes a cycle the node with the given number.
func (t *treeScratch) contract(cycle []int32, number int32, n int) {
	first := &t.nodes[cycle[0]]
	t.nodes[number].row = first.row
	to, target := t.in[int(first.row)*n:][:n], t.target[int(first.row)*n:][:n]
	for w := range to {
		to[w] -= first.score
	}
	first.outer = number
	for _, v := range cycle[1:] {
		c := &t.nodes[v]
		c.outer = number
		in, at := t.in[int(c.row)*n:][:n], t.target[int(c.row)*n:][:n]
		for w, score := range in {
			if score -= c.score; score > to[w] {
				to[w], target[w] = score, at[w]
			}
		}
	}
	for w, v := range t.node {
		if t.nodes[v].outer == number {
			t.node[w] = number
		}
	}
}
