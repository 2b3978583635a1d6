package intake

import (
	"errors"
	"fmt"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/hearsay-news/hearsay/news"
)

// longestExtraction is how long the extraction of one page may take.
const longestExtraction = 20 * time.Second

// FromHTML extracts the article of a web page: its text with one paragraph a
// block, and what the page says of title, author, outlet and dates. url is
// where the page was found, "" where that is not known. The error says why
// there is no article.
func FromHTML(raw []byte, url string, opts Options) (news.Article, error) {
	if len(raw) > opts.maxDocument() {
		return news.Article{}, fmt.Errorf("page is larger than %s", bytesInWords(opts.maxDocument()))
	}
	type outcome struct {
		article news.Article
		err     error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if p := recover(); p != nil {
				o = outcome{err: errors.New("page is too broken to extract an article from")}
			}
			done <- o
		}()
		o.article, o.err = extract(decodePage(raw), url, opts)
	}()
	timeout := time.NewTimer(longestExtraction)
	defer timeout.Stop()
	select {
	case o := <-done:
		return o.article, o.err
	case <-timeout.C:
		return news.Article{}, errors.New("page takes too long to extract an article from")
	}
}

// decodePage decodes a page: UTF-8 and UTF-16 by what the bytes look like,
// others by the encoding that the page declares.
func decodePage(raw []byte) string {
	name := encodingOf(raw, true)
	if name == windows1252 {
		enc, _, _ := charset.DetermineEncoding(raw, "text/html")
		if text, err := enc.NewDecoder().Bytes(raw); err == nil {
			return decode(text, utf8Text)
		}
	}
	return decode(raw, name)
}

func extract(source, url string, opts Options) (news.Article, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return news.Article{}, fmt.Errorf("page cannot be parsed: %w", err)
	}
	if err := reasonable(doc); err != nil {
		return news.Article{}, err
	}
	head := readHead(doc)
	a, linked := head.article(url)
	if a.Byline == "" || !a.Published.Known() {
		printed := readImprint(doc)
		printed.fill(&a)
	}
	blocks, all := mainBlocks(doc, &a, linked)
	if len(blocks) == 0 {
		return news.Article{}, errors.New("no article found in the page")
	}
	blocks = withStandfirst(withoutTitle(blocks, append(head.headings, a.Title)), all, head.of("og:description", "description"))
	understandPage(&a, blocks)
	if len(a.Text) > opts.maxText() {
		return news.Article{}, errors.New(tooMuchText(len(a.Text), opts))
	}
	// Sites declare the language of their templates, not of the article.
	declared := a.Language
	a.Language = ""
	finish(&a, opts)
	if a.Language == "" || a.Language != "en" && declared != "" && declared != "en" {
		a.Language = declared
	}
	return a, nil
}

// mostElements and mostVisible limit the pages that are looked into: elements,
// and bytes of text to read. News pages have some thousand elements and some
// ten thousand bytes of text; extraction takes more than proportionally longer
// for larger ones.
const (
	mostElements = 40_000
	mostVisible  = 1 << 20
)

// reasonable says why a page is too large to be an article.
func reasonable(doc *html.Node) error {
	elements, visible := 0, 0
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			elements++
		case n.Type == html.TextNode && !silentElement[n.Parent.DataAtom]:
			visible += len(n.Data)
		}
	}
	if elements > mostElements || visible > mostVisible {
		return errors.New("page is too large to be one article")
	}
	return nil
}

// mainBlocks are the paragraphs of the page's article, and all paragraphs of
// the page.
func mainBlocks(doc *html.Node, a *news.Article, linked linkedArticle) (blocks, all []pageBlock) {
	prune(doc)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	if res, err := parser.ParseDocument(doc, nil); err == nil {
		if res.Node != nil {
			blocks = pageBlocks(res.Node)
		}
		a.Title = firstOf(a.Title, res.Title())
		a.Byline = firstOf(a.Byline, res.Byline())
	}
	all = pageBlocks(doc)
	return choose(all, blocks, linked.body), all
}

