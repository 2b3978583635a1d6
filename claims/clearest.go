package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// clearest is the passage that a claim is shown by: whole, understandable
// alone, least hedged, central to what the others say, early.
func (g *grouping) clearest(members []int) news.Passage {
	reports, ps, senses := g.reports, g.ps, g.senses
	var best news.Passage
	top := 0.0
	for n, m := range members {
		p := &ps[m]
		central := 0.0
		for _, o := range members {
			if o != m {
				central += similar(&senses[m], &senses[o])
			}
		}
		if len(members) > 1 {
			central /= float64(len(members) - 1)
		}
		rep := reports[p.report]
		for _, s := range showable(rep, p) {
			score := central + readable(rep.Doc, p, s)
			if n == 0 && best.Article == "" || score > top {
				best, top = news.Passage{Article: rep.Article.ID, Span: s}, score
			}
		}
	}
	return best
}

// showable are the stretches of a passage that may stand for its claim: all of
// it, and what is said alone where that is one stretch.
func showable(rep *annotate.Annotated, p *passage) []news.Span {
	out := []news.Span{p.Span}
	if p.statement >= 0 && len(p.content) == 1 {
		s := trim(rep.Doc.Text, p.content[0])
		for _, opener := range []string{"that ", "“", "\"", "‘"} {
			if strings.HasPrefix(rep.Doc.Text[s.Start:s.End], opener) {
				s.Start += len(opener)
			}
		}
		for _, closer := range []string{"”", "\"", "’", ",", "."} {
			if strings.HasSuffix(rep.Doc.Text[s.Start:s.End], closer) {
				s.End -= len(closer)
			}
		}
		if s = trim(rep.Doc.Text, s); s.Len() > 0 {
			out = append(out, s)
		}
	}
	return out
}

// readable weighs how well a stretch of a sentence states a proposition alone.
func readable(d *english.Document, p *passage, s news.Span) float64 {
	sent := &d.Sentences[p.sentence]
	words, names := 0, 0
	subject, verb, pronoun, hedged, question := false, false, false, false, false
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !s.Contains(w.Span) {
			continue
		}
		lemma := strings.ToLower(w.Lemma)
		switch w.UPOS {
		case english.PUNCT:
			question = question || lemma == "?"
			continue
		case english.PRON:
			switch lemma {
			case "it", "he", "she", "they", "this", "we", "i", "you", "these", "those":
				pronoun = true
			}
		case english.PROPN:
			names++
		case english.VERB, english.AUX:
			switch lemma {
			case "may", "might", "could", "would", "can":
				hedged = true
			}
			if w.Feats.Has(english.Finite) {
				verb = true
			}
		case english.SCONJ:
			if lemma == "if" || lemma == "whether" {
				hedged = true
			}
		case english.PART, english.ADV:
			if lemma == "not" || lemma == "never" || lemma == "allegedly" || lemma == "reportedly" {
				hedged = true
			}
		case english.DET:
			if lemma == "no" {
				hedged = true
			}
		}
		switch w.Deprel {
		case english.RelNsubj, english.RelNsubjPass, english.RelNsubjOuter, english.RelCsubj:
			if w.UPOS != english.PRON {
				subject = true
			}
		}
		words++
	}
	score := 0.0
	if !subject || !verb {
		score -= 0.6 // no clause of its own
	}
	if pronoun {
		score -= 0.35
	}
	if hedged {
		score -= 0.15
	}
	if question {
		score -= 0.5
	}
	switch {
	case words < 6:
		score -= 0.5
	case words > 35:
		score -= 0.3
	case words > 26:
		score -= 0.1
	}
	score += 0.05 * float64(min(names, 4))
	if s.Start == p.Start && s.End == p.End && p.statement >= 0 {
		score -= 0.1 // who said it stands beside it anyway
	}
	return score
}
