package claims_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/bench/example"
	"github.com/hearsay-news/hearsay/claims"
)

func BenchmarkGroup(b *testing.B) {
	all, size := example.Reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		claims.Group(all)
	}
}
