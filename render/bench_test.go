package render_test

import (
	"io"
	"testing"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/bench/example"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/render"
)

func BenchmarkRender(b *testing.B) {
	all, size := example.Reports(b)
	accounts := account.All(all, account.Options{})
	for _, form := range []struct {
		name  string
		write func(io.Writer, []news.Account) error
	}{
		{"text", func(w io.Writer, a []news.Account) error { return render.Text(w, a, render.TextOptions{}) }},
		{"markdown", render.Markdown},
		{"html", render.HTML},
		{"json", render.JSON},
	} {
		b.Run(form.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				if err := form.write(io.Discard, accounts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAnnotation(b *testing.B) {
	all, size := example.Reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range all {
			if err := render.Annotation(io.Discard, a, 0); err != nil {
				b.Fatal(err)
			}
		}
	}
}
