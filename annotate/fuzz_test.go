package annotate

import (
	"testing"

	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
)

func FuzzArticle(f *testing.F) {
	for _, s := range []string{"", "“", "Mara Adler was quoted by the Halvern News Agency as saying: “No ship was sent.”",
		"According to the Post, citing two officials, the guild said it would not be drawn on whether “the dam held”. “It did,” she added.",
		"\xff said \xfe, who “told” both.", "A spokesman for his office did not respond. \u2028\u2029 If confirmed, this would…"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		x := Article(article(text))
		for i, s := range x.Statements {
			if s.Parent >= i {
				t.Errorf("statement %d stands before its parent %d", i, s.Parent)
			}
			for _, part := range [][]news.Span{s.Source, s.Cue, s.Content, {s.Addressee, s.Occasion, s.SaidOnSpan}} {
				for _, p := range part {
					if p.Start < 0 || p.End < p.Start || p.End > len(x.Article.Text) {
						t.Errorf("span %v outside of a text of %d bytes", p, len(x.Article.Text))
					}
				}
			}
		}
	})
}

// article is a text as intake reads it, taken for English.
func article(text string) news.Article {
	a := intake.FromText(text, intake.Options{})
	a.Language = "en"
	return a
}
