package speech

import (
	"io"
	"math"
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// told is an article of one attribution a line, as training reads it.
func told(t *testing.T) Example {
	t.Helper()
	lines := [][3]string{
		{"The ministry", "said", "that the ferry had left Orsel on time"},
		{"Mara Adler", "announced", "that the weir would be closed"},
		{"The harbour board", "denied", "that any crate was missing"},
	}
	var e Example
	text := ""
	at := func(s string) []news.Span {
		start := len(text)
		text += s
		return []news.Span{{Start: start, End: len(text)}}
	}
	for _, l := range lines {
		var a Attribution
		a.Source = at(l[0])
		text += " "
		a.Cue = at(l[1])
		text += " "
		a.Content = at(l[2])
		text += ".\n\n"
		e.Gold = append(e.Gold, a)
	}
	e.Doc = english.Annotate(text)
	return e
}

// goldRead is the share of words to whose right tag the net gives the best score.
func goldRead(n *net, v *view, gold []uint8) float64 {
	var p netPass
	scores, right := n.read(v, &p), 0
	for i, g := range gold {
		best := 0
		for b, x := range scores.Row(i)[:tags] {
			if x > scores.Row(i)[best] {
				best = b
			}
		}
		if best == int(g) {
			right++
		}
	}
	return float64(right) / float64(len(gold))
}

func TestNetLearnsAndIsStored(t *testing.T) {
	v := newView(told(t).Doc, &cueLexicon{})
	gold := v.goldTags(told(t).Gold)
	l := v.lesson(gold)
	trained := newNetTrainer(1)
	before := goldRead(trained.net, v, gold)
	trained.train([]*lesson{&l}, 300, io.Discard)
	after := goldRead(trained.net, v, gold)
	if before > 0.6 || after < 0.85 {
		t.Errorf("before training %.2f of the words were right, then %.2f", before, after)
	}
	packed := trained.pack()
	again := packed.unpack()
	if again == nil {
		t.Fatal("a packed net is not unpacked")
	}
	var p, q netPass
	a, b := trained.read(v, &p), again.read(v, &q)
	for i, x := range a.Data {
		if math.Abs(float64(x-b.Data[i])) > 0.2 {
			t.Fatalf("score %d is %f, once stored %f", i, x, b.Data[i])
		}
	}
	packed.Dense = packed.Dense[1:]
	if packed.unpack() != nil {
		t.Error("a net of the wrong size is unpacked")
	}
}

func TestTrainingIsTheSameEachTime(t *testing.T) {
	e := told(t)
	weights := func() []float32 {
		v := newView(e.Doc, &cueLexicon{})
		l := v.lesson(v.goldTags(e.Gold))
		n := newNetTrainer(3)
		n.train([]*lesson{&l}, 3, io.Discard)
		return slices.Concat(n.out.Data, n.rows.Data)
	}
	if !slices.Equal(weights(), weights()) {
		t.Error("two trainings with one seed differ")
	}
}

func TestWithoutContextsIsRead(t *testing.T) {
	text := "The ministry said that the ferry had left Orsel on time."
	doc := english.Annotate(text)
	doc.Contexts = nil
	for _, s := range Extract(doc, nil) {
		if s.Extent().End > len(text) {
			t.Errorf("%v lies outside of the text", s)
		}
	}
}

func TestModelWasTrainedOnThisParser(t *testing.T) {
	if loaded().parser != parserPrint() {
		t.Error("the parser's net is another than the one the model was trained on: go run ./cmd/train speech")
	}
}
