package dates

import (
	"strings"
	"testing"
)

func TestRuleFiles(t *testing.T) {
	g, err := loadGrammar()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range g.rules {
		kind := false
		for _, x := range r.features {
			kind = kind || x.field == fieldKind
		}
		if !kind {
			t.Errorf("%s:%d: a rule without a kind", r.file, r.line)
		}
	}
}

func TestRuleErrors(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"  monday = 1", "a line before any section"},
		{"class DAY", "want class NAME FIELD"},
		{"class DAY colour", "no field"},
		{"class W weekday\n  monday", "want WORD"},
		{"class W weekday\n  monday = someday", `no value "someday"`},
		{"rules kind=weekday\n  ( a | b", `missing ")"`},
		{"rules kind=weekday\n  a ]", `unexpected "]"`},
		{"rules kind=weekday\n  a {b=c}", `no feature "b=c"`},
		{"rules kind=weekday\n  A>colour", "no field"},
		{"rules kind=weekday\n  NOCLASS", "no class NOCLASS"},
		{"rules kind=weekday\n  <nophrase>", "no phrase nophrase"},
		{"numbers cardinals\n  one = un", "want WORD"},
		{"phrase p\n  <p> a\nrules kind=weekday\n  <p>", "nested too deeply"},
		{"rules kind=weekday\n  [ a ]", "matches nothing at all"},
	} {
		g := newGrammar()
		err := g.read("test.rules", c.data)
		if err == nil {
			err = g.compile()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.data, err, c.want)
		}
	}
}
