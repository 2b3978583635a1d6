package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// noStatements leaves out what only looks like a statement: the question that
// was put to somebody ("Asked about the valve, …") and the reason why
// somebody is not named.
func (r stanceReader) noStatements(statements []news.Statement) []news.Statement {
	out := statements[:0:0]
	for i := range statements {
		if s := &statements[i]; !r.askedAbout(s) && !r.whyUnnamed(s) && !r.neverProved(s) {
			out = append(out, *s)
		}
	}
	return out
}

// neverProved reports whether a statement is what no proof is given of.
func (r stanceReader) neverProved(s *news.Statement) bool {
	if len(s.Cue) == 0 {
		return false
	}
	w, last := r.words(s.Cue[0])
	for ; w < last; w++ {
		if r.doc.Words[w].UPOS == english.VERB && r.unproven(w) {
			return true
		}
	}
	return false
}

// askedAbout reports whether a statement without a source is the question that
// its sentence answers.
func (r stanceReader) askedAbout(s *news.Statement) bool {
	if len(s.Source) > 0 || len(s.Cue) == 0 {
		return false
	}
	w, last := r.words(s.Cue[0])
	if w < last && lowerOf(r.doc, w) == "when" {
		w++
	}
	if w >= last {
		return false
	}
	switch lowerOf(r.doc, w) {
	case "asked", "questioned", "pressed", "quizzed":
	default:
		return false
	}
	first := int(r.doc.Sentences[r.sentenceOf(w)].First)
	for first < w && r.doc.Words[first].UPOS == english.PUNCT {
		first++
	}
	return w == first || w > 0 && lowerOf(r.doc, w-1) == "when"
}

// unnamedSigns are the words by which a source is left unnamed.
var unnamedSigns = []string{"anonymity", "not to be named", "not to be identified", "not be named", "not be identified", "declined to be named", "declined to be identified"}

// unnamedWhys open the reason for it.
var unnamedWhys = []string{"because ", "since ", "as they ", "as he ", "as she ", "for fear "}

// whyUnnamed reports whether the cue of a statement belongs to the asking for
// anonymity or to the reason for it, and its source is no name.
func (r stanceReader) whyUnnamed(s *news.Statement) bool {
	if len(s.Cue) == 0 || len(s.Source) == 0 {
		return false
	}
	a, b := r.words(s.Source[0])
	if b-a != 1 {
		return false
	}
	switch lowerOf(r.doc, a) {
	case "who", "he", "she", "they":
	default:
		return false
	}
	w, last := r.words(s.Cue[0])
	if w >= last {
		return false
	}
	sentence := r.doc.Sentences[r.sentenceOf(w)]
	text := strings.ToLower(sentence.In(r.doc.Text))
	cue := s.Cue[0].Start - sentence.Start
	for _, sign := range unnamedSigns {
		k := strings.Index(text, sign)
		if k < 0 {
			continue
		}
		if cue < k {
			// "asked not to be named": the cue itself asks for it.
			between := text[min(cue, k):k]
			switch lemmaOf(r.doc, w) {
			case "ask", "request", "insist", "decline", "speak", "talk":
				return len(strings.Fields(between)) < 6 && !strings.ContainsAny(between, ",;“\"")
			}
			return false
		}
		between := text[k:min(cue, len(text))]
		if strings.ContainsAny(between, ",;") {
			return false
		}
		for _, why := range unnamedWhys {
			if strings.Contains(between, why) {
				return true
			}
		}
		return false
	}
	return false
}
