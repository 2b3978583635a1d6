package english

import "testing"

func TestPunctuate(t *testing.T) {
	// Heads count from 1, 0 is the root; those of marks are wrong on purpose.
	for _, c := range []struct {
		words       []string
		heads, want []int32
	}{
		{[]string{"He", "left", "."}, []int32{2, 0, 1}, []int32{2, 0, 2}},
		{[]string{"Tarn", "(", "the", "owner", ")", "left", "."}, []int32{6, 1, 4, 1, 6, 0, 1}, []int32{6, 4, 4, 1, 4, 0, 6}},
		{[]string{"When", "asked", ",", "he", "left"}, []int32{2, 5, 5, 5, 0}, []int32{2, 5, 2, 5, 0}},
		{[]string{"Ships", ",", "boats"}, []int32{0, 1, 2}, []int32{0, 3, 1}},
		{[]string{"…"}, []int32{0}, []int32{0}},
	} {
		d := &Document{}
		for i, w := range c.words {
			word := Word{Head: c.heads[i] - 1, Deprel: RelDep, UPOS: NOUN}
			if !isWordByte(w, 0, len(w)) {
				word.UPOS, word.Deprel = PUNCT, RelPunct
			}
			word.Start = len(d.Text)
			d.Text += w + " "
			word.End = len(d.Text) - 1
			d.Words = append(d.Words, word)
		}
		d.punctuate(Sentence{Last: int32(len(d.Words))}, &scratch{})
		for i, w := range d.Words {
			if w.Head+1 != c.want[i] {
				t.Errorf("%v: head of %s is %d, want %d", c.words, c.words[i], w.Head+1, c.want[i])
			}
		}
	}
}
