package learn

import "math"

// Gate maps any number to (0, 1) as a sigmoid does, by operations that round
// alike everywhere: (1 + x/√(1+x²)) / 2.
func Gate(x float32) float32 {
	root := float32(math.Sqrt(float64(1 + float32(x*x))))
	return 0.5 + float32(0.5*(x/root))
}

// Gates replaces each value by its Gate.
func Gates(x []float32) {
	i := 0
	if rowwise && len(x) >= 8 {
		i = len(x) &^ 7
		gates8(i, &x[0])
	}
	for ; i < len(x); i++ {
		x[i] = Gate(x[i])
	}
}
