package english

import (
	"io"
	"os"
	"testing"
)

func BenchmarkTrain(b *testing.B) {
	f, err := os.Open("../../shared/data/syntax/gum-dev.conllu")
	if err != nil {
		b.Skip("no data")
	}
	defer f.Close()
	t := Training{Epochs: 1, Rate: 0.002, Log: io.Discard}
	if err := ReadConllu(f, func(s *ConlluSentence) error { t.Gold = append(t.Gold, s); return nil }); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := Train(io.Discard, t); err != nil {
			b.Fatal(err)
		}
	}
}
