package stories

import (
	"iter"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// reader turns articles into vectors; it keeps its buffers between articles.
type reader struct {
	title, body []mention
	names       map[uint32]bool
	count       map[uint32]*tally
	free        []*tally
}

type tally struct{ words, lead, names float32 }

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
	if r.names == nil {
		r.names, r.count = map[uint32]bool{}, map[uint32]*tally{}
	}
	clear(r.names)
	for _, m := range r.body {
		if m.kind == capital && !m.opens && !calendar[m.term] {
			r.names[m.term] = true
		}
	}
	r.add(r.title, 1, 1<<30)
	r.add(r.body, 1, leadWords)
	p := page{length: len(r.body), terms: make([]uint32, 0, len(r.count))}
	for term := range r.count {
		p.terms = append(p.terms, term)
	}
	slices.Sort(p.terms)
	for _, term := range p.terms {
		t, idf := r.count[term], weigh(term)
		p.words.add(term, t.words, idf)
		p.lead.add(term, t.lead, idf)
		p.names.add(term, t.names, idf)
		r.free = append(r.free, t)
	}
	clear(r.count)
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

func (r *reader) tally(term uint32) *tally {
	t := r.count[term]
	if t == nil {
		if n := len(r.free); n > 0 {
			t, r.free = r.free[n-1], r.free[:n-1]
			*t = tally{}
		} else {
			t = &tally{}
		}
		r.count[term] = t
	}
	return t
}

// add counts mentions; the first of them are the lead.
func (r *reader) add(ms []mention, weight float32, lead int) {
	for i, m := range ms {
		inLead := i < lead
		t := r.tally(m.term)
		t.words += weight
		if inLead {
			t.lead += weight
		}
		if m.kind != capital || !r.names[m.term] {
			continue
		}
		t = r.tally(asName(m.term))
		t.names += weight
		if i > 0 && m.joined && ms[i-1].kind == capital && r.names[ms[i-1].term] {
			r.tally(asRun(ms[i-1].term, m.term)).names += weight
		}
	}
}
