package ledger_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/bench/example"
	"github.com/hearsay-news/hearsay/ledger"
)

func BenchmarkRecord(b *testing.B) {
	all, size := example.Reports(b)
	accounts := account.All(all, account.Options{})
	l, err := ledger.Open(b.Context(), filepath.Join(b.TempDir(), "halvern.ledger"))
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	at := time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		at = at.Add(time.Minute)
		if _, err := l.Record(b.Context(), at, "bench", all, accounts); err != nil {
			b.Fatal(err)
		}
	}
}
