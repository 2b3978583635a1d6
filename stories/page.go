package stories

import (
	"iter"

	"github.com/hearsay-news/hearsay/news"
)

// reader turns articles into vectors; it keeps its buffers between articles.
type reader struct {
	title, body []mention
	tallies     tallies
}

// leadWords is how many words of the text count as its lead.
const leadWords = 60

// page is an article as vectors.
type page struct {
	words, lead, names vector
	terms              []uint32 // every term once, sorted, to count articles by
	length             int
	vague              float64 // days within which the article's time is unknown
}

func (r *reader) read(article *news.Article, weigh func(term uint32) float32) page {
	r.title, r.body = mentions(r.title[:0], article.Title), r.body[:0]
	for text := range prose(article) {
		r.body = mentions(r.body, text)
	}
	t := &r.tallies
	t.begin()
	for _, m := range r.body {
		if m.kind == capital && !m.opens && !calendar[m.term] {
			t.of(m.term).name = true
		}
	}
	t.add(r.title, len(r.title))
	t.add(r.body, leadWords)
	p := page{length: len(r.body), terms: t.terms()}
	for _, term := range p.terms {
		c, idf := t.of(term), weigh(term)
		p.words.add(term, c.words, idf)
		p.lead.add(term, c.lead, idf)
		p.names.add(term, c.names, idf)
	}
	switch {
	case !article.Published.Known():
		p.vague = 1
	case !article.Published.HasTime:
		p.vague = 0.5
	}
	p.words.keep(pageTerms)
	p.lead.keep(pageTerms)
	p.names.keep(pageTerms)
	return p
}

// pageTerms bounds the terms that are kept of an article.
const pageTerms = 200

// prose yields the parts of an article that tell the story: no menus, no
// credits, and not the title again.
func prose(article *news.Article) iter.Seq[string] {
	return func(yield func(string) bool) {
		if len(article.Blocks) == 0 {
			yield(article.Text)
			return
		}
		for _, b := range article.Blocks {
			told := b.Kind == news.Body || b.Kind == news.Quote || b.Kind == news.Heading && b.Span != article.TitleSpan
			if told && !yield(b.In(article.Text)) {
				return
			}
		}
	}
}
