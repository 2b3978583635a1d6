package english

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// annotateQuotations finds the quotations of d and tells each word which one
// it stands in. Paragraphs are those of d's sentences.
func annotateQuotations(d *Document) {
	var breaks []int
	for i := 1; i < len(d.Sentences); i++ {
		if d.Sentences[i].Paragraph != d.Sentences[i-1].Paragraph {
			breaks = append(breaks, d.Sentences[i].Start)
		}
	}
	d.Quotations = quotations(d.Text, breaks)
	inner, next := int32(-1), 0
	for i := range d.Words {
		w := &d.Words[i]
		for next < len(d.Quotations) && d.Quotations[next].Start <= w.Start {
			inner = int32(next)
			next++
		}
		for inner >= 0 && d.Quotations[inner].End <= w.Start {
			inner = d.Quotations[inner].Parent
		}
		w.Quote = inner
	}
}

// quotations finds the quotations of text. The offsets in breaks, ascending,
// are where paragraphs after the first begin.
//
// A mark may open, close or be an apostrophe, an inch mark or a misprint. The
// reading of all marks that costs least is taken, where each mark has its
// costs by what stands beside it, and quotations that are not closed, crossed
// or continued without being reopened cost more.
func quotations(text string, breaks []int) []Quotation {
	r := quoteReader{text: text}
	r.restart(quoteState(0))
	from := 0
	for i := 0; ; i++ {
		end := len(text)
		if i < len(breaks) {
			end = max(from, min(breaks[i], len(text)))
		}
		if i > 0 {
			r.paragraph(from, text[:end])
		}
		for {
			m, ok := nextMark(text[:end], from)
			if !ok {
				break
			}
			r.mark(m)
			from = m.at + m.size
		}
		from = end
		if i >= len(breaks) {
			break
		}
	}
	r.finish()
	return r.build.done()
}

// quoteBuilder turns the chosen readings of marks into quotations.
type quoteBuilder struct {
	text  string
	found []Quotation
	open  []int32 // indexes into found, outermost first
	inner []int   // for each of open, where its last closed child ends
}

func (b *quoteBuilder) opened(m quoteMark) {
	parent := int32(-1)
	if n := len(b.open); n > 0 {
		parent = b.open[n-1]
	}
	b.open = append(b.open, int32(len(b.found)))
	b.inner = append(b.inner, m.at+m.size)
	b.found = append(b.found, Quotation{Span: news.Span{Start: m.at, End: m.at + m.size}, Parent: parent})
}

func (b *quoteBuilder) pop(end int, closed bool) {
	n := len(b.open) - 1
	q := &b.found[b.open[n]]
	q.End, q.Closed = max(end, b.inner[n]), closed
	b.open, b.inner = b.open[:n], b.inner[:n]
	if n > 0 {
		b.inner[n-1] = q.End
	}
}

// recovered ends the n innermost quotations, whose closing marks are missing,
// before limit. Where another quotation opens at limit they end with the
// sentence before it.
func (b *quoteBuilder) recovered(n, limit int, bySentence bool) {
	for range n {
		last := b.inner[len(b.inner)-1]
		end := last + len(strings.TrimRight(b.text[last:max(last, limit)], " \t\r\n\u00a0"))
		if bySentence {
			if cut := lastStop(b.text, last, end); cut > last {
				end = cut
			}
		}
		b.pop(end, false)
	}
}

// lastStop is the end of the last full sentence in text[from:to], 0 for none.
func lastStop(text string, from, to int) int {
	for i := to - 1; i >= max(from, to-2000); i-- {
		switch text[i] {
		case '.', '!', '?':
			if i+1 == to || text[i+1] == ' ' || text[i+1] == '\n' {
				return i + 1
			}
		}
	}
	return 0
}

// done leaves out recovered quotations of a bare mark.
func (b *quoteBuilder) done() []Quotation {
	bare := func(q Quotation) bool {
		return !q.Closed && q.Len() <= len("‘‘") && strings.Trim(b.text[q.Start:q.End], "\"'`´,«»‘’‛“”„‟ \n\t") == ""
	}
	if !slices.ContainsFunc(b.found, bare) {
		return b.found
	}
	number := make([]int32, len(b.found))
	kept := b.found[:0]
	for i, q := range b.found {
		if q.Parent >= 0 {
			q.Parent = number[q.Parent]
		}
		if bare(q) {
			number[i] = q.Parent
			continue
		}
		number[i] = int32(len(kept))
		kept = append(kept, q)
	}
	return kept
}
