package learn

// Matrix is a dense matrix, row by row.
type Matrix struct {
	Rows, Cols int
	Stride     int // from one row to the next
	Data       []float32
}

// NewMatrix is a matrix of zeros.
func NewMatrix(rows, cols int) Matrix {
	return Matrix{rows, cols, cols, make([]float32, rows*cols)}
}

// Row is the row with the given index.
func (m Matrix) Row(i int) []float32 { return m.Data[i*m.Stride : i*m.Stride+m.Cols] }

// Resize gives the matrix a number of rows, in its old memory where that is
// enough. What it holds is then undefined.
func (m *Matrix) Resize(rows, cols int) {
	if n := rows * cols; cap(m.Data) < n {
		m.Data = make([]float32, n+n/4)
	}
	m.Rows, m.Cols, m.Stride, m.Data = rows, cols, cols, m.Data[:rows*cols]
}

// Zero is Resize to a matrix of zeros.
func (m *Matrix) Zero(rows, cols int) {
	m.Resize(rows, cols)
	clear(m.Data)
}

// Part is the rows [first, last), which share the memory.
func (m Matrix) Part(first, last int) Matrix {
	return Matrix{Rows: last - first, Cols: m.Cols, Stride: m.Stride, Data: m.Data[first*m.Stride : last*m.Stride]}
}

// AddProduct adds a·b to c. Every sum is made in the order of the inner index,
// each product added with one rounding, with vector instructions as without:
// the result is the same on every machine.
func (c Matrix) AddProduct(a, b Matrix) {
	if a.Cols != b.Rows || c.Rows != a.Rows || c.Cols != b.Cols {
		panic("learn: matrices of unlike size")
	}
	product(c.Rows, c.Cols, a.Cols, a.Data, a.Stride, 1, b.Data, b.Stride, c.Data, c.Stride)
}

// AddTransposedProduct adds aᵀ·b to c.
func (c Matrix) AddTransposedProduct(a, b Matrix) {
	if a.Rows != b.Rows || c.Rows != a.Cols || c.Cols != b.Cols {
		panic("learn: matrices of unlike size")
	}
	product(c.Rows, c.Cols, a.Rows, a.Data, 1, a.Stride, b.Data, b.Stride, c.Data, c.Stride)
}

// Transpose writes the transpose of a into m, which takes its size.
func (m *Matrix) Transpose(a Matrix) {
	m.Resize(a.Cols, a.Rows)
	for i := range a.Rows {
		for j, v := range a.Row(i) {
			m.Data[j*m.Stride+i] = v
		}
	}
}

// product adds to c (m×n) the product of a (m×k, elements rowA apart in a
// column and stepA in a row) and b (k×n).
func product(m, n, k int, a []float32, rowA, stepA int, b []float32, strideB int, c []float32, strideC int) {
	if m == 0 || n == 0 || k == 0 {
		return
	}
	_ = a[(m-1)*rowA+(k-1)*stepA]
	_ = b[(k-1)*strideB+n-1]
	_ = c[(m-1)*strideC+n-1]
	j := 0
	if wide {
		for ; j+64 <= n; j += 64 {
			i := 0
			for ; i+4 <= m; i += 4 {
				product4x64(k, &a[i*rowA], rowA*4, stepA*4, &b[j], strideB*4, &c[i*strideC+j], strideC*4)
			}
			for ; i < m; i++ {
				product1x64(k, &a[i*rowA], stepA*4, &b[j], strideB*4, &c[i*strideC+j])
			}
		}
	}
	if wide && m >= 4 {
		for ; j+32 <= n; j += 32 {
			i := 0
			for ; i+4 <= m; i += 4 {
				product4x32(k, &a[i*rowA], rowA*4, stepA*4, &b[j], strideB*4, &c[i*strideC+j], strideC*4)
			}
			for ; i < m; i++ {
				product1x16(k, &a[i*rowA], stepA*4, &b[j], strideB*4, &c[i*strideC+j])
				product1x16(k, &a[i*rowA], stepA*4, &b[j+16], strideB*4, &c[i*strideC+j+16])
			}
		}
	}
	if vector {
		for ; j+16 <= n; j += 16 {
			i := 0
			for ; i+4 <= m; i += 4 {
				product4x16(k, &a[i*rowA], rowA*4, stepA*4, &b[j], strideB*4, &c[i*strideC+j], strideC*4)
			}
			for ; i < m; i++ {
				product1x16(k, &a[i*rowA], stepA*4, &b[j], strideB*4, &c[i*strideC+j])
			}
		}
	}
	// Without vectors, blocks of four by four keep their sums in registers.
	for ; j+4 <= n; j += 4 {
		i := 0
		for ; i+4 <= m; i += 4 {
			product4x4(k, a[i*rowA:], rowA, stepA, b[j:], strideB, c[i*strideC+j:], strideC)
		}
		for ; i < m; i++ {
			productRow(k, a[i*rowA:], stepA, b[j:], strideB, c[i*strideC+j:][:4])
		}
	}
	if j < n {
		for i := range m {
			productRow(k, a[i*rowA:], stepA, b[j:], strideB, c[i*strideC+j:i*strideC+n])
		}
	}
}

func productRow(k int, a []float32, stepA int, b []float32, strideB int, c []float32) {
	for l := range k {
		v := a[l*stepA]
		for x, w := range b[l*strideB:][:len(c)] {
			c[x] = fused(v, w, c[x])
		}
	}
}

func product4x4(k int, a []float32, rowA, stepA int, b []float32, strideB int, c []float32, strideC int) {
	c0, c1, c2, c3 := c[:4], c[strideC:][:4], c[2*strideC:][:4], c[3*strideC:][:4]
	s00, s01, s02, s03 := c0[0], c0[1], c0[2], c0[3]
	s10, s11, s12, s13 := c1[0], c1[1], c1[2], c1[3]
	s20, s21, s22, s23 := c2[0], c2[1], c2[2], c2[3]
	s30, s31, s32, s33 := c3[0], c3[1], c3[2], c3[3]
	at, bt := 0, 0
	for range k {
		row := b[bt : bt+4 : bt+4]
		b0, b1, b2, b3 := row[0], row[1], row[2], row[3]
		v := a[at]
		s00, s01, s02, s03 = fused(v, b0, s00), fused(v, b1, s01), fused(v, b2, s02), fused(v, b3, s03)
		v = a[at+rowA]
		s10, s11, s12, s13 = fused(v, b0, s10), fused(v, b1, s11), fused(v, b2, s12), fused(v, b3, s13)
		v = a[at+2*rowA]
		s20, s21, s22, s23 = fused(v, b0, s20), fused(v, b1, s21), fused(v, b2, s22), fused(v, b3, s23)
		v = a[at+3*rowA]
		s30, s31, s32, s33 = fused(v, b0, s30), fused(v, b1, s31), fused(v, b2, s32), fused(v, b3, s33)
		at += stepA
		bt += strideB
	}
	c0[0], c0[1], c0[2], c0[3] = s00, s01, s02, s03
	c1[0], c1[1], c1[2], c1[3] = s10, s11, s12, s13
	c2[0], c2[1], c2[2], c2[3] = s20, s21, s22, s23
	c3[0], c3[1], c3[2], c3[3] = s30, s31, s32, s33
}
