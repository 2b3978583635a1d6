package intake

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/hearsay-news/hearsay/news"
)

// blockElement are the elements that part paragraphs.
var blockElement = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Blockquote: true,
	atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Nav: true,
	atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Tbody: true,
	atom.Pre: true, atom.Hr: true, atom.Form: true, atom.Fieldset: true, atom.Address: true, atom.Details: true, atom.Summary: true,
	atom.Body: true, atom.Html: true, atom.Caption: true,
}

// silentElement are the elements whose text nobody reads.
var silentElement = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Iframe: true, atom.Svg: true,
	atom.Object: true, atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
	atom.Math: true, atom.Input: true,
}

// sideElement are the elements that hold no report.
var sideElement = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Figure: true, atom.Figcaption: true,
}

// pageBlock is a paragraph of a page.
type pageBlock struct {
	kind  news.BlockKind // Body, Heading or Quote
	text  string
	links int        // bytes of the text that are links
	item  bool       // of a list
	in    *html.Node // the element around the paragraph's own
}

// pageBlocks are the paragraphs of a node, in order.
func pageBlocks(root *html.Node) []pageBlock {
	w := blockWalker{around: root}
	w.walk(root, news.Body, false, 0)
	w.flush(news.Body)
	return w.blocks
}

type blockWalker struct {
	around *html.Node
	item   bool
	blocks []pageBlock
	text   strings.Builder
	space  bool // white space is due before the next word
	links  int
}

// deepest is how deep elements may be nested: what lies deeper is passed over.
const deepest = 512

func (w *blockWalker) walk(n *html.Node, kind news.BlockKind, link bool, depth int) {
	if depth > deepest {
		return
	}
	tag := tagOf(n)
	switch n.Type {
	case html.TextNode:
		w.write(n.Data, link)
		return
	case html.ElementNode:
		if silentElement[tag] || sideElement[tag] || hidden(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	inner := kind
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		inner = news.Heading
	case atom.Blockquote:
		inner = news.Quote
	case atom.Br:
		if n.NextSibling != nil && nextIsBreak(n.NextSibling) {
			w.flush(kind)
		} else {
			w.space = true
		}
		return
	case atom.A:
		link = true
	}
	if !blockElement[tag] {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.walk(c, inner, link, depth+1)
		}
		return
	}
	w.flush(kind)
	around, item := w.around, w.item
	w.around = n
	if tag == atom.P || tag == atom.Li || inner == news.Heading {
		w.around = n.Parent
	}
	w.item = tag == atom.Li || item && tag != atom.Article
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner, link, depth+1)
	}
	w.flush(inner)
	w.around, w.item = around, item
}

// tagOf is the tag of an element, also of one that was made by a program.
func tagOf(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	if n.DataAtom == 0 {
		return atom.Lookup([]byte(n.Data))
	}
	return n.DataAtom
}

// nextIsBreak reports whether n is a second line break, white space apart.
func nextIsBreak(n *html.Node) bool {
	for n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" {
		n = n.NextSibling
	}
	return n != nil && tagOf(n) == atom.Br
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "class" && slices.Contains(strings.Fields(a.Val), "hidden") || a.Key == "aria-hidden" && a.Val == "true" && n.DataAtom != atom.P && n.DataAtom != atom.Div ||
			a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

func (w *blockWalker) write(s string, link bool) {
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			w.space = true
			continue
		}
		if w.space && w.text.Len() > 0 {
			w.text.WriteByte(' ')
		}
		w.space = false
		n := w.text.Len()
		w.text.WriteRune(r)
		if link {
			w.links += w.text.Len() - n
		}
	}
}

func (w *blockWalker) flush(kind news.BlockKind) {
	if w.text.Len() > 0 {
		w.blocks = append(w.blocks, pageBlock{kind, w.text.String(), w.links, w.item, w.around})
	}
	w.text.Reset()
	w.space = false
	w.links = 0
}
