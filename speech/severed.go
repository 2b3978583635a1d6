package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// severed ends what is said where its sentence goes on with another verb of
// the speaker's: "said that its allies have met and warned of new fees" is two
// statements, and "denies any role and inquiries have cleared it" one with a
// clause of the article's own behind it.
func (r stanceReader) severed(statements []news.Statement) []news.Statement {
	n := len(statements)
	for i := range n {
		s := &statements[i]
		if len(s.Source) == 0 || len(s.Cue) != 1 || len(s.Content) != 1 || s.Content[0].Start < s.Cue[0].End || s.Source[0].Start > s.Cue[0].Start {
			continue
		}
		first, last := r.words(s.Content[0])
		cue, _ := r.words(s.Cue[0])
		if first >= last || cue >= len(r.doc.Words) {
			continue
		}
		for w := first + 2; w < last-2; w++ {
			if lowerOf(r.doc, w) != "and" || r.quotedWord(w) {
				continue
			}
			if v := w + 1; r.ownVerb(s, cue, first, v) {
				rest := news.Statement{Parent: -1, Speech: true, Kind: news.Indirect, Confidence: s.Confidence, Source: s.Source, Cue: []news.Span{r.doc.Words[v].Span}, Content: []news.Span{r.span(v+1, last)}}
				s.Content[0] = r.cut(first, w)
				statements = append(statements, rest)
				break
			}
			if r.clauseBehindNoun(first, w, last) {
				s.Content[0] = r.cut(first, w)
				break
			}
		}
	}
	return statements
}

// cut is the span of the words [first, last) without marks at its end.
func (r stanceReader) cut(first, last int) news.Span {
	for last > first+1 && r.doc.Words[last-1].UPOS == english.PUNCT && !r.closes(last-1) {
		last--
	}
	return r.span(first, last)
}

// ownVerb reports whether the verb of saying at v, within the words that begin
// at first, is one of who speaks: in the tense of the cue, and not in that of
// what is said.
func (r stanceReader) ownVerb(s *news.Statement, cue, first, v int) bool {
	l := lemmaOf(r.doc, v)
	if !surely[l] || l == "confirm" || l == "indicate" || r.doc.Words[v].Deprel.String() != "conj" && r.doc.Words[v].Deprel.String() != "advcl" || r.doc.Words[cue].XPOS.String() != "VBD" {
		return false
	}
	if x := r.doc.Words[v].XPOS.String(); x != "VBD" && x != "VBN" {
		return false
	}
	g := int(r.doc.Words[v].Head)
	return g >= first && g < v && r.perfect(g) && !r.perfect(v) && v+1 < len(r.doc.Words) && r.doc.Words[v+1].UPOS == english.ADP
}

// clauseBehindNoun reports whether what is said is a noun phrase up to the
// "and" at w, and what follows a clause with a subject of its own.
func (r stanceReader) clauseBehindNoun(first, w, last int) bool {
	head := r.top([]stretch{{first, last}}, among([]stretch{{first, last}}))
	if head < 0 || head >= w || r.doc.Words[head].UPOS != english.NOUN || r.finite(first, w) {
		return false
	}
	for v := w + 2; v < last; v++ {
		word := &r.doc.Words[v]
		if word.UPOS != english.VERB || int(word.Head) < first || int(word.Head) >= w {
			continue
		}
		for k := w + 1; k < v; k++ {
			if int(r.doc.Words[k].Head) == v && r.doc.Words[k].Deprel.String() == "nsubj" {
				return r.finite(k, v+1)
			}
		}
	}
	return false
}

// between appends what is said around a "he said" between commas that the
// model left out: "The dam, he said, had been inspected".
func (r stanceReader) between(statements []news.Statement, taken []bool, blocks []news.Block) []news.Statement {
	for w := 2; w+2 < len(r.doc.Words); w++ {
		if taken[w] || lemmaOf(r.doc, w) != "say" || r.doc.Words[w].UPOS != english.VERB || r.doc.Words[w+1].In(r.doc.Text) != "," || r.quotedWord(w) || r.unread(r.doc.Words[w].Span, blocks) {
			continue
		}
		a := w
		for a > 0 && (r.nounPart(a-1) || a == w && r.doc.Words[a-1].UPOS == english.PRON) {
			a--
		}
		if a == w || a < 2 || r.doc.Words[a-1].In(r.doc.Text) != "," {
			continue
		}
		s := news.Statement{Parent: -1, Speech: true, Kind: news.Indirect, Confidence: .3, Source: []news.Span{r.span(a, w)}, Cue: []news.Span{r.doc.Words[w].Span}, Content: []news.Span{r.span(a-2, a-1)}}
		r.parenthetical(&s)
		if len(s.Content) == 2 {
			s.Kind = r.kindOf(&s)
			statements = append(statements, s)
		}
	}
	return statements
}

// kindOf tells direct, mixed and indirect apart by the words in quotations.
func (r stanceReader) kindOf(s *news.Statement) news.Kind {
	var n share
	for _, c := range s.Content {
		a, b := r.words(c)
		for w := a; w < b; w++ {
			if r.doc.Words[w].UPOS != english.PUNCT {
				n.add(r.doc.Words[w].Len(), r.quotedWord(w))
			}
		}
	}
	return n.kind()
}
