package vectors

import "golang.org/x/sys/cpu"

// vector says that the vector instructions of dots_amd64.s are there.
var vector = cpu.X86.HasAVX2

// dots64 writes the inner products of v and n vectors of a table, 0 for words
// numbered below 0.
//
//go:noescape
func dots64(n int, v *int8, table *int8, words *int32, out *int32)
