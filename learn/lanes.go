package learn

// Lanes sums rows of eight signed bytes, in plain words of 64 bits: bytes of
// even and of odd place in four lanes of 16 bits each. 128 is added to every
// byte, so that no lane runs over into the next.
type Lanes struct {
	even, odd uint64
	rows      int32
}

// MostLanes is how many rows the lanes hold.
const MostLanes = 1<<16/256 - 1

const (
	signs    = 0x8080808080808080
	everyTwo = 0x00ff00ff00ff00ff
)

// Add adds a row, its first byte the lowest.
func (l *Lanes) Add(row uint64) {
	row ^= signs
	l.even += row & everyTwo
	l.odd += row >> 8 & everyTwo
	l.rows++
}

// Into adds the sums to those of another kind.
func (l *Lanes) Into(sums *[8]int32) {
	for i := range 4 {
		sums[2*i] += int32(l.even>>(16*i)&0xffff) - 128*l.rows
		sums[2*i+1] += int32(l.odd>>(16*i)&0xffff) - 128*l.rows
	}
}
