package account

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// place fills in a claim's origins, count, counterfactuals and verdict.
func (t *tracer) place(c *news.Claim) {
	s := sources{t: t.of(c), claim: c, at: map[string]int{}}
	s.negative = !slices.ContainsFunc(c.Positions, func(p news.Position) bool {
		return p.Stance == news.Affirms || p.Stance == news.Denies && !p.Negative
	})
	s.collect()
	s.compare()
	c.Origins, c.Count, c.Without = s.list(), s.tally(-1), nil
	if len(s.roots) > 1 {
		for k := range s.roots {
			c.Without = append(c.Without, news.Without{Origin: c.Origins[k].Name, Count: s.tally(k)})
		}
	}
	c.Verdict = verdict(c)
}

func verdict(c *news.Claim) news.Verdict {
	denied := slices.ContainsFunc(c.Positions, func(p news.Position) bool { return p.Stance == news.Denies && !p.Negative && !inOneBreath(c, &p) })
	switch {
	case denied && c.Count.Max > 0:
		return news.Disputed
	case denied:
		return news.Denied
	case c.Count.Max == 0:
		return news.Unplaced
	case c.Count.Max == 1:
		return news.SingleOrigin
	}
	return news.Reported
}

// inOneBreath reports whether who denies also affirms in the same report: what
// is denied there is something else.
func inOneBreath(c *news.Claim, denial *news.Position) bool {
	return denial.Voice.Key != "" && slices.ContainsFunc(c.Positions, func(p news.Position) bool {
		return p.Stance == news.Affirms && p.Article == denial.Article && p.Voice.Key == denial.Voice.Key
	})
}

// sources gathers where a claim comes from.
type sources struct {
	t        *tracer
	claim    *news.Claim
	negative bool           // nothing but negative sentences takes a side
	traced   []root         // by position, where it affirms
	at       map[string]int // origin by key
	roots    []root         // by origin: named ones first, those without a source last
	passages [][]news.Passage
	own      []bool  // reports that name the origin say it in their own words too
	maybe    [][]int // by origin: those before it that it may be the same as
}

// affirms reports whether a position is one that the claim comes from. Where
// nobody affirms or denies it, what is said in the negative is the claim.
func (s *sources) affirms(i int) bool {
	p := &s.claim.Positions[i]
	return p.Stance == news.Affirms || s.negative && p.Negative
}

// collect follows each affirming position back. What a report says in its own
// words rests on whom it names for the same thing.
func (s *sources) collect() {
	c := s.claim
	s.traced = make([]root, len(c.Positions))
	roots := s.traced
	var order []int
	for i := range c.Positions {
		if s.affirms(i) {
			roots[i] = s.t.trace(c, i, 0)
			order = append(order, i)
		}
	}
	unnamed := map[string]bool{} // outlets that have it from unnamed sources
	for _, i := range order {
		unnamed[roots[i].key] = unnamed[roots[i].key] || roots[i].standing == described
	}
	for _, i := range order {
		if unnamed[roots[i].key] {
			roots[i].standing = described
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(roots[a].standing, roots[b].standing) })
	first := map[string]int{} // origin that a report, or the text it took its words from, names first
	for _, i := range order {
		r, p := &roots[i], &c.Positions[i]
		text := s.t.narration(p.Passage, 0).key
		k, known := s.at[r.key]
		if r.standing == untold && !known {
			for _, place := range []string{p.Article, text} {
				if on, ok := first[place]; ok {
					k, known = on, true
					s.own[on] = true
					break
				}
			}
		}
		if !known {
			k = len(s.roots)
			s.at[r.key] = k
			s.roots, s.passages, s.own = append(s.roots, *r), append(s.passages, nil), append(s.own, false)
		}
		if p.Voice.Type == news.Unnamed && r.standing != untold {
			s.roots[k].why, s.roots[k].who = r.why, r.who
		}
		if r.standing != untold {
			for _, place := range []string{p.Article, text} {
				if _, ok := first[place]; !ok {
					first[place] = k
				}
			}
		}
		s.passages[k] = append(s.passages[k], p.Passage)
	}
}

// compare finds the origins that may be the same as one before them.
func (s *sources) compare() {
	joint := s.joint()
	s.maybe = make([][]int, len(s.roots))
	for k := range s.roots {
		s.roots[k].id = identify(&s.roots[k])
	}
	for k := range s.roots {
		for j := range k {
			if s.maySame(&s.roots[j], &s.roots[k]) || joint[[2]int{j, k}] {
				s.maybe[k] = append(s.maybe[k], j)
			}
		}
	}
}

func (s *sources) maySame(a, b *root) bool {
	switch {
	case b.standing == untold:
		return a.standing != untold
	case a.kind == news.Document && b.kind == news.Document && (bare(a.name) || bare(b.name)):
		return true
	case b.standing == described && a.standing == described:
		return mayBeSame(a.id.says, b.id.says)
	case b.standing == described:
		return a.through != "" && a.through == b.through || shareWord(b.id.says, a.id.says)
	}
	return kin(a, b) || (generic(a.name) || generic(b.name)) && shareWord(a.id.says, b.id.says)
}

