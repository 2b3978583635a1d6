package claims

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

const (
	relatedAt     = -1.3 // log odds above which claims that are not one are related
	specificAt    = 0.75 // share of a claim's weight that a more specific one has
	mostRelations = 3    // of one claim
	mostRelated   = 250  // claims, the most important, that are compared with each other
	heavy         = 1.6  // weight of a term above which sharing it says something
)

// relation is what one claim is to another, by their index.
type relation struct {
	kind string
	to   int
	why  string
	rank float64
}

// kinds of relation, the most telling first.
var kinds = []string{"conflicts", "superseded by", "supersedes", "more specific", "related"}

// relate finds how claims bear on each other: counts of one thing that differ,
// a claim that says all that another does and more, and near misses of the
// grouping. heads are the passages with the clearest form of each claim, order
// the claims by importance.
func (g *grouping) relate(groups [][]int, heads, order []int) [][]relation {
	out := make([][]relation, len(groups))
	add := func(from, to int, kind, why string, rank float64) {
		out[from] = append(out[from], relation{kind, to, why, rank})
	}
	g.relateCounts(groups, heads, add)
	compared := order[:min(mostRelated, len(order))]
	near := make([][]float64, len(compared)) // log odds by the claims before
	parallel.Each(len(compared), func(n int) {
		near[n] = make([]float64, n)
		for m := range n {
			i, j := heads[compared[n]], heads[compared[m]]
			e := g.v.compare(&g.senses[i], &g.senses[j], &g.ps[i], &g.ps[j])
			if near[n][m] = g.weights.score(&e); g.exclude(i, j) {
				near[n][m] = forbidden
			}
		}
	})
	for n, a := range compared {
		for m, b := range compared[:n] {
			i, j := heads[a], heads[b]
			odds := near[n][m]
			if odds < relatedAt {
				continue
			}
			shared := g.v.shared(&g.senses[i], &g.senses[j])
			if len(shared) < 2 {
				continue
			}
			why := "both speak of " + strings.Join(shared, ", ")
			si, sj := &g.senses[i], &g.senses[j]
			switch {
			case g.adds(si, sj):
				add(a, b, "more specific", "says the same and more: "+strings.Join(g.v.extra(si, sj), ", "), odds)
			case g.adds(sj, si):
				add(b, a, "more specific", "says the same and more: "+strings.Join(g.v.extra(sj, si), ", "), odds)
			default:
				add(a, b, "related", why, odds)
				add(b, a, "related", why, odds)
			}
		}
	}
	for a := range out {
		slices.SortStableFunc(out[a], func(x, y relation) int {
			return cmp.Or(cmp.Compare(slices.Index(kinds, x.kind), slices.Index(kinds, y.kind)), cmp.Compare(y.rank, x.rank), cmp.Compare(x.to, y.to))
		})
		seen := map[int]bool{}
		out[a] = slices.DeleteFunc(out[a], func(r relation) bool {
			again := seen[r.to] || len(seen) >= mostRelations
			seen[r.to] = seen[r.to] || !again
			return again
		})
	}
	return out
}

// adds reports whether a says nearly all that b says, and clearly more, with
// one predicate.
func (g *grouping) adds(a, b *sense) bool {
	return g.v.cover(b, a) >= specificAt && a.total >= 1.3*b.total && g.v.akin(a.frame.head, b.frame.head) > 0
}

// thing is what is counted, and what befell it.
type thing struct{ unit, scope string }

// relateCounts ties claims that count one thing differently, where that count
// is what they are about.
func (g *grouping) relateCounts(groups [][]int, heads []int, add func(from, to int, kind, why string, rank float64)) {
	type count struct {
		claim, passage int
		figure
	}
	counted := map[thing][]count{}
	var things []thing
	for c, members := range groups {
		about := g.counts(members, heads[c])
		for _, m := range members {
			for _, q := range g.senses[m].quantities {
				t := thing{q.unit, q.scope}
				if !about[t] {
					continue
				}
				if counted[t] == nil {
					things = append(things, t)
				}
				counted[t] = append(counted[t], count{c, m, newFigure(g.reports[g.ps[m].report], g.ps[m].report, q)})
			}
		}
	}
	for _, t := range things {
		list := counted[t]
		if len(list) > comparedTo {
			list = list[:comparedTo]
		}
		for i := range list {
			for j := range i {
				x, y := &list[j], &list[i]
				if x.claim == y.claim || x.agrees(y.quantity) || !x.comparable(y.quantity) || !g.oneMatter(x.passage, y.passage) {
					continue
				}
				if x.AsOf > y.AsOf {
					x, y = y, x
				}
				what := fmt.Sprintf("%s: %s, %s", t.unit, x.words(), y.words())
				if x.AsOf != "" && x.AsOf < y.AsOf {
					add(x.claim, y.claim, "superseded by", fmt.Sprintf("%s: %s as of %s, %s as of %s", t.unit, x.words(), x.AsOf, y.words(), y.AsOf), 0)
					add(y.claim, x.claim, "supersedes", fmt.Sprintf("%s: %s as of %s, %s as of %s", t.unit, y.words(), y.AsOf, x.words(), x.AsOf), 0)
				} else {
					add(x.claim, y.claim, "conflicts", what, 0)
					add(y.claim, x.claim, "conflicts", what, 0)
				}
			}
		}
	}
}

// counts are the things that a claim counts in the passage it is shown by, or
// in most of its passages: what one position adds is not what it is about.
func (g *grouping) counts(members []int, head int) map[thing]bool {
	about, in := map[thing]bool{}, map[thing]int{}
	for _, m := range members {
		seen := map[thing]bool{}
		for _, q := range g.senses[m].quantities {
			t := thing{q.unit, q.scope}
			if !seen[t] {
				seen[t] = true
				in[t]++
			}
			about[t] = about[t] || m == head || 2*in[t] > len(members)
		}
	}
	return about
}

// oneMatter reports whether two passages that count differently may count one
// thing: one says much of what the other does, with no other subject.
func (g *grouping) oneMatter(i, j int) bool {
	a, b := &g.senses[i], &g.senses[j]
	if a.frame.subject >= 0 && b.frame.subject >= 0 && g.v.akin(a.frame.subject, b.frame.subject) == 0 {
		return false
	}
	return max(g.v.cover(a, b), g.v.cover(b, a)) >= mostShared
}

// shared are the heaviest terms that two passages share, at most three.
func (v *vocabulary) shared(a, b *sense) []string {
	return v.heaviest(a, func(t term) bool {
		_, found := slices.BinarySearchFunc(b.terms, t.id, func(x term, id int32) int { return cmp.Compare(x.id, id) })
		return found && t.weight >= heavy
	})
}

// extra are the heaviest terms of a that have no kin in b, at most three.
func (v *vocabulary) extra(a, b *sense) []string {
	return v.heaviest(a, func(t term) bool { return v.said(t.id, b) == 0 })
}

func (v *vocabulary) heaviest(s *sense, keep func(term) bool) []string {
	var terms []term
	for _, t := range s.terms {
		if keep(t) && t.weight > 0 {
			terms = append(terms, t)
		}
	}
	slices.SortStableFunc(terms, func(x, y term) int { return cmp.Compare(y.weight, x.weight) })
	var out []string
	for _, t := range terms[:min(3, len(terms))] {
		out = append(out, v.printed[t.id])
	}
	return out
}

// relations turns indices into ids of claims in the order shown.
func relations(list []relation, id []string) []news.Relation {
	var out []news.Relation
	for _, r := range list {
		out = append(out, news.Relation{Kind: r.kind, Claim: id[r.to], Why: r.why})
	}
	return out
}