// withoutTitle leaves the title out where it stands above the report: it is
// kept as the article's title.
func withoutTitle(blocks []pageBlock, titles []string) []pageBlock {
	var out []pageBlock
	above := true
	for _, b := range blocks {
		if above && !proseBlock(b) && len(b.text) < 400 {
			drop := false
			for _, t := range titles {
				drop = drop || squeezed(t) == squeezed(b.text) || b.kind == news.Heading && len(wordsOf(b.text)) >= 4 && similarTitles(t, b.text)
			}
			if drop {
				continue
			}
		} else {
			above = false
		}
		out = append(out, b)
	}
	return out
}

// withStandfirst puts the sentence below the title before the report where the
// extractor left it out: the paragraph of the page that its description
// repeats.
func withStandfirst(blocks, all []pageBlock, description string) []pageBlock {
	want := squeezed(description)
	if len(want) < 40 || len(blocks) == 0 {
		return blocks
	}
	for _, b := range blocks {
		if strings.Contains(squeezed(b.text), want) {
			return blocks
		}
	}
	for _, b := range all {
		if b.text == blocks[0].text {
			return blocks
		}
		if squeezed(b.text) == want {
			b.kind = news.Body
			return append([]pageBlock{b}, blocks...)
		}
	}
	return blocks
}

// linkLine reports whether a paragraph of a page is nothing but a link to
// another article, perhaps with a label before it: "Read more: …".
func linkLine(b pageBlock) bool {
	labelled := b.links*2 >= len(b.text) && len(b.text)-b.links <= 30
	return (b.links*10 >= len(b.text)*9 || labelled) && len(b.text) < 250 && !endsSentence(b.text) && !strings.HasSuffix(b.text, ":")
}

// understandPage makes the blocks the text of the article and reads what
// stands in them. Furniture, and metadata that the article's fields hold, stay
// out of the text.
func understandPage(a *news.Article, blocks []pageBlock) {
	draft := *a
	lines := readPage(&draft, blocks)
	var kept []pageBlock
	for i, l := range lines {
		if l.kind != news.Furniture && (l.kind != news.Metadata || !inFields[l.why]) {
			kept = append(kept, blocks[i])
		}
	}
	if len(kept) == 0 {
		kept = blocks
	}
	a.Outlet, a.Byline, a.Published, a.Modified = draft.Outlet, draft.Byline, draft.Published, draft.Modified
	readPage(a, kept)
}

// inFields are the kinds of metadata lines that say what an article's fields
// say.
var inFields = map[string]bool{"date": true, "time": true, "byline": true, "section": true, "outlet": true, "header": true}

// readPage sets the text and the blocks of a and returns its lines, one a
// block.
func readPage(a *news.Article, blocks []pageBlock) []textLine {
	var b strings.Builder
	spans := make([]news.Span, 0, len(blocks))
	for _, block := range blocks {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(strings.ToValidUTF8(block.text, "\uFFFD"))
		spans = append(spans, news.Span{Start: start, End: b.Len()})
	}
	a.Text = b.String()
	r := reading{article: a, text: a.Text}
	for i, s := range spans {
		l := r.classify(s)
		switch {
		case l.kind != "":
		case linkLine(blocks[i]):
			l.kind, l.why = news.Furniture, "link"
		case startsWithAuthor(l, a.Text, a.Byline):
			l.kind, l.why = news.Metadata, "byline"
		case blocks[i].kind != news.Body:
			l.kind = blocks[i].kind
		}
		r.lines = append(r.lines, l)
	}
	r.header()
	r.tail()
	r.headings()
	r.emit()
	return r.lines
}

// startsWithAuthor reports whether a short line is the name of the article's
// first author, perhaps with what the author is.
func startsWithAuthor(l textLine, text, byline string) bool {
	author, _, _ := strings.Cut(byline, ",")
	line := l.In(text)
	return len(wordsOf(author)) >= 2 && len(l.words) <= 8 && !endsSentence(line) && !strings.HasSuffix(line, ":") &&
		strings.HasPrefix(squeezed(line), squeezed(author))
}
