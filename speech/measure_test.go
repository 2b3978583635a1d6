package speech

import (
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func at(text, part string, t *testing.T) news.Span {
	t.Helper()
	for i := 0; i+len(part) <= len(text); i++ {
		if text[i:i+len(part)] == part {
			return news.Span{Start: i, End: i + len(part)}
		}
	}
	t.Fatalf("%q is not in %q", part, text)
	return news.Span{}
}

func TestMeasure(t *testing.T) {
	text := "“The weir will hold,” Mara Adler said. Tor Vik denied that it leaks.\nThe board called it “a blip”."
	span := func(part string) []news.Span { return []news.Span{at(text, part, t)} }
	gold := []Attribution{
		{span("Mara Adler"), span("said"), span("“The weir will hold,”")},
		{span("Tor Vik"), span("denied"), span("that it leaks")},
		{span("The board"), span("called"), []news.Span{at(text, "it “", t), at(text, "“a blip”", t)}},
	}
	gold[2].Content[0].End -= len(" “")
	found := []news.Statement{
		{Source: span("Mara Adler"), Cue: span("said"), Content: span("“The weir will hold")},
		{Source: span("Vik"), Cue: span("denied"), Content: span("that it leaks")},
		{Source: span("The board"), Cue: span("called it"), Content: span("“a blip”")},
	}
	m := Measure(text, gold, found)
	check := func(name string, got, want Tally) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	check("exact source", m.Exact[0], Tally{2, 3, 3})
	check("exact cue", m.Exact[1], Tally{2, 3, 3})
	check("exact content", m.Exact[2], Tally{1, 3, 3})
	check("linked", m.All, Tally{2, 3, 3})
	check("direct", m.Direct, Tally{1, 2, 1})
	check("indirect", m.In, Tally{0, 1, 1})
	if p, r, f := (Tally{1, 2, 4}).PRF(); p != 50 || r != 25 || f < 33.3 || f > 33.4 {
		t.Errorf("PRF: %f %f %f", p, r, f)
	}
}

func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		text, content string
		want          news.Kind
	}{
		{"“All is well,” she said.", "“All is well,”", news.Direct},
		{"He said “all is well” and that the weir holds.", "“all is well” and that the weir holds", news.Mixed},
		{"He said that the weir holds.", "that the weir holds", news.Indirect},
		{`He said "no".`, `"no"`, news.Direct},
		{"“Earlier he said so", "he said so", news.Direct},
		{"One said “yes”.\nThen he left", "Then he left", news.Indirect},
	} {
		if got := kindOf(c.text, []news.Span{at(c.text, c.content, t)}); got != c.want {
			t.Errorf("%q in %q is %s, want %s", c.content, c.text, got, c.want)
		}
	}
}

func TestTrimSpans(t *testing.T) {
	text := " One, \n two , three."
	got := trimSpans(text, []news.Span{{Start: 13, End: 19}, {Start: 0, End: 6}, {Start: 7, End: 12}})
	want := []news.Span{{Start: 1, End: 4}, {Start: 8, End: 11}, {Start: 14, End: 19}}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
