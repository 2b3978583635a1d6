package claims

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
	"github.com/hearsay-news/hearsay/speech"
)

// Group returns the claims of a story, most important first, with their
// positions in the order of the reports. Origins and verdicts are left empty.
func Group(reports []*annotate.Annotated) []news.Claim {
	list, _ := read(reports, &weights).claims()
	return list
}

// claims gives the claims and the passages of each.
func (g *grouping) claims() ([]news.Claim, [][]int) {
	groups := g.group(joinAt)
	list := make([]news.Claim, len(groups))
	heads := make([]int, len(groups))
	candidates := make([][]candidate, len(groups))
	titled := g.titled()
	parallel.With(len(groups), 16, func() func(int) {
		return func(k int) {
			list[k].Positions, candidates[k] = g.positions(groups[k]), g.candidates(groups[k], titled)
		}
	})
	g.importance(list, groups)
	order := make([]int, len(groups))
	for k := range order {
		order[k] = k
	}
	byImportance := func(a, b int) int { return cmp.Compare(list[b].Importance, list[a].Importance) }
	slices.SortStableFunc(order, byImportance)
	above := shown{spots: map[spot]bool{}}
	for _, k := range order {
		list[k].Passage, heads[k], list[k].Clarity = g.clearest(candidates[k], &above)
		above.add(g, heads[k])
	}
	for k := range list {
		list[k].Importance *= Legible(list[k].Clarity)
	}
	slices.SortStableFunc(order, byImportance)
	id := make([]string, len(groups))
	for n, k := range order {
		id[k] = fmt.Sprintf("c%d", n+1)
	}
	related := g.relate(groups, heads, order)
	out, members := make([]news.Claim, len(groups)), make([][]int, len(groups))
	for n, k := range order {
		out[n], members[n] = list[k], groups[k]
		out[n].ID, out[n].Relations = id[k], relations(related[k], id)
	}
	return out, members
}

// positions are where voices stand on a claim, in the order of the reports,
// with the forms of one utterance tied together.
func (g *grouping) positions(members []int) []news.Position {
	var out []news.Position
	type key struct {
		utterance int
		voice     string
		stance    news.Stance
	}
	form := map[key]int{} // position with the fullest form
	var keys []key
	var from []int                       // passage of each position
	later := map[int][]news.WordChange{} // changes in the further clauses of a position
	for n, m := range members {
		p := &g.ps[m]
		if n > 0 && p.twin(&g.ps[members[n-1]]) {
			last := &out[len(out)-1]
			later[len(out)-1] = append(later[len(out)-1], g.forms[m].changes...)
			last.Words.Start, last.Words.End = min(last.Words.Start, p.content[0].Start), max(last.Words.End, p.content[len(p.content)-1].End)
			continue
		}
		negative := p.stance == news.Denies && !g.contests(m, members)
		for _, q := range positions(g.reports, p) {
			q.Negative = negative
			k := key{g.forms[m].fullest, cmp.Or(q.Voice.Key, q.Voice.Name), q.Stance}
			switch {
			case p.statement < 0:
				k.voice = ""
			case q.Voice.Type == news.Unnamed:
				k.voice = q.Voice.Name
			}
			if _, ok := form[k]; !ok || m == k.utterance {
				form[k] = len(out)
			}
			keys, from = append(keys, k), append(from, m)
			out = append(out, q)
		}
	}
	for i := range out {
		out[i].Utterance = form[keys[i]]
		switch full := out[i].Utterance; {
		case full == i:
		case from[full] == keys[i].utterance:
			out[i].Changes = g.forms[from[i]].changes
		default: // the fullest form is in another claim
			out[i].Changes = g.differences(from[full], from[i])
		}
		if out[i].Utterance != i {
			out[i].Changes = append(slices.Clone(out[i].Changes), later[i]...)
		}
	}
	return out
}

// twin reports whether two passages are clauses of one statement in one
// sentence with one stance: one position, where they are in one claim.
func (p *passage) twin(o *passage) bool {
	return p.part && o.part && p.report == o.report && p.statement == o.statement && p.sentence == o.sentence && p.stance == o.stance
}

// positions are where voices stand on what a passage says: joint speakers and
// the sources that a voice names stand there too.
func positions(reports []*annotate.Annotated, p *passage) []news.Position {
	rep := reports[p.report]
	q := news.Position{Passage: news.Passage{Article: rep.Article.ID, Span: p.Span}, Statement: p.statement, Words: p.Span}
	if len(p.content) > 0 {
		q.Words = news.Span{Start: p.content[0].Start, End: p.content[len(p.content)-1].End}
	}
	if p.statement < 0 {
		q.Kind, q.Stance = news.Narration, p.stance
		q.Voice = news.Voice{Name: rep.Article.Outlet.Name, Type: news.OutletVoice}
		q.SaidOn = speech.HappenedOn(rep.Doc, p.Span, rep.Dates)
		return []news.Position{q}
	}
	s := &rep.Statements[p.statement]
	q.Stance, q.Kind, q.Via, q.SaidOn = p.stance, s.Kind, s.Via, s.SaidOn
	q.Voice = s.Voice
	out := []news.Position{q}
	for _, v := range s.With {
		q.Voice = v
		out = append(out, q)
	}
	told := len(out)
	for _, v := range s.Cites {
		q.Voice, q.SaidOn = v, ""
		for _, by := range out[:told] {
			q.Via = append(slices.Clone(s.Via), news.Relay{Name: by.Voice.Name})
			out = append(out, q)
		}
	}
	return out
}

// importance weighs claims: many reports, contested, early in them, new.
func (g *grouping) importance(claims []news.Claim, groups [][]int) {
	told := g.namedIn()
	parallel.Each(len(claims), func(i int) {
		c := &claims[i]
		stances := map[news.Stance]bool{}
		for k := range c.Positions {
			stances[c.Positions[k].Stance] = true
		}
		first := map[int]float64{} // place of the first passage, by report
		old := 0
		for _, m := range groups[i] {
			r, at := g.ps[m].report, g.senses[m].place
			if f, ok := first[r]; !ok || at < f {
				first[r] = at
			}
			if g.longAgo(m) || g.describes(m) || g.generic(m) {
				old++
			}
		}
		for _, r := range slices.Sorted(maps.Keys(first)) { // sums depend on their order
			c.Importance += 1.5 - first[r]
		}
		c.Importance += float64(0.7*float64(len(stances)-1)) + float64(0.1*float64(min(len(c.Positions), 20)))
		c.Background = 2*old > len(groups[i]) || len(first) == 1 && g.beside(groups[i], told)
	})
}

// Legible is the share of its importance that a claim keeps which is shown by
// a passage of some clarity: a fragment sinks below what can be understood.
func Legible(clarity float64) float64 { return max(0.15, min(1, 1.05+clarity)) }
