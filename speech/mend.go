package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// mend puts right what the model cut short, took for another part, or did not
// find, where the words around it leave no doubt.
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
