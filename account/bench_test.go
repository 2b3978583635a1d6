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
		account.Reconcile("halvern", all, account.Options{})
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
