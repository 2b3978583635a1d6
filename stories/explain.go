package stories

import (
	"cmp"
	"slices"
)

// Explanation says why an article was put where it was. It belongs to a
// proposal that has not been placed yet.
type Explanation struct {
	Article string  `json:"article"`
	Story   string  `json:"story"` // "" where it opens one
	Roundup bool    `json:"roundup,omitempty"`
	Best    *Reason `json:"best,omitempty"`    // the likeliest story, joined where its chance reaches one half
	Nearest *Reason `json:"nearest,omitempty"` // the next one, not joined
}

// Reason is what speaks for an article's belonging to a story.
type Reason struct {
	Story  string   `json:"story"`
	Chance float64  `json:"chance"`
	Shared []Shared `json:"shared"` // the heaviest first
	Scores []Score  `json:"scores"` // what each feature gives; they add up to the log-odds of the chance
}

// Shared is a word that article and story have in common.
type Shared struct {
	Text   string  `json:"text"`   // as the article has it first
	Kind   string  `json:"kind"`   // "name", "number", "date" or "word"
	Weight float64 `json:"weight"` // its part of the cosine of all words or of names
}

// Score is a feature's value and its weight.
type Score struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"`
	Gives   float64 `json:"gives"`
}

// explained is how many shared words an explanation shows.
const explained = 12

// Explain says why a proposed article goes where Choice puts it.
func (a *Assigner) Explain(p *Proposal) Explanation {
	e := Explanation{Article: p.article.ID, Story: p.Choice(), Roundup: p.Roundup}
	printed := p.printed()
	for i, to := range []**Reason{&e.Best, &e.Nearest} {
		if i < len(p.Candidates) {
			*to = a.reason(p, &p.Candidates[i], printed)
		}
	}
	return e
}

func (a *Assigner) reason(p *Proposal, c *Candidate, printed map[uint32]Shared) *Reason {
	r := &Reason{Story: c.Story, Chance: c.Chance, Shared: []Shared{}}
	for i, v := range c.Features {
		if v != 0 {
			r.Scores = append(r.Scores, Score{FeatureNames[i], v, v * a.options.Model.Weights[i]})
		}
	}
	slices.SortStableFunc(r.Scores, func(x, y Score) int { return cmp.Compare(abs(y.Gives), abs(x.Gives)) })
	for _, pair := range [][2]*vector{{&p.page.names, &c.story.names}, {&p.page.words, &c.story.words}} {
		x, y := pair[0], pair[1]
		for _, t := range x.terms {
			j, found := slices.BinarySearchFunc(y.terms, t.term, func(w weighted, term uint32) int { return cmp.Compare(w.term, term) })
			s, known := printed[t.term]
			if !found || !known || slices.ContainsFunc(r.Shared, func(o Shared) bool { return o.Text == s.Text }) {
				continue
			}
			s.Weight = float64(t.weight * y.terms[j].weight / (x.length * y.length))
			r.Shared = append(r.Shared, s)
		}
	}
	slices.SortStableFunc(r.Shared, func(x, y Shared) int { return cmp.Compare(y.Weight, x.Weight) })
	r.Shared = r.Shared[:min(len(r.Shared), explained)]
	return r
}

func abs(x float64) float64 { return max(x, -x) }

// printed finds the article's terms as they stand in it.
func (p *Proposal) printed() map[uint32]Shared {
	out := map[uint32]Shared{}
	put := func(term uint32, text, kind string) {
		if _, ok := out[term]; !ok {
			out[term] = Shared{Text: text, Kind: kind}
		}
	}
	parts := []string{p.article.Title}
	for text := range prose(p.article) {
		parts = append(parts, text)
	}
	for _, text := range parts {
		ms := mentions(nil, text)
		for i, m := range ms {
			word := text[m.start:m.end]
			switch {
			case m.kind == number:
				put(m.term, word, "number")
			case calendar[m.term]:
				put(m.term, word, "date")
			case m.kind == capital:
				put(m.term, word, "name")
				put(asName(m.term), word, "name")
				if i > 0 && m.joined {
					put(asRun(ms[i-1].term, m.term), text[ms[i-1].start:m.end], "name")
				}
			default:
				put(m.term, word, "word")
			}
		}
	}
	return out
}
