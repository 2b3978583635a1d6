package learn

import "math"

// Param is a matrix of weights and, in training, the slope of the loss at each.
type Param struct {
	Matrix
	Slope        Matrix
	mean, square []float32
	turned       Matrix
}

// NewParam is a matrix of zeros.
func NewParam(rows, cols int) *Param { return &Param{Matrix: NewMatrix(rows, cols)} }

// Linear makes y the product of x and w, plus b, which may be nil.
func Linear(y *Matrix, x Matrix, w, b *Param) {
	y.Resize(x.Rows, w.Cols)
	for i := range y.Rows {
		if b != nil {
			copy(y.Row(i), b.Data)
		} else {
			clear(y.Row(i))
		}
	}
	y.AddProduct(x, w.Matrix)
}

// LinearBack goes back through Linear: it adds to the slopes of w and b, and
// to dx unless that is nil.
func LinearBack(dy, x Matrix, w, b *Param, dx *Matrix) {
	w.Slope.AddTransposedProduct(x, dy)
	if b != nil {
		sum := b.Slope.Data
		for i := range dy.Rows {
			for j, v := range dy.Row(i) {
				sum[j] += v
			}
		}
	}
	if dx != nil {
		w.turned.Transpose(w.Matrix)
		dx.AddProduct(dy, w.turned)
	}
}

// Normalize scales each row of x to a mean square of one, times the gain. It
// leaves in norms what it multiplied the rows by.
func Normalize(y *Matrix, x Matrix, gain *Param, norms *[]float32) {
	y.Resize(x.Rows, x.Cols)
	*norms = (*norms)[:0]
	for i := range x.Rows {
		norm := Norm(x.Row(i))
		*norms = append(*norms, norm)
		Scale(y.Row(i), x.Row(i), gain.Data, norm)
	}
}

// NormalizeBack leaves in dx the slope of what was normalized to have slope dy.
func NormalizeBack(dx *Matrix, dy, x Matrix, gain *Param, norms []float32) {
	dx.Resize(x.Rows, x.Cols)
	dGain := gain.Slope.Data
	for i := range x.Rows {
		norm := norms[i]
		d, row, to := dy.Row(i), x.Row(i), dx.Row(i)
		var dot float32
		for j, v := range d {
			dGain[j] += v * row[j] * norm
			to[j] = v * gain.Data[j]
			dot += to[j] * row[j]
		}
		dot *= norm * norm * norm / float32(x.Cols)
		for j := range to {
			to[j] = to[j]*norm - row[j]*dot
		}
	}
}

// Recur runs gated cells over the rows of a sequence in both directions and
// adds what they let through to x: sum = x + recurrence. Gates holds for each
// direction the candidate, the forget gate and the output gate of each cell,
// the gates not yet gated; half of the columns of x belong to each direction.
func Recur(sum, cells, gates, x Matrix) {
	n := x.Cols / 2
	for i := range x.Rows {
		g := gates.Row(i)
		Gates(g[n : 3*n])
		Gates(g[4*n : 6*n])
	}
	for i := range x.Rows {
		var before []float32
		if i > 0 {
			before = cells.Row(i - 1)[:n]
		}
		g := gates.Row(i)[:3*n]
		Step(cells.Row(i)[:n], before, g[:n], g[n:2*n], g[2*n:], x.Row(i)[:n], sum.Row(i)[:n])
	}
	for i := x.Rows - 1; i >= 0; i-- {
		var before []float32
		if i+1 < x.Rows {
			before = cells.Row(i + 1)[n:]
		}
		g := gates.Row(i)[3*n:]
		Step(cells.Row(i)[n:], before, g[:n], g[n:2*n], g[2*n:], x.Row(i)[n:], sum.Row(i)[n:])
	}
}

// RecurBack leaves in dGates the slope of the gates before they were gated,
// where dSum is that of the sum. The slope of x besides is dSum itself.
func RecurBack(dGates, dSum, cells, gates Matrix) {
	n := dSum.Cols / 2
	carry := make([]float32, n)
	for i := dSum.Rows - 1; i >= 0; i-- {
		var before []float32
		if i > 0 {
			before = cells.Row(i - 1)[:n]
		}
		stepBack(carry, cells.Row(i)[:n], before, gates.Row(i)[:3*n], dSum.Row(i)[:n], dGates.Row(i)[:3*n])
	}
	clear(carry)
	for i := range dSum.Rows {
		var before []float32
		if i+1 < dSum.Rows {
			before = cells.Row(i + 1)[n:]
		}
		stepBack(carry, cells.Row(i)[n:], before, gates.Row(i)[3*n:], dSum.Row(i)[n:], dGates.Row(i)[3*n:])
	}
}

func stepBack(carry, c, before, gates, dSum, dGates []float32) {
	n := len(carry)
	z, f, r := gates[:n], gates[n:2*n], gates[2*n:3*n]
	dz, df, dr := dGates[:n], dGates[n:2*n], dGates[2*n:3*n]
	for j := range carry {
		dc := carry[j] + dSum[j]*r[j]
		dr[j] = dSum[j] * c[j] * gateSlope(r[j])
		was := float32(0)
		if before != nil {
			was = before[j]
		}
		df[j] = dc * (was - z[j]) * gateSlope(f[j])
		dz[j] = dc * (1 - f[j])
		carry[j] = dc * f[j]
	}
}

// gateSlope is the slope of Gate where it has the value y.
func gateSlope(y float32) float32 {
	u := 4 * y * (1 - y)
	if u <= 0 {
		return 0
	}
	return 0.5 * u * float32(math.Sqrt(float64(u)))
}
