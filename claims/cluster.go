package claims

import "slices"

// averageLink joins the two most similar groups until none are similar
// enough. Each result is a list of passages in order.
func averageLink(n int, similarity func(i, j int) float64, joinAt float64) [][]int {
	sim := make([][]float64, n)
	groups := make([][]int, n)
	for i := range n {
		sim[i] = make([]float64, n)
		groups[i] = []int{i}
	}
	for i := range n {
		for j := range i {
			sim[i][j] = similarity(i, j)
			sim[j][i] = sim[i][j]
		}
	}
	best := make([]int, n) // nearest group of each
	nearest := func(i int) {
		best[i] = -1
		for j := range n {
			if j != i && groups[j] != nil && (best[i] < 0 || sim[i][j] > sim[i][best[i]]) {
				best[i] = j
			}
		}
	}
	for i := range n {
		nearest(i)
	}
	for {
		a := -1
		for i := range n {
			if groups[i] != nil && best[i] >= 0 && (a < 0 || sim[i][best[i]] > sim[a][best[a]]) {
				a = i
			}
		}
		if a < 0 || sim[a][best[a]] < joinAt {
			break
		}
		b := best[a]
		if b < a {
			a, b = b, a
		}
		wa, wb := float64(len(groups[a])), float64(len(groups[b]))
		for k := range n {
			if k != a && k != b && groups[k] != nil {
				sim[a][k] = (wa*sim[a][k] + wb*sim[b][k]) / (wa + wb)
				sim[k][a] = sim[a][k]
			}
		}
		groups[a] = append(groups[a], groups[b]...)
		slices.Sort(groups[a])
		groups[b] = nil
		for i := range n {
			if groups[i] != nil && (i == a || best[i] == a || best[i] == b) {
				nearest(i)
			} else if groups[i] != nil && best[i] >= 0 && sim[i][a] > sim[i][best[i]] {
				best[i] = a
			}
		}
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
}
