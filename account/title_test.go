package account

import (
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestTitle(t *testing.T) {
	headed := func(id, title, body string) news.Article {
		a := text(id, title+"\n\n"+body)
		a.TitleSpan = news.Span{Start: 0, End: len(title)}
		return a
	}
	scoop := headed("a", "Managers knew of faulty valve", "Documents show that the paint works leaked.")
	event := headed("b", "Tap water ban after leak at paint works", "The mayor banned tap water after the leak.")
	other := text("c", "The leak at the paint works has ended, and tap water is safe.")
	for _, test := range []struct {
		name     string
		articles []news.Article
		want     string // id of the article whose words it is
	}{
		{"the one that most reports share", []news.Article{scoop, event, other}, "b"},
		{"the only one", []news.Article{other, scoop}, "a"},
		{"none: a passage of the text", []news.Article{other}, "c"},
	} {
		if got := title(&news.Account{Articles: test.articles}); got.Article != test.want {
			t.Errorf("%s: of %q, want %q", test.name, got.Article, test.want)
		}
	}
}
