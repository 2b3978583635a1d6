package speech

import (
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Missed appends statements that the model left out although grammar shows
// them: a verb of saying with its subject and what it says, none of it within
// another statement.
func Missed(doc *english.Document, statements []news.Statement, blocks []news.Block) []news.Statement {
	r := stanceReader{doc: doc}
	n := len(statements)
	statements = r.disclaimed(r.severed(statements), blocks)
	taken := make([]bool, len(doc.Words))
	for i := range statements {
		for _, part := range [][]news.Span{statements[i].Source, statements[i].Cue, statements[i].Content} {
			for _, c := range part {
				first, last := r.words(c)
				for w := first; w < last; w++ {
					taken[w] = true
				}
			}
		}
	}
	statements = r.signedQuotes(statements, taken, blocks)
	statements = r.between(statements, taken, blocks)
	for w := range doc.Words {
		word := &doc.Words[w]
		if word.UPOS == english.NOUN && !taken[w] && !r.unread(word.Span, blocks) {
			sent := doc.Sentences[r.sentenceOf(w)]
			if s, ok := r.nominal(w, int(sent.First), int(sent.Last), -1); ok && !r.anyTaken(taken, s.Source[0]) && !r.anyTaken(taken, s.Content[0]) {
				s.Confidence = .3
				statements = append(statements, s)
			}
		}
		if word.UPOS != english.VERB || taken[w] || word.Quote >= 0 || !surely[lemmaOf(doc, w)] && !r.makesClear(w) && !r.issuesDenial(w) && !r.hasNoComment(w) && !r.takesUp(w) || r.unread(word.Span, blocks) {
			continue
		}
		sent := doc.Sentences[r.sentenceOf(w)]
		s, ok := r.told(w, int(sent.First), int(sent.Last), -1, false)
		if !ok || len(s.Content) == 0 || r.anyTaken(taken, s.Source[0]) && !isSource(statements, s.Source[0]) || r.anyTaken(taken, s.Content[0]) {
			continue
		}
		s.Confidence = .3
		statements = append(statements, s)
	}
	if len(statements) > n {
		sort.SliceStable(statements, func(a, b int) bool { return statements[a].Extent().Start < statements[b].Extent().Start })
	}
	return statements
}

// isSource reports whether a span is, but for what hangs on it, the source of a statement.
func isSource(statements []news.Statement, s news.Span) bool {
	for i := range statements {
		for _, x := range statements[i].Source {
			if x.Start == s.Start {
				return true
			}
		}
	}
	return false
}

// makesClear reports whether "makes clear" or "made it plain" begins at w.
func (r stanceReader) makesClear(w int) bool {
	if lemmaOf(r.doc, w) != "make" {
		return false
	}
	for v := w + 1; v < min(w+4, len(r.doc.Words)); v++ {
		if l := lowerOf(r.doc, v); l == "clear" || l == "plain" {
			return true
		}
	}
	return false
}

// issuesDenial reports whether "issued a strong denial" begins at w.
func (r stanceReader) issuesDenial(w int) bool {
	if lemmaOf(r.doc, w) != "issue" {
		return false
	}
	for v := w + 1; v < min(w+6, len(r.doc.Words)); v++ {
		switch lemmaOf(r.doc, v) {
		case "denial", "rebuttal", "rejection", "warning", "apology":
			return true
		}
	}
	return false
}

// takesUp reports whether the verb at w speaks to what others said: "dismissed
// the concerns", "backed up the report", "tried to play down the split".
func (r stanceReader) takesUp(w int) bool {
	object, down := -1, false
	for v := w + 1; v < min(w+14, len(r.doc.Words)); v++ {
		if int(r.doc.Words[v].Head) != w {
			continue
		}
		switch r.doc.Words[v].Deprel.String() {
		case "obj":
			object = v
		case "compound:prt", "advmod":
			down = down || lowerOf(r.doc, v) == "down"
		}
	}
	switch lemmaOf(r.doc, w) {
	case "play":
		return down
	case "downplay":
		return object >= 0
	case "dismiss", "reject", "refute", "rebut", "back", "corroborate", "echo", "endorse", "challenge", "contradict":
		return object >= 0 && r.doc.Words[object].UPOS == english.NOUN && r.reportLike(object)
	}
	return false
}

// hasNoComment reports whether "had no comment" begins at w.
func (r stanceReader) hasNoComment(w int) bool {
	if lemmaOf(r.doc, w) != "have" || w+2 >= len(r.doc.Words) || lowerOf(r.doc, w+1) != "no" {
		return false
	}
	v := w + 2
	if r.doc.Words[v].UPOS == english.ADJ && v+1 < len(r.doc.Words) {
		v++
	}
	return lemmaOf(r.doc, v) == "comment"
}

func (r stanceReader) anyTaken(taken []bool, s news.Span) bool {
	first, last := r.words(s)
	for w := first; w < last; w++ {
		if taken[w] {
			return true
		}
	}
	return false
}

// unread reports whether a word stands in a block that yields no statements.
func (r stanceReader) unread(s news.Span, blocks []news.Block) bool {
	for _, b := range blocks {
		if b.Overlap(s) > 0 {
			return b.Kind == news.Metadata || b.Kind == news.Furniture
		}
	}
	return false
}

// deeds settles which statements are words and which only deeds or thoughts:
// a verb of doing without any quoted word says nothing; a denial or a refusal
// to comment does, whatever hangs before it.
func (r stanceReader) deeds(s *news.Statement) {
	if len(s.Cue) == 0 {
		return
	}
	first, last := r.words(s.Cue[0])
	verb := -1
	for w := first; w < last; w++ {
		if r.doc.Words[w].UPOS == english.VERB {
			verb = w
		}
		if l := lemmaOf(r.doc, w); (tellers[l] || surely[l]) && l != "reject" {
			verb = -1
			break
		}
	}
	if !s.Speech && r.documentFinds(s, first) {
		s.Speech = true
		return
	}
	if !s.Speech {
		for _, o := range r.ops(s, s.Extent()) {
			if o == opDeny || o == opDecline {
				s.Speech = true
			}
		}
		return
	}
	if verb < 0 {
		return
	}
	lemma := lemmaOf(r.doc, verb)
	if lemma == "reject" || lemma == "dismiss" || lemma == "refuse" || lemma == "decline" {
		// A veto, a bill, an offer rejected is a deed; a claim rejected is not.
		s.Speech = r.speaks(s, lemma)
		return
	}
	if !acts[lemma] {
		return
	}
	for _, c := range s.Content {
		a, b := r.words(c)
		for w := a; w < b; w++ {
			if r.quotedWord(w) {
				return
			}
		}
	}
	s.Speech = false
}

// documentFinds reports whether the source of a statement is a document and its
// cue, at word w, one of showing.
func (r stanceReader) documentFinds(s *news.Statement, w int) bool {
	if len(s.Source) == 0 {
		return false
	}
	switch lemmaOf(r.doc, w) {
	case "find", "show", "conclude", "reveal", "suggest", "determine", "identify", "detail":
	default:
		return false
	}
	a, b := r.words(s.Source[0])
	for v := a; v < b; v++ {
		if r.doc.Words[v].UPOS == english.ADP {
			return false
		}
		if documents[lemmaOf(r.doc, v)] && (v+1 == b || r.doc.Words[v+1].UPOS != english.NOUN) {
			return true
		}
	}
	return false
}

// speaks reports whether what is rejected or refused is words: a report, a
// claim, a comment.
func (r stanceReader) speaks(s *news.Statement, lemma string) bool {
	if len(s.Content) == 0 {
		return true
	}
	what := s.Content[0]
	for _, c := range s.Content[1:] {
		if what.Start < s.Cue[0].Start && c.Start > s.Cue[0].Start {
			what = c
		}
	}
	first, last := r.words(what)
	for w := first; w < last && w < first+8; w++ {
		if r.quotedWord(w) {
			return true
		}
		l := lemmaOf(r.doc, w)
		if lemma == "refuse" || lemma == "decline" {
			if c, _ := patternAt(r.doc, w, w+1, func(c stanceClass) bool { return c == silentClass || c == denyClass }); c != noClass && l != "give" && l != "offer" && l != "provide" && l != "return" {
				return true
			}
			continue
		}
		if r.reportLike(w) && r.doc.Words[w].UPOS == english.NOUN {
			return true
		}
		if r.doc.Words[w].UPOS == english.NOUN && l != "strongly" && w > first {
			return false
		}
	}
	return lemma == "reject" || lemma == "dismiss"
}
