package claims

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/speech"

	"github.com/hearsay-news/hearsay/news"
)

// joinAt is the similarity above which two groups of passages are one claim.
const joinAt = -1.1

// Group returns the claims of a story, most important first, with their
// positions in the order of the reports. Origins and verdicts are left empty.
func Group(reports []*annotate.Annotated) []news.Claim {
	ps := passages(reports)
	v, senses := understand(reports, ps)
	judge := func(i, j int) float64 {
		e := v.compare(&senses[i], &senses[j], &ps[i], &ps[j])
		return weights.score(&e)
	}
	var out []news.Claim
	for _, members := range averageLink(len(ps), judge, joinAt) {
		c := news.Claim{}
		for _, m := range members {
			c.Positions = append(c.Positions, positions(reports, &ps[m])...)
		}
		for i := range c.Positions {
			c.Positions[i].Utterance = i
		}
		c.Passage = clearest(reports, ps, senses, members)
		out = append(out, c)
	}
	order(reports, out)
	for i := range out {
		out[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return out
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
		q.Kind, q.Stance = news.Narration, speech.NarrationStance(rep.Doc, p.Span)
		q.Voice = news.Voice{Name: rep.Article.Outlet.Name, Type: news.OutletVoice}
		q.SaidOn = speech.HappenedOn(rep.Doc, p.Span, rep.Dates)
		return []news.Position{q}
	}
	s := &rep.Statements[p.statement]
	q.Stance, q.Kind, q.Via, q.SaidOn = speech.StanceIn(rep.Doc, s, p.Span), s.Kind, s.Via, s.SaidOn
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

// order sorts claims by importance: many reports, contested, early in them.
func order(reports []*annotate.Annotated, claims []news.Claim) {
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
