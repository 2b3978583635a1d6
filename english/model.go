package english

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"strings"
	"sync"
)

//go:embed model/english.bin
var modelFile []byte

// model is all that is learned of English.
type model struct {
	net        *net
	lemmatizer *lemmatizer
}

// loaded reads the model when it is first needed.
var loaded = sync.OnceValue(func() *model {
	m, err := readModel(modelFile)
	if err != nil {
		panic("english: the embedded model: " + err.Error())
	}
	return m
})

var errModel = errors.New("damaged model")

// writeModel writes the parts of a model, each after its length: the tags, the
// keys of the rows, the lemma rules (compressed), and the weights: a byte each
// for the rows, with a scale a row, and two bytes each for all else, with a
// scale a matrix.
func writeModel(w io.Writer, n *net, keys []uint32, lemmas []string) error {
	var tags, text, rows, dense bytes.Buffer
	for _, t := range n.tags {
		tags.Write([]byte{byte(t.upos), byte(t.xpos)})
	}
	z, err := flate.NewWriter(&text, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(z, strings.Join(lemmas, "\n")); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	for _, p := range n.params {
		if p == n.rows {
			for i := range p.Rows {
				quantize(&rows, p.Row(i), math.MaxInt8, func(q int) []byte { return []byte{byte(q)} })
			}
			continue
		}
		quantize(&dense, p.Data, math.MaxInt16, func(q int) []byte { return binary.LittleEndian.AppendUint16(nil, uint16(q)) })
	}
	var index []byte
	for _, k := range keys {
		index = binary.LittleEndian.AppendUint32(index, k)
	}
	for _, part := range [][]byte{tags.Bytes(), index, text.Bytes(), rows.Bytes(), dense.Bytes()} {
		if _, err := w.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(part)))); err != nil {
			return err
		}
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// quantize writes a scale and the values as integers of at most limit.
func quantize(b *bytes.Buffer, x []float32, limit int, encode func(int) []byte) {
	top := float32(0)
	for _, v := range x {
		top = max(top, v, -v)
	}
	scale := top / float32(limit)
	b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(scale)))
	for _, v := range x {
		q := 0
		if scale > 0 {
			q = int(math.Round(float64(v / scale)))
		}
		b.Write(encode(q))
	}
}

func readModel(b []byte) (*model, error) {
	var parts [5][]byte
	for i := range parts {
		if len(b) < 4 || uint64(binary.LittleEndian.Uint32(b)) > uint64(len(b)-4) {
			return nil, errModel
		}
		n := int(binary.LittleEndian.Uint32(b))
		parts[i], b = b[4:4+n], b[4+n:]
	}
	var tags []tag
	for i := 0; i+1 < len(parts[0]); i += 2 {
		tags = append(tags, tag{UPOS(parts[0][i]), XPOS(parts[0][i+1])})
	}
	keys := make([]uint32, len(parts[1])/4)
	for i := range keys {
		keys[i] = binary.LittleEndian.Uint32(parts[1][4*i:])
	}
	n := newNet(len(keys), tags)
	n.index = newRowIndex(keys)
	rows, dense := parts[3], parts[4]
	for _, p := range n.params {
		if p == n.rows {
			if len(rows) != p.Rows*(4+width) {
				return nil, errModel
			}
			for i := range p.Rows {
				from, to := rows[i*(4+width):][:4+width], p.Row(i)
				scale := math.Float32frombits(binary.LittleEndian.Uint32(from))
				from = from[4:]
				for j := range to {
					to[j] = float32(int8(from[j])) * scale
				}
			}
			continue
		}
		if len(dense) < 4+2*len(p.Data) {
			return nil, errModel
		}
		scale := math.Float32frombits(binary.LittleEndian.Uint32(dense))
		for j := range p.Data {
			p.Data[j] = float32(int16(binary.LittleEndian.Uint16(dense[4+2*j:]))) * scale
		}
		dense = dense[4+2*len(p.Data):]
	}
	l, err := readLemmatizer(flate.NewReader(bytes.NewReader(parts[2])))
	return &model{n, l}, err
}
