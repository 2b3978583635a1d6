// Package example gives the benchmarks of the rooms one fictional story to work
// on.
package example

import (
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
)

// Reports are the annotated reports of the story of Halvern, and how many bytes
// of text they have. It is for tests that run in a room's folder.
func Reports(b testing.TB) (all []*annotate.Annotated, size int64) {
	b.Helper()
	var articles []news.Article
	for a, err := range intake.Read([]string{"../examples/halvern"}, nil, intake.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		articles = append(articles, a)
		size += int64(len(a.Text))
	}
	return annotate.All(articles, func() {}), size
}
