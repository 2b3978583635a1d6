package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Follow hands on, once voices are known, what a text gives once and means
// for more: relays to nested statements and to what a voice said further in
// the same breath, and the day of saying.
func Follow(doc *english.Document, statements []news.Statement, times []news.TimeExpression) {
	f := follower{stanceReader{doc: doc}, statements, times}
	for i := range statements {
		f.nested(i)
	}
	for i := range statements {
		f.breath(i)
	}
	for i := range statements {
		f.day(i)
	}
	for i := len(statements) - 1; i >= 0; i-- {
		f.dayAhead(i)
	}
	for i := range statements {
		f.remarks(i)
	}
	f.scene()
	for i := range statements {
		f.day(i)
	}
}

type follower struct {
	stanceReader
	statements []news.Statement
	times      []news.TimeExpression
}

// nested lets a statement found inside another come through the other's voice.
func (f *follower) nested(i int) {
	s := &f.statements[i]
	if s.Parent < 0 || s.Parent >= len(f.statements) || s.Parent == i {
		return
	}
	p := &f.statements[s.Parent]
	if p.Voice.Name == "" || p.Voice.Name == s.Voice.Name || f.isNoun(s.Cue) {
		return // a claim that is only spoken of did not come through who speaks of it
	}
	via := append([]news.Relay{}, p.Via...)
	relay := news.Relay{Name: p.Voice.Name}
	if len(p.Source) > 0 {
		relay.Span = p.Source[0]
	}
	via = append(via, relay)
	for _, own := range s.Via {
		if !hasRelay(via, own.Name) {
			via = append(via, own)
		}
	}
	s.Via = via
}

// isNoun reports whether a cue is a noun for something said.
func (f *follower) isNoun(cue []news.Span) bool {
	if len(cue) != 1 {
		return false
	}
	w, last := f.words(cue[0])
	return last == w+1 && f.doc.Words[w].UPOS == english.NOUN
}

func hasRelay(via []news.Relay, name string) bool {
	for _, v := range via {
		if v.Name == name {
			return true
		}
	}
	return false
}

// place is the first word of a statement and its paragraph.
func (f *follower) place(i int) (word, paragraph int) {
	w, _ := f.words(f.statements[i].Extent())
	if len(f.doc.Sentences) == 0 || w >= len(f.doc.Words) {
		return w, 0
	}
	return w, int(f.doc.Sentences[f.sentenceOf(w)].Paragraph)
}

// before is the statement of the same voice that stands before statement i,
// -1 where others spoke between or it is far off.
func (f *follower) before(i int, paragraphs int) int {
	s := &f.statements[i]
	if s.Voice.Name == "" || s.Parent >= 0 {
		return -1
	}
	_, here := f.place(i)
	for k := i - 1; k >= 0; k-- {
		p := &f.statements[k]
		if p.Parent >= 0 || len(p.Content) == 0 {
			continue
		}
		_, there := f.place(k)
		if here-there > paragraphs {
			return -1
		}
		if p.Voice.Name == s.Voice.Name {
			return k
		}
		if p.Speech {
			return -1
		}
	}
	return -1
}

// breath lets "Adler added" and quotations that go on inherit the relay and
// occasion of what was said just before.
func (f *follower) breath(i int) {
	s := &f.statements[i]
	if len(s.Via) > 0 {
		return
	}
	k := f.before(i, 2)
	if k < 0 && f.theInterview(s) {
		k = f.interview(i)
	}
	if k < 0 || len(f.statements[k].Via) == 0 {
		return
	}
	// Words that name an occasion of their own are not of the same breath.
	if s.Occasion.Len() > 0 && f.statements[k].Occasion.Len() > 0 && s.Occasion.In(f.doc.Text) != f.statements[k].Occasion.In(f.doc.Text) {
		return
	}
	if s.Addressee.Len() > 0 || f.elsewhen(s) && !f.theInterview(s) {
		return
	}
	s.Via = append([]news.Relay{}, f.statements[k].Via...)
}

// theInterview reports whether the frame of a statement comes back to an
// interview or broadcast spoken of before.
func (f *follower) theInterview(s *news.Statement) bool {
	for _, w := range f.frame(s) {
		if w+1 < len(f.doc.Words) && lowerOf(f.doc, w) == "the" {
			switch lemmaOf(f.doc, w+1) {
			case "interview", "broadcast", "programme", "program", "podcast":
				return true
			}
		}
	}
	return false
}

// interview is the last statement of the voice of statement i that came through
// a relay, -1 for none nearby.
func (f *follower) interview(i int) int {
	_, here := f.place(i)
	for k := i - 1; k >= max(0, i-farStatements); k-- {
		p := &f.statements[k]
		if _, there := f.place(k); here-there > 10 {
			return -1
		}
		if p.Parent < 0 && len(p.Via) > 0 && p.Voice.Name == f.statements[i].Voice.Name && p.Voice.Name != "" {
			return k
		}
	}
	return -1
}
