package speech

import (
	"testing"

	"github.com/hearsay-news/hearsay/english"
)

func TestDisclaimed(t *testing.T) {
	for _, c := range []struct{ marked, said, source, cue string }{
		{"[1s Adler] [1c said] [1t the mayor was paid, a claim that he denied].", "the mayor was paid", "he", "denied"},
		{"[1s The report] [1c said] [1t the dam was unsafe, something the company disputes].", "the dam was unsafe", "the company", "disputes"},
		{"[1s The paper] [1c reported] [1t that Reed met the guild], which Reed denies.", "that Reed met the guild", "Reed", "denies"},
		{"[1s Adler] [1c said] [1t the mayor was paid, allegations he has repeatedly rejected].", "the mayor was paid", "he", "has repeatedly rejected"},
		{"[1s Adler] [1c said] [1t the mayor was paid, which denied nobody a vote].", "the mayor was paid, which denied nobody a vote", "", ""},
		{"[1s Adler] [1c said] [1t the guild made a claim that he denied].", "the guild made a claim that he denied", "", ""},
	} {
		text, statements := marked(c.marked)
		got := stanceReader{doc: english.Annotate(text)}.disclaimed(statements, nil)
		if said := got[0].Content[0].In(text); said != c.said {
			t.Errorf("%q: said %q, want %q", text, said, c.said)
		}
		source, cue := "", ""
		if len(got) > 1 {
			source, cue = got[1].Source[0].In(text), got[1].Cue[0].In(text)
			if got[1].Content[0] != got[0].Content[0] {
				t.Errorf("%q: denies %q", text, got[1].Content[0].In(text))
			}
		}
		if source != c.source || cue != c.cue {
			t.Errorf("%q: %q %q, want %q %q", text, source, cue, c.source, c.cue)
		}
	}
}
