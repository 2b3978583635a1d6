package learn

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestFusedRoundsOnce compares with exact arithmetic, also where results are
// subnormal, and middles between two numbers, which chance seldom meets.
func TestFusedRoundsOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	number := func(exponents int) float32 {
		x := float32(math.Ldexp(float64(1<<23+r.IntN(1<<23)), r.IntN(2*exponents)-exponents-23))
		if r.IntN(2) == 0 {
			return -x
		}
		return x
	}
	check := func(a, b, c float32) {
		t.Helper()
		exact := new(big.Float).SetPrec(1000)
		exact.Mul(big.NewFloat(float64(a)), big.NewFloat(float64(b)))
		exact.Add(exact, big.NewFloat(float64(c)))
		if want, _ := exact.Float32(); fused(a, b, c) != want {
			t.Errorf("%g·%g + %g is %g, not %g", a, b, c, fused(a, b, c), want)
		}
	}
	for range 100000 {
		check(number(3), number(3), number(3))
		check(number(70), number(70), number(120))
		// c is an odd half of a step away from a float32, less or more a trifle.
		check(number(3)*0x1p-40, number(3), float32(1<<24-1))
		check(number(1)*0x1p-63, number(1)*0x1p-63, number(1)*0x1p-126)
	}
	for _, trifle := range []float32{0x1p-60, -0x1p-60} {
		check(1+0x1p-12, 0x1p-12*(1+trifle), 1)
		check(1+0x1p-23, 0x1p-24, 1+trifle)
	}
}
