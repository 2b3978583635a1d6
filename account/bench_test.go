package account_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/bench/example"
)

func BenchmarkReconcile(b *testing.B) {
	all, size := example.Reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		account.Reconcile("halvern", all)
	}
}

func BenchmarkChanges(b *testing.B) {
	all, size := example.Reports(b)
	before, after := account.All(all[:len(all)/2]), account.All(all)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		account.Changes(before, after)
	}
}
