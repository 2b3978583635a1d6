package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sideMarks are parts of class names and ids of elements that stand beside the
// report: captions, boxes, links, consent dialogues.
var sideMarks = []string{
	"caption", "newsletter", "related", "recirc", "recommend", "read-more", "readmore",
	"promo", "advert", "sponsor", "outbrain", "taboola", "share-", "sharing", "social-", "addtoany", "comment", "author-bio", "authorbio",
	"about-author", "author-box", "author__bio", "bio-box", "breadcrumb", "subscribe", "subscription", "signup", "sign-up", "sign-in", "signin", "most-read", "most-popular", "trending",
	"sidebar", "side-bar", "site-footer", "page-footer", "skip-link", "screen-reader", "visually-hidden", "sr-only", "tooltip", "modal",
	"popup", "print-only", "taglist", "tag-list", "article-tags", "post-tags", "disclaimer", "copyright", "credit",
}

// dialogueMarks are parts of class names and ids of dialogues, which may hold
// more words than a short report.
var dialogueMarks = []string{"onetrust", "cookie", "consent", "gdpr", "ccpa", "privacy-"}

// prune takes the elements that stand beside the report out of a page. A mark
// is not believed where the elements of one class hold a good part of the
// page's prose.
func prune(doc *html.Node) {
	total := proseWords(doc, 0)
	most := func(n *html.Node) int {
		if marked(n, dialogueMarks) {
			return total * 2 / 3
		}
		return total / 5
	}
	share := map[string]int{}
	var candidates []*html.Node
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > deepest {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && besides(c) {
				candidates = append(candidates, c)
				share[signature(c)] += proseWords(c, depth)
				if proseWords(c, depth) <= most(c) {
					continue
				}
			}
			walk(c, depth+1)
		}
	}
	walk(doc, 0)
	for _, c := range candidates {
		if share[signature(c)] <= most(c) && c.Parent != nil {
			c.Parent.RemoveChild(c)
		}
	}
}

// besides reports whether an element's own marks say that it is no report.
func besides(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Main, atom.Article, atom.Script, atom.Meta, atom.Link, atom.Title, atom.H1, atom.P:
		return n.DataAtom == atom.P && marked(n, []string{"caption", "newsletter"})
	case atom.Figure, atom.Figcaption, atom.Nav, atom.Footer, atom.Form:
		return true
	}
	return marked(n, sideMarks) || marked(n, dialogueMarks)
}

func marked(n *html.Node, marks []string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "data-component" && a.Key != "data-testid" {
			continue
		}
		v := strings.ToLower(a.Val)
		for _, m := range marks {
			if strings.Contains(v, m) {
				return true
			}
		}
	}
	return false
}

// proseWords counts the words of a node's paragraphs that have more than a
// few.
func proseWords(n *html.Node, depth int) int {
	words := 0
	for c := n.FirstChild; c != nil && depth <= deepest; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode || silentElement[c.DataAtom]:
		case c.DataAtom == atom.P:
			if k := len(strings.Fields(plain(c))); k >= 12 {
				words += k
			}
		default:
			words += proseWords(c, depth+1)
		}
	}
	return words
}
