//go:build !amd64

package vectors

var vector = false

func dots64(n int, v *int8, table *int8, words *int32, out *int32) {}
