package english

import (
	"github.com/hearsay-news/hearsay/vectors"

	"github.com/hearsay-news/hearsay/learn"
)

// The kinds of what is looked up of a word. Each value that is frequent enough
// in training has a row of the net's first layer.
const (
	kindWord = iota
	kindShape
	kindPrefix                // of one, two and three characters
	kindSuffix = 3 + iota - 1 // of one to four characters
)

const perWord = 2 + 3 + 4

// keys are the hashes under which the rows of a word are found.
func (f *form) keys() [perWord]uint32 {
	var k [perWord]uint32
	put := func(i, kind int, v uint64) {
		if v != 0 {
			k[i] = learn.NewFeature(kind).Int(v).Row(32)
		}
	}
	put(0, kindWord, f.lower)
	put(1, kindShape, f.shape)
	for i, v := range f.prefix {
		put(2+i, kindPrefix+i, v)
	}
	for i, v := range f.suffix {
		put(5+i, kindSuffix+i, v)
	}
	return k
}

// rowIndex finds the row of a key by open addressing.
type rowIndex struct {
	keys []uint32
	rows []int32
	mask uint32
}

func newRowIndex(keys []uint32) *rowIndex {
	size := 1
	for size < 2*len(keys)+2 {
		size *= 2
	}
	x := &rowIndex{keys: make([]uint32, size), rows: make([]int32, size), mask: uint32(size - 1)}
	for i, k := range keys {
		at := k & x.mask
		for x.keys[at] != 0 {
			at = (at + 1) & x.mask
		}
		x.keys[at], x.rows[at] = k, int32(i)
	}
	return x
}

// all is the keys, by their rows.
func (x *rowIndex) all() []uint32 {
	var keys []uint32
	for i, k := range x.keys {
		if k == 0 {
			continue
		}
		for len(keys) <= int(x.rows[i]) {
			keys = append(keys, 0)
		}
		keys[x.rows[i]] = k
	}
	return keys
}

// row is the row of a key, or -1.
func (x *rowIndex) row(key uint32) int32 {
	if key == 0 {
		return -1
	}
	for at := key & x.mask; x.keys[at] != 0; at = (at + 1) & x.mask {
		if x.keys[at] == key {
			return x.rows[at]
		}
	}
	return -1
}

// input is what the net is given of a word.
type input struct {
	rows   [perWord]int32 // -1 for none
	vector int32          // the word's index in package vectors, -1 for none
}

func (x *rowIndex) input(word string, f *form) input {
	in := input{vector: int32(vectors.Index(word))}
	for i, k := range f.keys() {
		in.rows[i] = x.row(k)
	}
	return in
}
