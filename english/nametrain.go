package english

import (
	"fmt"
	"io"
	"math/rand/v2"

	"github.com/hearsay-news/hearsay/learn"
)

// NameTraining says how the model of names is trained.
type NameTraining struct {
	Texts  []*Document // with all their layers, Names as they are to be found
	Epochs int
	Log    io.Writer
}

const (
	nameBits  = 18
	nameFolds = 5
)

// nameText is a text to learn from.
type nameText struct {
	doc  *Document
	s    *nameScratch
	gold []uint8
}

// TrainNames writes a model of names.
func TrainNames(w io.Writer, t NameTraining) error {
	texts := make([]*nameText, len(t.Texts))
	lost, all := 0, 0
	for i, d := range t.Texts {
		x := &nameText{doc: d, s: &nameScratch{forms: map[uint64]int32{}}, gold: make([]uint8, len(d.Words))}
		x.s.prepare(d)
		for _, n := range d.Names {
			all++
			if !x.mark(n) {
				lost++
			}
		}
		texts[i] = x
	}
	fmt.Fprintf(t.Log, "%d texts, %d names, %d of them cannot be found\n", len(texts), all, lost)
	// What the first pass finds in a text is learned from as it will be found
	// in new texts: by a model that has not seen it.
	for fold := range nameFolds {
		var rest []*nameText
		for i, x := range texts {
			if i%nameFolds != fold {
				rest = append(rest, x)
			}
		}
		m := newNameModel(trainNames(rest, max(2, t.Epochs/2), false, nil))
		for i, x := range texts {
			if i%nameFolds == fold {
				m.pass(x.doc, x.s, false)
				x.s.vote()
			}
		}
	}
	return learn.WriteLinear(w, trainNames(texts, t.Epochs, true, t.Log))
}

// mark writes a name's labels; false where the words cannot carry them.
func (x *nameText) mark(n Name) bool {
	for i := n.First; i < n.Last; i++ {
		if !x.s.words[i].candidate || x.gold[i] != labelNone {
			return false
		}
	}
	for i := n.First; i < n.Last; i++ {
		place := placeInner
		switch {
		case n.Last-n.First == 1:
			place = placeOnly
		case i == n.First:
			place = placeFirst
		case i == n.Last-1:
			place = placeLast
		}
		x.gold[i] = labelOf(n.Type, place)
	}
	return true
}

// segment is a run of candidates, read in the first or the second pass.
type segment struct {
	text        *nameText
	first, last int // the sentence
	begin, end  int
	second      bool
}

func (x *nameText) segments(second bool) []segment {
	var out []segment
	for _, sentence := range x.doc.Sentences {
		first, last := int(sentence.First), int(sentence.Last)
		for i := first; i < last; {
			if !x.s.words[i].candidate {
				i++
				continue
			}
			end := i
			for end < last && x.s.words[end].candidate {
				end++
			}
			out = append(out, segment{x, first, last, i, end, second})
			i = end
		}
	}
	return out
}

// trainNames trains a structured perceptron; with both passes where wanted.
func trainNames(texts []*nameText, epochs int, both bool, log io.Writer) *learn.Linear {
	p := learn.NewPerceptron(labels, nameBits)
	var all []segment
	for _, x := range texts {
		all = append(all, x.segments(false)...)
		if both {
			all = append(all, x.segments(true)...)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	var steps [labels][labels]float32
	var scores []float32
	for epoch := range epochs {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		wrong := 0
		for _, g := range all {
			s := g.text.s
			scores = scores[:0]
			for i := g.begin; i < g.end; i++ {
				s.features(i, g.first, g.last, g.second)
				at := len(scores)
				scores = append(scores, make([]float32, labels)...)
				p.Score(s.feats, scores[at:])
			}
			path := bestLabels(scores, &steps, s)
			p.Step()
			if !learnPath(p, g, path) {
				continue
			}
			wrong++
			for from := range steps {
				p.Score(stepFeature(uint8(from)), steps[from][:])
			}
		}
		if log != nil {
			fmt.Fprintf(log, "epoch %d: %d of %d runs wrong\n", epoch, wrong, len(all))
		}
	}
	return p.Average(0.3)
}

// learnPath updates p where the path differs from gold; false where it does
// not.
func learnPath(p *learn.Perceptron, g segment, path []uint8) bool {
	gold := g.text.gold[g.begin:g.end]
	same := true
	for k := range gold {
		if gold[k] == path[k] {
			continue
		}
		same = false
		g.text.s.features(g.begin+k, g.first, g.last, g.second)
		p.Update(g.text.s.feats, int(gold[k]), 1)
		p.Update(g.text.s.feats, int(path[k]), -1)
	}
	if same {
		return false
	}
	before := func(l []uint8, k int) uint8 {
		if k == 0 {
			return labelNone
		}
		return l[k-1]
	}
	for k := range len(gold) + 1 {
		var a, b uint8
		if k < len(gold) {
			a, b = gold[k], path[k]
		}
		if x, y := before(gold, k), before(path, k); x != y || a != b {
			p.Update(stepFeature(x), int(a), 1)
			p.Update(stepFeature(y), int(b), -1)
		}
	}
	return true
}
