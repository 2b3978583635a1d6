package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Nested appends, to the statements of a document, those found inside what
// others say: "The Journal reported that the ministry had warned …". Parent
// tells the outer one, which is kept as it is.
func Nested(doc *english.Document, statements []news.Statement) []news.Statement {
	r := stanceReader{doc: doc}
	outer := len(statements)
	for i := range outer {
		// Behind "according to" he and she are someone else than who is named there.
		other := len(statements[i].Cue) > 0 && r.startsWith(statements[i].Cue[0], "according")
		for _, c := range statements[i].Content {
			statements = append(statements, r.nestedIn(c, i, other)...)
		}
		if other {
			r.handOn(statements, i, outer)
		}
	}
	return statements
}

// handOn gives the quotations that go on behind "…, said Adler, according to
// the Post" to whom the first one is.
func (r stanceReader) handOn(statements []news.Statement, i, outer int) {
	s := &statements[i]
	for k := outer; k < len(statements) && len(s.Content) > 1; k++ {
		n := &statements[k]
		if n.Parent != i || len(n.Content) != 1 || !s.Content[0].Contains(n.Content[0]) {
			continue
		}
		w, last := r.words(n.Content[0])
		if w >= last || !r.quotedWord(w) || r.doc.Quotations[r.doc.Words[w].Quote].Start > r.doc.Words[w].Start {
			continue
		}
		for at, c := range s.Content {
			if w, last := r.words(c); at > 0 && w < last && c.Start > s.Cue[0].End && r.quotedWord(w) {
				n.Content = append(n.Content, s.Content[at:]...)
				n.Kind = news.Direct
				s.Content = s.Content[:at:at]
				return
			}
		}
	}
}

// nestedIn finds statements within the content c of statement outer; other
// tells that he and she in it are not who speaks.
func (r stanceReader) nestedIn(c news.Span, outer int, other bool) []news.Statement {
	first, last := r.words(c)
	if last-first < 6 {
		return nil
	}
	var out []news.Statement
	for w := first; w < last; w++ {
		if w > first && w+2 < last && lowerOf(r.doc, w) == "as" && lowerOf(r.doc, w+1) == "saying" {
			if s, ok := r.quotedAs(first, w, last, outer); ok {
				out = append(out, s)
			}
			continue
		}
		s, ok := r.nominal(w, first, last, outer)
		if lemma := lemmaOf(r.doc, w); !ok && r.doc.Words[w].UPOS == english.VERB && (tellers[lemma] || lemma == "read" || lemma == "add") {
			s, ok = r.told(w, first, last, outer, other)
		}
		if ok {
			out = append(out, s)
		}
	}
	return out
}

// quotedAs is "quoted Y as saying P", where the words from first are Y's.
func (r stanceReader) quotedAs(first, as, last, outer int) (news.Statement, bool) {
	start := first
	for w := as - 1; w >= first; w-- {
		if r.doc.Words[w].UPOS == english.VERB {
			start = w + 1
			break
		}
	}
	end := as
	for end > start && r.doc.Words[end-1].UPOS == english.PUNCT {
		end--
	}
	if end <= start {
		return news.Statement{}, false
	}
	return r.inner(stretch{start, end}, stretch{as, as + 2}, stretch{as + 2, last}, outer), true
}

// inner is a statement inside of another one; commas before what is said are
// no part of it.
func (r stanceReader) inner(source, cue, said stretch, outer int) news.Statement {
	for said.first < said.last && r.doc.Words[said.first].UPOS == english.PUNCT && r.doc.Words[said.first].In(r.doc.Text) == "," {
		said.first++
	}
	s := news.Statement{Parent: outer, Speech: true, Kind: news.Indirect, Confidence: .5}
	s.Source = []news.Span{r.span(source.first, source.last)}
	s.Cue = []news.Span{r.span(cue.first, cue.last)}
	if said.first < said.last {
		s.Content = []news.Span{r.span(said.first, said.last)}
	}
	return s
}
