package english

import (
	_ "embed"
	"encoding/binary"
	"io"
	"math/bits"
	"sync"

	"github.com/hearsay-news/hearsay/learn"
)

//go:embed names/names.bin
var nameFile string

// nameModel finds names in two passes. The first labels the words; the second
// labels them again, with the first's labels of all occurrences of a word in the
// document.
type nameModel struct{ first, second *namePass }

// namePass is a linear model of label sequences over hashed features. It is
// read where it lies in the program: loading costs next to nothing.
type namePass struct {
	present string   // a bit for each row, whether it has weights
	before  []uint32 // how many rows have, before each 64 of them
	weights string   // of those rows, a byte for each label
	steps   [labels][labels]int32
}

const (
	nameBits = 18 // features are hashed to 1<<nameBits rows
	nameUnit = 32 // a weight of one
)

var nameModels = sync.OnceValue(func() *nameModel {
	m, err := readNameModel(nameFile)
	if err != nil {
		panic("english: the embedded model of names: " + err.Error())
	}
	return m
})

func readNameModel(file string) (*nameModel, error) {
	first, rest, err := readNamePass(file)
	if err != nil {
		return nil, err
	}
	second, rest, err := readNamePass(rest)
	if err == nil && rest != "" {
		err = errModel
	}
	return &nameModel{first, second}, err
}

// readNamePass reads a pass off the front of a file.
func readNamePass(file string) (*namePass, string, error) {
	const present = 1 << nameBits / 8
	if len(file) < present {
		return nil, "", errModel
	}
	p := &namePass{present: file[:present], before: make([]uint32, present/8)}
	rows := uint32(0)
	for i := range p.before {
		p.before[i] = rows
		rows += uint32(bits.OnesCount64(little64(file, i)))
	}
	end := present + int(rows)*labels
	if len(file) < end {
		return nil, "", errModel
	}
	p.weights = file[present:end]
	for from := range p.steps {
		p.score(stepFeature(uint8(from)), p.steps[from][:])
	}
	return p, file[end:], nil
}

// little64 is the i-th eight bytes of s as a number.
func little64(s string, i int) uint64 {
	s = s[8*i : 8*i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// row is the weights of a row, "" where it has none.
func (p *namePass) row(row uint32) string {
	block, bit := row/64, row%64
	present := little64(p.present, int(block))
	if present>>bit&1 == 0 {
		return ""
	}
	at := labels * (int(p.before[block]) + bits.OnesCount64(present&(1<<bit-1)))
	return p.weights[at : at+labels]
}

// score adds up the weights of features for each label: eight at a time, as
// numbers without sign in lanes of 16 bits.
func (p *namePass) score(features []learn.Feature, scores []int32) {
	clear(scores)
	scores = scores[:labels]
	for len(features) > 0 {
		n := min(len(features), learn.MostLanes)
		var low, high learn.Lanes
		for _, f := range features[:n] {
			if row := p.row(f.Row(nameBits)); row != "" {
				row = row[:labels]
				low.Add(little64(row, 0))
				high.Add(little64(row, 1))
				scores[labels-1] += int32(int8(row[labels-1]))
			}
		}
		low.Into((*[8]int32)(scores[:8]))
		high.Into((*[8]int32)(scores[8:16]))
		features = features[n:]
	}
}

// writeNamePass writes the weights of all rows, in parts of nameUnit.
func writeNamePass(w io.Writer, weights []int8) error {
	var present [1 << nameBits / 64]uint64
	var rows []byte
	for row := range 1 << nameBits {
		any := false
		for _, v := range weights[row*labels : (row+1)*labels] {
			any = any || v != 0
		}
		if any {
			present[row/64] |= 1 << (row % 64)
			for _, v := range weights[row*labels : (row+1)*labels] {
				rows = append(rows, byte(v))
			}
		}
	}
	if err := binary.Write(w, binary.LittleEndian, present[:]); err != nil {
		return err
	}
	_, err := w.Write(rows)
	return err
}

// stepFeature is the feature of standing after a label.
func stepFeature(from uint8) []learn.Feature {
	return []learn.Feature{nameSeeds[79].Int(uint64(from))}
}
