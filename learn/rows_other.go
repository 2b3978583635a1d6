//go:build !amd64

package learn

func add8(n int, to, x *float32)                                    {}
func scale8(n int, to, x, gain *float32, norm float32)              {}
func squares4(n int, x *float32, sums *[4]float32)                  {}
func step8(n int, c, before, z, f, r, x, sum *float32)              {}
func rectify8(n int, x *float32)                                    {}
func addRows64(n int, to, table *float32, stride int, rows *uint32) {}
