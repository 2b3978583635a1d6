package claims

import (
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// readReport gives the passages of a report of one paragraph and what they say.
func readReport(text string) ([]passage, []sense) {
	rep := annotate.Article(news.Article{ID: "a", Text: text, Blocks: []news.Block{{Span: news.Span{End: len(text)}, Kind: news.Body}}})
	reports := []*annotate.Annotated{rep}
	ps := passages(reports)
	_, senses := understand(reports, ps)
	return ps, senses
}

func TestFrames(t *testing.T) {
	for _, test := range []struct {
		text    string
		mood    mood
		reality reality
		vague   bool
	}{
		{"Solvent leaked from the paint works into the river, the agency said.", indicative, real, false},
		{"A leak would be a disaster for the valley, Mayor Anton Reuss said.", supposed, real, false},
		{"The town will respond with new rules for the valley, Mayor Anton Reuss said.", foretold, real, false},
		{"The works expected a delivery of forty barrels of solvent, the agency said.", indicative, awaited, false},
		{"The agency had warned the works against storing solvent by the river.", indicative, averted, false},
		{"The agency had warned the works of a leak of solvent.", indicative, possible, false},
		{"The agency had warned that the works leaked solvent.", indicative, real, false},
		{"“The leak is confirmed,” the agency said.", indicative, real, true},
		{"The town was concerned by a possible leak of solvent from the works, the mayor said.", indicative, possible, false},
		{"“This report is about the works,” the agency said.", indicative, real, true},
		{"The agency dismissed reports of a leak of solvent at the works.", indicative, real, false},
	} {
		ps, senses := readReport(test.text)
		if len(ps) != 1 {
			t.Errorf("%s: %d passages", test.text, len(ps))
			continue
		}
		s := &senses[0]
		if s.frame.mood != test.mood || s.frame.reality != test.reality || s.vague != test.vague {
			t.Errorf("%s: mood %d, reality %d, vague %v", test.text, s.frame.mood, s.frame.reality, s.vague)
		}
	}
}

func TestAmidTellsCircumstances(t *testing.T) {
	_, senses := readReport("The works named Ilse Maren its head amid reports of poisoned wells, the agency said.")
	if len(senses) != 1 {
		t.Fatalf("%d passages", len(senses))
	}
	_, plain := readReport("The works named Ilse Maren its head, the agency said.")
	if got, want := len(senses[0].terms), len(plain[0].terms); got != want {
		t.Errorf("%d terms, %d without the circumstances", got, want)
	}
}

func TestNoticeBesideANonAnswerIsNoPassage(t *testing.T) {
	ps, _ := readReport("A spokeswoman for the works said it was aware of the media reports but would not be drawn on whether they were accurate.")
	for _, p := range ps {
		if p.stance == news.Affirms {
			t.Errorf("%+v affirms", p)
		}
	}
	if len(ps) == 0 {
		t.Error("no passage")
	}
}
