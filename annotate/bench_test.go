package annotate_test

import (
	"os"
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
)

// BenchmarkArticle annotates the fictional story, and the development articles
// where they are.
func BenchmarkArticle(b *testing.B) {
	for _, from := range []struct{ name, path string }{
		{"example", "../examples/halvern"},
		{"development", "../../shared/data/attribution/dev.jsonl"},
	} {
		b.Run(from.name, func(b *testing.B) {
			if _, err := os.Stat(from.path); err != nil {
				b.Skip("no articles at ", from.path)
			}
			var articles []news.Article
			size := 0
			for a, err := range intake.Read([]string{from.path}, nil, intake.Options{}) {
				if err != nil {
					b.Fatal(err)
				}
				articles = append(articles, a)
				size += len(a.Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, a := range articles {
					annotate.Article(a)
				}
			}
		})
	}
}
