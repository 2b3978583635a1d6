package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// centralTo bounds the passages that a candidate is compared with.
const centralTo = 40

// clearest is the passage that a claim is shown by: whole, understandable
// alone, affirmed without hedging, central to what the others say, early. It
// stands in the passage numbered from; clarity is how well it is understood
// alone, less than 0 where it is not.
func (g *grouping) clearest(members []int) (best news.Passage, from int, clarity float64) {
	top := 0.0
	every := (len(members) + centralTo - 1) / centralTo
	for n, m := range members {
		p := &g.ps[m]
		central, others := 0.0, 0
		for k := 0; k < len(members); k += every {
			if o := members[k]; o != m {
				central += 0.5*similar(&g.senses[m], &g.senses[o]) + g.v.cover(&g.senses[m], &g.senses[o])
				others++
			}
		}
		if others > 0 {
			central /= float64(others)
		}
		if g.senses[m].vague {
			central -= 1
		}
		switch p.stance {
		case news.Denies, news.Declines:
			central -= 0.4
		case news.Doubts, news.Conditional:
			central -= 0.25
		}
		rep := g.reports[p.report]
		for _, s := range showable(rep, p) {
			alone := readable(rep.Doc, p, s)
			score := central + alone - 0.1*g.senses[m].place
			if share := p.share(s); p.part {
				score -= max(0, 0.6-share)
			} else if share > 0.95 && p.statement >= 0 {
				score += 0.1 // who said it stands beside it anyway
			}
			if n == 0 && best.Article == "" || score > top {
				best, from, clarity, top = news.Passage{Article: rep.Article.ID, Span: s}, m, alone, score
			}
		}
	}
	return best, from, clarity
}

// share is how much of a stretch the passage's content takes.
func (p *passage) share(s news.Span) float64 {
	said := 0
	for _, c := range p.content {
		said += c.Overlap(s)
	}
	if len(p.content) == 0 {
		said = p.Overlap(s)
	}
	return float64(said) / float64(max(1, s.Len()))
}

// showable are the stretches of a passage that may stand for its claim: the
// sentence, what the passage covers of it, and each clause that is said.
func showable(rep *annotate.Annotated, p *passage) []news.Span {
	d := rep.Doc
	all := afterDateline(d.Text, p.Span)
	if strings.HasPrefix(all.In(d.Text), "that ") {
		all.Start += len("that ")
	}
	out := []news.Span{all}
	if sent := trim(d.Text, afterDateline(d.Text, stated(&rep.Article, d.Sentences[p.sentence].Span))); sent != out[0] {
		out = append(out, sent)
	}
	if p.statement < 0 {
		return out
	}
	for _, c := range p.content {
		if s, ok := clause(d, p.sentence, c); ok {
			out = append(out, s)
		}
	}
	return out
}

// afterDateline leaves out a date line that begins a sentence: "HALVERN — ".
func afterDateline(text string, s news.Span) news.Span {
	const longest = 40
	head := text[s.Start:min(s.End, s.Start+longest)]
	for _, dash := range []string{" — ", " ― ", " – ", " -- ", " - "} {
		place, _, ok := strings.Cut(head, dash)
		if !ok {
			continue
		}
		word, _, _ := strings.Cut(place, " ")
		if len(word) > 3 && strings.ToUpper(word) == word && strings.ToLower(word) != word {
			s.Start += len(place) + len(dash)
			return s
		}
	}
	return s
}

// clause is a stretch of what is said, bared of quotation marks and of "that",
// false where it is no whole main clause.
func clause(d *english.Document, sentence int, s news.Span) (news.Span, bool) {
	sent := &d.Sentences[sentence]
	first, last := int32(-1), int32(-1)
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !s.Contains(w.Span) {
			continue
		}
		if first < 0 && (w.UPOS == english.PUNCT || w.UPOS == english.SCONJ && strings.EqualFold(w.In(d.Text), "that")) {
			continue
		}
		if first < 0 {
			first = i
		}
		if w.UPOS != english.PUNCT {
			last = i
		}
	}
	if first < 0 || last-first < 3 {
		return s, false
	}
	root, subject := int32(-1), int32(-1)
	for i := first; i <= last; i++ {
		w := &d.Words[i]
		if w.UPOS == english.PUNCT || w.Head >= first && w.Head <= last {
			continue
		}
		if root >= 0 {
			return s, false // pieces of more than one phrase
		}
		root = i
	}
	if root < 0 {
		return s, false
	}
	finite := d.Words[root].UPOS == english.VERB && d.Words[root].Feats.Has(english.Finite)
	for i := first; i <= last; i++ {
		w := &d.Words[i]
		if w.Head != root {
			continue
		}
		switch w.Deprel.Base() {
		case english.RelNsubj, english.RelCsubj:
			subject = i
		case english.RelAux, english.RelCop:
			finite = finite || w.Feats.Has(english.Finite) || w.UPOS == english.AUX
		case english.RelMark:
			if i < root && !strings.EqualFold(w.In(d.Text), "that") {
				return s, false
			}
		}
	}
	if !finite || subject < 0 || subject > root {
		return s, false
	}
	return news.Span{Start: d.Words[first].Start, End: d.Words[last].End}, true
}

