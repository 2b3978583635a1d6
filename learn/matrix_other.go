//go:build !amd64 && !arm64

package learn

var vector, wide, rowwise = false, false, false

func product4x64(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int) {
}
func product1x64(k int, a *float32, stepA int, b *float32, strideB int, c *float32) {}
func product4x32(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int) {
}
func product4x16(k int, a *float32, rowA, stepA int, b *float32, strideB int, c *float32, strideC int) {
}
func product1x16(k int, a *float32, stepA int, b *float32, strideB int, c *float32) {}
func gates8(n int, x *float32)                                                      {}
