package annotate

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

func TestOtherLanguagesHaveNoStatements(t *testing.T) {
	x := Article(news.Article{ID: "a", Language: "fr", Text: "« Le pont est sûr », a dit le maire mardi."})
	if len(x.Statements) != 0 || x.Article.Text == "" || x.Doc.Text != x.Article.Text {
		t.Errorf("%+v", x)
	}
}

func TestAllKeepsTheOrder(t *testing.T) {
	var articles []news.Article
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		articles = append(articles, news.Article{ID: id, Language: "en", Text: "The mayor of " + id + " said on Monday that the bridge was safe."})
	}
	done := 0
	var got []string
	for _, x := range All(articles, func() { done++ }) {
		got = append(got, x.Article.ID)
		if len(x.Statements) == 0 {
			t.Errorf("%s: no statement", x.Article.ID)
		}
	}
	if want := []string{"a", "b", "c", "d", "e", "f", "g"}; !slices.Equal(got, want) || done != len(want) {
		t.Errorf("order %v, done %d", got, done)
	}
}

func TestDatesInQuotationsCountFromTheSaying(t *testing.T) {
	text := "The bridge is unsafe.\n\n“The bridge will close tomorrow,” the mayor of Halvern, Anton Reuss, said on Monday. It opened again yesterday."
	x := Article(news.Article{ID: "a", Language: "en", Text: text, Published: news.Date{Time: time.Date(2025, 3, 5, 0, 0, 0, 0, time.UTC)}})
	want := map[string]string{"tomorrow": "2025-03-04", "Monday": "2025-03-03", "yesterday": "2025-03-04"}
	got := map[string]string{}
	for _, d := range x.Dates {
		got[d.In(text)] = d.Value
	}
	if !maps.Equal(got, want) {
		t.Errorf("dates %v, want %v", got, want)
	}
}