// leaning words begin or fill sentences that are only understood with what
// was said before.
var leaning = map[string]bool{"such": true, "therefore": true, "also": true, "however": true, "meanwhile": true, "instead": true, "otherwise": true, "thus": true, "moreover": true, "furthermore": true, "so": true, "but": true, "and": true, "then": true, "likewise": true, "too": true, "or": true, "because": true, "although": true, "while": true, "despite": true, "as": true, "yes": true, "no": true, "well": true}

// readable weighs how well a stretch of a sentence states a proposition alone.
func readable(d *english.Document, p *passage, s news.Span) float64 {
	sent := &d.Sentences[p.sentence]
	words, names := 0, 0
	subject, verb, dangling, own, hedged, question, leans := false, false, false, false, false, false, false
	named := false  // somebody or something a later pronoun may stand for
	candidates := 0 // of persons
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !s.Contains(w.Span) {
			continue
		}
		lemma := strings.ToLower(w.Lemma)
		if words == 0 && leaning[strings.ToLower(w.In(d.Text))] {
			leans = true
		}
		switch w.UPOS {
		case english.PUNCT:
			question = question || lemma == "?"
			continue
		case english.PRON:
			switch lemma {
			case "he", "she", "they", "it", "this", "these", "those", "his", "their", "her", "its", "him", "them":
				dangling = dangling || !named || candidates < 2 && object(w)
			case "we", "i", "you", "my", "our", "your", "us", "me", "mine", "ours":
				own = true
			}
		case english.PROPN:
			names++
			named = true
			if w.Deprel.Base() != english.RelFlat && w.Deprel.Base() != english.RelCompound {
				candidates++
			}
		case english.NOUN:
			named = named || w.Deprel.Base() == english.RelNsubj
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
			switch lemma {
			case "no":
				hedged = true
			case "this", "that", "these", "those", "such":
				leans = leans || !named || !ofTime(d, w)
			}
		}
		if pointing[lemma] && words < 8 && names == 0 {
			leans = true
		}
		switch w.Deprel.Base() {
		case english.RelNsubj, english.RelCsubj:
			if w.UPOS != english.PRON {
				subject = true
			}
		}
		words++
	}
	score := 0.0
	if !verb {
		score -= 0.6 // no clause of its own
	}
	if !subject {
		score -= 0.5
	}
	if dangling {
		score -= 0.7
	}
	if own {
		score -= 0.3
	}
	if leans {
		score -= 0.3
	}
	if hedged {
		score -= 0.15
	}
	if question {
		score -= 0.5
	}
	switch {
	case words < 5:
		score -= 0.8
	case words < 7:
		score -= 0.25
	case words > 45:
		score -= 0.6
	case words > 35:
		score -= 0.35
	case words > 26:
		score -= 0.1
	}
	text := s.In(d.Text)
	if unbalanced(text) {
		score -= 0.3
	}
	if sent := trim(d.Text, sent.Span); s != sent {
		first, _ := firstLetter(text)
		if c, whole := clause(d, p.sentence, s); !first && (!whole || c.Start > s.Start) {
			score -= 0.5 // begins inside of a sentence and is no clause
		}
	}
	return score + 0.08*float64(min(names, 4))
}

// object reports whether a pronoun is one, and so not what the subject is.
func object(w *english.Word) bool {
	switch w.Deprel.Base() {
	case english.RelObj, english.RelIobj:
		return true
	}
	return false
}

// ofTime reports whether a determiner is one of a time: "this week".
func ofTime(d *english.Document, w *english.Word) bool {
	if w.Head < 0 {
		return false
	}
	switch d.Words[w.Head].Lemma {
	case "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "time":
		return true
	}
	return false
}

// firstLetter reports whether a text begins with a capital letter, after
// quotation marks.
func firstLetter(text string) (capital, ok bool) {
	text = strings.TrimLeft(text, "\"'“‘ ")
	if text == "" {
		return false, false
	}
	return text[0] >= 'A' && text[0] <= 'Z' || text[0] >= '0' && text[0] <= '9' || text[0] == '$', true
}

func unbalanced(text string) bool {
	if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "\"")%2 != 0 {
		return true
	}
	opened := strings.Contains(text, " '") || strings.HasPrefix(text, "'") || strings.Contains(text, "‘")
	closed := strings.Contains(text, "' ") || strings.Contains(text, "',") || strings.HasSuffix(strings.TrimRight(text, ".,\""), "'") || strings.Contains(text, "’")
	return opened && !closed
}
