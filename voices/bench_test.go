package voices_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/bench/example"
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
	var told []voices.Report
	for _, a := range all {
		told = append(told, voices.Report{Statements: a.Statements, Named: a.Named})
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		voices.Unify(told)
	}
}
