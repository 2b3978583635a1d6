package copying

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// Quote is what a report gives as somebody's words.
type Quote struct {
	news.Passage
	Text    string // the words, without quotation marks around them
	Speaker string // key of the voice, "" where unknown
	Marked  bool   // printed between quotation marks
}

// Utterance is one utterance in all the forms that reports print it in.
type Utterance struct {
	Fullest int    // index of the quote that has most of it
	Forms   []Form // of all quotes of it, the fullest first, then in order
}

// Form is how one report prints an utterance.
type Form struct {
	Quote    int // index among the quotes
	Kind     FormKind
	Changes  []news.WordChange // to the fullest form, in its order
	Unmarked bool              // quotation marks lost: the fullest form has them
}

// FormKind says how a form differs from the fullest.
type FormKind string

// The kinds of form.
const (
	SameForm    FormKind = "same"
	CutForm     FormKind = "cut"     // words left out, none put in
	AlteredForm FormKind = "altered" // words put in or replaced
	// OtherTranslation is a form between quotation marks that has other words
	// in so many places that somebody translated anew.
	OtherTranslation FormKind = "translated differently"
)

const (
	utteranceCover   = 500 // per mille of the shorter quote that the longer must have
	utteranceContent = 2
	translatedPlaces = 3
	translatedShare  = 4   // at least one content word of four differs
	longestQuote     = 400 // words compared of a quote
)

// Variants gathers the quotes that print one utterance. Each quote belongs to
// one utterance; those that stand alone are left out. Quotes of two speakers
// who are known and differ are never gathered.
func Variants(quotes []Quote) []Utterance {
	v := newVocabulary()
	documents := make([]*document, len(quotes))
	var scratch []token
	order := make([]int, 0, len(quotes))
	for i, q := range quotes {
		documents[i], scratch = v.read(news.Article{Text: q.Text}, scratch)
		if len(documents[i].words) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(-cmp.Compare(boolInt(quotes[a].Marked), boolInt(quotes[b].Marked)), -cmp.Compare(len(documents[a].words), len(documents[b].words)))
	})
	var found []Utterance
	g := gatherer{documents: documents, quotes: quotes, heads: map[uint32][]int32{}}
	for _, i := range order {
		at, form := g.home(found, i)
		if at < 0 {
			g.lead(int32(len(found)), i)
			found = append(found, Utterance{Fullest: i, Forms: []Form{{Quote: i, Kind: SameForm}}})
			continue
		}
		found[at].Forms = append(found[at].Forms, form)
	}
	found = slices.DeleteFunc(found, func(u Utterance) bool { return len(u.Forms) < 2 })
	for _, u := range found {
		slices.SortFunc(u.Forms[1:], func(a, b Form) int { return cmp.Compare(a.Quote, b.Quote) })
	}
	slices.SortFunc(found, func(a, b Utterance) int { return cmp.Compare(a.Fullest, b.Fullest) })
	return found
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// gatherer finds the utterance that a quote belongs to.
type gatherer struct {
	aligner
	documents []*document
	quotes    []Quote
	heads     map[uint32][]int32 // by content word: the utterances whose fullest form has it
	count     []int32
}

// lead notes the words of an utterance's fullest form.
func (g *gatherer) lead(utterance int32, quote int) {
	g.count = append(g.count, 0)
	d := g.documents[quote]
	for i, c := range d.classes {
		if n := g.heads[c]; d.at[i].weight == contentWeight && (len(n) == 0 || n[len(n)-1] != utterance) {
			g.heads[c] = append(n, utterance)
		}
	}
}

// home is the utterance whose fullest form has most of a quote, -1 for none.
func (g *gatherer) home(found []Utterance, quote int) (int, Form) {
	d := g.documents[quote]
	var near []int32
	content := int32(0)
	for i, c := range d.classes {
		if d.at[i].weight < contentWeight {
			continue
		}
		content++
		for _, u := range g.heads[c] {
			if g.count[u] == 0 {
				near = append(near, u)
			}
			g.count[u]++
		}
	}
	best, bestMass := -1, int32(0)
	var form Form
	slices.Sort(near)
	for _, u := range near {
		n := g.count[u]
		g.count[u] = 0
		full := found[u].Fullest
		if n < min(content, utteranceContent) || n*3 < content || !mayBeOne(g.quotes[full].Speaker, g.quotes[quote].Speaker) {
			continue
		}
		if f, mass := g.form(full, quote); mass > bestMass {
			best, bestMass, form = int(u), mass, f
		}
	}
	return best, form
}

func mayBeOne(a, b string) bool { return a == "" || b == "" || a == b }

// form aligns a quote with the fullest form of an utterance. The mass is what
// they share, 0 where it is too little.
func (g *gatherer) form(full, quote int) (Form, int32) {
	of, in := g.documents[full], g.documents[quote]
	ofLast, inLast := int32(min(len(of.words), longestQuote)), int32(min(len(in.words), longestQuote))
	pairs := g.align(of, in, 0, ofLast, 0, inLast, 0) // the best alignment alone: order matters in speech
	mass, content, ordered := int32(0), 0, pairs[:0]
	for _, p := range pairs {
		mass += pairMass(in, p)
		if in.at[p.in].weight == contentWeight {
			content++
		}
		if len(ordered) == 0 || ordered[len(ordered)-1].of < p.of {
			ordered = append(ordered, p)
		}
	}
	if content < utteranceContent || mass*1000 < utteranceCover*massOf(in, 0, inLast) {
		return Form{}, 0
	}
	f := Form{Quote: quote, Unmarked: g.quotes[full].Marked && !g.quotes[quote].Marked}
	f.Changes = changes(of, in, ordered, ofLast, inLast)
	f.Kind = g.kind(f, in)
	return f, mass
}

func (g *gatherer) kind(f Form, in *document) FormKind {
	if len(f.Changes) == 0 {
		return SameForm
	}
	replaced, put := 0, 0
	for _, c := range f.Changes {
		if c.To == "" {
			continue
		}
		put += len(tokenise(c.To, nil))
		if c.From != "" {
			replaced++
		}
	}
	switch {
	case put == 0:
		return CutForm
	case !f.Unmarked && replaced >= translatedPlaces && put*translatedShare >= len(in.words):
		return OtherTranslation
	}
	return AlteredForm
}

// changes are the differences between two forms, as printed.
func changes(of, in *document, pairs []pairing, ofLast, inLast int32) []news.WordChange {
	var all []news.WordChange
	ofAt, inAt := int32(0), int32(0)
	gap := func(ofTo, inTo int32) {
		if ofTo > ofAt || inTo > inAt {
			all = append(all, news.WordChange{From: printed(of, ofAt, ofTo), To: printed(in, inAt, inTo)})
		}
	}
	for _, p := range pairs {
		if !p.exact {
			continue
		}
		gap(p.of, p.in)
		ofAt, inAt = p.of+1, p.in+1
	}
	gap(ofLast, inLast)
	return all
}

func printed(d *document, first, last int32) string {
	if first >= last {
		return ""
	}
	return d.article.Text[d.at[first].start:d.at[last-1].end]
}
