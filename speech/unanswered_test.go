package speech

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

func TestUnanswered(t *testing.T) {
	for _, c := range [][3]string{
		{"Adler did not immediately respond to questions about the weir.", "questions about", "did not immediately respond to questions about"},
		{"Adler declined to answer repeated questions about the weir.", "questions about", "declined to answer repeated questions about"},
		{"Adler had sharp questions about the weir.", "questions about", "questions about"},
	} {
		at := strings.Index(c[0], c[1])
		s := news.Statement{Source: []news.Span{{Start: 0, End: 5}}, Cue: []news.Span{{Start: at, End: at + len(c[1])}}}
		stanceReader{doc: english.Annotate(c[0])}.unanswered(&s)
		if got := s.Cue[0].In(c[0]); got != c[2] {
			t.Errorf("%q: cue %q, want %q", c[0], got, c[2])
		}
	}
}
