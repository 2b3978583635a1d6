package copying_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/news"
)

// versions are n articles of one story: each has most paragraphs of one text,
// some of them changed, and one of its own.
func versions(n int) (articles []news.Article, size int) {
	paragraphs := strings.Split(harbour, "\n\n")
	for i := range n {
		var text []string
		for k, p := range paragraphs {
			switch {
			case (i+k)%5 == 0:
			case (i*k)%7 == 3:
				text = append(text, strings.Replace(p, " the ", fmt.Sprintf(" town%d ", i), 1))
			default:
				text = append(text, p)
			}
		}
		text = append(text, fmt.Sprintf("Reader%d wrote%d that storms%d broke piers%d long%d before.", i, i+1, i+2, i+3, i+4))
		a := article(fmt.Sprint(i), fmt.Sprint("Outlet ", i%40), strings.Join(text, "\n\n"), at(i))
		articles, size = append(articles, a), size+len(a.Text)
	}
	return articles, size
}

func BenchmarkFind(b *testing.B) {
	articles, size := versions(200)
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		copying.Find(articles, nil)
	}
}

// BenchmarkAdd adds one article to a story of a thousand and looks at what
// follows.
func BenchmarkAdd(b *testing.B) {
	articles, size := versions(1000)
	index := copying.NewIndex(nil)
	for _, a := range articles {
		index.Add(a)
	}
	b.ReportAllocs()
	b.SetBytes(int64(size / len(articles)))
	for i := 0; b.Loop(); i++ {
		index.Add(articles[i%len(articles)])
		index.Result()
	}
}

func BenchmarkVariants(b *testing.B) {
	var quotes []copying.Quote
	size := 0
	for i := range 300 {
		text := fmt.Sprintf("We could not let ferry%d berth there with passengers aboard, whatever town%d says", i/3, i)
		quotes = append(quotes, copying.Quote{Text: text, Marked: true})
		size += len(text)
	}
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		copying.Variants(quotes)
	}
}
