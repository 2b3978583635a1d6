// Package learn is the small learning kit that the trained rooms share: hashed
// features, gates, and products of matrices that round alike everywhere.
package learn

// Feature is the hash of a feature under construction. It is a value: nothing
// is allocated, and the same parts in the same order give the same feature on
// every machine.
type Feature uint64

const (
	offset = 0xcbf29ce484222325
	mix    = 0x9e3779b97f4a7c15
)

// NewFeature starts a feature of the given template.
func NewFeature(template int) Feature { return Feature(offset).Int(uint64(template)) }

// Hash is the hash of a word, to be kept and added to features by Int.
func Hash[T ~string | ~[]byte](s T) uint64 {
	h := uint64(offset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h
}

// Int adds a number, a tag or the hash of a word.
func (f Feature) Int(v uint64) Feature {
	x := (uint64(f) ^ v) * mix
	return Feature(x ^ x>>29)
}

// String adds a string.
func (f Feature) String(s string) Feature { return f.Int(Hash(s)) }

// Row is the row of the feature in a table of 1<<bits rows.
func (f Feature) Row(bits uint) uint32 {
	x := uint64(f) * mix
	return uint32(x >> (64 - bits))
}
