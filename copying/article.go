package copying

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

// document is an article as words: parallel slices, one element a word.
type document struct {
	article news.Article
	outlet  news.Outlet // completed by the table
	names   []string    // the outlet's printed names
	words   []uint32    // index into vocabulary
	classes []uint32
	at      []place
	units   []unit
	unitOf  []int32
	prints  []fingerprint
}

// place is where a word stands.
type place struct {
	start, end uint32
	weight     uint8
	quoted     bool
	capital    bool // a capital within a sentence: probably part of a name
}

func (p place) span() news.Span { return news.Span{Start: int(p.start), End: int(p.end)} }

// vocabulary numbers words and classes of words.
type vocabulary struct {
	ids     map[string]uint32
	classOf []uint32 // by word
	weight  []uint8  // by word
}

func newVocabulary() *vocabulary { return &vocabulary{ids: map[string]uint32{}} }

// id returns the number of a normalised word. Classes are numbered among the
// words.
func (v *vocabulary) id(word string) uint32 {
	if id, ok := v.ids[word]; ok {
		return id
	}
	id := v.add(word)
	c := class(word)
	if c == word {
		return id
	}
	cid, ok := v.ids[c]
	if !ok {
		cid = v.add(c)
	}
	v.classOf[id] = cid
	return id
}

func (v *vocabulary) add(word string) uint32 {
	id := uint32(len(v.classOf))
	word = string(append([]byte(nil), word...)) // not a piece of a whole article
	v.ids[word] = id
	v.classOf = append(v.classOf, id)
	w := uint8(contentWeight)
	if functionWords[word] {
		w = functionWeight
	}
	v.weight = append(v.weight, w)
	return id
}

// Bounds on what is compared of one article; the rest of it is left out.
const (
	mostWords = 80000
	mostUnits = 4000
)

// read turns an article into words and units. scratch is reused.
func (v *vocabulary) read(a news.Article, scratch []token) (*document, []token) {
	scratch = tokenise(a.Text, scratch[:0])
	d := v.number(a, scratch)
	d.divide(v)
	return d, scratch
}

// readAtATime bounds the articles of which the tokens are held.
const readAtATime = 256

// readAll reads n articles on all processors. Words are numbered in the order
// of the articles, as read does it.
func (v *vocabulary) readAll(n int, article func(i int) news.Article) []*document {
	documents := make([]*document, n)
	for from := 0; from < n; from += readAtATime {
		tokens := make([][]token, min(n-from, readAtATime))
		parallel.With(len(tokens), 8, func() func(int) {
			return func(i int) {
				text := article(from + i).Text
				tokens[i] = tokenise(text, make([]token, 0, len(text)/5))
			}
		})
		for i := range tokens {
			documents[from+i] = v.number(article(from+i), tokens[i])
		}
		parallel.With(len(tokens), 8, func() func(int) {
			return func(i int) { documents[from+i].divide(v) }
		})
	}
	return documents
}

// number makes a document of an article's tokens.
func (v *vocabulary) number(a news.Article, tokens []token) *document {
	tokens = tokens[:min(len(tokens), mostWords)]
	d := &document{
		article: a,
		words:   make([]uint32, len(tokens)),
		at:      make([]place, len(tokens)),
	}
	for i, t := range tokens {
		d.words[i] = v.id(t.norm)
		d.at[i] = place{start: uint32(t.Start), end: uint32(t.End), quoted: t.quoted}
	}
	return d
}

// divide finds the units of a document and its fingerprints.
func (d *document) divide(v *vocabulary) {
	d.classes, d.unitOf = make([]uint32, len(d.words)), make([]int32, len(d.words))
	for i, id := range d.words {
		d.classes[i], d.at[i].weight = v.classOf[id], v.weight[id]
	}
	first, blocks := 0, blockEdges(d.article.Blocks)
	for i := range d.words {
		if i == 0 {
			continue
		}
		before, here := d.at[i-1].span(), d.at[i].span()
		if i-first >= longestUnit || blocks.between(before.End, here.Start) || ends(d.article.Text, before, here) {
			d.addUnit(first, i)
			if first = i; len(d.units) == mostUnits {
				d.words, d.classes, d.at, d.unitOf = d.words[:i], d.classes[:i], d.at[:i], d.unitOf[:i]
				break
			}
		}
	}
	if first < len(d.words) {
		d.addUnit(first, len(d.words))
	}
	d.prints = winnow(d)
}

func (d *document) addUnit(first, last int) {
	u := unit{first: int32(first), last: int32(last), hash: hashSeed}
	for i := first; i < last; i++ {
		u.mass += int32(d.at[i].weight)
		u.hash = mix(u.hash, d.words[i])
		d.unitOf[i] = int32(len(d.units))
	}
	d.markCapitals(first, last)
	u.Span = unitSpan(d.article.Text, d.at[first].span(), d.at[last-1].span())
	if n := len(d.units); n > 0 {
		u.Start = max(u.Start, d.units[n-1].End)
	}
	d.units = append(d.units, u)
}

// longestName is how many content words of a unit may all have capitals for
// them to be taken for a name; more are a headline or a text in capitals.
const longestName = 6

func (d *document) markCapitals(first, last int) {
	content, capitals := 0, 0
	for i := first; i < last; i++ {
		if d.at[i].weight < contentWeight {
			continue
		}
		content++
		r, _ := utf8.DecodeRuneInString(d.article.Text[d.at[i].start:])
		if d.at[i].capital = i > first && unicode.IsUpper(r); d.at[i].capital {
			capitals++
		}
	}
	if capitals+1 >= content && content > longestName {
		for i := first; i < last; i++ {
			d.at[i].capital = false
		}
	}
}

// edges are places in a text where metadata or furniture begins or ends, in
// order.
type edges []int

func blockEdges(blocks []news.Block) edges {
	var all edges
	for _, b := range blocks {
		if b.Kind == news.Metadata || b.Kind == news.Furniture {
			all = append(all, b.Start, b.End)
		}
	}
	return all
}

// between reports whether an edge lies from a to b; a must not decrease from
// call to call.
func (e *edges) between(a, b int) bool {
	for len(*e) > 0 && (*e)[0] < a {
		*e = (*e)[1:]
	}
	return len(*e) > 0 && (*e)[0] <= b
}
