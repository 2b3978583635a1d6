package english

import (
	"strings"
	"testing"
)

// report is a fictional piece of news, about 90 words.
const report = `The harbour authority of Port Veyra said on Tuesday that it had "no record" of the freighter Odalisk, three days after
two crew members told Radio Lanthe that the ship had been turned away. "We did not refuse anyone," spokeswoman Irena Calloway
said. According to a port worker who asked not to be named, the vessel waited for 11 hours and left before dawn on September 3.
Mr. Tarn, the owner, denied that weapons were on board; he said the cargo, worth $1.2m, was well-documented machinery for a U.S. firm.
`

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat(report+"\n", 12)
	words := len(Annotate(text).Words)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Annotate(text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkTokenize(b *testing.B) {
	text := strings.Repeat(report+"\n", 12)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokenize(text)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readModel(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
