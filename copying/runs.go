package copying

import (
	"iter"
	"math/bits"
)

// runLength is how many words in a row a strong match has at least.
const runLength = strongRun

// runs knows the runs of words in the units of a document, by hash.
type runs struct {
	slots []int32 // 1 + index of the first run
	shift uint
	all   []run
	units []unitEntry
	round int32
}

type run struct {
	hash  uint32
	next  int32 // 1 + index of the next run of the slot
	unit  int32 // index of the last unit that has it
	round int32 // in which it was looked up last
}

// load forgets what was known and notes the runs of d.
func (r *runs) load(d *document) {
	length := max(10, bits.Len(uint(2*len(d.words))))
	r.slots, r.shift, r.all, r.units = reset(r.slots, 1<<length), uint(32-length), r.all[:0], r.units[:0]
	for u := range d.units {
		for hash := range runHashes(d.words[d.units[u].first:d.units[u].last]) {
			known := r.find(hash)
			if known == nil {
				slot := &r.slots[hash>>r.shift]
				r.all = append(r.all, run{hash: hash, next: *slot, unit: -1})
				*slot = int32(len(r.all))
				known = &r.all[len(r.all)-1]
			}
			if known.unit < 0 || r.units[known.unit].unit != int32(u) {
				r.units = append(r.units, unitEntry{int32(u), known.unit})
				known.unit = int32(len(r.units) - 1)
			}
		}
	}
}

func (r *runs) find(hash uint32) *run {
	for k := r.slots[hash>>r.shift]; k > 0; k = r.all[k-1].next {
		if x := &r.all[k-1]; x.hash == hash {
			return x
		}
	}
	return nil
}

// mark sets the units that have a run of words which stands in other, too.
func (r *runs) mark(units []bool, other *document) {
	r.round++
	for hash := range runHashes(other.words) {
		x := r.find(hash)
		if x == nil || x.round == r.round {
			continue
		}
		x.round = r.round
		for k := x.unit; k >= 0; k = r.units[k].next {
			units[r.units[k].unit] = true
		}
	}
}

// runHashes gives the hashes of all runs of words.
func runHashes(words []uint32) iter.Seq[uint32] {
	const factor = 0x9E3779B1
	leaves := uint32(factor) // times a word: what it still adds to the hash when it leaves the run
	for range runLength {
		leaves *= factor
	}
	return func(yield func(uint32) bool) {
		hash := uint32(0)
		for i, word := range words {
			hash = (hash + word + 1) * factor
			if i >= runLength {
				hash -= (words[i-runLength] + 1) * leaves
			}
			if i >= runLength-1 && !yield(hash) {
				return
			}
		}
	}
}
