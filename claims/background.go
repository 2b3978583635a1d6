package claims

import (
	"slices"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/english"
)

// news is what happened within so many days before a report; what is older is
// background.
const recentDays = 45

// longAgo reports whether a passage tells of a day, month or year that lay
// behind when its report was published.
func (g *grouping) longAgo(m int) bool {
	p := &g.ps[m]
	rep := g.reports[p.report]
	if !rep.Article.Published.Known() {
		return false
	}
	before := rep.Article.Published.Time.AddDate(0, 0, -recentDays).Format(time.DateOnly)
	sent := rep.Doc.Sentences[p.sentence].Span
	old := false
	for k := range rep.Dates {
		t := &rep.Dates[k]
		if t.Type != "DATE" || !sent.Contains(t.Span) || t.To == "" {
			continue
		}
		if t.To[:min(len(t.To), len(before))] > before {
			return false
		}
		old = true
	}
	return old
}

// habitual are adverbs of what goes on all the time.
var habitual = setOf("generally usually often typically primarily frequently traditionally normally historically regularly routinely")

// static are verbs that in the present tense say what somebody or something
// does for a living, has or is made of.
var static = setOf("employ produce manufacture make sell distribute supply operate own run house serve specialize specialise include contain consist comprise span belong")

// describes reports whether a passage of narration says what something is
// ("is the largest in the valley"), not what happened.
func (g *grouping) describes(m int) bool {
	p := &g.ps[m]
	if p.statement >= 0 {
		return false
	}
	d := g.reports[p.report].Doc
	sent := &d.Sentences[p.sentence]
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if habitual[strings.ToLower(w.In(d.Text))] && w.UPOS == english.ADV {
			return true
		}
		if w.Head < 0 && static[strings.ToLower(w.Lemma)] && w.Feats.Has(english.Present) && w.Feats.Has(english.Finite) {
			return true
		}
		if w.Deprel.Base() == english.RelCop && w.Feats.Has(english.Present) && d.Words[w.Head].Head < 0 {
			return d.Words[w.Head].UPOS == english.NOUN || d.Words[w.Head].UPOS == english.PROPN
		}
	}
	return false
}

// generic reports whether a passage says what things of a kind do or may do
// ("a lawyer might ask for damages", "there are many motives"), of nobody and
// nothing in particular.
func (g *grouping) generic(m int) bool {
	p := &g.ps[m]
	d := g.reports[p.report].Doc
	sent := &d.Sentences[p.sentence]
	root := int32(-1)
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !within(p, w) || w.UPOS == english.PUNCT {
			continue
		}
		if w.UPOS == english.PROPN || w.UPOS == english.NUM || w.Feats.Has(english.Past) && w.Feats.Has(english.Finite) {
			return false
		}
		if root < 0 && (w.Head < 0 || !within(p, &d.Words[w.Head])) && (w.UPOS == english.VERB || w.UPOS == english.NOUN || w.UPOS == english.ADJ) {
			root = i
		}
	}
	if root < 0 {
		return false
	}
	var kind, present, possible, there bool
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if w.Head != root {
			continue
		}
		switch lemma := strings.ToLower(w.Lemma); w.Deprel.Base() {
		case english.RelNsubj:
			kind = indefinite(d, i)
		case english.RelExpl:
			there = lemma == "there"
		case english.RelAux:
			if lemma == "have" || lemma == "be" || lemma == "will" || lemma == "would" {
				return false
			}
			possible = true
		}
	}
	present = d.Words[root].UPOS == english.VERB && d.Words[root].Feats.Has(english.Present) && d.Words[root].Feats.Has(english.Finite)
	return there || kind && (possible || present && !speaks[strings.ToLower(d.Words[root].Lemma)])
}

// indefinite reports whether a noun stands for any of its kind: "a lawyer",
// "every works".
func indefinite(d *english.Document, noun int32) bool {
	if d.Words[noun].UPOS != english.NOUN {
		return false
	}
	for i := max(0, noun-6); i < noun; i++ {
		if w := &d.Words[i]; w.Head == noun && w.Deprel.Base() == english.RelDet {
			switch strings.ToLower(w.In(d.Text)) {
			case "a", "an", "any", "every", "each":
				return true
			}
		}
	}
	return false
}

// namedIn tells of names how many reports name them.
func (g *grouping) namedIn() map[int32]int {
	in := map[int32]int{}
	last := map[int32]int{}
	for m := range g.ps {
		for _, id := range g.senses[m].names {
			if r, seen := last[id]; !seen || r != g.ps[m].report {
				in[id]++
				last[id] = g.ps[m].report
			}
		}
	}
	return in
}

// beside reports whether what one report says stands beside the story: it names
// nothing that another report names. In less than three reports that says
// little.
func (g *grouping) beside(members []int, namedIn map[int32]int) bool {
	if len(g.reports) < 3 {
		return false
	}
	for _, m := range members {
		if slices.ContainsFunc(g.senses[m].names, func(id int32) bool { return namedIn[id] > 1 }) {
			return false
		}
	}
	return true
}
