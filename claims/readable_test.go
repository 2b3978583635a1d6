package claims

import (
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// better says that the first text states its proposition to a stranger better
// than the second.
func TestReadable(t *testing.T) {
	for _, c := range []struct{ what, better, worse string }{
		{"a sentence before a headline", "The Brennick paint works leaked solvent into the river Orne on Monday.", "Brennick Paint Works Leaked Solvent Into River Orne"},
		{"names before pronouns", "Mayor Anton Reuss closed the quay on Tuesday.", "He closed the quay because it was full on Tuesday."},
		{"what is introduced before what is not", "Brennick signed an order of the council on Tuesday.", "Brennick signed the order at the meeting on Tuesday."},
		{"a statement before a question", "Brennick poisoned the river Orne last week.", "Has Brennick poisoned the river Orne this week?"},
		{"an opening of its own before one that goes on", "The council of Halvern closed the quay on Tuesday.", "But the council of Halvern closed the quay on Tuesday."},
		{"what is told before that something was told", "The Daily Lantern reported on Monday, citing two officials, that Brennick leaked solvent.", "The Daily Lantern reported on Monday, citing two officials at the agency."},
		{"a name before a man who is known already", "Anton Reuss, from Halvern, closed a quay on Tuesday.", "The man, from Halvern, closed a quay on Tuesday."},
		{"a clause before a fragment", "Brennick closed its gates to inspectors on Tuesday.", "Closing its gates to inspectors on Tuesday."},
		{"a sentence before chatter", "The council of Halvern will pay for the water.", "We just want our water back now."},
		{"a number whole before one cut in two", "The blast was heard in Halvern at about nine.", "The blast was heard in Halvern at about 9. 30 in the morning."},
		{"a pronoun that its sentence resolves before one that it does not", "Brennick closed its gates on Tuesday to the inspectors of Halvern.", "The inspectors of Halvern asked Brennick to close it on Tuesday."},
		{"what is said before that words were answered", "The mayor of Halvern, Anton Reuss, closed the quay.", "The mayor of Halvern, Anton Reuss, repeated his warning."},
		{"a word once before one printed twice", "Brennick sold painted barrels in Halvern on Tuesday.", "Brennick sold painted painted barrels in Halvern on Tuesday."},
		{"an answer to come before words that were answered", "The council of Halvern will respond swiftly on Tuesday.", "The council of Halvern responded swiftly on Tuesday."},
		{"a time of its own before one told from another", "Brennick withdrew its licence in Halvern on Tuesday.", "Hours later Brennick withdrew its licence in Halvern."},
		{"what was said before a verb of saying that breaks off", "Lena Foss of the museum said on Monday that a painting was stolen.", "Lena Foss of the museum said on Monday, adding that a painting was stolen."},
	} {
		if a, b := alone(c.better), alone(c.worse); a <= b {
			t.Errorf("%s: %q has %.2f, %q %.2f", c.what, c.better, a, c.worse, b)
		}
	}
}

// alone is the clarity of the first sentence of a text.
func alone(text string) float64 {
	r := annotate.Article(news.Article{ID: "a", Text: text, Blocks: []news.Block{{Span: news.Span{End: len(text)}, Kind: news.Body}}})
	s := r.Doc.Sentences[0].Span
	return readable(r, &passage{statement: -1, Span: s, content: []news.Span{s}}, s, nil)
}

func TestLegibleSinksFragments(t *testing.T) {
	if Legible(0.1) != 1 || Legible(-0.5) >= Legible(-0.1) || Legible(-9) <= 0 {
		t.Errorf("%v %v %v %v", Legible(0.1), Legible(-0.1), Legible(-0.5), Legible(-9))
	}
}
