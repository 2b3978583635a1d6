// Package vectors gives static vectors and cluster numbers of English words,
// distilled from a contextual encoder (CARD.md says how). They tell words of
// like use apart from others where a feature on the word itself is too rare.
package vectors

import (
	_ "embed"
	"encoding/binary"
	"unicode/utf8"
	"unsafe"
)

// Dims is the length of a vector.
const Dims = 64

// Clusters256 and Clusters1024 are the numbers of clusters of the two
// clusterings, numbered from 0.
const (
	Clusters256  = 256
	Clusters1024 = 1024
)

const (
	header  = 16
	slots   = 1 << 16
	longest = 40 // bytes; longer words have no vector
)

//go:embed vectors.bin
var file string

// The parts of the file; distil.py writes them in this order.
var (
	count    = int(binary.LittleEndian.Uint32([]byte(file[8:12])))
	table    = file[header : header+2*slots]
	starts   = file[header+2*slots:][:4*(count+1)]
	groups   = file[header+2*slots+4*(count+1):][:4*count]
	values   = file[header+2*slots+4*(count+1)+4*count:][:Dims*count]
	wordForm = file[header+2*slots+4*(count+1)+4*count+Dims*count:]
)

// Len is the number of words that have vectors; words are numbered from 0,
// the most frequent first.
func Len() int { return count }

// Index returns the number of a word, whatever its case, or -1. Digits are as
// good as each other: "1987" and "2024" are one word. It does not allocate.
func Index(word string) int {
	var buf [longest + utf8.UTFMax]byte
	folded, ok := fold(buf[:0], word)
	if !ok {
		return -1
	}
	hash := uint32(2166136261)
	for _, c := range folded {
		hash = (hash ^ uint32(c)) * 16777619
	}
	for s := hash % slots; ; s = (s + 1) % slots {
		i := int(u16(table, int(s))) - 1
		if i < 0 || wordForm[u32(starts, i):u32(starts, i+1)] == string(folded) {
			return i
		}
	}
}

// Of returns the vector of a word, false where it has none. The vector is
// shared and must not be changed.
func Of(word string) ([]int8, bool) {
	i := Index(word)
	if i < 0 {
		return nil, false
	}
	return At(i), true
}

// At is the vector of word number i. It is shared and must not be changed.
func At(i int) []int8 {
	v := values[i*Dims : (i+1)*Dims]
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(v))), Dims)
}

// Word is the folded form of word number i.
func Word(i int) string { return wordForm[u32(starts, i):u32(starts, i+1)] }

// Cluster256 is the coarse cluster of word number i.
func Cluster256(i int) int { return int(u16(groups, i)) }

// Cluster1024 is the fine cluster of word number i.
func Cluster1024(i int) int { return int(u16(groups, count+i)) }

func u16(s string, i int) uint16 { return uint16(s[2*i]) | uint16(s[2*i+1])<<8 }

func u32(s string, i int) uint32 {
	return uint32(s[4*i]) | uint32(s[4*i+1])<<8 | uint32(s[4*i+2])<<16 | uint32(s[4*i+3])<<24
}
