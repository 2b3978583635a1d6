package voices_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// A pronoun that opens a text has no noun before it.
func TestPronounOpensTheText(t *testing.T) {
	for _, text := range []string{"Who said the mill was sold?", "Whom, said the owner, they feared.", "Who says: the mill was closed."} {
		for _, s := range annotate.Article(news.Article{ID: "a", Language: "en", Text: text}).Statements {
			if s.Voice.Name != "" && s.Voice.Name != "the owner" {
				t.Errorf("%q: voice %q", text, s.Voice.Name)
			}
		}
	}
}
