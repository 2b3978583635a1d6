package vectors

import "unsafe"

// Dot is the inner product of two vectors; Dot(v, v) is the square of v's length.
func Dot(a, b []int8) int32 {
	sum := int32(0)
	b = b[:len(a)]
	for i, x := range a {
		sum += int32(x) * int32(b[i])
	}
	return sum
}

// Dots writes to out the inner products of a vector and those of the words
// with the given numbers; words without a vector, -1, have 0.
func Dots(out []int32, v []int8, words []int32) {
	if len(words) == 0 {
		return
	}
	_, _ = v[Dims-1], out[len(words)-1]
	if vector {
		for _, w := range words {
			if int(w) >= count {
				panic("vectors: no such word")
			}
		}
		dots64(len(words), &v[0], (*int8)(unsafe.Pointer(unsafe.StringData(values))), &words[0], &out[0])
		return
	}
	for i, w := range words {
		out[i] = 0
		if w >= 0 {
			out[i] = Dot(v[:Dims], At(int(w)))
		}
	}
}
