package english

import (
	"bytes"
	"fmt"
	"io"
	"sort"
)

// NameTraining says how the models of names are trained: the first on Silver,
// the second on Texts, with what the first finds there.
type NameTraining struct {
	Texts        []*Document // with all their layers, Names as they are to be found
	Silver       []SilverText
	Epochs       int
	SilverEpochs int
	Log          io.Writer
}

// SilverText is a text whose names were found by another program. Articles,
// possessive endings and titles in them are cut off.
type SilverText struct {
	Text  string
	Names []Name // by their spans; First and Last are not read
}

// nameText is a text to learn from.
type nameText struct {
	doc  *Document
	s    *nameScratch
	gold []uint8
}

// TrainNames writes the models of names.
func TrainNames(w io.Writer, t NameTraining) error {
	var silver, texts []*nameText
	for i := range t.Silver {
		silver = append(silver, t.Silver[i].learnable())
	}
	first := &fieldTrainer{least: 3, runs: 2}
	first.train(silver, t.SilverEpochs, false, t.Log)
	var file bytes.Buffer
	if err := writeNamePass(&file, first.weightsKept()); err != nil {
		return err
	}
	pass, _, err := readNamePass(file.String())
	if err != nil {
		return err
	}
	lost, all := 0, 0
	for _, d := range t.Texts {
		x := newNameText(d)
		for _, n := range d.Names {
			all++
			if !x.mark(n) {
				lost++
			}
		}
		pass.label(d, x.s, false)
		x.s.vote()
		texts = append(texts, x)
	}
	fmt.Fprintf(t.Log, "%d texts, %d names, %d of them cannot be found\n", len(texts), all, lost)
	second := &fieldTrainer{from: pass, runs: 4}
	second.train(texts, t.Epochs, true, t.Log)
	if err := writeNamePass(&file, second.weightsKept()); err != nil {
		return err
	}
	_, err = file.WriteTo(w)
	return err
}

func newNameText(d *Document) *nameText {
	x := &nameText{doc: d, s: &nameScratch{forms: map[uint64]int32{}}, gold: make([]uint8, len(d.Words))}
	x.s.prepare(d)
	return x
}

// learnable analyses the text and gives its names the words they cover.
func (t *SilverText) learnable() *nameText {
	d := Annotate(t.Text)
	x := newNameText(d)
	for _, n := range t.Names {
		n.First = int32(sort.Search(len(d.Words), func(i int) bool { return d.Words[i].End > n.Start }))
		n.Last = int32(sort.Search(len(d.Words), func(i int) bool { return d.Words[i].Start >= n.End }))
		for n.First < n.Last && !x.s.words[n.First].opensName(n.Type) {
			n.First++
		}
		for n.First < n.Last && !x.s.words[n.Last-1].shape.big() && x.s.words[n.Last-1].shape != shapeNumber {
			n.Last--
		}
		if n.First < n.Last && (n.Last-n.First > 1 || x.s.words[n.First].lists&inDemonyms == 0 || n.Type == OrganisationName) {
			x.mark(n)
		}
	}
	x.agree()
	return x
}

// agree makes the names of one word agree over the text: with the longer names
// that end in the word, and with the type that it has most often. A word that is
// mostly a name is one throughout.
func (x *nameText) agree() {
	tallies := map[uint64]*[5]int{}
	for i := range x.gold {
		w := &x.s.words[i]
		if !w.shape.big() {
			continue
		}
		t := tallies[w.fold]
		if t == nil {
			t = new([5]int)
			tallies[w.fold] = t
		}
		switch l := x.gold[i]; {
		case l == labelOf(PersonName, placeLast):
			t[PersonName] += 3
		case l == labelNone && !w.sentenceFirst:
			t[4]++
		case l != labelNone && (l-1)%4+1 == placeOnly:
			t[voteOf(l)]++
		}
	}
	for i, l := range x.gold {
		w := &x.s.words[i]
		if !w.shape.big() || l != labelNone && (l-1)%4+1 != placeOnly {
			continue
		}
		votes, best := tallies[w.fold], 0
		for t, v := range votes {
			if v > votes[best] {
				best = t
			}
		}
		if votes[best] < 2 || votes[best] < 2*votes[voteOf(l)] || best == 4 {
			continue
		}
		if l == labelNone && (w.xpos != TagNNP || i > 0 && x.s.words[i-1].shape.big() || i+1 < len(x.gold) && x.s.words[i+1].shape.big()) {
			continue
		}
		x.gold[i] = labelOf(NameType(best), placeOnly)
	}
}

func (w *nameWord) opensName(t NameType) bool {
	if t == PersonName && (w.lists&inTitles != 0 || w.lists&inDemonyms != 0 && w.lists&(inGiven|inSurnames) == 0) {
		return false
	}
	return w.shape.big() && w.upos != DET && w.upos != PRON || w.shape == shapeNumber
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
