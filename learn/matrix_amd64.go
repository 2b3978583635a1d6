package learn

import "golang.org/x/sys/cpu"

// vector says that the vector instructions of matrix_amd64.s are there.
var vector = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// rowwise says that those for single rows are there: rows_amd64.s, gates8.
var rowwise = vector

// wide says that the longer vectors of AVX-512 are there.
var wide = vector && cpu.X86.HasAVX512F

// product4x64 is product4x16 for 64 columns.
//
//go:noescape
func product4x64(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int)

// product1x64 is product4x64 for one row.
//
//go:noescape
func product1x64(k int, a *float32, stepA int, b *float32, strideB int, c *float32)

// product4x32 is product4x16 for 32 columns.
//
//go:noescape
func product4x32(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int)

// product4x16 adds a product of four rows of a and 16 columns of b, k deep.
// All distances are in bytes.
//
//go:noescape
func product4x16(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int)

// product1x16 is product4x16 for one row.
//
//go:noescape
func product1x16(k int, a *float32, stepA int, b *float32, strideB int, c *float32)

// gates8 replaces n values, a multiple of eight, by their Gate.
//
//go:noescape
func gates8(n int, x *float32)
