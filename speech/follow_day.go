package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// dated reports whether the clause of the cue gives any time of its own, be
// it too coarse for a day.
func (f *follower) dated(s *news.Statement) bool {
	if s.SaidOn != "" || s.SaidOnSpan.Len() > 0 {
		return true
	}
	return f.elsewhen(s)
}

// elsewhen reports whether the frame of a statement says that it was said at
// another time than what stands around it.
func (f *follower) elsewhen(s *news.Statement) bool {
	if f.backThen(s) {
		return true
	}
	for _, w := range f.frame(s) {
		switch lowerOf(f.doc, w) {
		case "time", "then":
			if w > 0 && (lowerOf(f.doc, w-1) == "the" || lowerOf(f.doc, w-1) == "that" || lowerOf(f.doc, w) == "then" && w > 1) && lowerOf(f.doc, max(0, w-2)) == "at" {
				return true
			}
		case "previously", "earlier", "repeatedly", "long", "formerly", "ago", "often", "past", "originally", "initially", "recently", "routinely", "always":
			return true
		case "has", "have", "had":
			if w+1 < len(f.doc.Words) && f.doc.Words[w].UPOS == english.AUX && f.inCueHead(s, w) {
				return true
			}
		}
	}
	return false
}

// backThen reports whether the cue stands in a clause of time, that of another
// event: "since she apologized".
func (f *follower) backThen(s *news.Statement) bool {
	if len(s.Cue) == 0 {
		return false
	}
	w, last := f.words(s.Cue[0])
	for ; w < last; w++ {
		if f.doc.Words[w].UPOS == english.VERB {
			return f.doc.Words[w].Deprel == relAdvcl && f.doc.Words[w].XPOS.String() == "VBD" && f.marked(w, "since")
		}
	}
	return false
}

// inCueHead reports whether auxiliary w belongs to the statement's cue.
func (f *follower) inCueHead(s *news.Statement, w int) bool {
	h := int(f.doc.Words[w].Head)
	if h < 0 {
		return false
	}
	for _, c := range s.Cue {
		if c.Contains(f.doc.Words[h].Span) || c.Contains(f.doc.Words[w].Span) {
			return true
		}
	}
	return false
}

// day inherits the day of saying from what the same voice said before.
func (f *follower) day(i int) {
	s := &f.statements[i]
	if f.dated(s) || s.Voice.Name == "" || s.Parent >= 0 {
		return
	}
	w, here := f.place(i)
	if d := f.leadInDay(i, w); d != nil {
		s.SaidOn, s.SaidOnSpan = day(d.Value), d.Span
		return
	}
	for k := i - 1; k >= max(0, i-farStatements); k-- {
		p := &f.statements[k]
		_, there := f.place(k)
		if here-there > 12 {
			return
		}
		if !f.shares(s, p) {
			continue
		}
		if f.inherit(s, p) || f.dated(p) && here-there <= 1 {
			return
		}
	}
}

// farStatements is how many statements away a day is looked for, so that time
// grows with the text alone.
const farStatements = 80

// dayAhead inherits the day from what the same voice is said to have said
// further on, for leads that come before the details.
func (f *follower) dayAhead(i int) {
	s := &f.statements[i]
	if f.dated(s) || s.Voice.Name == "" || s.Parent >= 0 {
		return
	}
	_, here := f.place(i)
	for k := i + 1; k < min(len(f.statements), i+farStatements); k++ {
		p := &f.statements[k]
		_, there := f.place(k)
		if there-here > 6 {
			return
		}
		if f.shares(s, p) && f.inherit(s, p) {
			return
		}
	}
}

// shares reports whether the day of p may be that of s: a statement of its own
// by the same voice.
func (f *follower) shares(s, p *news.Statement) bool { return p.Parent < 0 && f.sameVoice(p, s) }

// inherit gives s the day of p, and reports whether p has one.
func (f *follower) inherit(s, p *news.Statement) bool {
	if len(p.SaidOn) != len("2006-01-02") {
		return false
	}
	s.SaidOn, s.SaidOnSpan = p.SaidOn, p.SaidOnSpan
	return true
}

// sameVoice reports whether two statements are of one voice, or one of a body
// and the other of who speaks for it.
func (f *follower) sameVoice(a, b *news.Statement) bool {
	if a.Voice.Name == "" || b.Voice.Name == "" {
		return false
	}
	if a.Voice.Name == b.Voice.Name {
		return a.Voice.Type != news.Unnamed || strings.EqualFold(a.Voice.Name, b.Voice.Name)
	}
	speaks := func(p, body news.Voice) bool {
		if p.Type != news.Person || body.Type != news.Organisation && body.Type != news.Office || !strings.Contains(p.Role, "spokes") {
			return false
		}
		for _, n := range append([]string{body.Name}, body.Variants...) {
			if n != "" && strings.Contains(p.Role, n) {
				return true
			}
		}
		return false
	}
	return speaks(a.Voice, b.Voice) || speaks(b.Voice, a.Voice)
}

