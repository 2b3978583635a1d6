package english

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func words(d *Document, s Sentence) string {
	var b []string
	for _, w := range d.Words[s.First:s.Last] {
		b = append(b, w.In(d.Text))
	}
	return strings.Join(b, " ")
}

func TestSentencesAndWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The mayor didn't resign. She'll stay until 2031.", []string{"The mayor did n't resign .", "She 'll stay until 2031 ."}},
		{"“We can't pay,” Mr. Orvo said. “Not now.”", []string{"“ We ca n't pay , ” Mr. Orvo said .", "“ Not now . ”"}},
		{"Gen. A. Tarn met U.S. officials on Sept. 3, 2029.", []string{"Gen. A. Tarn met U.S. officials on Sept. 3 , 2029 ."}},
		{"It paid $1.2m for a well-known, non-profit firm (Velm Inc.) in 2020-21.", []string{"It paid $ 1.2 m for a well - known , non-profit firm ( Velm Inc. ) in 2020 - 21 ."}},
		{"Write to press@velm.example or see https://velm.example/a?b=1.", []string{"Write to press@velm.example or see https://velm.example/a?b=1 ."}},
		{"The vote\n\nIt passed.\nNobody spoke.", []string{"The vote", "It passed .", "Nobody spoke ."}},
		{"Is it over?\" he asked. No!", []string{"Is it over ? \" he asked .", "No !"}},
		{"The partners' plan… failed -- and/or stalled.", []string{"The partners ' plan … failed -- and / or stalled ."}},
	} {
		d := Annotate(c.text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, words(d, s))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestBreaksBeginSentences(t *testing.T) {
	text := "TARNHOLM (Agency) - The weir held. It rained.\n\nBy noon the town was dry."
	at := strings.Index(text, "The weir")
	for _, c := range []struct {
		breaks []int
		want   string
	}{
		{nil, "TARNHOLM ( Agency ) - The weir held .|It rained .|By noon the town was dry ."},
		{[]int{at}, "TARNHOLM ( Agency ) -|The weir held .|It rained .|By noon the town was dry ."},
		{[]int{at - 1}, "TARNHOLM ( Agency ) -|The weir held .|It rained .|By noon the town was dry ."},
		{[]int{-3, 0, at, at, at + 1, len(text), len(text) + 9}, "TARNHOLM ( Agency ) -|The|weir held .|It rained .|By noon the town was dry ."},
	} {
		d := Annotate(text, c.breaks...)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, words(d, s))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("breaks %v: %q", c.breaks, got)
		}
		checkDocument(t, d)
	}
}

// checkDocument fails unless the document covers its text: words in order, in
// sentences, white space between them, one root a sentence and no cycle.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	at, word := 0, int32(0)
	gap := func(end int) {
		for _, r := range d.Text[at:end] {
			if !isSpace(r) {
				t.Fatalf("%q is in no word of %q", d.Text[at:end], clip(d.Text))
			}
		}
	}
	paragraph := int32(0)
	for _, s := range d.Sentences {
		if s.First != word || s.Last <= s.First || s.Last-s.First > maxSentence {
			t.Fatalf("sentence [%d,%d) after word %d", s.First, s.Last, word)
		}
		if s.Paragraph < paragraph {
			t.Fatalf("paragraph %d after %d", s.Paragraph, paragraph)
		}
		paragraph = s.Paragraph
		roots := 0
		for i := s.First; i < s.Last; i++ {
			w := &d.Words[i]
			if w.Start < at || w.End <= w.Start {
				t.Fatalf("word %v at %d", w.Span, at)
			}
			gap(w.Start)
			at = w.End
			if w.Head < 0 {
				roots++
			} else if w.Head < s.First || w.Head >= s.Last {
				t.Fatalf("head %d outside of [%d,%d)", w.Head, s.First, s.Last)
			}
			h := i
			for n := 0; h >= 0; n++ {
				if n > int(s.Last-s.First) {
					t.Fatalf("a cycle in %q", clip(s.In(d.Text)))
				}
				h = d.Words[h].Head
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, clip(s.In(d.Text)))
		}
		if s.Start != d.Words[s.First].Start || s.End != d.Words[s.Last-1].End {
			t.Fatalf("sentence %v is not its words", s.Span)
		}
		word = s.Last
	}
	if int(word) != len(d.Words) {
		t.Fatalf("%d words, %d in sentences", len(d.Words), word)
	}
	gap(len(d.Text))
}

func clip(s string) string { return s[:min(len(s), 80)] }

var odd = []string{
	"", " ", "\n\n\n", "a", ".", "\xff\xfe", "caf\xe9 n'\xe2\x80", "👩\u200d👩\u200d👧 said “no”. 🇫🇷!", "\u200fשלום\u200f he said.", "zero\u200dwidth\u200bspace\ufeff",
	"''''''", "((((((", "n't's 'll", "$$$5m%", "a-b-c-d-e", "1-1-1-1-1", "@@@ #x @y", "http://", "www.", "x@y", "...!!!???", "A. B. C. D.", "\r\r\n\n\r", "\u2028a\u2029b",
	"’s ’t ’ll can’t o’er ‘’", "U.S.", "e.g", "\x00\x01", "don’\xe2\x80", "é́́",
}

func TestOddBytes(t *testing.T) {
	for _, text := range odd {
		checkDocument(t, Annotate(text))
	}
	for _, unit := range []string{"a", "a ", "a,", "1-", "x@", ".", "“", "a'", "9/", "-", "é", "\xf0", "word\n", "U.S."} {
		d := Annotate(strings.Repeat(unit, 6000/len(unit)))
		checkDocument(t, d)
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, text := range odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		checkDocument(t, Annotate(text))
	})
}

func TestGivenWords(t *testing.T) {
	d := AnnotateWords([][]string{{"Two words"}, nil, {"She", "denied", "it", "."}})
	if len(d.Sentences) != 2 || len(d.Words) != 5 || d.Words[0].In(d.Text) != "Two words" {
		t.Fatalf("%+v", d)
	}
	if w := d.Words[2]; w.Head != -1 || w.UPOS != VERB || w.Lemma != "deny" {
		t.Errorf("denied: %+v", w)
	}
	if w := d.Words[1]; w.Head != 2 || w.Deprel != RelNsubj || !utf8.ValidString(w.Lemma) {
		t.Errorf("She: %+v", w)
	}
}
