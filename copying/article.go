package copying

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
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
	tokens := scratch[:min(len(scratch), mostWords)]
	d := &document{
		article: a,
		words:   make([]uint32, len(tokens)),
		classes: make([]uint32, len(tokens)),
		at:      make([]place, len(tokens)),
		unitOf:  make([]int32, len(tokens)),
	}
	first, blocks := 0, blockEdges(a.Blocks)
	for i, t := range tokens {
		id := v.id(t.norm)
		d.words[i], d.classes[i] = id, v.classOf[id]
		d.at[i] = place{start: uint32(t.Start), end: uint32(t.End), weight: v.weight[id], quoted: t.quoted}
		if i > first && (i-first >= longestUnit || blocks.between(tokens[i-1].End, t.Start) || ends(a.Text, tokens[i-1].Span, t.Span)) {
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
	return d, scratch
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