// leadInDay is the time expression of the sentence just before a statement in
// which its voice is the subject: "On Monday Adler met reporters. “…,” he said."
func (f *follower) leadInDay(i, w int) *news.TimeExpression {
	s := &f.statements[i]
	if s.Voice.Type != news.Person && s.Voice.Type != news.Organisation && s.Voice.Type != news.Office || len(f.doc.Sentences) == 0 {
		return nil
	}
	words := strings.Fields(s.Voice.Name)
	last := words[len(words)-1]
	k := f.sentenceOf(min(w, len(f.doc.Words)-1))
	for back := 1; back <= 2 && k-back >= 0; back++ {
		sent := f.doc.Sentences[k-back]
		if f.doc.Sentences[k].Paragraph-sent.Paragraph > 1 {
			return nil
		}
		about := false
		for v := int(sent.First); v < int(sent.Last); v++ {
			word := &f.doc.Words[v]
			if word.Quote < 0 && word.In(f.doc.Text) == last && strings.HasPrefix(word.Deprel.String(), "nsubj") || word.Quote < 0 && word.In(f.doc.Text) == last && word.Deprel.String() == "flat" {
				about = true
			}
		}
		if !about {
			continue
		}
		if x := f.dayOf(sent); x != nil {
			return x
		}
	}
	return nil
}

// remarks dates statements by the sentence behind them that says when they were
// made: "The mayor's spokesman made the comments on Monday".
func (f *follower) remarks(i int) {
	s := &f.statements[i]
	if s.SaidOn != "" || s.SaidOnSpan.Len() > 0 || s.Parent >= 0 || len(f.doc.Sentences) == 0 {
		return
	}
	_, end := f.words(s.Extent())
	k := f.sentenceOf(min(max(end-1, 0), len(f.doc.Words)-1))
	if k+1 >= len(f.doc.Sentences) || f.doc.Sentences[k+1].Paragraph-f.doc.Sentences[k].Paragraph > 1 {
		return
	}
	sent := f.doc.Sentences[k+1]
	made := false
	for w := int(sent.First) + 1; w < int(sent.Last); w++ {
		switch lemmaOf(f.doc, w) {
		case "comment", "remark", "statement", "announcement", "claim", "accusation", "allegation":
		default:
			continue
		}
		if l := lowerOf(f.doc, w-1); l != "the" && l != "these" && l != "those" && l != "his" && l != "her" && l != "their" {
			continue
		}
		if h := int(f.doc.Words[w].Head); h >= 0 && f.doc.Words[w].Deprel == relObj {
			switch lemmaOf(f.doc, h) {
			case "make", "deliver", "issue", "give":
				made = made || f.doc.Words[h].Head < 0 || f.doc.Words[h].Deprel.String() == "root"
			}
		}
	}
	if !made {
		return
	}
	if x := f.dayOf(sent); x != nil {
		s.SaidOn, s.SaidOnSpan = day(x.Value), x.Span
	}
}

// dayOf is the time expression that tells on which day the main clause of a
// sentence happened, nil for none.
func (f *follower) dayOf(sent english.Sentence) *news.TimeExpression {
	for t := range f.times {
		x := &f.times[t]
		if x.Start < sent.Start || x.End > sent.End || x.Type != "DATE" && x.Type != "TIME" || len(day(x.Value)) != len("2006-01-02") {
			continue
		}
		if a, b := f.words(x.Span); a < b && f.doc.Words[a].Quote < 0 && f.ofRoot(a, b, int(sent.First), int(sent.Last)) {
			return x
		}
	}
	return nil
}

// ofRoot reports whether the expression at words [a, b) tells when the main
// clause of the sentence [first, last) happened.
func (f *follower) ofRoot(a, b, first, last int) bool {
	w := a
	for v := a; v < b; v++ {
		if h := int(f.doc.Words[v].Head); h < a || h >= b {
			w = v
			break
		}
	}
	for range 3 {
		h := int(f.doc.Words[w].Head)
		if h < first || h >= last {
			return false
		}
		if f.doc.Words[h].UPOS == english.VERB {
			g := int(f.doc.Words[h].Head)
			return g < first || g >= last || f.doc.Words[h].Deprel.String() == "conj" || f.doc.Words[h].Deprel.String() == "xcomp"
		}
		w = h
	}
	return false
}
