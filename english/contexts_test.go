package english

import (
	"slices"
	"testing"
)

func TestContextsTellWordsApart(t *testing.T) {
	d := Annotate("The weir held. They held a meeting.\n\nThe weir held.")
	if len(d.Contexts) != len(d.Words)*ContextWidth {
		t.Fatalf("%d numbers for %d words", len(d.Contexts), len(d.Words))
	}
	of := func(w int) []int8 { return d.Contexts[w*ContextWidth:][:ContextWidth] }
	var held []int
	for i := range d.Words {
		if d.Words[i].In(d.Text) == "held" {
			held = append(held, i)
		}
	}
	if len(held) != 3 || slices.Equal(of(held[0]), of(held[1])) {
		t.Error("a word in two sentences should have two contexts")
	}
	if len(held) == 3 && !slices.Equal(of(held[0]), of(held[2])) {
		t.Error("a word in the same sentence should have the same context")
	}
}
