package speech

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// Tally counts what was found, what should have been, and what agrees.
type Tally struct{ Hit, Found, Gold int }

func (t *Tally) add(u Tally) { t.Hit += u.Hit; t.Found += u.Found; t.Gold += u.Gold }

// PRF returns precision, recall and their harmonic mean, in percent.
func (t Tally) PRF() (p, r, f float64) {
	if t.Found > 0 {
		p = 100 * float64(t.Hit) / float64(t.Found)
	}
	if t.Gold > 0 {
		r = 100 * float64(t.Hit) / float64(t.Gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// Measures of found statements against annotated ones. Exact counts spans that
// agree wholly, by role in the order source, cue, content; Words counts white-space
// words by role; Linked counts statements whose source and content both overlap
// an annotated one by half, for all and by kind.
type Measures struct {
	Exact, Words           [3]Tally
	All, Direct, Mixed, In Tally
}

// Add adds the counts of another article.
func (m *Measures) Add(o Measures) {
	for r := range m.Exact {
		m.Exact[r].add(o.Exact[r])
		m.Words[r].add(o.Words[r])
	}
	m.All.add(o.All)
	m.Direct.add(o.Direct)
	m.Mixed.add(o.Mixed)
	m.In.add(o.In)
}

// Measure compares the statements found in a text with its attributions.
func Measure(text string, gold []Attribution, found []news.Statement) Measures {
	var m Measures
	pred := make([]Attribution, len(found))
	for i, s := range found {
		pred[i] = Attribution{s.Source, s.Cue, s.Content}
	}
	words := whiteSpaceWords(text)
	for r, role := range []func(Attribution) []news.Span{
		func(a Attribution) []news.Span { return a.Source },
		func(a Attribution) []news.Span { return a.Cue },
		func(a Attribution) []news.Span { return a.Content },
	} {
		gs, ps := map[news.Span]bool{}, map[news.Span]bool{}
		for _, a := range gold {
			for _, s := range trimSpans(text, role(a)) {
				gs[s] = true
			}
		}
		for _, a := range pred {
			for _, s := range trimSpans(text, role(a)) {
				ps[s] = true
			}
		}
		m.Exact[r] = agree(gs, ps)
		m.Words[r] = agree(wordsHit(words, gs), wordsHit(words, ps))
	}
	m.link(text, gold, pred)
	return m
}

func agree[K comparable](gold, found map[K]bool) Tally {
	t := Tally{Found: len(found), Gold: len(gold)}
	for k := range found {
		if gold[k] {
			t.Hit++
		}
	}
	return t
}

func (m *Measures) link(text string, gold, pred []Attribution) {
	keep := func(as []Attribution) (out []Attribution) {
		for _, a := range as {
			if len(a.Content) > 0 {
				out = append(out, Attribution{Source: trimSpans(text, a.Source), Content: trimSpans(text, a.Content)})
			}
		}
		return out
	}
	g, p := keep(gold), keep(pred)
	type pair struct {
		j    float64
		x, y int
	}
	var pairs []pair
	for x := range g {
		for y := range p {
			j := jaccard(g[x].Content, p[y].Content)
			if j < 0.5 {
				continue
			}
			if len(g[x].Source)+len(p[y].Source) == 0 || jaccard(g[x].Source, p[y].Source) >= 0.5 {
				pairs = append(pairs, pair{j, x, y})
			}
		}
	}
	sort.Slice(pairs, func(a, b int) bool {
		if pairs[a].j != pairs[b].j {
			return pairs[a].j > pairs[b].j
		}
		if pairs[a].x != pairs[b].x {
			return pairs[a].x > pairs[b].x
		}
		return pairs[a].y > pairs[b].y
	})
	usedG, usedP := make([]bool, len(g)), make([]bool, len(p))
	for _, c := range pairs {
		if !usedG[c.x] && !usedP[c.y] {
			usedG[c.x], usedP[c.y] = true, true
		}
	}
	tally := func(k news.Kind) *Tally {
		switch k {
		case news.Direct:
			return &m.Direct
		case news.Mixed:
			return &m.Mixed
		}
		return &m.In
	}
	for x := range g {
		t := tally(kindOf(text, g[x].Content))
		t.Gold++
		m.All.Gold++
		if usedG[x] {
			t.Hit++
			m.All.Hit++
		}
	}
	for y := range p {
		tally(kindOf(text, p[y].Content)).Found++
		m.All.Found++
	}
}

// trimSpans sorts spans, takes white space and trailing commas off and joins
// those that only white space parts.
func trimSpans(text string, spans []news.Span) []news.Span {
	in := append([]news.Span(nil), spans...)
	sort.Slice(in, func(a, b int) bool {
		return in[a].Start < in[b].Start || in[a].Start == in[b].Start && in[a].End < in[b].End
	})
	var out []news.Span
	for _, s := range in {
		body := s.In(text)
		left := strings.TrimLeftFunc(body, unicode.IsSpace)
		s.Start += len(body) - len(left)
		s.End = s.Start + len(strings.TrimRightFunc(left, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }))
		if s.Start >= s.End {
			continue
		}
		if n := len(out); n > 0 && (out[n-1].End >= s.Start || strings.TrimSpace(text[out[n-1].End:s.Start]) == "") {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func whiteSpaceWords(text string) []news.Span {
	var out []news.Span
	start := -1
	for i, r := range text {
		if unicode.IsSpace(r) {
			if start >= 0 {
				out = append(out, news.Span{Start: start, End: i})
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, news.Span{Start: start, End: len(text)})
	}
	return out
}

func wordsHit(words []news.Span, spans map[news.Span]bool) map[int]bool {
	hit := map[int]bool{}
	for s := range spans {
		k := sort.Search(len(words), func(k int) bool { return words[k].End > s.Start })
		for ; k < len(words) && words[k].Start < s.End; k++ {
			if 2*words[k].Overlap(s) > words[k].Len() {
				hit[k] = true
			}
		}
	}
	return hit
}

func jaccard(a, b []news.Span) float64 {
	n, o := 0, 0
	for _, x := range a {
		n += x.Len()
		for _, y := range b {
			o += x.Overlap(y)
		}
	}
	for _, y := range b {
		n += y.Len()
	}
	if o == 0 {
		return 0
	}
	return float64(o) / float64(n-o)
}

// share counts how much of a content is quoted.
type share struct{ all, quoted int }

func (s *share) add(n int, quoted bool) {
	s.all += n
	if quoted {
		s.quoted += n
	}
}

func (s share) kind() news.Kind {
	switch {
	case s.all == 0 || 20*s.quoted < s.all:
		return news.Indirect
	case 10*s.quoted > 9*s.all:
		return news.Direct
	}
	return news.Mixed
}

// kindOf tells the kind of annotated content by its double quotation marks,
// counted from the line's begin.
func kindOf(text string, content []news.Span) news.Kind {
	var n share
	for _, s := range content {
		inside := false
		for i := strings.LastIndexByte(text[:s.Start], '\n') + 1; i < s.End; {
			r, w := utf8.DecodeRuneInString(text[i:])
			switch {
			case r == '“':
				inside = true
			case r == '”':
				inside = false
			case r == '"':
				inside = !inside
			case i >= s.Start && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				n.add(1, inside)
			}
			i += w
		}
	}
	return n.kind()
}
