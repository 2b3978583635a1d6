package learn

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"
)

func TestLanesSumSignedBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{0, 1, 100, MostLanes} {
		for _, extreme := range []bool{false, true} {
			var lanes Lanes
			var want, got [8]int32
			for range n {
				var row [8]byte
				for i := range row {
					v := int8(r.IntN(256) - 128)
					if extreme {
						v = int8(127 - 255*(i%2))
					}
					row[i] = byte(v)
					want[i] += int32(v)
				}
				lanes.Add(binary.LittleEndian.Uint64(row[:]))
			}
			lanes.Into(&got)
			if got != want {
				t.Errorf("%d rows: %v, not %v", n, got, want)
			}
		}
	}
}
