package annotate

import (
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestWhatIsNoStatement(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string // voices
	}{
		{"Asked about the bridge, Mara Adler did not deny that it was unsafe.", []string{"Mara Adler"}},
		{"The engineers, who asked not to be named because they were not allowed to speak to reporters, said that the bridge was unsafe.", []string{"The engineers"}},
		{"“Should the harbour confirm this, the ferry will stop,” Mara Adler said.", []string{"Mara Adler"}},
		{"Mara Adler said the ferry would stop if the harbour confirmed that the bridge was unsafe.", []string{"Mara Adler"}},
	} {
		x := Article(news.Article{ID: "a", Language: "en", Text: test.text})
		var got []string
		for _, s := range x.Statements {
			got = append(got, s.Voice.Name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: voices %q, want %q", test.text, got, test.want)
		}
	}
}

func TestRoleWithoutTheDay(t *testing.T) {
	x := Article(news.Article{ID: "a", Language: "en", Text: "On Monday spokeswoman Mara Adler had said that the bridge was safe."})
	if len(x.Statements) != 1 || x.Statements[0].Voice.Role != "spokeswoman" {
		t.Errorf("got %+v", x.Statements)
	}
}

func TestNoCommentIsSaid(t *testing.T) {
	x := Article(news.Article{ID: "a", Language: "en", Text: "The harbour board had no comment on Thursday."})
	if len(x.Statements) != 1 || x.Statements[0].Stance != news.Declines {
		t.Errorf("got %+v", x.Statements)
	}
}
