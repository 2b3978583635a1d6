package learn

// Every arm64 has the vector instructions of matrix_arm64.s; rows are worked
// on without.
var vector, wide, rowwise = true, false, false

func product4x64(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int) {
}
func product1x64(k int, a *float32, stepA int, b *float32, strideB int, c *float32) {}
func product4x32(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int) {
}
func gates8(n int, x *float32) {}

// product4x16 adds a product of four rows of a and 16 columns of b, k deep.
// All distances are in bytes.
//
//go:noescape
func product4x16(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int)

// product1x16 is product4x16 for one row.
//
//go:noescape
func product1x16(k int, a *float32, stepA int, b *float32, strideB int, c *float32)
