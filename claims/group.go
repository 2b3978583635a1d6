package claims

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// joinAt is the similarity above which two groups of passages are one claim.
const joinAt = 0.25

// Group returns the claims of a story, most important first, with their
// positions in the order of the reports. Origins and verdicts are left empty.
func Group(reports []Report) []news.Claim {
	ps := passages(reports)
	weigh(reports, ps)
	var out []news.Claim
	for _, members := range averageLink(ps) {
		c := news.Claim{}
		for _, m := range members {
			c.Positions = append(c.Positions, position(reports, &ps[m]))
		}
		c.Passage = clearest(reports, ps, members)
		out = append(out, c)
	}
	order(reports, out)
	for i := range out {
		out[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return out
}

func position(reports []Report, p *passage) news.Position {
	a := reports[p.report].Article
	q := news.Position{Passage: news.Passage{Article: a.ID, Span: p.Span}, Statement: p.statement, Words: p.Span, Stance: news.Affirms, Kind: news.Narration}
	if len(p.content) > 0 {
		q.Words = news.Span{Start: p.content[0].Start, End: p.content[len(p.content)-1].End}
	}
	if p.statement < 0 {
		q.Voice = news.Voice{Name: a.Outlet.Name, Type: news.OutletVoice}
		return q
	}
	s := &reports[p.report].Statements[p.statement]
	q.Voice, q.Stance, q.Kind, q.Via, q.SaidOn = s.Voice, s.Stance, s.Kind, s.Via, s.SaidOn
	return q
}

// averageLink joins the two most similar groups until none are similar
// enough. Each result is a list of passages in order.
func averageLink(ps []passage) [][]int {
	n := len(ps)
	sim := make([][]float64, n)
	groups := make([][]int, n)
	for i := range ps {
		sim[i] = make([]float64, n)
		groups[i] = []int{i}
	}
	for i := range ps {
		for j := range i {
			sim[i][j] = cosine(&ps[i], &ps[j])
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

// clearest picks the passage that states the claim best: affirmed rather than
// denied, central to the group, of a readable length, early.
func clearest(reports []Report, ps []passage, members []int) news.Passage {
	best, top := members[0], -1.0
	for _, m := range members {
		p := &ps[m]
		score := 0.0
		for _, o := range members {
			if o != m {
				score += cosine(p, &ps[o])
			}
		}
		score /= float64(len(members))
		if n := len(p.terms); n < 3 {
			score -= 0.3
		} else if n > 30 {
			score -= 0.1
		}
		if p.statement >= 0 && reports[p.report].Statements[p.statement].Stance == news.Affirms {
			score += 0.1
		}
		if score > top {
			best, top = m, score
		}
	}
	return news.Passage{Article: reports[ps[best].report].Article.ID, Span: ps[best].Span}
}

// order sorts claims by importance: many reports, contested, early in them.
func order(reports []Report, claims []news.Claim) {
	for i := range claims {
		c := &claims[i]
		articles, stances := map[string]bool{}, map[news.Stance]bool{}
		first := 1.0
		for _, p := range c.Positions {
			articles[p.Article] = true
			stances[p.Stance] = true
			for r := range reports {
				if reports[r].Article.ID == p.Article {
					first = min(first, float64(p.Start)/float64(len(reports[r].Article.Text)+1))
				}
			}
		}
		c.Importance = float64(len(articles)) + 0.7*float64(len(stances)-1) + 0.2*float64(len(c.Positions)) - first
	}
	slices.SortStableFunc(claims, func(a, b news.Claim) int { return cmp.Compare(b.Importance, a.Importance) })
}
