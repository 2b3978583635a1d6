package copying

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
)

// link is a pair of articles that share passages: matches are aligned as if in
// had taken them from of.
type link struct {
	of, in    int32
	matches   []match
	evidence  []evidence
	score     int
	quoteOnly bool
	why       string // the evidence in words, or why there is none
}

// evidence is one reason for a direction, in tenths of a logarithm of odds;
// above 0 it speaks for "in took it from of".
type evidence struct {
	weight int
	words  string
}

// Weights of evidence. They are judgements, not measurements: an explicit
// credit outweighs a publication time, which sites change with every update;
// the time outweighs the traces in the text. Of two versions of one article the
// later was made from the earlier, whatever either says.
const (
	laterVersion  = 90
	creditsWhole  = 60
	creditsPart   = 40
	days          = 30
	halfHours     = 25
	minutes       = 8
	namesOutlet   = 20
	namedAgency   = 12
	cutsShort     = 8 // each, up to three
	unintroduced  = 12
	onlyCuts      = 8
	hasMore       = -12
	fullerFrom    = 2  // sentences of the copy that have more than the source
	directedFrom  = 20 // a direction is given from this sum on
	fewestMinutes = 30 * time.Minute
)

func (l *link) directed() bool { return !l.quoteOnly && l.score >= directedFrom }

func (l *link) add(weight int, format string, args ...any) {
	l.score += weight
	l.evidence = append(l.evidence, evidence{weight, fmt.Sprintf(format, args...)})
}

// reason says the evidence in words, or why there is none.
func (l *link) reason() string {
	if l.quoteOnly {
		return "undetermined: only quotations are shared, and both reporters may have heard the speaker"
	}
	var speaks, against []string
	for _, e := range l.evidence {
		if e.weight >= 0 {
			speaks = append(speaks, e.words)
		} else {
			against = append(against, e.words)
		}
	}
	said := strings.Join(speaks, "; ")
	if len(against) > 0 {
		said += "; against it: " + strings.Join(against, "; ")
		said = strings.TrimPrefix(said, "; ")
	}
	switch {
	case len(l.evidence) == 0:
		return "undetermined: neither time, credit nor wording tells who was first"
	case !l.directed():
		return "undetermined: too little tells who was first: " + said
	}
	return said
}

// link aligns two articles, the earlier or fuller taken for the source, and
// weighs what speaks for either direction.
func (x *Index) link(c *comparer, a, b int32) (link, bool) {
	l, ok := x.weigh(c, a, b)
	if ok {
		l.why = l.reason()
	}
	return l, ok
}

func (x *Index) weigh(c *comparer, a, b int32) (link, bool) {
	l := link{of: a, in: b}
	l.times(x.documents)
	if l.score < 0 {
		l.turn()
	}
	if !l.align(c, x.documents) {
		return l, false
	}
	before := l.score
	x.credits(&l)
	if l.score < 0 {
		l.turn()
		if !l.align(c, x.documents) {
			l.turn()
			l.align(c, x.documents)
		}
	}
	if before == 0 && l.score == 0 {
		return x.byWording(c, l), true
	}
	l.inside(x.documents)
	return l, true
}

// byWording decides what neither time nor credit tells: the direction that the
// wording speaks for.
func (x *Index) byWording(c *comparer, l link) link {
	back := link{of: l.in, in: l.of}
	l.inside(x.documents)
	if back.align(c, x.documents) {
		back.inside(x.documents)
		if back.score > l.score {
			return back
		}
	}
	return l
}

func (l *link) turn() {
	l.of, l.in, l.score = l.in, l.of, -l.score
	for i := range l.evidence {
		l.evidence[i].weight = -l.evidence[i].weight
	}
}

func (l *link) align(c *comparer, documents []*document) bool {
	l.matches = c.compare(documents[l.of], documents[l.in])
	l.quoteOnly = true
	for i := range l.matches {
		l.quoteOnly = l.quoteOnly && l.matches[i].quote
	}
	return len(l.matches) > 0
}

// credits weighs what either article says about where it is from.
func (x *Index) credits(l *link) {
	of, in := x.documents[l.of], x.documents[l.in]
	l.credit(x.table, of, in, 1)
	l.credit(x.table, in, of, -1)
	ofAgency, inAgency := of.outlet.Kind == "agency", in.outlet.Kind == "agency"
	switch {
	case ofAgency && !inAgency:
		l.add(namedAgency, "%s is an agency", of.article.Outlet.Name)
	case inAgency && !ofAgency:
		l.add(-namedAgency, "%s is an agency", in.article.Outlet.Name)
	}
}

