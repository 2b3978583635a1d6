package learn

import "math"

// fused is a·b + c, rounded once, as fused multiply-add instructions do it.
//
// In float64 the product is exact, and the sum is rounded to 53 bits before it
// is to 24. The second rounding goes astray only where the first one led onto
// the middle between two float32, or the result has fewer bits than 24.
func fused(a, b, c float32) float32 {
	sum := float64(a)*float64(b) + float64(c)
	if bits := math.Float64bits(sum); bits<<35 == 1<<63 || bits<<1 < subnormal {
		return fusedToOdd(a, b, c)
	}
	return float32(sum)
}

// subnormal is the bits, without the sign, of the least float32 of 24 bits.
const subnormal = (1023 - 126) << 53

// fusedToOdd makes the last bit of an inexact sum odd, which keeps on what side
// of a middle the exact sum lies. It is seldom needed; inlined, it would slow
// down the rest.
// Boldo and Melquiond, Emulation of FMA and correctly rounded sums, 2008.
//
//go:noinline
func fusedToOdd(a, b, c float32) float32 {
	x, y := float64(a)*float64(b), float64(c)
	sum := x + y
	part := sum - x
	lost := (x - (sum - part)) + (y - part)
	bits := math.Float64bits(sum)
	switch {
	case lost == 0 || bits&1 == 1:
	case lost > 0 == (sum > 0):
		bits++
	default:
		bits--
	}
	return float32(math.Float64frombits(bits))
}
