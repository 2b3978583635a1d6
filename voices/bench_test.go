package voices_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/bench/example"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/voices"
)

func BenchmarkWithin(b *testing.B) {
	all, size := example.Reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range all {
			voices.Within(a.Doc, a.Statements, a.Article)
		}
	}
}

func BenchmarkUnify(b *testing.B) {
	all, size := example.Reports(b)
	var said [][]news.Statement
	for _, a := range all {
		said = append(said, a.Statements)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		voices.Unify(said)
	}
}
