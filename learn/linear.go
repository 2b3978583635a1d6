package learn

import (
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
)

// Linear is a trained linear classifier over hashed features, sixteen bits a
// weight.
type Linear struct {
	Classes int
	Bits    uint
	Weights []int16 // 1<<Bits rows of Classes weights
}

// Score writes the score of each class; len(scores) is the number of classes.
func (l *Linear) Score(features []Feature, scores []int32) {
	clear(scores)
	for _, f := range features {
		at := int(f.Row(l.Bits)) * l.Classes
		row := l.Weights[at : at+len(scores)]
		for i, w := range row {
			scores[i] += int32(w)
		}
	}
}

// Best is the class of the highest score, the first of equals.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

var errModel = errors.New("learn: not a model, or a damaged one")

// WriteLinear writes a classifier compressed.
func WriteLinear(w io.Writer, l *Linear) error {
	if err := binary.Write(w, binary.LittleEndian, [2]uint32{uint32(l.Classes), uint32(l.Bits)}); err != nil {
		return err
	}
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	// The low bytes first, then the high ones, which are nearly all alike.
	n := len(l.Weights)
	raw := make([]byte, 2*n)
	for i, v := range l.Weights {
		raw[i], raw[n+i] = byte(v), byte(v>>8)
	}
	if _, err := z.Write(raw); err != nil {
		return err
	}
	return z.Close()
}

// ReadLinear reads what WriteLinear wrote.
func ReadLinear(r io.Reader) (*Linear, error) {
	var head [2]uint32
	if err := binary.Read(r, binary.LittleEndian, &head); err != nil {
		return nil, err
	}
	if head[0] == 0 || head[0] > 1<<12 || head[1] > 26 {
		return nil, errModel
	}
	l := &Linear{Classes: int(head[0]), Bits: uint(head[1])}
	n := l.Classes << l.Bits
	raw := make([]byte, 2*n)
	z := flate.NewReader(r)
	if _, err := io.ReadFull(z, raw); err != nil {
		return nil, errModel
	}
	l.Weights = make([]int16, n)
	for i := range l.Weights {
		l.Weights[i] = int16(raw[i]) | int16(raw[n+i])<<8
	}
	return l, z.Close()
}
