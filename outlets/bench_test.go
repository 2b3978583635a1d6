package outlets_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/outlets"
)

func BenchmarkLookup(b *testing.B) {
	table := outlets.Default()
	names := table.Names()
	size := 0
	for _, n := range names {
		size += len(n.Printed)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, n := range names {
			if _, ok := table.Lookup(n.Printed); !ok {
				b.Fatal(n.Printed)
			}
		}
	}
}
