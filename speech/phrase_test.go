package speech

import (
	"regexp/syntax"
	"slices"
	"testing"
)

func TestPhrasesAreFoundByWhatTheyNeed(t *testing.T) {
	for _, c := range []struct {
		text string
		want op
	}{
		{"i'm not quite sure the valve held ", opDoubt},
		{"there is no hard evidence of a leak ", opDoubt},
		{"we do not know if it was opened ", opDoubt},
		{"we are not going to speculate ", opDecline},
		{"we can neither confirm nor deny it ", opDecline},
		{"the claims about the works are utterly false ", opDeny},
		{"they were lying ", opDeny},
		{"such a move would end the talks ", opIf},
		{"the town is still waiting to see whether it is safe ", opIf},
	} {
		found := slices.IndexFunc(stancePhrases, func(p stancePhrase) bool { return p.in(c.text) })
		if found < 0 || stancePhrases[found].op != c.want {
			t.Errorf("%q: phrase %d", c.text, found)
		}
	}
	for i := range stancePhrases {
		p := &stancePhrases[i]
		if len(p.needs) == 0 || shortest(p.needs) < 3 {
			t.Errorf("%s needs %q only", p.re, p.needs)
		}
		if p.in("the works leaked solvent into the river ") {
			t.Errorf("%s is found", p.re)
		}
	}
	if got := needs(mustParse(t, `a(bc|d)e*|(fgh)+`)); !slices.Equal(got, []string{"a", "fgh"}) {
		t.Errorf("%q", got)
	}
	if got := needs(mustParse(t, `ab|c*`)); got != nil {
		t.Errorf("%q", got)
	}
}

func mustParse(t *testing.T, expr string) *syntax.Regexp {
	t.Helper()
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}
