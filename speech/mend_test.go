package speech

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// parts are the texts of a statement: source | cue | content.
func parts(text string, s *news.Statement) string {
	var out []string
	for _, spans := range [][]news.Span{s.Source, s.Cue, s.Content} {
		var list []string
		for _, x := range spans {
			list = append(list, x.In(text))
		}
		out = append(out, strings.Join(list, " … "))
	}
	return strings.Join(out, " | ")
}

func TestMendsByGrammar(t *testing.T) {
	for _, test := range []struct{ name, marked, want string }{
		{"only whom the source cites was found",
			"The dam had leaked for weeks, [1s Radio Sund] reported on Monday, [1c citing] [1t the Daily Lantern].",
			"Radio Sund | reported | The dam had leaked for weeks"},
		{"what a source said stands before it",
			"The dam had leaked for weeks, [1s Radio Sund] [1c reported] on Monday.",
			"Radio Sund | reported | The dam had leaked for weeks"},
		{"the verb of a later clause stands outside of what is said",
			"[1t The dam had leaked for weeks], [1s Adler] [1c said] on Monday, and the mayor has told people [1t not to drink the water].",
			"Adler | said | The dam had leaked for weeks"},
		{"the subject of a clause before was taken for the source",
			"The dam had leaked, [1s Mara Adler] said on Monday, and the mayor [1c has told] [1t people not to drink the water].",
			"the mayor | has told | people not to drink the water"},
		{"nothing to mend",
			"[1s Mara Adler] [1c said] on Monday [1t that the dam had leaked].",
			"Mara Adler | said | that the dam had leaked"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, statements := marked(test.marked)
			got := Speakers(english.Annotate(text), statements)
			if len(got) != 1 {
				t.Fatalf("%d statements", len(got))
			}
			if p := parts(text, &got[0]); p != test.want {
				t.Errorf("got  %s\nwant %s", p, test.want)
			}
		})
	}
}
