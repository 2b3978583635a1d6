package claims

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

// Explain is Group, with a link for every passage of the claims, in the order
// of the claims; the first passage of a claim has none.
func Explain(reports []*annotate.Annotated) ([]news.Claim, []news.Link) {
	g := read(reports, &weights)
	list, members := g.claims()
	of := make([][]news.Link, len(list))
	parallel.With(len(list), 16, func() func(int) {
		return func(c int) {
			for n := 1; n < len(members[c]); n++ {
				l := g.explain(members[c][:n], members[c][n])
				l.Claim = list[c].ID
				of[c] = append(of[c], l)
			}
		}
	})
	return list, slices.Concat(of...)
}

func (g *grouping) passage(m int) news.Passage {
	return news.Passage{Article: g.reports[g.ps[m].report].Article.ID, Span: g.ps[m].Span}
}

// explain ties m to one of the passages before it in its claim.
func (g *grouping) explain(before []int, m int) news.Link {
	l := news.Link{Passage: g.passage(m)}
	for _, o := range before {
		if g.forms[o].fullest == g.forms[m].fullest {
			l.To, l.Why = g.passage(o), []string{"the same utterance in other print"}
			return l
		}
	}
	if g.senses[m].vague {
		l.To, l.Why = g.passage(before[len(before)-1]), []string{"points back at what was said before"}
		for k := len(before) - 1; k >= 0; k-- {
			if g.ps[before[k]].report == g.ps[m].report {
				l.To = g.passage(before[k])
				break
			}
		}
		return l
	}
	var best evidence
	to := -1
	for _, o := range before {
		e := g.v.compare(&g.senses[o], &g.senses[m], &g.ps[o], &g.ps[m])
		if z := g.weights.score(&e); to < 0 || z > l.Odds {
			best, l.Odds, to = e, z, o
		}
	}
	l.To = g.passage(to)
	var order []int
	for f := 1; f < int(features); f++ {
		if g.weights[f]*best[f] != 0 {
			order = append(order, f)
		}
	}
	weight := func(f int) float64 { return g.weights[f] * best[f] }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(max(weight(b), -weight(b)), max(weight(a), -weight(a))) })
	if shared := g.v.shared(&g.senses[to], &g.senses[m]); len(shared) > 0 {
		l.Why = append(l.Why, "shared words: "+strings.Join(shared, ", "))
	}
	for _, f := range order[:min(5, len(order))] {
		l.Why = append(l.Why, fmt.Sprintf("%s %+.2f", featureNames[f], weight(f)))
	}
	return l
}
