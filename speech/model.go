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

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/learn"
)

// Model is what Extract has learnt.
type Model struct {
	lexicon cueLexicon
	tags    table // rows of width weights
	net     *net
	moves   transitions
	spans   table // rows of one weight
	entries [readState][roles]float32
	links   table
	floors  [roles]float64 // least probability of a segment that is kept
	parser  uint64         // fingerprint of the parser's net that the net was trained on
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

// packedTable is the stored form of a table: bytes are read faster than numbers.
type packedTable struct {
	Bits    uint
	Scale   float32
	Weights []byte
}

// pack leaves out the padding of rows, of which the table keeps the first
// used of every wide weights.
func (t *table) pack(used, wide int) packedTable {
	p := packedTable{Bits: t.Bits, Scale: t.Scale}
	for r := 0; r < len(t.Weights); r += wide {
		for _, w := range t.Weights[r : r+used] {
			p.Weights = append(p.Weights, byte(w))
		}
	}
	return p
}

func (p *packedTable) unpack(used, wide int) (table, bool) {
	t := table{Bits: p.Bits, Scale: p.Scale}
	if p.Bits > 30 || len(p.Weights) != used<<p.Bits {
		return t, false
	}
	t.Weights = make([]int8, wide<<p.Bits)
	for r := range 1 << p.Bits {
		to := t.Weights[r*wide:][:used]
		for i, b := range p.Weights[r*used:][:used] {
			to[i] = int8(b)
		}
	}
	return t, true
}

// packed is the stored form of a Model.
type packed struct {
	Lemmas  []packedLemma
	Tags    packedTable
	Net     packedNet
	Moves   []float32
	Spans   packedTable
	Entries []float32
	Links   packedTable
	Floors  [roles]float64
	Parser  uint64
}

type packedLemma struct {
	Lemma  string
	Class  byte
	Bucket uint8
}

// Write stores the model, compressed.
func (m *Model) Write(w io.Writer) error {
	p := packed{Lemmas: m.lexicon.sorted(), Tags: m.tags.pack(tags, width), Net: m.net.pack(), Spans: m.spans.pack(1, 1), Links: m.links.pack(1, 1), Floors: m.floors, Parser: m.parser}
	for b := range m.moves.scores {
		for a := range m.moves.scores[b] {
			p.Moves = append(p.Moves, m.moves.scores[b][a][:]...)
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

// readModel reads what Write stored.
func readModel(data []byte) (*Model, error) {
	var p packed
	if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(data))).Decode(&p); err != nil {
		return nil, fmt.Errorf("speech: model: %w", err)
	}
	m := &Model{net: p.Net.unpack(), floors: p.Floors, parser: p.Parser}
	var tagged, spanned, linked bool
	m.tags, tagged = p.Tags.unpack(tags, width)
	m.spans, spanned = p.Spans.unpack(1, 1)
	m.links, linked = p.Links.unpack(1, 1)
	if m.net == nil || !tagged || !spanned || !linked || len(p.Moves) != borders*(tags+1)*tags || len(p.Entries) != readState*roles {
		return nil, fmt.Errorf("speech: model: tables of the wrong size")
	}
	m.lexicon.buckets = make(map[lemmaKey]uint8, len(p.Lemmas))
	for _, l := range p.Lemmas {
		m.lexicon.buckets[lemmaKey{l.Lemma, l.Class}] = l.Bucket
	}
	for b := range m.moves.scores {
		for a := range m.moves.scores[b] {
			copy(m.moves.scores[b][a][:], p.Moves[(b*(tags+1)+a)*tags:])
		}
	}
	m.moves.weighAll()
	for s := range m.entries {
		copy(m.entries[s][:], p.Entries[s*roles:])
	}
	return m, nil
}

// parserPrint is a fingerprint of what the parser's net makes of words.
func parserPrint() uint64 {
	doc := english.Annotate("“The weir held,” said Mara Adler, who runs the harbour.")
	sum := learn.NewFeature(0)
	for _, x := range doc.Contexts {
		sum = sum.Int(uint64(uint8(x)))
	}
	return uint64(sum)
}
