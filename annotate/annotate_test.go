package annotate

import (
	"slices"
	"testing"

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
