package learn

import (
	"bytes"
	"slices"
	"testing"
)

// parity is a made-up task: the class is told by the last letter alone.
func parity(word string) (features []Feature, class int) {
	for i := range len(word) {
		features = append(features, NewFeature(i).String(word[i:i+1]))
	}
	return features, int(word[len(word)-1]) % 2
}

var letters = []string{"abc", "abd", "acb", "bca", "cad", "dab", "ddc", "bbd", "acc", "cba"}

func trained() *Linear {
	p := NewPerceptron(2, 10)
	scores := make([]float32, 2)
	for range 10 {
		for _, w := range letters {
			features, class := parity(w)
			p.Score(features, scores)
			p.Step()
			guess := 0
			if scores[1] > scores[0] {
				guess = 1
			}
			if guess != class {
				p.Update(features, class, 1)
				p.Update(features, guess, -1)
			}
		}
	}
	return p.Average(0)
}

func TestPerceptronLearns(t *testing.T) {
	l := trained()
	scores := make([]int32, 2)
	for _, w := range append(slices.Clone(letters), "ccd", "aaa") {
		features, class := parity(w)
		l.Score(features, scores)
		if Best(scores) != class {
			t.Errorf("%s: scores %v, want class %d", w, scores, class)
		}
	}
}

func TestLinearIsReadAsWritten(t *testing.T) {
	l := trained()
	var b bytes.Buffer
	if err := WriteLinear(&b, l); err != nil {
		t.Fatal(err)
	}
	got, err := ReadLinear(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got.Classes != l.Classes || got.Bits != l.Bits || !slices.Equal(got.Weights, l.Weights) {
		t.Error("another classifier was read than was written")
	}
	for _, cut := range []int{0, 4, 8, b.Len() / 2} {
		if _, err := ReadLinear(bytes.NewReader(b.Bytes()[:cut])); err == nil {
			t.Errorf("%d bytes of %d were read without an error", cut, b.Len())
		}
	}
}

func TestFeaturesAreTheSameEverywhere(t *testing.T) {
	if got := NewFeature(3).String("said").Int(7).Row(32); got != 418035231 {
		t.Errorf("row %d", got)
	}
	if Hash("say") != Hash([]byte("say")) || Hash("say") == Hash("yas") {
		t.Error("hashes of strings and bytes differ, or those of unlike strings do not")
	}
}
