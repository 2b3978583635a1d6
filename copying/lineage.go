package copying

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// Result is what articles took from one another.
type Result struct {
	Copies    []news.Copy    // by the article that has them, in the order of its text
	Lineages  []news.Lineage // one an article, in the order of the articles
	Sources   []Source       // texts that articles are made from and that none of them is
	Furniture [][]news.Span  // of each article, left out of the comparison
}

// Source is a hidden common source: a text that several articles are made
// from, or that one says it is made from, and that none of them is.
type Source struct {
	Name     string // as credited; "" where no credit names it
	Articles []string
	Why      string
}

// The classes of an article by the share of its characters that other articles
// have and had first (Clough and others 2002 tell the same three apart).
const (
	Original = "original" // nothing taken, and others took from it
	Whole    = "whole"
	Partial  = "partial"
	None     = "none"

	wholeFrom   = 0.70
	partialFrom = 0.05
)

// result resolves all links. order[i] is the caller's number of document i.
func (x *Index) result(order []int) Result {
	r := Result{
		Lineages:  make([]news.Lineage, len(order)),
		Furniture: make([][]news.Span, len(order)),
	}
	copies := make([][]news.Copy, len(order))
	for i, d := range x.documents {
		credit := x.absent(i)
		if t := x.traced[i]; t == nil || t.credit != credit {
			slices.SortStableFunc(x.taken[i], func(a, b link) int { return cmp.Compare(a.of, b.of) })
			x.traced[i] = x.sources(d, x.taken[i], credit)
		}
		copies[order[i]] = x.traced[i].copies
		r.Lineages[order[i]] = x.lineage(d, x.traced[i], x.gave[i])
		r.Furniture[order[i]] = d.furniture()
	}
	r.Copies = slices.Concat(copies...)
	r.Sources = hidden(r.Lineages)
	return r
}

func (d *document) furniture() []news.Span {
	var found []news.Span
	for _, u := range d.units {
		if !u.furniture {
			continue
		}
		if n := len(found); n > 0 && strings.TrimSpace(d.article.Text[found[n-1].End:u.Start]) == "" {
			found[n-1].End = u.End
			continue
		}
		found = append(found, u.Span)
	}
	return found
}

// traced is what was found out about one article's sources.
type traced struct {
	copies []news.Copy
	parent *link
	copied int          // bytes that others have too, single shared quotations apart
	best   int          // weight of the parent: bytes, by their likeness
	credit *news.Credit // to an outlet that none of the articles is by
}

// sources chooses, for each unit of d, the link that accounts for it best, and
// for the whole article its parent.
func (x *Index) sources(d *document, links []link, credit *news.Credit) *traced {
	t := &traced{credit: credit}
	if len(links) == 0 {
		return t
	}
	for i := range links {
		l := &links[i]
		if w := l.weight(); !l.quoteOnly && (t.parent == nil || x.closer(w, l, t.best, t.parent)) {
			t.parent, t.best = l, w
		}
	}
	type choice struct {
		l *link
		m *match
	}
	chosen := make([]choice, len(d.units))
	for i := range links {
		l := &links[i]
		for k := range l.matches {
			m := &l.matches[k]
			c := &chosen[m.unit]
			if c.l == nil || m.worth() > c.m.worth() || m.worth() == c.m.worth() && l == t.parent {
				*c = choice{l, m}
			}
		}
	}
	end := 0
	for _, c := range chosen {
		if c.l == nil {
			continue
		}
		of := x.documents[c.l.of]
		copied := news.Copy{
			Of: of.article.ID, In: d.article.ID, OfSpan: c.m.of.span(), InSpan: c.m.in.span(),
			Change: c.m.change.String(), Quote: c.m.quote, Undetermined: !c.l.directed(), Why: c.l.why,
			Credited: c.l.credited(),
		}
		if credit != nil && !copied.Undetermined {
			copied.Undetermined = true
			copied.Why = fmt.Sprintf("undetermined: the article is credited to %s, which is not among the articles, and both may have it from there; %s", x.outletName(credit.Name), c.l.why)
		}
		if !c.l.quoteOnly || len(c.l.matches) > 1 {
			t.copied += max(0, int(c.m.in.end)-max(end, int(c.m.in.start)))
			end = max(end, int(c.m.in.end))
		}
		t.copies = append(t.copies, copied)
	}
	return t
}

// worth orders the sources of one unit: how much of it they cover, and how
// alike.
func (m *match) worth() int { return int(m.in.end-m.in.start) * int(m.likeness) }

// share is how much of the copy the link's passages are, in per cent.
func (l *link) share(d *document) int {
	covered, end := 0, 0
	for i := range l.matches {
		e := l.matches[i].in.span()
		covered += max(0, e.End-max(end, e.Start))
		end = max(end, e.End)
	}
	return (covered*100 + len(d.article.Text)/2) / max(1, len(d.article.Text))
}

func (l *link) weight() int {
	w := 0
	for i := range l.matches {
		w += l.matches[i].worth()
	}
	return w
}

