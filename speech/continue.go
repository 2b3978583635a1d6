package speech

import (
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Continue gives quoted sentences that no statement covers to the statement
// that they go on from: one quotation has one speaker, and so have the
// quotations of one paragraph. A quoted paragraph after one becomes a
// statement of its own, without source or cue.
func Continue(doc *english.Document, statements []news.Statement) []news.Statement {
	r := stanceReader{doc: doc}
	for q := range doc.Quotations {
		quote := &doc.Quotations[q]
		if quote.Parent >= 0 {
			continue
		}
		first, last := r.words(quote.Span)
		if last-first < 6 {
			continue
		}
		if _, _, title := r.outletAt(first); title {
			continue
		}
		for k := r.sentenceOf(first); k < len(doc.Sentences) && doc.Sentences[k].Start < quote.End; k++ {
			piece := doc.Sentences[k].Span
			piece.Start, piece.End = max(piece.Start, quote.Start), min(piece.End, quote.End)
			if piece.Len() < 8 || covered(statements, piece) {
				continue
			}
			if i := r.speakerOf(statements, quote.Span, piece, k); i >= 0 {
				s := &statements[i]
				s.Content = append(s.Content, piece)
				sort.Slice(s.Content, func(a, b int) bool { return s.Content[a].Start < s.Content[b].Start })
			}
		}
	}
	return statements
}

// covered reports whether a good part of a span is what some statement says.
func covered(statements []news.Statement, s news.Span) bool {
	n := 0
	for i := range statements {
		for _, c := range statements[i].Content {
			n += c.Overlap(s)
		}
	}
	return 3*n > s.Len()
}

// speakerOf is the statement that a quoted piece goes on from: of the same
// quotation, else the nearest with quoted words in the same paragraph; -1 for
// none.
func (r stanceReader) speakerOf(statements []news.Statement, quote, piece news.Span, k int) int {
	best, near := -1, 1<<30
	paragraph := r.doc.Sentences[k].Paragraph
	for i := range statements {
		s := &statements[i]
		if s.Kind == news.Indirect || len(s.Source) == 0 {
			continue
		}
		for _, c := range s.Content {
			w, _ := r.words(c)
			if w >= len(r.doc.Words) {
				continue
			}
			d := max(piece.Start-c.End, c.Start-piece.End)
			if c.Overlap(quote) == 0 && r.doc.Sentences[r.sentenceOf(w)].Paragraph != paragraph || c.Overlap(quote) == 0 && s.Kind == news.Mixed {
				continue
			}
			if c.Overlap(quote) > 0 {
				d -= 1 << 20
			}
			if d < near {
				best, near = i, d
			}
		}
	}
	return best
}
