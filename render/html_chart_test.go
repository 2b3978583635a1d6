package render

import (
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestChart(t *testing.T) {
	for _, test := range []struct {
		name   string
		days   []string
		labels []string
	}{
		{"one day is no chart", []string{"2025-03-03", "2025-03-03"}, nil},
		{"days without a date are left out", []string{"", "2025-03-03", "2025-03", "2025-03-04"}, []string{"3 Mar", "4 Mar"}},
		{"one silent day is drawn", []string{"2025-03-03", "2025-03-05"}, []string{"3 Mar", "4 Mar", "5 Mar"}},
		{"silent weeks are one narrow column", []string{"2025-03-03", "2025-02-10"}, []string{"10 Feb", "…", "3 Mar"}},
	} {
		c := news.Claim{}
		for i, day := range test.days {
			p := news.Passage{Article: "a", Span: news.Span{Start: i, End: i + 1}}
			c.Positions = append(c.Positions, news.Position{Passage: p, Stance: news.Affirms, SaidOn: day, Utterance: i})
		}
		chart := chartOf(&view{Account: &news.Account{Claims: []news.Claim{c, c}}})
		if chart == nil {
			if test.labels != nil {
				t.Errorf("%s: no chart", test.name)
			}
			continue
		}
		var labels []string
		for _, d := range chart.Days {
			labels = append(labels, d.Label)
		}
		if !slices.Equal(labels, test.labels) {
			t.Errorf("%s: %q, want %q", test.name, labels, test.labels)
		}
		dated := 0
		for _, day := range test.days {
			if len(day) == len("2025-03-03") {
				dated++
			}
		}
		if len(chart.Dots) != dated {
			t.Errorf("%s: %d dots for %d utterances", test.name, len(chart.Dots), dated)
		}
	}
}
