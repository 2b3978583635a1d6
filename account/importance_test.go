package account

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestOrder(t *testing.T) {
	text := "The paint works leaked solvent into the river. The works is the largest in the valley. Solvent leaked into the river from the paint works. The mayor closed the quay."
	a := news.Account{Articles: []news.Article{{ID: "a", Title: "Solvent leaks into the river", Text: text, Outlet: news.Outlet{Name: "Halvern Courier"}}}}
	for i, s := range strings.SplitAfter(text, ". ") {
		at := strings.Index(text, s)
		c := news.Claim{ID: string(rune('1' + i)), Passage: news.Passage{Article: "a", Span: news.Span{Start: at, End: at + len(s)}}}
		c.Count, c.Outlets = news.Range{Min: 1, Max: 1}, 1
		c.Background = i == 1
		a.Claims = append(a.Claims, c)
	}
	order(&a)
	got := ""
	for i := range a.Claims {
		got += a.Claims[i].ID
	}
	if got != "1432" {
		t.Errorf("claims in the order %s, want 1432: the news of the title, other news, what repeats, background", got)
	}
}
