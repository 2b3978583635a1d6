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
	g := gatherer{documents: documents, quotes: quotes, having: map[uint32][]int32{}, count: make([]int32, len(quotes)), group: make([]int32, len(quotes))}
	var groups [][]int
	for _, i := range order {
		if near := g.nearest(i); near >= 0 {
			g.group[i] = g.group[near]
			groups[g.group[i]] = append(groups[g.group[i]], i)
		} else {
			g.group[i] = int32(len(groups))
			groups = append(groups, []int{i})
		}
		g.note(i)
	}
	var found []Utterance
	for _, members := range groups {
		if len(members) > 1 {
			found = append(found, g.utterance(members))
		}
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

// gatherer finds the quotes that print one utterance.
type gatherer struct {
	aligner
	documents []*document
	quotes    []Quote
	having    map[uint32][]int32 // by content word: quotes seen that have it
	count     []int32
	group     []int32
}

// note makes a quote known to nearest.
func (g *gatherer) note(quote int) {
	d := g.documents[quote]
	for i, c := range d.classes {
		if n := g.having[c]; d.at[i].weight == contentWeight && (len(n) == 0 || n[len(n)-1] != int32(quote)) {
			g.having[c] = append(n, int32(quote))
		}
	}
}

// nearest is the quote noted before that shares most with a quote, -1 for none.
func (g *gatherer) nearest(quote int) int {
	d := g.documents[quote]
	var near []int32
	content := int32(0)
	for i, c := range d.classes {
		if d.at[i].weight < contentWeight {
			continue
		}
		content++
		for _, other := range g.having[c] {
			if g.count[other] == 0 {
				near = append(near, other)
			}
			g.count[other]++
		}
	}
	slices.Sort(near)
	best, bestMass := -1, int32(0)
	for _, other := range near {
		n := g.count[other]
		g.count[other] = 0
		if n < min(content, utteranceContent) || n*3 < content || !mayBeOne(g.quotes[other].Speaker, g.quotes[quote].Speaker) {
			continue
		}
		pairs, mass, shared := g.compare(int(other), quote)
		if len(pairs) > 0 && shared >= utteranceContent && mass*1000 >= utteranceCover*massOf(d, 0, g.length(quote)) && mass > bestMass {
			best, bestMass = int(other), mass
		}
	}
	return best
}

func (g *gatherer) length(quote int) int32 {
	return int32(min(len(g.documents[quote].words), longestQuote))
}

// compare aligns two quotes, the best alignment alone: order matters in
// speech. It gives the mass and the content words that they share.
func (g *gatherer) compare(of, in int) (pairs []pairing, mass, content int32) {
	a, b := g.documents[of], g.documents[in]
	pairs = g.align(a, b, 0, g.length(of), 0, g.length(in), 0)
	for _, p := range pairs {
		mass += pairMass(b, p)
		if b.at[p.in].weight == contentWeight {
			content++
		}
	}
	return pairs, mass, content
}

// mostCompared bounds the forms that are compared each with each to choose the
// fullest; of more the longest is.
const mostCompared = 40

// utterance chooses the fullest form, the one that shares most with the
// others, and says how the others differ. members are ordered, marked and
// long ones first.
func (g *gatherer) utterance(members []int) Utterance {
	fullest, most := members[0], int32(-1)
	if len(members) <= mostCompared {
		for _, m := range members {
			if g.quotes[members[0]].Marked && !g.quotes[m].Marked {
				continue
			}
			sum := int32(0)
			for _, other := range members {
				if other != m {
					_, mass, _ := g.compare(m, other)
					sum += mass
				}
			}
			if sum > most {
				fullest, most = m, sum
			}
		}
	}
	u := Utterance{Fullest: fullest, Forms: []Form{{Quote: fullest, Kind: SameForm}}}
	slices.Sort(members)
	for _, m := range members {
		if m != fullest {
			u.Forms = append(u.Forms, g.form(fullest, m))
		}
	}
	return u
}

func mayBeOne(a, b string) bool { return a == "" || b == "" || a == b }

// form says how a quote differs from the fullest form.
func (g *gatherer) form(full, quote int) Form {
	pairs, _, _ := g.compare(full, quote)
	f := Form{Quote: quote, Unmarked: g.quotes[full].Marked && !g.quotes[quote].Marked}
	f.Changes = changes(g.documents[full], g.documents[quote], pairs, g.length(full), g.length(quote))
	f.Kind = g.kind(f, g.documents[quote])
	return f
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
