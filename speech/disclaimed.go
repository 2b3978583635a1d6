package speech

import (
	"slices"
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// disclaimed appends the denials that hang on what they deny by a few words:
// "…, a claim that Adler denied", "…, which the guild disputes", "…,
// allegations she has rejected". They are the article's to tell, so what
// somebody else said ends before them.
func (r stanceReader) disclaimed(statements []news.Statement, blocks []news.Block) []news.Statement {
	n := len(statements)
	for w := range r.doc.Words {
		word := &r.doc.Words[w]
		if word.UPOS != english.VERB || !disclaims[lemmaOf(r.doc, w)] || r.quotedWord(w) || r.unread(word.Span, blocks) {
			continue
		}
		noun, s, ok := r.disclaimer(w)
		if !ok {
			continue
		}
		comma := noun - 1
		if slices.ContainsFunc(statements[:n], func(o news.Statement) bool { return !r.letsGo(&o, comma, w, s.Extent()) }) {
			continue
		}
		for i := range statements[:n] {
			for k, c := range statements[i].Content {
				first, last := r.words(c)
				switch {
				case c.Contains(word.Span):
					statements[i].Content[k] = r.cut(first, comma)
				case last != comma:
					continue
				}
				s.Content = []news.Span{statements[i].Content[k]}
			}
		}
		statements = append(statements, s)
	}
	if len(statements) > n {
		sort.SliceStable(statements, func(a, b int) bool { return statements[a].Extent().Start < statements[b].Extent().Start })
	}
	return statements
}

// letsGo reports whether a statement leaves a denial, with its verb at word w,
// behind a comma to the article: it has no part of it, or only as the end of
// what is said.
func (r stanceReader) letsGo(s *news.Statement, comma, w int, denial news.Span) bool {
	for _, part := range [][]news.Span{s.Source, s.Cue} {
		for _, c := range part {
			if c.Overlap(denial) > 0 {
				return false
			}
		}
	}
	for _, c := range s.Content {
		if c.Overlap(denial) == 0 {
			continue
		}
		first, last := r.words(c)
		if !c.Contains(denial) || first+2 > comma || r.clauseEnd(w, last) < last-1 {
			return false
		}
		for v := w + 1; v < last; v++ {
			if r.doc.Words[v].In(r.doc.Text) == "," {
				return false
			}
		}
	}
	return true
}

// disclaimer is the statement of the verb of denial at w, where what it denies
// stands before its subject and behind a comma, from word noun on.
func (r stanceReader) disclaimer(w int) (noun int, s news.Statement, ok bool) {
	sent := r.doc.Sentences[r.sentenceOf(w)]
	if w+1 < int(sent.Last) {
		switch r.doc.Words[w+1].UPOS {
		case english.PUNCT, english.ADP, english.ADV, english.CCONJ, english.SCONJ:
		default:
			return 0, s, false // it has an object of its own
		}
		if lowerOf(r.doc, w+1) == "that" {
			return 0, s, false
		}
	}
	cue := w
	for cue > int(sent.First) && (r.doc.Words[cue-1].UPOS == english.AUX || r.doc.Words[cue-1].UPOS == english.ADV || r.doc.Words[cue-1].UPOS == english.PART && r.negator(cue-1)) {
		cue--
	}
	for v := cue - 2; v > int(sent.First) && v > cue-9; v-- {
		if u := r.doc.Words[v+1].UPOS; u == english.PUNCT || u == english.VERB || u == english.AUX || u == english.ADP {
			return 0, s, false
		}
		from := r.behindComma(v, int(sent.First))
		if from < 0 {
			continue
		}
		subject := v + 1
		if l := lowerOf(r.doc, subject); (l == "that" || l == "which") && subject+1 < cue && l != lowerOf(r.doc, v) {
			subject++
		}
		switch r.doc.Words[subject].UPOS {
		case english.PRON, english.PROPN, english.DET:
		case english.NOUN:
			if r.doc.Words[cue-1].XPOS.String() != "NNS" {
				return 0, s, false
			}
		default:
			return 0, s, false
		}
		switch lowerOf(r.doc, subject) {
		case "i", "we", "you", "which", "that", "who":
			return 0, s, false
		}
		return from, r.stated(subject, cue, w+1, from, v+1), true
	}
	return 0, s, false
}

// behindComma is where the phrase that ends with word v, of which a denial can
// be, begins behind a comma or dash; -1 where it is none.
func (r stanceReader) behindComma(v, first int) int {
	from := v
	switch l := lowerOf(r.doc, v); {
	case l == "which" || l == "something":
	case r.doc.Words[v].UPOS == english.NOUN && sayings[lemmaOf(r.doc, v)]:
		for from > first && r.doc.Words[from-1].UPOS == english.ADJ {
			from--
		}
		if l := lowerOf(r.doc, from-1); from > first && (l == "a" || l == "an") {
			from--
		} else if r.doc.Words[v].XPOS.String() != "NNS" {
			return -1
		}
	default:
		return -1
	}
	if from-1 <= first {
		return -1
	}
	switch r.doc.Words[from-1].In(r.doc.Text) {
	case ",", "—", "–", "--":
		return from
	}
	return -1
}

// stated is a statement of the article's: its source [s0, c0), its cue
// [c0, c1), and [t0, t1) before them as what it is on.
func (r stanceReader) stated(s0, c0, c1, t0, t1 int) news.Statement {
	return news.Statement{Parent: -1, Speech: true, Kind: news.Indirect, Confidence: .4,
		Source: []news.Span{r.span(s0, c0)}, Cue: []news.Span{r.span(c0, c1)}, Content: []news.Span{r.span(t0, t1)}}
}
