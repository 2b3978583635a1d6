package learn

// The functions below do what their namesakes in rows.go do, for n values, a
// multiple of eight.

//go:noescape
func add8(n int, to, x *float32)

//go:noescape
func scale8(n int, to, x, gain *float32, norm float32)

// squares4 writes the sums of the squares of every fourth value.
//
//go:noescape
func squares4(n int, x *float32, sums *[4]float32)

//go:noescape
func step8(n int, c, before, z, f, r, x, sum *float32)

//go:noescape
func rectify8(n int, x *float32)

// addRows64 adds n rows, 64 columns of each, of a table with the given bytes
// from row to row. The next 64 columns it calls for ahead of their use: a large
// table lies in far memory.
//
//go:noescape
func addRows64(n int, to, table *float32, stride int, rows *uint32)
