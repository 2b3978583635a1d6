package intake

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
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
		if enc, _, sure := charset.DetermineEncoding(raw, "text/html"); sure {
			if text, err := enc.NewDecoder().Bytes(raw); err == nil {
				return decode(text, utf8Text)
			}
		}
	}
	return decode(raw, name)
}

func extract(source, url string, opts Options) (news.Article, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return news.Article{}, fmt.Errorf("page cannot be parsed: %w", err)
	}
	head := readHead(doc)
	a, linked := head.article(url)
	blocks := mainBlocks(doc, &a, linked)
	if len(blocks) == 0 {
		return news.Article{}, errors.New("no article found in the page")
	}
	understandPage(&a, blocks)
	if len(a.Text) > opts.maxText() {
		return news.Article{}, errors.New(tooMuchText(len(a.Text), opts))
	}
	finish(&a, opts)
	return a, nil
}

// mainBlocks are the paragraphs of the page's article. Where the head tells no
// date, the extractor's own search is taken.
func mainBlocks(doc *html.Node, a *news.Article, linked linkedArticle) []pageBlock {
	prune(doc)
	options := trafilatura.Options{EnableFallback: true, ExcludeComments: true, IncludeLinks: true}
	if a.Published.Known() {
		options.HtmlDateMode = trafilatura.Disabled
	}
	var blocks []pageBlock
	if res, err := trafilatura.ExtractDocument(doc, options); err == nil && res != nil {
		blocks = pageBlocks(res.ContentNode)
		if !a.Published.Known() && !res.Metadata.Date.IsZero() {
			a.Published = news.Date{Time: res.Metadata.Date, From: "page"}
		}
		if a.Title == "" {
			a.Title = res.Metadata.Title
		}
		if a.Byline == "" {
			a.Byline = res.Metadata.Author
		}
		if a.Outlet.Name == "" {
			a.Outlet.Name = res.Metadata.Sitename
		}
	}
	return choose(pageBlocks(doc), blocks, linked.body)
}

// understandPage makes the blocks the text of the article and reads what
// stands in them.
func understandPage(a *news.Article, blocks []pageBlock) {
	var b strings.Builder
	spans := make([]news.Span, 0, len(blocks))
	for _, block := range blocks {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(block.text)
		spans = append(spans, news.Span{Start: start, End: b.Len()})
	}
	a.Text = strings.ToValidUTF8(b.String(), "\uFFFD")
	r := reading{article: a, text: a.Text}
	for i, s := range spans {
		l := r.classify(s)
		if l.kind == "" {
			switch blocks[i].kind {
			case news.Heading, news.Quote:
				l.kind = blocks[i].kind
			}
		}
		r.lines = append(r.lines, l)
	}
	r.header()
	r.tail()
	r.headings()
	r.emit()
}
