package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// signedQuotes appends quotations that the model left out although a verb and
// its subject stand right behind them: "“…,” Adler wrote", "“…,” wrote Adler".
func (r stanceReader) signedQuotes(statements []news.Statement, taken []bool, blocks []news.Block) []news.Statement {
	for q := range r.doc.Quotations {
		quote := &r.doc.Quotations[q]
		first, last := r.words(quote.Span)
		if quote.Parent >= 0 || last-first < 6 || last >= len(r.doc.Words) || r.unread(quote.Span, blocks) || r.anyTaken(taken, quote.Span) {
			continue
		}
		source, cue, ok := r.signature(last)
		if !ok || r.anyTaken(taken, cue) {
			continue
		}
		s := news.Statement{Parent: -1, Speech: true, Kind: news.Direct, Confidence: .4, Source: []news.Span{source}, Cue: []news.Span{cue}, Content: []news.Span{quote.Span}}
		statements = append(statements, s)
		for _, part := range []news.Span{source, cue, quote.Span} {
			a, b := r.words(part)
			for w := a; w < b; w++ {
				taken[w] = true
			}
		}
	}
	return statements
}

// signature reads the subject and the verb, in either order, that begin at word w.
func (r stanceReader) signature(w int) (source, cue news.Span, ok bool) {
	sent := r.doc.Sentences[r.sentenceOf(w)]
	if w > int(sent.First) && w < int(sent.Last) && signers[lemmaOf(r.doc, w)] && r.doc.Words[w].UPOS == english.VERB {
		end := w + 1
		for end < int(sent.Last) && r.nounPart(end) && r.doc.Words[end].UPOS != english.ADP && r.doc.Words[end].UPOS != english.ADV {
			end++
		}
		if end > w+1 {
			return r.span(w+1, end), r.doc.Words[w].Span, true
		}
		return source, cue, false
	}
	end := w
	for end < int(sent.Last) && end < w+12 && (r.nounPart(end) || end == w && r.doc.Words[end].UPOS == english.PRON) {
		end++
	}
	if w == int(sent.First) || end == w || end >= int(sent.Last) || r.doc.Words[end].UPOS != english.VERB || !signers[lemmaOf(r.doc, end)] {
		return source, cue, false
	}
	switch r.doc.Words[end].XPOS.String() {
	case "VBD", "VBZ", "VBP":
		return r.span(w, end), r.doc.Words[end].Span, true
	}
	return source, cue, false
}

// signed is "“…,” said Adler in an interview" by position: a verb right behind
// closing quotation marks and the name behind it.
func (r stanceReader) signed(w, first, last, outer int) (news.Statement, bool) {
	if w-first < 4 || w+1 >= last {
		return news.Statement{}, false
	}
	start := max(first, int(r.doc.Sentences[r.sentenceOf(w)].First))
	if !r.closes(w - 1) {
		// "“…,” the letter to the mayor reads"
		for v := w - 2; v > start+3 && v > w-14 && r.doc.Words[v].UPOS != english.VERB; v-- {
			if r.closes(v) {
				return r.inner(stretch{v + 1, w}, stretch{w, w + 1}, stretch{start, v + 1}, outer), true
			}
		}
		return news.Statement{}, false
	}
	end := w + 1
	for end < last && end < w+6 && r.doc.Words[end].UPOS == english.PROPN {
		end++
	}
	if end == w+1 {
		return news.Statement{}, false
	}
	return r.inner(stretch{w + 1, end}, stretch{w, w + 1}, stretch{start, w}, outer), true
}

// closes reports whether word w is a closing quotation mark.
func (r stanceReader) closes(w int) bool {
	switch r.doc.Words[w].In(r.doc.Text) {
	case "”", "''":
		return true
	case "\"":
		return w > 0 && r.doc.Words[w-1].End == r.doc.Words[w].Start
	}
	return false
}
