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
		spanningTree(scores, heads)
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

// spanningTree writes the heads of the maximum spanning tree, by the algorithm
// of Chu, Liu and Edmonds. Where that has several roots, each of them is tried
// as the only one and the best outcome taken.
func spanningTree(scores learn.Matrix, heads []int) {
	n := len(heads) + 1
	w := make([][]float64, n) // of the arc from head (row) to dependent
	for h := range w {
		w[h] = make([]float64, n)
		for d := 1; d < n; d++ {
			w[h][d] = float64(scores.Row(d - 1)[h])
		}
	}
	tree := edmonds(w)
	var roots []int
	for d := 1; d < n; d++ {
		if tree[d] == 0 {
			roots = append(roots, d)
		}
	}
	if len(roots) > 1 {
		asRoot := slices.Clone(w[0])
		slices.SortStableFunc(roots, func(a, b int) int { return cmp.Compare(asRoot[b], asRoot[a]) })
		roots = roots[:min(len(roots), triedRoots)]
		best := 0.0
		var chosen []int
		for _, r := range roots {
			for d := 1; d < n; d++ {
				w[0][d] = unreachable
			}
			w[0][r] = asRoot[r]
			only := edmonds(w)
			total := 0.0
			for d := 1; d < n; d++ {
				total += w[only[d]][d]
			}
			if chosen == nil || total > best {
				chosen, best = only, total
			}
		}
		tree = chosen
	}
	for d := 1; d < n; d++ {
		heads[d-1] = tree[d]
	}
}

// edmonds gives the head of each node but node 0, the root.
func edmonds(w [][]float64) []int {
	n := len(w)
	head := make([]int, n)
	for d := 1; d < n; d++ {
		best := -1
		for h := range n {
			if h != d && (best < 0 || w[h][d] > w[best][d]) {
				best = h
			}
		}
		head[d] = best
	}
	cycle := findCycle(head)
	if cycle == nil {
		return head
	}
	// Contract the cycle to one node, the last, and solve what is left.
	inside := make([]bool, n)
	total := 0.0
	for _, v := range cycle {
		inside[v] = true
		total += w[head[v]][v]
	}
	var outer []int // the nodes that remain
	for v := range n {
		if !inside[v] {
			outer = append(outer, v)
		}
	}
	m := len(outer) + 1
	small := make([][]float64, m)
	for i := range small {
		small[i] = make([]float64, m)
	}
	enters, leaves := make([]int, m), make([]int, m)
	for i, u := range outer {
		for j, v := range outer {
			small[i][j] = w[u][v]
		}
		in, out := -1, -1
		for _, v := range cycle {
			if in < 0 || w[u][v]-w[head[v]][v] > w[u][in]-w[head[in]][in] {
				in = v
			}
			if out < 0 || w[v][u] > w[out][u] {
				out = v
			}
		}
		small[i][m-1] = total + w[u][in] - w[head[in]][in]
		small[m-1][i] = w[out][u]
		enters[i], leaves[i] = in, out
	}
	solved := edmonds(small)
	result := slices.Clone(head)
	for j := 1; j < m-1; j++ {
		if solved[j] == m-1 {
			result[outer[j]] = leaves[j]
		} else {
			result[outer[j]] = outer[solved[j]]
		}
	}
	from := solved[m-1]
	result[enters[from]] = outer[from]
	return result
}

// findCycle gives the nodes of a cycle, or nil.
func findCycle(head []int) []int {
	state := make([]int, len(head))
	for start := 1; start < len(head); start++ {
		v := start
		for v != 0 && state[v] == 0 {
			state[v] = start
			v = head[v]
		}
		if v != 0 && state[v] == start {
			cycle := []int{v}
			for u := head[v]; u != v; u = head[u] {
				cycle = append(cycle, u)
			}
			return cycle
		}
	}
	return nil
}
