package intake

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/hearsay-news/hearsay/news"
)

// imprint is what a page prints of its author and its date of publication
// around the report, for pages whose head tells neither.
type imprint struct {
	byline    string
	published news.Date // by the element's own marks
	first     news.Date // the first <time>, or date in an element marked as one
}

// readImprint goes through the elements of a page from above. Lists, side
// matter and comments print the authors and dates of other things.
func readImprint(doc *html.Node) imprint {
	var m imprint
	best := 0
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > deepest {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || elsewhere(c) {
				continue
			}
			if rank := bylineRank(c); rank > best {
				if name := bylineIn(plain(c)); name != "" {
					m.byline, best = name, rank
				}
			}
			m.readDate(c)
			walk(c, depth+1)
		}
	}
	walk(doc, 0)
	return m
}

// elsewhere reports whether an element speaks of other articles. What holds
// the page's heading does not.
func elsewhere(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Main:
		return false
	case atom.Nav, atom.Footer, atom.Aside, atom.Figure, atom.Form:
		return true
	}
	if silentElement[n.DataAtom] {
		return true
	}
	return marked(n, []string{"comment", "related", "recommend", "sidebar", "trending", "most-read", "popular", "teaser", "card"}) && !holdsHeading(n)
}

func holdsHeading(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.H1 {
			return true
		}
	}
	return false
}

// bylineRank tells how surely an element names the author: 0 not at all.
func bylineRank(n *html.Node) int {
	switch {
	case strings.Contains(attr(n, "itemprop"), "author"):
		return 3
	case attr(n, "rel") == "author":
		return 2
	case marked(n, []string{"byline", "author"}):
		return 1
	}
	return 0
}

// bylineIn is the name in the text of an element that names the author, ""
// where the text is more than a name or two.
func bylineIn(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	words := lineWords(s, 9)
	if len(words) < 2 || len(words) > 8 || len(s) > 80 || strings.ContainsAny(s, "0123456789?!") {
		return ""
	}
	for _, w := range words {
		if !w.capital && !bylineWords[w.lower] {
			return ""
		}
	}
	return strings.TrimSpace(s)
}

// dateMarks are parts of class names and ids of elements that print a date.
var dateMarks = []string{"date", "time", "publish", "posted", "byline", "post-meta", "entry-meta", "article-meta"}

func (m *imprint) readDate(n *html.Node) {
	prop := strings.ToLower(attr(n, "itemprop"))
	if strings.Contains(prop, "modified") {
		return
	}
	said := n.DataAtom == atom.Time && hasAttr(n, "pubdate") || strings.Contains(prop, "datepublished")
	if m.published.Known() || m.first.Known() && !said {
		return
	}
	if !said && n.DataAtom != atom.Time && !marked(n, dateMarks) || marked(n, []string{"updated", "modified"}) {
		return
	}
	d, ok := elementDate(n)
	if !ok {
		return
	}
	d.From = "page"
	if said {
		m.published = d
	} else {
		m.first = d
	}
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// elementDate is the date that an element gives in an attribute or prints.
func elementDate(n *html.Node) (news.Date, bool) {
	for _, key := range []string{"datetime", "content"} {
		if v := attr(n, key); v != "" {
			if d, err := recordDate(v); err == nil {
				return d, true
			}
		}
	}
	text := plain(n)
	if len(text) > 120 {
		return news.Date{}, false
	}
	for i, w := range lineWords(text, 12) {
		if i > 0 && !w.capital {
			continue
		}
		if d, _, ok := leadingDate(text[w.start:]); ok {
			return d, true
		}
	}
	return news.Date{}, false
}

// addressDay is a day in the path of an address: /2024/09/10/, /2024/sep/10/
// or /2024-09-10.
var addressDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3,9})[/-](0?[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)
})

// dateOfAddress reads the day of publication from an address.
func dateOfAddress(address string) (news.Date, bool) {
	found := addressDay().FindStringSubmatch(address)
	if found == nil {
		return news.Date{}, false
	}
	y, _ := strconv.Atoi(found[1])
	m, err := strconv.Atoi(found[2])
	if err != nil {
		m = months[found[2]]
	}
	d, _ := strconv.Atoi(found[3])
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return news.Date{Time: t, From: "address"}, m > 0 && t.Day() == d
}

// fill gives the article what its head did not tell.
func (m *imprint) fill(a *news.Article) {
	if a.Byline == "" {
		a.Byline = m.byline
	}
	if a.Published.Known() {
		return
	}
	byAddress, ok := dateOfAddress(a.URL)
	switch {
	case m.published.Known():
		a.Published = m.published
	case ok:
		a.Published = byAddress
	case m.first.Known():
		a.Published = m.first
	}
}