// bare reports whether a name is one noun that describes nothing: "documents",
// "a report".
func bare(name string) bool {
	words := strings.Fields(name)
	if len(words) == 2 {
		switch strings.ToLower(words[0]) {
		case "a", "an", "the":
			words = words[1:]
		}
	}
	return len(words) == 1 && words[0] == strings.ToLower(words[0])
}

// joint are the pairs of origins that only ever speak in one breath.
func (s *sources) joint() map[[2]int]bool {
	type utterance struct {
		article   string
		statement int
	}
	by := make([]map[utterance]bool, len(s.roots))
	for k := range s.roots {
		by[k] = map[utterance]bool{}
	}
	for i := range s.claim.Positions {
		p := &s.claim.Positions[i]
		if !s.affirms(i) || untoldSource(p) || len(p.Via) > 0 {
			continue
		}
		if k, ok := s.at[s.traced[i].key]; ok {
			by[k][utterance{p.Article, p.Statement}] = true
		}
	}
	out := map[[2]int]bool{}
	for k := range by {
		for j := range k {
			shared := 0
			for u := range by[k] {
				if by[j][u] {
					shared++
				}
			}
			out[[2]int{j, k}] = shared > 0 && (shared == len(by[k]) || shared == len(by[j]))
		}
	}
	return out
}

// tally counts origins, leaving one out: at most all of them, at least those
// that cannot be the same as another. Unnamed sources that may be the same
// people as others, and those as others still, are one.
func (s *sources) tally(without int) news.Range {
	var r news.Range
	group := make([]int, len(s.roots))  // the first of those that may be the same
	named := make([]bool, len(s.roots)) // whether a group has one with a name: two such are two
	for k := range s.roots {
		group[k], named[k] = k, s.roots[k].standing != described
		if k == without {
			continue
		}
		r.Max++
		r.Min++
		for _, j := range s.maybe[k] {
			if j == without {
				continue
			}
			if s.roots[k].standing != described {
				r.Min-- // it is one of those before it
				break
			}
			if from, to := max(group[j], group[k]), min(group[j], group[k]); from != to && !(named[from] && named[to]) {
				r.Min--
				named[to] = named[from] || named[to]
				for g := range group[:k+1] {
					if group[g] == from {
						group[g] = to
					}
				}
			}
		}
	}
	return r
}

// list gives the origins with their reasons in words.
func (s *sources) list() []news.Origin {
	var out []news.Origin
	for k := range s.roots {
		r := &s.roots[k]
		o := news.Origin{ID: fmt.Sprintf("o%d", k+1), Name: r.name, Type: r.kind, Why: r.why, Passages: s.passages[k]}
		for _, p := range o.Passages {
			if !slices.Contains(o.Articles, p.Article) {
				o.Articles = append(o.Articles, p.Article)
			}
		}
		if s.own[k] {
			o.Why += "; what the same reports say in their own words rests on it"
		}
		if n := len(o.Articles); n > 1 {
			o.Why += fmt.Sprintf("; %d reports carry it: one origin", n)
		}
		if len(s.maybe[k]) > 0 {
			o.Maybe = out[s.maybe[k][0]].ID
			o.Why += "; " + s.doubt(k)
		}
		out = append(out, o)
	}
	return out
}

// doubt says why an origin may be the same as another.
func (s *sources) doubt(k int) string {
	other := s.roots[s.maybe[k][0]].name
	switch s.roots[k].standing {
	case untold:
		if len(s.maybe[k]) > 1 {
			other = "one of those above"
		}
		return "no source is given for it, so it may come from " + other
	case described:
		return "may be the same people as those of " + other
	}
	return "may be the same as " + other
}

// mayBeSame reports whether two descriptions of unnamed sources do not rule
// each other out: they share a word that says who, or one says nothing.
func mayBeSame(x, y map[string]bool) bool {
	return len(x) == 0 || len(y) == 0 || shareWord(x, y)
}

// shareWord reports whether two descriptions have a word: "police" and "Troy
// police lieutenant".
func shareWord(x, y map[string]bool) bool {
	for w := range x {
		if y[w] {
			return true
		}
	}
	return false
}

// generic reports whether a name is only a common noun: "police", "The
// ministry".
func generic(name string) bool {
	name = strings.TrimPrefix(name, "The ")
	return name != "" && name == strings.ToLower(name)
}

// describing are the words of a description that say who, each in one form.
func describing(s string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '-' }) {
		switch w = strings.TrimSuffix(w, "s"); w {
		case "the", "a", "an", "of", "in", "at", "to", "for", "and", "on", "from", "unnamed", "unidentified", "anonymou", "source", "people", "person", "some", "several", "two", "three", "four", "one", "who", "familiar", "with", "matter", "other", "many", "senior", "report", "media", "new", "story", "local", "earlier":
		case "cop", "detective", "investigator":
			words["police"] = true
		case "authoritie":
			words["official"] = true
		default:
			if len(w) <= 5 && strings.HasSuffix(w, "pd") {
				w = "police" // NYPD
			}
			words[w] = true
		}
	}
	return words
}
