package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/bench/pages"
	"github.com/hearsay-news/hearsay/intake"
)

func init() { measures["extract"] = measureExtract }

// measureExtract compares what intake extracts from saved news pages with what
// was written down for them: the words of the body as multisets, the title, the
// day of publication, the authors.
func measureExtract(shared string) ([]Score, error) {
	saved, err := pages.Read(filepath.Join(shared, "data", "html", "fundus"))
	if err != nil {
		return nil, err
	}
	var f1, precision, recall, title, date, outlet, byline float64
	for _, p := range saved {
		a, err := intake.FromHTML(p.Raw, "", intake.Options{})
		if err != nil {
			fmt.Fprintf(os.Stderr, "evaluate: extract: %s: %v\n", p.Name, err)
			continue
		}
		got := p.Compare(pages.Found{Text: a.Text, Title: a.Title, Byline: a.Byline, Published: a.Published})
		f1, precision, recall = f1+got.F1, precision+got.Precision, recall+got.Recall
		if got.Title {
			title++
		}
		if got.Date {
			date++
		}
		if got.Author {
			byline++
		}
		if a.Outlet.Name != "" {
			outlet++
		}
	}
	n := float64(len(saved)) / 100
	return []Score{
		{"extract body words F1", f1 / n},
		{"extract body words precision", precision / n},
		{"extract body words recall", recall / n},
		{"extract title right", title / n},
		{"extract date right", date / n},
		{"extract outlet found", outlet / n},
		{"extract first author found", byline / n},
	}, nil
}
