package copying

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
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
	g := gatherer{quotes: quotes}
	order := g.read()
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(-cmp.Compare(boolInt(quotes[a].Marked), boolInt(quotes[b].Marked)), -cmp.Compare(len(g.documents[a].words), len(g.documents[b].words)))
	})
	g.note(order)
	near := make([]int, len(order))
	parallel.With(len(order), 16, func() func(int) {
		s := seeker{gatherer: &g, count: make([]int32, len(order))}
		return func(k int) { near[k] = s.nearest(k) }
	})
	group := make([]int, len(order))
	var groups [][]int
	for k, i := range order {
		if near[k] >= 0 {
			group[k] = group[near[k]]
			groups[group[k]] = append(groups[group[k]], i)
		} else {
			group[k] = len(groups)
			groups = append(groups, []int{i})
		}
	}
	groups = slices.DeleteFunc(groups, func(members []int) bool { return len(members) < 2 })
	found := make([]Utterance, len(groups))
	parallel.With(len(groups), 16, func() func(int) {
		s := seeker{gatherer: &g}
		return func(k int) { found[k] = s.utterance(groups[k]) }
	})
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
	quotes    []Quote
	documents []*document
	order     []int
	having    [][]int32 // by content word: places in the order of the quotes that have it
	blurred   []bool    // by class: a function word is in it
}

// read reads the quotes and lists those that have words.
func (g *gatherer) read() []int {
	v := newVocabulary()
	g.documents = v.readAll(len(g.quotes), func(i int) news.Article { return news.Article{Text: g.quotes[i].Text} })
	g.blurred = make([]bool, len(v.classOf))
	for word, class := range v.classOf {
		g.blurred[class] = g.blurred[class] || v.weight[word] < contentWeight
	}
	var order []int
	for i, d := range g.documents {
		if len(d.words) > 0 {
			order = append(order, i)
		}
	}
	return order
}

// note makes the quotes known to nearest.
func (g *gatherer) note(order []int) {
	g.order, g.having = order, make([][]int32, len(g.blurred))
	for k, quote := range order {
		d := g.documents[quote]
		for i, c := range d.classes {
			if n := g.having[c]; d.at[i].weight == contentWeight && (len(n) == 0 || n[len(n)-1] != int32(k)) {
				g.having[c] = append(n, int32(k))
			}
		}
	}
}

// seeker is one worker of a gatherer.
type seeker struct {
	*gatherer
	aligner
	count []int32 // by place in the order
	near  []int32
}

// nearest is the place of the quote that shares most with the one at a place,
// among those before it in the order; -1 for none. Of those that share as
// much it is the first among the quotes.
func (g *seeker) nearest(place int) int {
	quote := g.order[place]
	d := g.documents[quote]
	near, content, rest := g.near[:0], int32(0), int32(0)
	for i, c := range d.classes {
		if d.at[i].weight < contentWeight || g.blurred[c] {
			rest += int32(d.at[i].weight)
		}
		if d.at[i].weight < contentWeight {
			continue
		}
		content++
		for _, other := range g.having[c] {
			if other >= int32(place) {
				break
			}
			if g.count[other] == 0 {
				near = append(near, other)
			}
			g.count[other]++
		}
	}
	g.near = near
	all := massOf(d, 0, g.length(quote))
	best, bestMass := -1, int32(0)
	for _, k := range near {
		n := g.count[k]
		g.count[k] = 0
		other := g.order[k]
		if n < min(content, utteranceContent) || n*3 < content || !mayBeOne(g.quotes[other].Speaker, g.quotes[quote].Speaker) {
			continue
		}
		enough := func(mass int32) bool {
			return mass*1000 >= utteranceCover*all && (mass > bestMass || mass == bestMass && best >= 0 && other < g.order[best])
		}
		if most := n*contentWeight + rest; !enough(most) {
			continue
		}
		pairs, mass, shared := g.compare(other, quote)
		if len(pairs) > 0 && shared >= utteranceContent && enough(mass) {
			best, bestMass = int(k), mass
		}
	}
	return best
}

func (g *gatherer) length(quote int) int32 {
	return int32(min(len(g.documents[quote].words), longestQuote))
}

// compare aligns two quotes, the best alignment alone: order matters in
// speech. It gives the mass and the content words that they share.
func (g *seeker) compare(of, in int) (pairs []pairing, mass, content int32) {
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
func (g *seeker) utterance(members []int) Utterance {
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
func (g *seeker) form(full, quote int) Form {
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
