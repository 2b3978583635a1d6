package speech

import (
	"encoding/binary"
	"math"
)

// packedNet is the stored form of a net: a byte for each weight of a row, with
// a scale a row, and two bytes for all others, with a scale a matrix.
type packedNet struct {
	Rows      []byte
	RowScales []float32
	Dense     [][]byte
	Scales    []float32
}

func (n *net) pack() packedNet {
	var p packedNet
	for i := range n.rows.Rows {
		scale := scaleOf(n.rows.Row(i), math.MaxInt8)
		p.RowScales = append(p.RowScales, scale)
		for _, v := range n.rows.Row(i) {
			p.Rows = append(p.Rows, byte(int8(math.Round(float64(v/scale)))))
		}
	}
	for _, d := range n.dense() {
		scale := scaleOf(d.Data, math.MaxInt16)
		p.Scales = append(p.Scales, scale)
		var whole []byte
		for _, v := range d.Data {
			whole = binary.LittleEndian.AppendUint16(whole, uint16(int16(math.Round(float64(v/scale)))))
		}
		p.Dense = append(p.Dense, whole)
	}
	return p
}

// scaleOf is the step at which the largest value is the given limit.
func scaleOf(x []float32, limit float32) float32 {
	top := float32(0)
	for _, v := range x {
		top = max(top, v, -v)
	}
	if top == 0 {
		return 1
	}
	return top / limit
}

// unpack is nil where the sizes are wrong.
func (p *packedNet) unpack() *net {
	n := newNet()
	dense := n.dense()
	if len(p.Rows) != len(n.rows.Data) || len(p.RowScales) != n.rows.Rows || len(p.Dense) != len(dense) || len(p.Scales) != len(dense) {
		return nil
	}
	for i, q := range p.Rows {
		n.rows.Data[i] = float32(int8(q)) * p.RowScales[i/netWidth]
	}
	for k, d := range dense {
		if len(p.Dense[k]) != 2*len(d.Data) {
			return nil
		}
		for i := range d.Data {
			d.Data[i] = float32(int16(binary.LittleEndian.Uint16(p.Dense[k][2*i:]))) * p.Scales[k]
		}
	}
	return n
}
