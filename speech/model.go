package speech

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"io"
	"math"
	"unsafe"

	"github.com/hearsay-news/hearsay/learn"
)

// Model is what Extract has learnt.
type Model struct {
	lexicon cueLexicon
	tags    table // rows of width weights
	moves   [borders][tags + 1][tags]float32
	spans   table // rows of one weight
	entries [readState][roles]float32
	links   table
	floors  [roles]float64 // least probability of a segment that is kept
}

// table is a hashed table of weights in bytes; a weight is its byte times scale.
type table struct {
	Bits    uint
	Scale   float32
	Weights []int8
}

func quantise(bits uint, w []float32) table {
	top := float32(0)
	var sum float64
	n := 0
	for _, x := range w {
		top = max(top, max(x, -x))
		if x != 0 {
			sum += float64(x) * float64(x)
			n++
		}
	}
	// Rare large weights are cut so that the many small ones keep their steps.
	top = min(top, 18*float32(math.Sqrt(sum/float64(max(1, n)))))
	t := table{Bits: bits, Scale: top / 127, Weights: make([]int8, len(w))}
	if top == 0 {
		t.Scale = 1
		return t
	}
	for i, x := range w {
		t.Weights[i] = int8(max(-127, min(127, math.Round(float64(x/t.Scale)))))
	}
	return t
}

// sums adds up rows of eight weights.
func (t *table) sums(rows []uint32) (sums [width]int32) {
	if len(t.Weights) == 0 {
		return sums
	}
	weights := unsafe.Slice((*byte)(unsafe.Pointer(&t.Weights[0])), len(t.Weights))
	for len(rows) > 0 {
		n := min(len(rows), learn.MostLanes)
		var lanes learn.Lanes
		for _, r := range rows[:n] {
			lanes.Add(binary.LittleEndian.Uint64(weights[r*width:]))
		}
		lanes.Into(&sums)
		rows = rows[n:]
	}
	return sums
}

func (t *table) sum(rows []uint32) float32 {
	s := int32(0)
	for _, r := range rows {
		s += int32(t.Weights[r])
	}
	return float32(s) * t.Scale
}

// packed is the stored form of a Model.
type packed struct {
	Lemmas  []packedLemma
	Tags    table
	Moves   []float32
	Spans   table
	Entries []float32
	Links   table
	Floors  [roles]float64
}

type packedLemma struct {
	Lemma  string
	Class  byte
	Bucket uint8
}

// Write stores the model, compressed.
func (m *Model) Write(w io.Writer) error {
	p := packed{Lemmas: m.lexicon.sorted(), Tags: m.tags, Spans: m.spans, Links: m.links, Floors: m.floors}
	p.Tags.Weights = make([]int8, 0, tags<<m.tags.Bits)
	for r := 0; r < len(m.tags.Weights); r += width {
		p.Tags.Weights = append(p.Tags.Weights, m.tags.Weights[r:r+tags]...)
	}
	for b := range m.moves {
		for a := range m.moves[b] {
			p.Moves = append(p.Moves, m.moves[b][a][:]...)
		}
	}
	for s := range m.entries {
		p.Entries = append(p.Entries, m.entries[s][:]...)
	}
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(z).Encode(&p); err != nil {
		return err
	}
	return z.Close()
}

// ReadModel reads what Write stored.
func ReadModel(data []byte) (*Model, error) {
	var p packed
	if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(data))).Decode(&p); err != nil {
		return nil, fmt.Errorf("speech: model: %w", err)
	}
	if len(p.Tags.Weights) != tags<<p.Tags.Bits || len(p.Moves) != borders*(tags+1)*tags || len(p.Entries) != readState*roles ||
		len(p.Spans.Weights) != 1<<p.Spans.Bits || len(p.Links.Weights) != 1<<p.Links.Bits {
		return nil, fmt.Errorf("speech: model: tables of the wrong size")
	}
	m := &Model{tags: p.Tags, spans: p.Spans, links: p.Links, floors: p.Floors}
	m.lexicon.buckets = make(map[lemmaKey]uint8, len(p.Lemmas))
	for _, l := range p.Lemmas {
		m.lexicon.buckets[lemmaKey{l.Lemma, l.Class}] = l.Bucket
	}
	m.tags.Weights = make([]int8, width<<p.Tags.Bits)
	for r := range 1 << p.Tags.Bits {
		copy(m.tags.Weights[r*width:], p.Tags.Weights[r*tags:(r+1)*tags])
	}
	for b := range m.moves {
		for a := range m.moves[b] {
			copy(m.moves[b][a][:], p.Moves[(b*(tags+1)+a)*tags:])
		}
	}
	for s := range m.entries {
		copy(m.entries[s][:], p.Entries[s*roles:])
	}
	return m, nil
}
