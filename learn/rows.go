package learn

import "math"

// Add adds x to a row, value by value.
func Add(to, x []float32) {
	to = to[:len(x)]
	i := 0
	if rowwise && len(x) >= 8 {
		i = len(x) &^ 7
		add8(i, &to[0], &x[0])
	}
	for ; i < len(x); i++ {
		to[i] += x[i]
	}
}

// AddRows adds rows of a table to a row, one after another.
func AddRows(to []float32, table Matrix, rows []uint32) {
	j := 0
	if rowwise && len(rows) > 0 {
		for _, r := range rows {
			_ = table.Row(int(r))
		}
		for to = to[:table.Cols]; j+64 <= table.Cols; j += 64 {
			addRows64(len(rows), &to[j], &table.Data[j], table.Stride*4, &rows[0])
		}
	}
	if j < table.Cols {
		for _, r := range rows {
			Add(to[j:], table.Row(int(r))[j:])
		}
	}
}

// Norm is what a row is multiplied by for the mean of its squares to be one.
// The squares are summed in four sums, every fourth value in one; what is left
// over at the end of a row counts for nothing.
func Norm(x []float32) float32 {
	var s [4]float32
	if n := len(x) &^ 3; rowwise && n > 0 {
		squares4(n, &x[0], &s)
	} else {
		for j := 0; j+3 < len(x); j += 4 {
			s[0] += float32(x[j] * x[j])
			s[1] += float32(x[j+1] * x[j+1])
			s[2] += float32(x[j+2] * x[j+2])
			s[3] += float32(x[j+3] * x[j+3])
		}
	}
	mean := ((s[0] + s[1]) + (s[2] + s[3])) / float32(len(x))
	return 1 / float32(math.Sqrt(float64(mean+1e-6)))
}

// Scale writes x times norm times the gain of each value.
func Scale(to, x, gain []float32, norm float32) {
	to, gain = to[:len(x)], gain[:len(x)]
	i := 0
	if rowwise && len(x) >= 8 {
		i = len(x) &^ 7
		scale8(i, &to[0], &x[0], &gain[0], norm)
	}
	for ; i < len(x); i++ {
		to[i] = float32(x[i]*norm) * gain[i]
	}
}

// Rectify replaces values below zero by zero.
func Rectify(x []float32) {
	i := 0
	if rowwise && len(x) >= 8 {
		i = len(x) &^ 7
		rectify8(i, &x[0])
	}
	for ; i < len(x); i++ {
		b := math.Float32bits(x[i])
		x[i] = math.Float32frombits(b &^ uint32(int32(b)>>31))
	}
}

// Step is a step of gated recurrence: the cells c keep of the cells before
// what the forget gates f say and take z for the rest; sum is x and what the
// output gates r let through of c. before is nil at the first step.
func Step(c, before, z, f, r, x, sum []float32) {
	n := len(z)
	c, f, r, x, sum = c[:n], f[:n], r[:n], x[:n], sum[:n]
	if before == nil {
		for j, v := range z {
			c[j] = float32((1 - f[j]) * v)
			sum[j] = x[j] + float32(r[j]*c[j])
		}
		return
	}
	before = before[:n]
	j := 0
	if rowwise && n >= 8 {
		j = n &^ 7
		step8(j, &c[0], &before[0], &z[0], &f[0], &r[0], &x[0], &sum[0])
	}
	for ; j < n; j++ {
		c[j] = float32(f[j]*before[j]) + float32((1-f[j])*z[j])
		sum[j] = x[j] + float32(r[j]*c[j])
	}
}
