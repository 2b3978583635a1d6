package account_test

import (
	"os"
	"testing"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/bench/example"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
)

func BenchmarkReconcile(b *testing.B) {
	all, size := example.Reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		account.Reconcile("halvern", all, account.Options{})
	}
}

// BenchmarkReconcileLarge takes 300 of the development articles, where they
// are, for one story: those of many stories, which have little in common and
// are the worst case, and those of families that copy from each other. As
// nothing is kept from one call to the next, it is also what a report costs
// that is added to 299.
func BenchmarkReconcileLarge(b *testing.B) {
	for _, room := range []string{"stories", "copying"} {
		b.Run(room, func(b *testing.B) {
			path := "../../shared/data/" + room + "/dev/articles.jsonl"
			if _, err := os.Stat(path); err != nil {
				b.Skip("no articles at ", path)
			}
			var articles []news.Article
			size := 0
			for a, err := range intake.Read([]string{path}, nil, intake.Options{}) {
				if err != nil {
					b.Fatal(err)
				}
				articles = append(articles, a)
				if size += len(a.Text); len(articles) == 300 {
					break
				}
			}
			reports := annotate.All(articles, nil)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				account.Reconcile("large", reports, account.Options{})
			}
		})
	}
}

func BenchmarkChanges(b *testing.B) {
	all, size := example.Reports(b)
	before, after := account.All(all[:len(all)/2], account.Options{}), account.All(all, account.Options{})
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		account.Changes(before, after)
	}
}