func (l *link) times(documents []*document) {
	of, in := &documents[l.of].article, &documents[l.in].article
	if sign := laterOf(of, in); sign != 0 {
		l.add(sign*laterVersion, "a later version of the same article")
	}
	if !of.Published.Known() || !in.Published.Known() {
		return
	}
	first, second, sign := of.Published, in.Published, 1
	if publishedAt(in) < publishedAt(of) {
		first, second, sign = second, first, -1
	}
	if first.HasTime && second.HasTime {
		switch d := second.Time.Sub(first.Time); {
		case d >= 24*time.Hour:
			l.add(sign*days, "published %d h earlier", int(d.Hours()))
		case d >= fewestMinutes:
			l.add(sign*halfHours, "published %d h %02d min earlier", int(d.Hours()), int(d.Minutes())%60)
		case d >= time.Minute:
			l.add(sign*minutes, "published only %d min earlier", int(d.Minutes()))
		}
		return
	}
	if first.Day() != second.Day() {
		l.add(sign*halfHours, "published on %s, not on %s", first.Day(), second.Day())
	}
}

// laterOf tells by their dates which of two versions under one URL is the
// later: 1 for b, -1 for a, 0 where they are not such versions or it is unknown.
func laterOf(a, b *news.Article) int {
	if a.URL == "" || a.URL != b.URL {
		return 0
	}
	if c := after(a.Published, b.Published); c != 0 {
		return c
	}
	return after(cmp.Or(a.Modified, a.Published), cmp.Or(b.Modified, b.Published))
}

// after is 1 where b is after a, -1 where it is before, 0 where that is not
// known: where either gives only the day, the days are compared.
func after(a, b news.Date) int {
	switch {
	case !a.Known() || !b.Known():
		return 0
	case a.HasTime && b.HasTime:
		return b.Time.Compare(a.Time)
	}
	return cmp.Compare(b.Day(), a.Day())
}

// credit looks for the outlet of of where in says what it was made from.
func (l *link) credit(table *outlets.Table, of, in *document, sign int) {
	name := of.article.Outlet.Name
	if name == "" || table.Same(name, in.article.Outlet.Name) {
		return
	}
	whole, part := false, false
	for _, c := range in.article.Credits {
		if table.Same(c.Name, name) {
			whole, part = whole || c.Whole, true
		}
	}
	switch {
	case whole:
		l.add(sign*creditsWhole, "the text is credited to %s", name)
	case part:
		l.add(sign*creditsPart, "a credit names %s", name)
	case in.article.Dateline.Agency != "" && table.Same(in.article.Dateline.Agency, name):
		l.add(sign*creditsPart, "the dateline names %s", name)
	case mentions(in.article.Byline, of.names):
		l.add(sign*creditsPart, "the byline names %s", name)
	case reports(in.article.Text, of.names):
		l.add(sign*namesOutlet, "cites %s", name)
	}
}

// mentions reports whether text has one of the names.
func mentions(text string, names []string) bool {
	for _, n := range names {
		if len(wholeWord(text, n, 1)) > 0 {
			return true
		}
	}
	return false
}

// reporting are the words that make a mention of an outlet a citation of its
// report, after the name or before it.
var (
	reportingAfter  = []string{"reported", "reports", "was first to report", "first reported", "has reported", "had reported", "said it had", "quoted", "cited"}
	reportingBefore = []string{"told", "reported by", "according to", "obtained by", "seen by", "published by", "published in", "interview with", "first reported by", "citing"}
)

// reports reports whether text cites an outlet's report: "the Gazette
// reported", "told the Gazette", "first reported by the Gazette".
func reports(text string, names []string) bool {
	for _, n := range names {
		if len(n) < 3 {
			continue
		}
		for _, at := range wholeWord(text, n, 8) {
			after := strings.ToLower(strings.TrimLeft(text[at+len(n):min(len(text), at+len(n)+60)], " ’'s"))
			before := strings.ToLower(text[max(0, at-40):at])
			before = strings.TrimSuffix(strings.TrimRight(before, " "), " the")
			for _, w := range reportingAfter {
				if strings.HasPrefix(after, w) {
					return true
				}
			}
			for _, w := range reportingBefore {
				if strings.HasSuffix(before, w) {
					return true
				}
			}
		}
	}
	return false
}

// wholeWord finds up to limit places where word stands in text by itself.
func wholeWord(text, word string, limit int) []int {
	var found []int
	for from := 0; len(found) < limit; {
		i := strings.Index(text[from:], word)
		if i < 0 || word == "" {
			break
		}
		i += from
		from = i + len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if (i == 0 || !isWordRune(before)) && !startsWithWordRune(text[from:]) {
			found = append(found, i)
		}
	}
	return found
}
