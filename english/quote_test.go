package english

import (
	"strings"
	"testing"
)

// quoted writes the quotations of text, paragraphs parted by line ends, as
// spans in braces: {…} closed, {…! recovered.
func quoted(text string) string {
	var breaks []int
	for i := range text {
		if text[i] == '\n' {
			breaks = append(breaks, i+1)
		}
	}
	qs := quotations(text, breaks)
	var b strings.Builder
	for i := 0; i <= len(text); i++ {
		for j := len(qs) - 1; j >= 0; j-- {
			if qs[j].End == i {
				if qs[j].Closed {
					b.WriteByte('}')
				} else {
					b.WriteByte('!')
				}
			}
		}
		for j := range qs {
			if qs[j].Start == i {
				b.WriteByte('{')
			}
		}
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func TestQuotations(t *testing.T) {
	for _, want := range []string{
		`{"We will go,"} she said. {"Soon."}`,
		`{“We will go,”} she said. {“Soon.”}`,
		`{‘We’ll go to the Marlows’ farm,’} she said. {‘Soon.’}`,
		`{'We'll go to the Marlows' farm,'} she said. {'Soon.'}`,
		`The Marlows' gains and the Dunns' losses of the '80s weren't rock 'n' roll.`,
		`The Marlows’ gains and the Dunns’ losses of the ’80s weren’t rock ’n’ roll.`,
		`The Marlows' gains, the Dunns', and {'the rest'} of them.`,
		`{“He told me, {‘Leave the {“old”} mill,’} and I left,”} she said.`,
		`{'He told me, {"Leave the {'old'} mill," } and I left,'} she said.`,
		`{"He told me, {'Leave the mill.'}"} She left.`,
		`She called it {“important”} and {"partner"} and {'fair'}.`,
		"{``We will go,''} she said. {``Soon.''}",
		`{«We will go»}, she said, {« soon »}; {»never«}.`,
		`{„We will go“}, she said, {,,soon''}.`,
		`He is 6'2" tall and the pipe is 4" wide.`,
		`{"He is 6'2" tall,"} she said.`,
		`{"I was born in 1990"} he said.`,
		"{“One.\n“Two.\n“Three,”} she said. {“Four.”}",
		"{\"One.\n\"Two,\" } she said.\n{\"Four.\"}",
		"{'One of the Marlows' farms.\n'Two,'} she said.",
		"{“One, {‘two.\n“‘Three,’} four,”} she said.",
		"{“One is lost.!\nShe left.\n{“Two,”} she said.",
		"{\"One is lost.!\nShe left.\n{\"Two,\"} she said.",
		`{"One is lost. Then she left.! {"Two,"} he said.`,
		`One is lost,” she said. {“Two.”}`,
		`{“One {‘is lost,!”} she said. {“Two.”}`,
		`{"Go on—"} he said. She—{"the boss"}—left.`,
		`{" We will go , "} she said .`,
		`He said{"yes"} to them.`,
		`{“We will go," } she said.`,
		`{”We will go,”} she said.`,
		`{“We will go,“ } she said.`,
		"It’s ‘em or us in Hawai‘i.",
		`"`,
		`She said " and left.`,
		`{""}`,
		``,
	} {
		// A space before a brace only keeps a mark from being read with it.
		want := strings.ReplaceAll(want, " }", "}")
		text := strings.NewReplacer("{", "", "}", "", "!", "").Replace(want)
		if got := quoted(text); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestQuotationOfWords(t *testing.T) {
	text := `"He said 'go' twice" then left`
	d := &Document{Text: text, Sentences: []Sentence{{}}}
	for at := 0; at < len(text); {
		for at < len(text) && text[at] == ' ' {
			at++
		}
		w := Word{}
		w.Start = at
		for at < len(text) && text[at] != ' ' {
			at++
		}
		w.End = at
		d.Words = append(d.Words, w)
	}
	annotateQuotations(d)
	for i, want := range []int32{0, 0, 1, 0, -1, -1} {
		if d.Words[i].Quote != want {
			t.Errorf("word %d stands in %d, want %d", i, d.Words[i].Quote, want)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	f.Add("“One ‘two\n“three” 'four\" «five»", 7)
	f.Add("\"\"''``,,\xe2\x80\"\xff'", 2)
	f.Add(strings.Repeat(`"'`, 200), 3)
	f.Add(strings.Repeat("“", 200)+strings.Repeat("”", 200), 1)
	f.Fuzz(func(t *testing.T, text string, every int) {
		var breaks []int
		if every > 0 {
			for i := every; i < len(text); i += every {
				breaks = append(breaks, i)
			}
		}
		qs := quotations(text, breaks)
		start := -1
		for i, q := range qs {
			if q.Start <= start || q.End <= q.Start || q.End > len(text) {
				t.Fatalf("quotation %d is %v after %d in %d bytes", i, q, start, len(text))
			}
			start = q.Start
			if q.Parent >= int32(i) || q.Parent >= 0 && !qs[q.Parent].Contains(q.Span) {
				t.Fatalf("quotation %d %v is not within %d", i, q, q.Parent)
			}
			if i > 0 && q.Parent < 0 {
				outer := int32(i - 1)
				for qs[outer].Parent >= 0 {
					outer = qs[outer].Parent
				}
				if qs[outer].End > q.Start {
					t.Fatalf("quotation %d %v crosses %v", i, q, qs[outer])
				}
			}
		}
	})
}

func BenchmarkQuotations(b *testing.B) {
	text := strings.Repeat("“We’ll go to the Marlows’ farm,” she said, ‘soon’, and it’s \"important\". The mill that stood by the river for a hundred years had not been sold.\n", 100)
	var breaks []int
	for i := range text {
		if text[i] == '\n' {
			breaks = append(breaks, i+1)
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		quotations(text, breaks)
	}
}
