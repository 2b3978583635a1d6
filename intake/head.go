package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/hearsay-news/hearsay/news"
)

// pageHead is what a page says of itself outside its text.
type pageHead struct {
	meta      map[string]string // name or property, in lower case, to the first content
	authors   []string
	canonical string
	language  string
	title     string   // <title>
	headings  []string // <h1>
	scripts   []string // JSON-LD
}

// mostScript limits the JSON-LD of a page, in bytes.
const mostScript = 4 << 20

// readHead collects the head of a page.
func readHead(doc *html.Node) pageHead {
	h := pageHead{meta: map[string]string{}}
	scripts := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = attr(n, "lang")
			if h.language == "" {
				h.language = attr(n, "xml:lang")
			}
		case atom.Title:
			if h.title == "" && n.Namespace == "" {
				h.title = plain(n)
			}
		case atom.H1:
			if t := plain(n); t != "" && len(h.headings) < 8 {
				h.headings = append(h.headings, t)
			}
		case atom.Link:
			if h.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Meta:
			h.readMeta(n)
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				if scripts += len(n.FirstChild.Data); scripts <= mostScript {
					h.scripts = append(h.scripts, n.FirstChild.Data)
				}
			}
		}
	}
	return h
}

func (h *pageHead) readMeta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		k := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if k == "" {
			continue
		}
		if _, had := h.meta[k]; !had {
			h.meta[k] = content
		}
		if k == "author" || k == "article:author" || k == "byl" || k == "dc.creator" || k == "dcterms.creator" || k == "sailthru.author" || k == "parsely-author" || k == "citation_author" {
			h.authors = append(h.authors, content)
		}
		return
	}
}

// of is the first of the named metas that the page has.
func (h *pageHead) of(names ...string) string {
	for _, n := range names {
		if v := h.meta[n]; v != "" {
			return v
		}
	}
	return ""
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// plain is the text of a node with single spaces.
func plain(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode && (d.Parent == nil || d.Parent.DataAtom != atom.Script && d.Parent.DataAtom != atom.Style):
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && (blockElement[d.DataAtom] || d.DataAtom == atom.Br):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// article is what the head tells of the page's article, and the JSON-LD that
// was used.
func (h *pageHead) article(url string) (news.Article, linkedArticle) {
	canonical := h.canonical
	for _, c := range []string{h.of("og:url", "twitter:url"), url} {
		if !strings.HasPrefix(canonical, "http") {
			canonical = c
		}
	}
	pageTitles := append([]string{h.of("og:title", "twitter:title"), h.title}, h.headings...)
	linked := bestLinked(linkedArticles(h.scripts), pageTitles, canonical)
	if canonical == "" {
		canonical = linked.url
	}
	a := news.Article{URL: canonical}
	a.Outlet = news.Outlet{Site: siteOf(canonical), Name: firstOf(h.of("og:site_name"), linked.publisher, h.of("application-name", "publisher", "dc.publisher", "cre", "apple-mobile-web-app-title"))}
	if a.Outlet.Name == "" {
		a.Outlet.Name = siteInTitle(h.title, append([]string{h.of("og:title", "twitter:title"), linked.headline}, h.headings...))
	}
	a.Title = h.bestTitle(linked, &a)
	a.Byline = strings.Join(linked.authors, ", ")
	if a.Byline == "" {
		for _, name := range h.authors {
			if !strings.HasPrefix(name, "http") && !strings.HasPrefix(name, "@") {
				a.Byline = strings.TrimPrefix(strings.TrimPrefix(name, "By "), "by ")
				break
			}
		}
	}
	a.Language = languageCode(firstOf(h.language, linked.language))
	for _, c := range []struct{ from, value string }{
		{"json-ld", linked.published},
		{"meta", h.of("article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
			"article.published", "published-date", "publish-date", "publication_date", "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
			"citation_publication_date", "citation_date", "publishdate", "date", "rnews:datepublished", "og:published_time", "article_date_original", "date.created", "date.available", "cxenseparse:recs:publishtime")},
	} {
		if d, err := recordDate(c.value); c.value != "" && err == nil {
			d.From = c.from
			a.Published = d
			break
		}
	}
	for _, c := range []struct{ from, value string }{
		{"json-ld", linked.modified},
		{"meta", h.of("article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified", "revised")},
	} {
		if d, err := recordDate(c.value); c.value != "" && err == nil {
			d.From = c.from
			a.Modified = d
			break
		}
	}
	return a, linked
}

// bestTitle chooses the title: what two of og:title, JSON-LD and the page's
// headings agree on, else the first of these and <title> that there is. The
// site's name behind a title is left out.
func (h *pageHead) bestTitle(linked linkedArticle, a *news.Article) string {
	site := []string{a.Outlet.Name, linked.publisher, a.Outlet.Site}
	sources := []string{h.of("og:title", "twitter:title"), linked.headline}
	sources = append(sources, h.headings...)
	sources = append(sources, h.title)
	titles := make([]string, 0, len(sources))
	for i, t := range sources {
		others := append(append([]string{}, sources[:i]...), sources[i+1:]...)
		titles = append(titles, withoutSite(t, site, others))
	}
	voting := titles[:len(titles)-1]
	for _, t := range voting {
		votes := 0
		for _, u := range voting {
			if squeezed(t) == squeezed(u) {
				votes++
			}
		}
		if votes >= 2 && len(wordsOf(t)) >= 2 {
			return t
		}
	}
	return firstOf(titles...)
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}
