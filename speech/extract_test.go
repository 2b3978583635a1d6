package speech

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// found is a statement as text: its parts joined by " … ".
func found(text string, s news.Statement) [3]string {
	part := func(spans []news.Span) string {
		var out []string
		for _, p := range spans {
			out = append(out, p.In(text))
		}
		return strings.Join(out, " … ")
	}
	return [3]string{part(s.Source), part(s.Cue), part(s.Content)}
}

func TestExtract(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][3]string
	}{
		{"direct, cue after", "“The weir held through the night,” harbour master Mara Adler said.",
			[][3]string{{"harbour master Mara Adler", "said", "“The weir held through the night,”"}}},
		{"indirect", "The ministry said that the ferry had left Orsel on time.",
			[][3]string{{"The ministry", "said", "that the ferry had left Orsel on time"}}},
		{"split around the cue", "“We counted every crate,” Tor Vik said. “None was missing.”",
			[][3]string{{"Tor Vik", "said", "“We counted every crate,” … “None was missing.”"}}},
		{"according to", "The ferry was empty when it sank, according to two coastguard officers.",
			[][3]string{{"two coastguard officers", "according to", "The ferry was empty when it sank"}}},
		{"quotation of several sentences", "“The weir held. Nobody was hurt. We will inspect it on Monday,” she said.",
			[][3]string{{"she", "said", "“The weir held. Nobody was hurt. We will inspect it on Monday,”"}}},
		{"signed quotation", "“The weir held through the night and nobody was hurt.” — Mara Adler",
			[][3]string{{"Mara Adler", "—", "“The weir held through the night and nobody was hurt.”"}}},
		{"transcript", "ADLER: We counted every crate, and none was missing.\n\nVIK: Who held the key?",
			[][3]string{{"ADLER", ":", "We counted every crate, and none was missing"}, {"VIK", ":", "Who held the key?"}}},
		{"a label is no speaker", "ORSEL: The weir is four metres high.", nil},
		{"inner statement under according to", "The minister plans to visit Orsel on Sunday, according to a harbour aide.",
			[][3]string{{"a harbour aide", "according to", "The minister plans to visit Orsel on Sunday"}}},
		{"per", "Per the Orsel Gazette, the board will meet on Monday.",
			[][3]string{{"the Orsel Gazette", "Per", "the board will meet on Monday"}}},
		{"clause behind an addressee", "Two officials who spoke on condition of anonymity told the agency that the shipment had arrived.",
			[][3]string{{"Two officials who spoke on condition of anonymity", "told", "that the shipment had arrived"}}},
		{"headline", "Mara Adler: weir will hold\n\nThe weir is four metres high.",
			[][3]string{{"Mara Adler", ":", "weir will hold"}}},
		{"nothing said", "The weir is four metres high.", nil},
		{"empty", "", nil},
	} {
		var got [][3]string
		for _, s := range Extract(english.Annotate(c.text), nil) {
			if s.Parent < 0 {
				got = append(got, found(c.text, s))
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %q, want %q", c.name, got[i], c.want[i])
			}
		}
	}
}

func TestExtractPassesOverFurniture(t *testing.T) {
	text := "Published on Monday. The mayor said the bridge was safe."
	cut := strings.Index(text, "The mayor")
	blocks := []news.Block{{Span: news.Span{Start: 0, End: cut - 1}, Kind: news.Metadata}, {Span: news.Span{Start: cut, End: len(text)}, Kind: news.Body}}
	doc := english.Annotate(text)
	if got := Extract(doc, blocks); len(got) != 1 || len(got[0].Source) == 0 || got[0].Source[0].In(text) != "The mayor" {
		t.Errorf("body after metadata in one paragraph: %v", got)
	}
	blocks[1].Kind = news.Furniture
	if got := Extract(doc, blocks); len(got) != 0 {
		t.Errorf("furniture yields %v", got)
	}
}

func TestKindKnowsSingleMarks(t *testing.T) {
	text := "‘The weir held through the night,’ the harbour master said."
	got := Extract(english.Annotate(text), nil)
	if len(got) != 1 || got[0].Kind != news.Direct {
		t.Errorf("%+v, want one direct statement", got)
	}
}

func TestSpeech(t *testing.T) {
	for text, want := range map[string]bool{
		"The council fears that the dam will burst.": false,
		"The council warned that the dam may burst.": true,
	} {
		got := Extract(english.Annotate(text), nil)
		if len(got) != 1 || got[0].Speech != want {
			t.Errorf("%q: %+v, want speech %v", text, got, want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"", "“", "said said said", "\xff“\xfe she said.\n\n”“”", "He said: “A ‘b “c” d’ e",
		"“One,” Ada said. “Two.”\n\n“Three\n\nAccording to Ada, four.", strings.Repeat("he said ", 300),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		all := Extract(english.Annotate(text), nil)
		for i, s := range all {
			if s.Confidence < 0 || s.Confidence > 1.000001 {
				t.Fatalf("confidence %f", s.Confidence)
			}
			if s.Parent >= len(all) || s.Parent == i {
				t.Fatalf("statement %d has parent %d of %d", i, s.Parent, len(all))
			}
			for _, part := range [][]news.Span{s.Source, s.Cue, s.Content} {
				end := 0
				for _, p := range part {
					if p.Start < end || p.End <= p.Start || p.End > len(text) {
						t.Fatalf("spans %v in %d bytes", part, len(text))
					}
					end = p.End
				}
			}
		}
	})
}

func example(tb testing.TB) string {
	files, err := filepath.Glob("../examples/orsel/*")
	if err != nil || len(files) == 0 {
		tb.Skip("no examples")
	}
	var all []byte
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(append(all, b...), "\n\n"...)
	}
	return string(all)
}

func BenchmarkExtract(b *testing.B) {
	doc := english.Annotate(example(b))
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		Extract(doc, nil)
	}
}
