package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// scene gives what is told of the day's event the day itself: where a report
// has one main day, a quotation told in the plain past behind a mention of
// that day was said on it.
func (f *follower) scene() {
	main, often := f.mainDay()
	for i := range f.statements {
		s := &f.statements[i]
		if s.Parent >= 0 || s.Kind == news.Indirect || f.dated(s) || !f.plainPast(s) {
			continue
		}
		w, here := f.place(i)
		t := f.dayBefore(w)
		if t == nil && main != "" {
			reach := 2
			if often {
				reach = 1 << 20
			}
			t = f.dayNear(w, here, reach, main)
		}
		if t != nil {
			s.SaidOn, s.SaidOnSpan = day(t.Value), t.Span
		}
	}
}

// mainDay is the day that most mentions of days outside of quotations name,
// two thirds at least; "" for none. often tells whether it is named three
// times or more: then the whole report is about that day.
func (f *follower) mainDay() (value string, often bool) {
	count := map[string]int{}
	total, first, best := 0, "", ""
	for i := range f.times {
		t := &f.times[i]
		d := day(t.Value)
		if len(d) != len("2006-01-02") || t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		if w, _ := f.words(t.Span); w >= len(f.doc.Words) || f.doc.Words[w].Quote >= 0 {
			continue
		}
		if first == "" {
			first = d
		}
		total++
		count[d]++
		if count[d] > count[best] || count[d] == count[best] && d == first {
			best = d
		}
	}
	if total == 0 || 3*count[best] < 2*total {
		return "", false
	}
	return best, count[best] > 2
}

// plainPast reports whether a statement's cue is a verb of saying in the
// simple past.
func (f *follower) plainPast(s *news.Statement) bool {
	for _, c := range s.Cue {
		first, last := f.words(c)
		for w := first; w < last; w++ {
			if x := f.doc.Words[w].XPOS.String(); x == "VBD" {
				return true
			}
		}
	}
	return false
}

// dayBefore is the day on which the main clause of the sentence before the one
// of word w happened, in the same paragraph or the one above.
func (f *follower) dayBefore(w int) *news.TimeExpression {
	if w >= len(f.doc.Words) {
		return nil
	}
	k := f.sentenceOf(w) - 1
	if k < 0 || f.doc.Sentences[k+1].Paragraph-f.doc.Sentences[k].Paragraph > 1 {
		return nil
	}
	sent := f.doc.Sentences[k]
	if !f.pastRoot(sent) {
		return nil
	}
	return f.dayOf(sent)
}

// pastRoot reports whether a sentence's main verb is in the simple past.
func (f *follower) pastRoot(s english.Sentence) bool {
	for w := s.First; w < s.Last; w++ {
		if h := f.doc.Words[w].Head; h < s.First || h >= s.Last {
			return f.doc.Words[w].XPOS.String() == "VBD"
		}
	}
	return false
}

// dayNear is the mention of a day nearest before word w, at most reach
// paragraphs up.
func (f *follower) dayNear(w, paragraph, reach int, value string) *news.TimeExpression {
	var best *news.TimeExpression
	for i := range f.times {
		t := &f.times[i]
		a, _ := f.words(t.Span)
		if a >= len(f.doc.Words) || a > w+20 {
			break
		}
		p := int(f.doc.Sentences[f.sentenceOf(a)].Paragraph)
		if day(t.Value) == value && paragraph-p <= reach && p <= paragraph && f.doc.Words[a].Quote < 0 {
			best = t
		}
	}
	return best
}
