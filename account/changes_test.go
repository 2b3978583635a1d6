package account

import (
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

// told is an account of one article's claims, each given by its words and
// positions.
func told(articles []news.Article, claims ...news.Claim) []news.Account {
	a := news.Account{Story: news.Story{ID: "s1"}, Articles: articles, Claims: claims}
	for i := range a.Claims {
		a.Claims[i].Passage = a.Claims[i].Positions[0].Passage
	}
	a.Title = a.Claims[0].Passage
	return []news.Account{a}
}

func text(id, words string) news.Article {
	return news.Article{ID: id, Hash: "hash of " + words, URL: "https://courier.example/" + id, Text: words,
		Blocks: []news.Block{{Span: news.Span{Start: 0, End: len(words)}, Kind: news.Body}}}
}

func position(id string, start, end int, voice string, stance news.Stance) news.Position {
	return news.Position{Passage: news.Passage{Article: id, Span: news.Span{Start: start, End: end}}, Voice: news.Voice{Name: voice}, Stance: stance}
}

func kinds(changes []news.Change) []string {
	var out []string
	for _, c := range changes {
		out = append(out, c.Kind)
	}
	return out
}

func TestChanges(t *testing.T) {
	first, second := text("a", "The bridge is unsafe, officials said."), text("b", "The bridge is safe, the mayor said.")
	unsafe := func(count int, more ...news.Position) news.Claim {
		return news.Claim{ID: "c1", Count: news.Range{Min: count, Max: count}, Positions: append([]news.Position{position("a", 0, 20, "officials", news.Affirms)}, more...)}
	}
	denial := position("b", 0, 18, "Anton Reuss", news.Denies)
	number := func(value float64) []news.Account {
		out := told([]news.Article{first}, unsafe(1))
		out[0].Numbers = []news.Number{{Passage: news.Passage{Article: "a", Span: news.Span{Start: 0, End: 10}}, Value: value, High: value, Unit: "person", Scope: "treated"}}
		return out
	}
	altered := denial
	altered.Changes = []news.WordChange{{From: "safe", To: "sound"}}

	tests := []struct {
		name          string
		before, after []news.Account
		want          []string
	}{
		{"nothing", told([]news.Article{first}, unsafe(1)), told([]news.Article{first}, unsafe(1)), nil},
		{"a new story", nil, told([]news.Article{first}, unsafe(1)), []string{"new"}},
		{"a story that is gone", told([]news.Article{first}, unsafe(1)), nil, []string{"gone"}},
		{"strengthened", told([]news.Article{first}, unsafe(1)), told([]news.Article{first, second}, unsafe(2)), []string{"strengthened"}},
		{"weakened", told([]news.Article{first}, unsafe(2)), told([]news.Article{first}, unsafe(1)), []string{"weakened"}},
		{"newly denied", told([]news.Article{first}, unsafe(1)), told([]news.Article{first, second}, unsafe(1, denial)), []string{"newly denied"}},
		{"a new claim", told([]news.Article{first}, unsafe(1)), told([]news.Article{first, second}, unsafe(1), news.Claim{Positions: []news.Position{denial}}), []string{"new"}},
		{"a claim that is gone", told([]news.Article{first, second}, unsafe(1), news.Claim{Positions: []news.Position{denial}}), told([]news.Article{first, second}, unsafe(1)), []string{"gone"}},
		{"a claim that is split is not new", told([]news.Article{first, second}, unsafe(1, position("b", 0, 18, "Anton Reuss", news.Affirms))), told([]news.Article{first, second}, unsafe(1), news.Claim{Positions: []news.Position{position("b", 0, 18, "Anton Reuss", news.Affirms)}}), nil},
		{"a claim that joins another is not gone", told([]news.Article{first, second}, unsafe(1), news.Claim{Positions: []news.Position{position("b", 0, 18, "Anton Reuss", news.Affirms)}}), told([]news.Article{first, second}, unsafe(1, position("b", 0, 18, "Anton Reuss", news.Affirms))), nil},
		{"a quote with other words", told([]news.Article{first, second}, news.Claim{Positions: []news.Position{position("a", 0, 20, "Anton Reuss", news.Denies)}}), told([]news.Article{first, second}, news.Claim{Positions: []news.Position{position("a", 0, 20, "Anton Reuss", news.Denies), altered}}), []string{"altered"}},
		{"a number", number(19), number(31), []string{"altered"}},
		{"other words under one URL", told([]news.Article{first}, unsafe(1)), told([]news.Article{first, {ID: "x", Hash: "other", URL: first.URL, Text: "The bridge was repaired.", Blocks: []news.Block{{Span: news.Span{Start: 0, End: 24}}}}}, unsafe(1)), []string{"republished"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Changes(tt.before, tt.after)
			if !slices.Equal(kinds(got), tt.want) {
				t.Errorf("%v, want %v", kinds(got), tt.want)
			}
			for _, c := range got {
				if c.BeforeText == "" && c.AfterText == "" {
					t.Errorf("%s: no words", c.Kind)
				}
			}
		})
	}
}

func TestSettleVariants(t *testing.T) {
	a := &news.Account{Articles: []news.Article{text("a", "The bridge is unsafe, officials said."), text("b", "The Bridge is unsafe, officials said."), text("c", "The bridge was safe, officials said.")}}
	of := func(article string) news.Position {
		p := position(article, 0, 20, "officials", news.Affirms)
		p.Changes = []news.WordChange{{From: "The bridge"}}
		return p
	}
	c := &news.Claim{Positions: []news.Position{position("a", 0, 20, "officials", news.Affirms), of("b"), of("c")}}
	settleVariants(a, c)
	if len(c.Positions[1].Changes) != 0 || len(c.Positions[2].Changes) != 1 {
		t.Errorf("changes %v and %v, want none and one", c.Positions[1].Changes, c.Positions[2].Changes)
	}
}
