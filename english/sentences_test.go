package english

import (
	"strings"
	"testing"
)

func TestSentenceEnds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bridge fell in 2030. [4] [12] Nobody was hurt. [3]", "The bridge fell in 2030. [4] [12]|Nobody was hurt. [3]"},
		{"2.1. The Tarn case", "2.1. The Tarn case"},
		{"The fort (c. 1230) burned. It was rebuilt.", "The fort (c. 1230) burned.|It was rebuilt."},
		{"he came late. nobody waited? no", "he came late.|nobody waited?|no"},
		{"“Why now?” she asked. “We waited…” he said.", "“Why now?” she asked.|“We waited…” he said."},
		{"He moved to the U.S. The firm stayed.", "He moved to the U.S.|The firm stayed."},
		{"The U.S. Senate met Velm Inc. executives at 10 a.m. Monday.", "The U.S. Senate met Velm Inc. executives at 10 a.m. Monday."},
		{"They met in Orvo, Fla. The talks failed. He fell ill. She stayed.", "They met in Orvo, Fla.|The talks failed.|He fell ill.|She stayed."},
		{"Sen. Dana Velm (R-Tex.) and Lt. Gov. Ada Orvo of Fla. disagreed.", "Sen. Dana Velm (R-Tex.) and Lt. Gov. Ada Orvo of Fla. disagreed."},
		{"“Who pays for this?” Mayor Tarn asked. “Nobody!” She said that it was over.", "“Who pays for this?” Mayor Tarn asked.|“Nobody!”|She said that it was over."},
		{"Ada B. Velm and C. P. Orvo won. ... They left.", "Ada B. Velm and C. P. Orvo won. ...|They left."},
		{"ORVO, W.Va. - The mine closed.", "ORVO, W.Va. - The mine closed."},
		{"ORVO, Ky. (VN) — Sec. Tarn met Velm Inc. (VLM) staff.", "ORVO, Ky. (VN) — Sec. Tarn met Velm Inc. (VLM) staff."},
		{"It ended.” Then he left.", "It ended.”|Then he left."},
		{"He said no.The rest agreed.", "He said no.|The rest agreed."},
	} {
		d := Annotate(c.text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.In(d.Text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	wrapped := "The harbour authority said on Tuesday that it had no record of any\nship of that name, three days after two members of its crew said that\nthey had been turned away at the gate by men who gave no reason for it.\nNobody was hurt."
	for _, c := range []struct {
		text string
		want []int32 // the paragraph of each sentence
	}{
		{"One line.\nAnother line.\n\nA third.", []int32{0, 1, 2}},
		{wrapped, []int32{0, 0}},
		{wrapped + "\n\nA new paragraph.", []int32{0, 0, 1}},
		{"Harbour refuses ship\n" + strings.ReplaceAll(wrapped, "\n", " "), []int32{0, 1, 1}},
	} {
		d := Annotate(c.text)
		var got []int32
		for _, s := range d.Sentences {
			got = append(got, s.Paragraph)
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: paragraphs %v, want %v", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: paragraphs %v, want %v", c.text, got, c.want)
			}
		}
	}
}
