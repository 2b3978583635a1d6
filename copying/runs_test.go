package copying

import (
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestRunsMarkUnitsThatShareWordsInARow(t *testing.T) {
	v := newVocabulary()
	read := func(text string) *document {
		d, _ := v.read(news.Article{Text: text}, nil)
		return d
	}
	in := read("The ferry ran aground off the pier. Nobody was hurt when it did. The harbour stayed shut until noon on Friday.")
	for _, c := range []struct {
		other string
		want  []bool
	}{
		{"Police said the ferry ran aground.", []bool{true, false, false}},
		{"The ferry ran. Aground off the pier it lay.", []bool{true, false, false}},
		{"It lay off the pier, nobody was hurt.", []bool{false, false, false}},
		{"Nobody was hurt when the harbour stayed shut until noon.", []bool{false, true, true}},
		{"", []bool{false, false, false}},
	} {
		var r runs
		r.load(read("something else that was loaded before"))
		r.load(in)
		got := make([]bool, len(in.units))
		if r.mark(got, read(c.other)); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.other, got, c.want)
		}
	}
}
