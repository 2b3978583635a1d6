package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/hearsay-news/hearsay/news"
)

// FromHTML extracts the article of a web page. url is where the page was
// found, "" where that is not known.
func FromHTML(raw []byte, url string, opts Options) (a news.Article, err error) {
	if len(raw) > opts.maxDocument() {
		return a, fmt.Errorf("page is larger than %s", bytesInWords(opts.maxDocument()))
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
		o.article, o.err = extract(decode(raw, encodingOf(raw, true)), url, opts)
	}()
	timeout := time.NewTimer(20 * time.Second)
	defer timeout.Stop()
	select {
	case o := <-done:
		return o.article, o.err
	case <-timeout.C:
		return a, errors.New("page takes too long to extract an article from")
	}
}

func extract(source, url string, opts Options) (news.Article, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return news.Article{}, fmt.Errorf("page cannot be parsed: %w", err)
	}
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{EnableFallback: true, ExcludeComments: true})
	if err != nil || res == nil || len(bytes.TrimSpace([]byte(res.ContentText))) == 0 {
		return news.Article{}, errors.New("no article found in the page")
	}
	a := news.Article{
		URL: res.Metadata.URL, Title: res.Metadata.Title, Byline: res.Metadata.Author,
		Outlet: news.Outlet{Name: res.Metadata.Sitename, Site: siteOf(res.Metadata.URL)}, Text: res.ContentText,
	}
	if !res.Metadata.Date.IsZero() {
		a.Published = news.Date{Time: res.Metadata.Date, From: "page"}
	}
	understand(&a)
	finish(&a, opts)
	return a, nil
}
