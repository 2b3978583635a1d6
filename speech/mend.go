package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// mend puts a source right that the model cut short, took for something said,
// or did not find, where the words around it leave no doubt.
func (r stanceReader) mend(s *news.Statement) {
	r.subjectAsContent(s)
	r.claimsThat(s)
	r.sayingFrom(s)
	r.cutOff(s)
	r.conjoined(s)
	r.credited(s)
	r.parenthetical(s)
	r.citesOnly(s)
	r.otherClause(s)
	r.ownSubject(s)
	if len(s.Source) == 0 {
		r.opening(s)
	}
}

// span is the text of the words [first, last).
func (r stanceReader) span(first, last int) news.Span {
	return news.Span{Start: r.doc.Words[first].Start, End: r.doc.Words[last-1].End}
}

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

// claimsThat gives the subject of what is said back to it, where it was taken
// for part of the cue or left out: "[said claims] that the dam leaks were
// false", "[said] claims [that the dam leaks were false]".
func (r stanceReader) claimsThat(s *news.Statement) {
	if len(s.Cue) != 1 || len(s.Content) == 0 || s.Content[0].Start < s.Cue[0].End || !r.startsWith(s.Content[0], "that") {
		return
	}
	first, last := r.words(s.Cue[0])
	that, end := r.words(s.Content[0])
	if that == last+1 && r.doc.Words[last-1].UPOS == english.VERB && strings.HasSuffix(lowerOf(r.doc, last), "s") && r.reportLike(last) {
		s.Content[0] = r.span(last, end)
		return
	}
	noun := last - 1
	if last-first < 2 || !strings.HasSuffix(lowerOf(r.doc, noun), "s") || !r.reportLike(noun) || r.doc.Words[noun-1].UPOS != english.VERB && r.doc.Words[noun-1].UPOS != english.ADJ {
		return
	}
	for noun > first+1 && r.doc.Words[noun-1].UPOS == english.ADJ {
		noun--
	}
	s.Cue[0] = r.span(first, noun)
	s.Content[0] = r.span(noun, end)
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

// tells reports whether a cue is an active verb of saying.
func (r stanceReader) tells(cue news.Span) bool {
	first, last := r.words(cue)
	for w := first; w < last; w++ {
		if lemmaOf(r.doc, w) == "be" {
			return false
		}
		if l := lemmaOf(r.doc, w); r.doc.Words[w].UPOS == english.VERB && (tellers[l] || surely[l]) {
			return true
		}
	}
	return false
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

// parenthetical completes what is said around a "he said" that parts a phrase
// from its clause: "The dam, Adler said, had been inspected".
func (r stanceReader) parenthetical(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || len(s.Content) == 0 || s.Source[0].Start > s.Cue[0].Start || !r.tells(s.Cue[0]) {
		return
	}
	first, _ := r.words(s.Source[0])
	_, last := r.words(s.Cue[0])
	sent := r.doc.Sentences[r.sentenceOf(first)]
	start, end := int(sent.First), r.sentenceEnd(first)
	if first-1 <= start || last+2 >= end || r.doc.Words[first-1].In(r.doc.Text) != "," || r.doc.Words[last].In(r.doc.Text) != "," || r.finite(start, first-1) || !r.finite(last+1, end) {
		return
	}
	for ; start < first-1 && r.doc.Words[start].UPOS == english.CCONJ; start++ {
	}
	for end > last+2 && r.doc.Words[end-1].UPOS == english.PUNCT && !r.closes(end-1) {
		end--
	}
	for w := start; w < end; w++ {
		if q := r.doc.Words[w].Quote; q >= 0 && (r.doc.Quotations[q].Start < sent.Start || w < first) {
			return
		}
	}
	switch r.doc.Words[last+1].UPOS {
	case english.SCONJ, english.CCONJ, english.PUNCT:
		return
	case english.VERB, english.PRON:
		if x := r.doc.Words[last+1].XPOS.String(); x == "VBG" || x == "WP" || x == "WDT" {
			return
		}
	}
	s.Content = []news.Span{r.span(start, first-1), r.span(last+1, end)}
	s.Kind = r.kindOf(s)
}

// finite reports whether the words [first, last) have a verb that is no
// participle or infinitive.
func (r stanceReader) finite(first, last int) bool {
	for w := first; w < last; w++ {
		switch r.doc.Words[w].XPOS.String() {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
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

// dash reports whether word w is a dash between words.
func (r stanceReader) dash(w int) bool {
	switch r.doc.Words[w].In(r.doc.Text) {
	case "—", "–", "--":
		return true
	case "-":
		return w > 0 && r.doc.Words[w-1].End < r.doc.Words[w].Start
	}
	return false
}

// nounPhrase reports whether the words [first, last) are one noun phrase.
func (r stanceReader) nounPhrase(first, last int) bool {
	noun := false
	for w := first; w < last; w++ {
		if !r.nounPart(w) {
			return false
		}
		noun = noun || r.doc.Words[w].UPOS == english.NOUN || r.doc.Words[w].UPOS == english.PROPN
	}
	return noun
}

// nounPart reports whether a word may be part of a noun phrase.
func (r stanceReader) nounPart(w int) bool {
	switch r.doc.Words[w].UPOS {
	case english.NOUN, english.PROPN, english.DET, english.ADJ, english.NUM, english.ADP, english.PART, english.ADV:
		return true
	}
	return false
}

// reunite ties what belongs to one statement and was found as two: "Adler said
// after the report came out that …", "…, according to the terms of the bill".
func (r stanceReader) reunite(statements []news.Statement) []news.Statement {
	gone := make([]bool, len(statements))
	for i := range statements {
		s := &statements[i]
		if len(s.Content) == 2 && len(s.Source) == 1 && s.Content[0].End <= s.Source[0].Start && s.Source[0].End <= s.Content[1].Start && len(s.Cue) == 1 {
			// What was found in the rest of its sentence stands inside of what it says.
			for k := range statements {
				if o := &statements[k]; k != i && len(o.Cue) > 0 && (s.Content[1].Contains(o.Cue[0]) || s.Content[0].Contains(o.Cue[0])) {
					gone[k] = true
				}
			}
		}
		if len(s.Content) > 0 || len(s.Source) == 0 || len(s.Cue) == 0 {
			continue
		}
		if r.startsWith(s.Cue[0], "according") || r.saidBefore(s) {
			r.clauseBefore(statements, i, gone)
		} else if i+1 < len(statements) {
			gone[i+1] = r.interrupted(s, &statements[i+1])
		}
	}
	out := statements[:0:0]
	for i := range statements {
		if !gone[i] {
			out = append(out, statements[i])
		}
	}
	return out
}

// interrupted gives s what the next statement says, where that only stands in
// a clause between the verb of s and its "that", and reports whether it did.
func (r stanceReader) interrupted(s, next *news.Statement) bool {
	if len(next.Content) == 0 || len(next.Cue) == 0 || len(next.Source) == 0 {
		return false
	}
	_, after := r.words(s.Cue[len(s.Cue)-1])
	if after >= len(r.doc.Words) || !r.startsWith(next.Content[0], "that") {
		return false
	}
	switch lowerOf(r.doc, after) {
	case "after", "before", "when", "while", "as", "once":
	default:
		return false
	}
	w, _ := r.words(next.Source[0])
	verb, end := r.words(next.Cue[0])
	if w != after+1 || end <= verb || surely[lemmaOf(r.doc, verb)] || r.sentenceOf(verb) != r.sentenceOf(after) {
		return false
	}
	s.Content, s.Kind = next.Content, next.Kind
	return true
}

// otherClause leaves out a second part of what is said whose verb stands
// outside of it in a later clause: "[The dam leaked], Adler said, and the town
// told people [not to drink]".
func (r stanceReader) otherClause(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || len(s.Content) != 2 || s.Content[0].End > s.Source[0].Start || s.Content[1].Start < s.Cue[0].End {
		return
	}
	_, cue := r.words(s.Cue[0])
	first, last := r.words(s.Content[1])
	for w := first; w < last; w++ {
		if h := int(r.doc.Words[w].Head); h >= cue && h < first && r.doc.Words[h].UPOS == english.VERB {
			s.Content = s.Content[:1]
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

// citesOnly makes the verb that a "citing" hangs on the cue, where only whom the
// source cites was found: "…, Radio Sund reported, [citing] [the Lantern]".
func (r stanceReader) citesOnly(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || len(s.Content) != 1 || !r.startsWith(s.Cue[0], "citing") {
		return
	}
	citing, _ := r.words(s.Cue[0])
	first, last := r.words(s.Content[0])
	for w := first; w < last; w++ {
		if !r.nounPart(w) {
			return
		}
	}
	verb := int(r.doc.Words[citing].Head)
	source, end := r.words(s.Source[0])
	if verb < end || verb > citing || !r.tells(r.doc.Words[verb].Span) {
		return
	}
	for w := source; w < end; w++ {
		if int(r.doc.Words[w].Head) == verb && r.doc.Words[w].Deprel.String() == "nsubj" {
			s.Cue, s.Content = []news.Span{r.doc.Words[verb].Span}, nil
			return
		}
	}
}

// saidBefore reports whether what a statement says stands before its source:
// "The dam had leaked, Radio Sund reported".
func (r stanceReader) saidBefore(s *news.Statement) bool {
	cue, last := r.words(s.Cue[0])
	source, _ := r.words(s.Source[0])
	if last != cue+1 || source >= cue || source == 0 || r.doc.Words[source-1].In(r.doc.Text) != "," || !r.tells(s.Cue[0]) {
		return false
	}
	for w := source - 1; w >= int(r.doc.Sentences[r.sentenceOf(cue)].First); w-- {
		if int(r.doc.Words[w].Head) == cue && r.doc.Words[w].Deprel.String() == "ccomp" {
			return true
		}
	}
	return false
}

// clauseBefore gives an "according to" or a verb of saying at the end of a
// sentence the clause before it, in which only parts without a source were found.
func (r stanceReader) clauseBefore(statements []news.Statement, i int, gone []bool) {
	s := &statements[i]
	last, _ := r.words(news.Span{Start: min(s.Cue[0].Start, s.Source[0].Start), End: s.Cue[0].End})
	sent := r.doc.Sentences[r.sentenceOf(last)]
	for last > int(sent.First) && r.doc.Words[last-1].UPOS == english.PUNCT && !r.closes(last-1) {
		last--
	}
	if last-int(sent.First) < 4 {
		return
	}
	clause := r.span(int(sent.First), last)
	for k := range statements {
		if o := &statements[k]; k != i && o.Extent().Overlap(clause) > 0 && (len(o.Source) > 0 || !clause.Contains(o.Extent())) {
			return
		}
	}
	for k := range statements {
		if k != i && statements[k].Extent().Overlap(clause) > 0 {
			gone[k] = true
		}
	}
	s.Content = []news.Span{clause}
}