// closer reports whether link a, of weight w, is a better parent than b. Where
// both account for the same text equally well the nearer in time is: of a text
// that was cut on its way, the copies further on lack what was cut.
func (x *Index) closer(w int, a *link, best int, b *link) bool {
	if w != best {
		return w > best
	}
	return a.of > b.of
}

func (l *link) credited() bool {
	for _, e := range l.evidence {
		if e.weight >= namesOutlet && (strings.Contains(e.words, "credit") || strings.HasPrefix(e.words, "the byline") || strings.HasPrefix(e.words, "the dateline") || strings.HasPrefix(e.words, "cites")) {
			return true
		}
	}
	return false
}

func (x *Index) lineage(d *document, t *traced, gave bool) news.Lineage {
	l := news.Lineage{Article: d.article.ID, Class: None}
	if n := len(d.article.Text); n > 0 {
		l.Share = float64(t.copied) / float64(n)
	}
	switch {
	case l.Share >= wholeFrom:
		l.Class = Whole
	case l.Share >= partialFrom:
		l.Class = Partial
	case gave:
		l.Class = Original
	}
	switch {
	case t.credit != nil && t.parent != nil && t.parent.directed() && x.carries(x.documents[t.parent.of], t.credit.Name):
		of := x.documents[t.parent.of].article
		l.Parent = of.ID
		l.Why = fmt.Sprintf("%d %% of it also stands in %s, and both are credited to %s: %s", t.parent.share(d), named(&of), x.outletName(t.credit.Name), t.parent.why)
	case t.credit != nil:
		l.Parent, l.Hidden = x.outletName(t.credit.Name), true
		l.Why = "it is credited to " + l.Parent
		if line := creditLine(d, t.credit); line != "" {
			l.Why = "it says so: “" + line + "”"
		}
	case t.parent == nil && l.Share > 0:
		l.Why = fmt.Sprintf("%d %% of it are quotations that others have too", int(l.Share*100+.5))
	case t.parent != nil && (l.Class == Whole || l.Class == Partial):
		of := x.documents[t.parent.of].article
		l.Hidden = t.parent.fuller()
		if t.parent.directed() && !l.Hidden {
			l.Parent = of.ID
		}
		l.Why = fmt.Sprintf("%d %% of it also stands in %s: %s", t.parent.share(d), named(&of), t.parent.why)
	}
	return l
}

func named(a *news.Article) string {
	switch {
	case a.Outlet.Name != "":
		return a.Outlet.Name + " (" + a.ID + ")"
	case a.Title != "":
		return "“" + a.Title + "” (" + a.ID + ")"
	}
	return a.ID
}

// creditLine is the line that a credit stands in, as printed; "" where it
// stands outside the text or within a paragraph.
func creditLine(d *document, c *news.Credit) string {
	text := d.article.Text
	if c.Span.Len() <= 0 || c.Span.Start < 0 || c.Span.End > len(text) {
		return ""
	}
	start := strings.LastIndexByte(text[:c.Span.Start], '\n') + 1
	end := len(text)
	if n := strings.IndexByte(text[c.Span.End:], '\n'); n >= 0 {
		end = c.Span.End + n
	}
	const longest = 120
	if end-start > longest || !utf8.ValidString(text[start:end]) {
		return ""
	}
	return strings.TrimSpace(text[start:end])
}

// absent is a credit for the whole of document i to an outlet that none of the
// articles is by with which it shares passages.
func (x *Index) absent(i int) *news.Credit {
	d := x.documents[i]
	for k := range d.article.Credits {
		c := &d.article.Credits[k]
		if c.Whole && !x.table.Same(c.Name, d.article.Outlet.Name) && !slices.ContainsFunc(x.relatives[i], func(r int32) bool {
			return x.table.Same(c.Name, x.documents[r].article.Outlet.Name)
		}) {
			return c
		}
	}
	return nil
}

// outletName is the table's name for an outlet, so that "AP" and "Associated
// Press" lead to one source; a name that it does not know stays as printed.
func (x *Index) outletName(printed string) string {
	if o, ok := x.table.Lookup(printed); ok {
		return o.Name
	}
	return printed
}

// carries reports whether an article as a whole is credited to an outlet.
func (x *Index) carries(d *document, outlet string) bool {
	return slices.ContainsFunc(d.article.Credits, func(c news.Credit) bool { return c.Whole && x.table.Same(c.Name, outlet) })
}

// hidden gathers the lineages that lead to texts which none of the articles is.
func hidden(lineages []news.Lineage) []Source {
	var found []Source
	for _, l := range lineages {
		if !l.Hidden {
			continue
		}
		i := slices.IndexFunc(found, func(s Source) bool { return s.Name == l.Parent })
		if i < 0 {
			i = len(found)
			found = append(found, Source{Name: l.Parent, Why: l.Why})
		}
		found[i].Articles = append(found[i].Articles, l.Article)
	}
	return found
}
