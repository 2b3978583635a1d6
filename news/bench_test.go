package news_test

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func BenchmarkOffsets(b *testing.B) {
	text := strings.Repeat("“The old mill was sold,” said Zoë Tarn – twice. ", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		at := news.NewOffsets(text)
		for i := 0; i < len(text); i += 40 {
			at.At(i)
		}
	}
}

// BenchmarkScan is the limit: every byte of a text looked at once.
func BenchmarkScan(b *testing.B) {
	text := strings.Repeat("The old mill by the river was sold for a second time on Friday. ", 20000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	spaces := 0
	for b.Loop() {
		for i := range len(text) {
			if text[i] == ' ' {
				spaces++
			}
		}
	}
	if spaces == 0 {
		b.Fatal("no spaces")
	}
}
