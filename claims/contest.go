package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Shares of what a negative sentence says that another must say for the one to
// be against the other: with one predicate, and where that stands elsewhere.
const (
	muchShared = 0.35
	mostShared = 0.5
)

// contests reports whether a passage that denies is against what others of its
// claim say. A denial by its own words ("denied the report", "called it
// false") is; a sentence that is merely negative is where another says the
// same without the "not".
func (g *grouping) contests(m int, members []int) bool {
	p := &g.ps[m]
	d := g.reports[p.report].Doc
	if !negative(d, p) {
		return p.statement >= 0
	}
	if g.senses[m].vague {
		return p.statement >= 0 && points(d, p.Span)
	}
	f := &g.senses[m].frame
	for _, o := range members {
		q := &g.ps[o]
		if o == m || q.stance == news.Denies || negative(g.reports[q.report].Doc, q) {
			continue
		}
		h := &g.senses[o].frame
		shared := g.v.cover(&g.senses[m], &g.senses[o])
		if p.statement < 0 && shared < mostShared {
			continue // a report that tells of something else that is not so
		}
		if shared >= muchShared && g.v.akin(f.head, h.head) > 0 || shared >= mostShared && g.v.said(f.head, &g.senses[o]) > 0 {
			return true
		}
	}
	return false
}

// negative reports whether a "not" stands in what is said.
func negative(d *english.Document, p *passage) bool {
	sent := &d.Sentences[p.sentence]
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !within(p, w) {
			continue
		}
		switch strings.ToLower(w.In(d.Text)) {
		case "not", "n't", "n’t", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere", "hardly":
			return true
		}
	}
	return false
}
