package speech

import (
	"regexp"
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Days fills in when each statement was said, where a time expression in the
// clause of its cue says so; one inside what is said does not count.
func Days(doc *english.Document, statements []news.Statement, times []news.TimeExpression) {
	r := stanceReader{doc: doc}
	for i := range statements {
		var within []news.Span
		if p := statements[i].Parent; p >= 0 && p < len(statements) {
			within = statements[p].Content
		}
		if t := r.saidAt(&statements[i], within, times); t != nil {
			statements[i].SaidOnSpan = t.Span
			statements[i].SaidOn = day(t.Value)
		}
	}
}

var dayValue = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?`)

// day is a TIMEX3 value as an ISO 8601 prefix of a date, "" where it is none.
func day(value string) string {
	v := dayValue.FindString(value)
	if len(v) == 4 && len(value) > 4 {
		return "" // weeks, quarters and seasons
	}
	return v
}

// saidAt is the time expression that hangs on a statement's cue; that of a
// nested statement stands within what the outer one says.
func (r stanceReader) saidAt(s *news.Statement, within []news.Span, times []news.TimeExpression) *news.TimeExpression {
	if len(s.Cue) == 0 {
		return nil
	}
	first, last := r.words(s.Cue[0])
	if first >= last {
		return nil
	}
	sentence := r.doc.Sentences[r.sentenceOf(first)].Span
	k := sort.Search(len(times), func(i int) bool { return times[i].End > sentence.Start })
	var best *news.TimeExpression
	score := -1
	for ; k < len(times) && times[k].Start < sentence.End; k++ {
		t := &times[k]
		if t.Type != "DATE" && t.Type != "TIME" || t.Value == "" {
			continue
		}
		if len(within) > 0 && !inSpans(within, t.Span) {
			continue
		}
		if inSpans(s.Content, t.Span) && !r.before(t.Span, last, s) && !r.ofOccasion(t.Span, s) {
			continue
		}
		if r.named(t.Span) || inSpans(s.Source, t.Span) && !r.closesSource(t.Span, s) && !r.ofSpeaking(t.Span) {
			continue
		}
		if v := r.attached(t.Span, first, last); v > score || v == score && best != nil && r.gap(t.Span, first, last) < r.gap(best.Span, first, last) {
			best, score = t, v
		}
	}
	if score <= 0 {
		return nil
	}
	return best
}

// ofOccasion reports whether a time expression at the end of what is said tells
// of the occasion on which it was: "apologized for the leak at a May 10 meeting".
func (r stanceReader) ofOccasion(t news.Span, s *news.Statement) bool {
	if len(s.Content) != 1 || s.Kind != news.Indirect {
		return false
	}
	first, end := r.words(s.Content[0])
	w, v := r.words(t)
	if v == end && !r.finite(first, end) && r.issued(first, w) {
		return true // "issued a denial on Monday"
	}
	if r.finite(first, end) || w < first+2 || lowerOf(r.doc, w-1) != "a" && lowerOf(r.doc, w-1) != "the" && lowerOf(r.doc, w-1) != "his" && lowerOf(r.doc, w-1) != "her" {
		return false
	}
	if l := lowerOf(r.doc, w-2); l != "at" && l != "during" && l != "in" {
		return false
	}
	for ; v < end && r.nounPart(v) && r.doc.Words[v].UPOS != english.ADP; v++ {
		if occasionNouns[lemmaOf(r.doc, v)] {
			return true
		}
	}
	return false
}

// issued reports whether the words [first, last) are a noun for words that go
// out, and no more than what describes it.
func (r stanceReader) issued(first, last int) bool {
	for w := first; w < last; w++ {
		switch lemmaOf(r.doc, w) {
		case "denial", "rebuttal", "apology", "warning", "statement", "response", "threat", "ultimatum":
			return last-w <= 2
		}
		if !r.nounPart(w) || r.doc.Words[w].UPOS == english.ADP {
			return false
		}
	}
	return false
}

// closesSource reports whether a time expression only ends the source, as in
// "the mayor on Monday said", and describes nothing in it.
func (r stanceReader) closesSource(t news.Span, s *news.Statement) bool {
	return t.End == s.Source[len(s.Source)-1].End
}

// ofSpeaking reports whether a time expression tells when somebody spoke, as in
// "Adler, speaking before Monday's vote,".
func (r stanceReader) ofSpeaking(t news.Span) bool {
	w, _ := r.words(t)
	for steps := 0; w >= 0 && w < len(r.doc.Words) && steps < 8; steps++ {
		if r.doc.Words[w].UPOS == english.VERB {
			switch lowerOf(r.doc, w) {
			case "speaking", "talking", "writing", "testifying", "tweeting":
				return true
			}
			return false
		}
		w = int(r.doc.Words[w].Head)
	}
	return false
}

// named reports whether a time expression is part of a name, as in that of a
// group named after a day.
func (r stanceReader) named(t news.Span) bool {
	k := sort.Search(len(r.doc.Names), func(i int) bool { return r.doc.Names[i].End > t.Start })
	return k < len(r.doc.Names) && r.doc.Names[k].Overlap(t) > 0 && r.doc.Names[k].Len() > t.Len()
}

// gap is how many words part a time expression from the words [first, last).
func (r stanceReader) gap(t news.Span, first, last int) int {
	a, b := r.words(t)
	return max(a-last, first-b, 0)
}

// bracketed reports whether the words [w, end) close a relative clause that
// stands between the source and the cue at first: "Adler, who left on Friday, said".
func (r stanceReader) bracketed(w, end, first int) bool {
	if end >= len(r.doc.Words) || end > first || r.doc.Words[end].In(r.doc.Text) != "," {
		return false
	}
	start := int(r.doc.Sentences[r.sentenceOf(w)].First)
	for v := w - 1; v > start && v > w-15; v-- {
		switch lowerOf(r.doc, v) {
		case "who", "which", "whose", "whom":
			return true
		case ",", "“", "\"":
			return false
		}
	}
	return false
}

// before reports whether a time expression that was taken into the content
// stands at its very start and hangs on the cue: "said Thursday he …".
func (r stanceReader) before(t news.Span, last int, s *news.Statement) bool {
	w, end := r.words(t)
	if w >= end || w < last || w-last > 2 {
		return false
	}
	return !r.quotedWord(w)
}

func (r stanceReader) quotedWord(w int) bool { return r.doc.Words[w].Quote >= 0 }

// attached says how surely a time expression belongs to the cue at words
// [first, last): 2 where it hangs on the cue, 1 where it stands in its clause
// with nothing else to hang on, 0 where it belongs elsewhere.
func (r stanceReader) attached(t news.Span, first, last int) int {
	w, end := r.words(t)
	if w >= end {
		return 0
	}
	if r.bracketed(w, end, first) {
		return 0
	}
	if w >= last && w-last <= 1 {
		return 2 // "said Monday", "said on Monday"
	}
	for v := w; v < end; v++ {
		if h := int(r.doc.Words[v].Head); h < w || h >= end {
			w = v
			break
		}
	}
	ancestors := map[int]bool{}
	for v, n := first, 0; v >= 0 && n < 60; v, n = int(r.doc.Words[v].Head), n+1 {
		ancestors[v] = true
	}
	for n := 0; w >= 0 && n < 40; n++ {
		if w >= first && w < last {
			return 2
		}
		word := &r.doc.Words[w]
		if word.UPOS == english.VERB {
			if ancestors[w] {
				return 1
			}
			switch word.Deprel.String() {
			case "acl", "acl:relcl", "advcl:relcl":
				// "an interview that aired Wednesday", "a letter sent on Monday"
				switch lemmaOf(r.doc, w) {
				case "air", "broadcast", "publish", "release", "deliver", "send", "post", "date", "show", "issue", "record", "conduct", "tape", "circulate", "speak", "talk", "appear":
				default:
					return 0
				}
			case "ccomp":
				return 0
			case "advcl":
				// "speaking on Monday", "asked on Monday"
				if l := lemmaOf(r.doc, w); l != "speak" && l != "ask" && l != "talk" && l != "write" && l != "appear" {
					return 0
				}
			case "xcomp", "conj", "parataxis":
			default:
				return 0
			}
		} else if w >= 0 && ancestors[w] && w != first {
			return 1
		}
		w = int(word.Head)
	}
	// Parses of long sentences go wrong: a date close to the cue is its own.
	a, b := r.words(t)
	if a >= last && a-last <= 3 || first >= b && first-b <= 3 {
		return 1
	}
	return 0
}
