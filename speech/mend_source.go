package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// subjectAsContent moves a subject without a verb of its own that was taken
// for a first part of what is said: "[Adler and Quist] both called for [a vote]".
func (r stanceReader) subjectAsContent(s *news.Statement) {
	if len(s.Source) > 0 || len(s.Cue) == 0 || len(s.Content) < 2 || s.Content[0].End > s.Cue[0].Start {
		return
	}
	first, last := r.words(s.Content[0])
	cue, _ := r.words(s.Cue[0])
	for last < cue && r.doc.Words[last].UPOS == english.PUNCT {
		last++
	}
	if last != cue || r.quotedWord(first) || !r.tells(s.Cue[0]) {
		return
	}
	for w := first; w < last; w++ {
		if u := r.doc.Words[w].UPOS; u == english.VERB || u == english.AUX {
			return
		}
	}
	s.Source, s.Content = s.Content[:1:1], s.Content[1:]
}

// sayingFrom makes whoever stands behind "from" or "by" the source of a noun for
// something said: "[warnings] from [the guild] [that …]".
func (r stanceReader) sayingFrom(s *news.Statement) {
	if len(s.Cue) != 1 || len(s.Content) == 0 || !r.startsWith(s.Content[0], "that") {
		return
	}
	_, from := r.words(s.Cue[0])
	that, _ := r.words(s.Content[0])
	if from+1 >= that || that > from+12 || r.doc.Words[from-1].UPOS != english.NOUN || !sayings[lemmaOf(r.doc, from-1)] {
		return
	}
	if l := lowerOf(r.doc, from); l != "from" && l != "by" || !r.nounPhrase(from+1, that) {
		return
	}
	s.Source = []news.Span{r.span(from+1, that)}
}

// cutOff takes a noun that another one governs off the front of a source:
// "hearing views of [Judge Adler, the mayor, Robert Quist,] said".
func (r stanceReader) cutOff(s *news.Statement) {
	if len(s.Source) == 0 || len(s.Cue) == 0 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	first, last := r.words(s.Source[0])
	if first < 2 || first >= last || lowerOf(r.doc, first-1) != "of" {
		return
	}
	for w := first; w < last-2; w++ {
		if r.doc.Words[w].In(r.doc.Text) == "," {
			s.Source[0] = r.span(w+1, last)
			return
		}
	}
}

// conjoined gives a source the speakers named before it: "Adler, the mayor,
// and [other councillors] said".
func (r stanceReader) conjoined(s *news.Statement) {
	if len(s.Source) == 0 || len(s.Cue) == 0 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	first, last := r.words(s.Source[0])
	if first < 2 || first >= last || lowerOf(r.doc, first-1) != "and" {
		return
	}
	for w := first; w < last; w++ {
		if r.doc.Words[w].Deprel.String() != "conj" {
			continue
		}
		head := int(r.doc.Words[w].Head)
		if head < 0 || head >= first || r.doc.Words[head].Deprel.String() != "nsubj" {
			return
		}
		a, _ := r.under(head, int(r.doc.Sentences[r.sentenceOf(first)].First), last)
		if span := r.span(a, last); !inSpans(s.Content, span) {
			s.Source[0] = span
		}
		return
	}
	// The parse may tie them otherwise; nothing but nouns from the beginning of
	// the sentence leaves them no other part in it.
	a := int(r.doc.Sentences[r.sentenceOf(first)].First)
	for a < first && r.doc.Words[a].UPOS != english.PROPN && r.doc.Words[a].UPOS != english.NOUN && r.doc.Words[a].UPOS != english.DET {
		a++
	}
	named := false
	for w := a; w < first-1; w++ {
		if named = named || r.doc.Words[w].UPOS == english.PROPN; r.doc.Words[w].In(r.doc.Text) != "," && !r.nounPart(w) {
			return
		}
	}
	if span := r.span(a, last); named && a < first-1 && !inSpans(s.Content, span) {
		s.Source[0] = span
	}
}

// credited gives a statement back to the document whose finder was taken for its
// source: "A review, first published by [the Post], shows".
func (r stanceReader) credited(s *news.Statement) {
	if len(s.Source) == 0 || len(s.Cue) == 0 {
		return
	}
	first, last := r.words(s.Source[0])
	cue, _ := r.words(s.Cue[0])
	if first < 3 || cue <= last || cue-last > 3 || r.doc.Words[last].In(r.doc.Text) != "," || lowerOf(r.doc, first-1) != "by" || r.doc.Words[first-2].XPOS.String() != "VBN" {
		return
	}
	sent := int(r.doc.Sentences[r.sentenceOf(first)].First)
	comma := first - 2
	for comma > sent && r.doc.Words[comma].In(r.doc.Text) != "," {
		comma--
	}
	for sent < comma && (r.doc.Words[sent].UPOS == english.CCONJ || r.doc.Words[sent].UPOS == english.PUNCT) {
		sent++
	}
	if comma <= sent || r.finite(sent, comma) {
		return
	}
	s.Via = append(s.Via, news.Relay{Name: plainName(s.Source[0].In(r.doc.Text)), Span: s.Source[0]})
	s.Source = []news.Span{r.span(sent, comma)}
}

// opening finds the subject at the beginning of a sentence whose verb stands
// behind a relative clause: "The clerk who told the mayor, and …, denied".
func (r stanceReader) opening(s *news.Statement) {
	if len(s.Cue) == 0 || len(s.Content) > 0 && s.Content[0].Start < s.Cue[0].Start || !r.tells(s.Cue[0]) {
		return
	}
	cue, _ := r.words(s.Cue[0])
	if cue >= len(r.doc.Words) || cue == 0 || r.doc.Words[cue].UPOS != english.VERB && r.doc.Words[cue].UPOS != english.AUX {
		return
	}
	sent := r.doc.Sentences[r.sentenceOf(cue)]
	first := int(sent.First)
	if r.dash(cue - 1) {
		// "Two pilots – including Adler – have said"
		end := cue - 2
		for end > first && !r.dash(end) {
			end--
		}
		start := end
		for start > first && r.nounPart(start-1) {
			start--
		}
		if start < end && r.nounPhrase(start, end) {
			s.Source = []news.Span{r.span(start, end)}
		}
		return
	}
	if r.doc.Words[cue-1].In(r.doc.Text) != "," || r.doc.Words[cue].UPOS != english.VERB {
		return
	}
	for w := first; w < cue; w++ {
		switch {
		case r.dash(w):
			first = w + 1 // a date line
		case lowerOf(r.doc, w) == "who":
			if w > first && r.nounPhrase(first, w) {
				s.Source = []news.Span{r.span(first, w)}
			}
			return
		}
	}
}

// ownSubject makes the subject of the cue's verb the source, where that of a
// clause before it was taken: "Adler said so, and [the town] has told people …".
func (r stanceReader) ownSubject(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || s.Source[0].End > s.Cue[0].Start || !r.tells(s.Cue[0]) {
		return
	}
	_, source := r.words(s.Source[0])
	first, last := r.words(s.Cue[0])
	for verb := first; verb < last; verb++ {
		if r.doc.Words[verb].UPOS != english.VERB {
			continue
		}
		for v := source; v < first; v++ {
			if x := &r.doc.Words[v]; int(x.Head) == verb && x.Deprel.String() == "nsubj" && x.UPOS != english.PRON && !inSpans(s.Content, x.Span) {
				if a, b := r.under(v, source, first); r.nounPhrase(a, b) {
					s.Source[0] = r.span(a, b)
				}
				return
			}
		}
	}
}
