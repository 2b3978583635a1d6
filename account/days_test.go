package account

import (
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestShareDays(t *testing.T) {
	c := news.Claim{Positions: []news.Position{
		{Utterance: 0, SaidOn: "2025-03-03"},
		{Utterance: 0},
		{Utterance: 2, SaidOn: "2025-03-03"},
		{Utterance: 2, SaidOn: "2025-03-04"},
		{Utterance: 2},
		{Utterance: 5},
	}}
	shareDays(&c)
	for i, want := range []string{"2025-03-03", "2025-03-03", "2025-03-03", "2025-03-04", "", ""} {
		if got := c.Positions[i].SaidOn; got != want {
			t.Errorf("position %d: said on %q, want %q", i, got, want)
		}
	}
}
