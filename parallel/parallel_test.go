package parallel

import (
	"runtime"
	"testing"
)

func TestEveryIndexOnceWhateverTheWorkers(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, workers := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(workers)
		for _, n := range []int{0, 1, 2, 100, 1001} {
			for _, share := range []int{1, 3, 64, 2000} {
				done := make([]int, n)
				With(n, share, func() func(int) {
					scratch := 0 // a worker's own: the race detector would tell
					return func(i int) {
						scratch++
						done[i]++
					}
				})
				for i, times := range done {
					if times != 1 {
						t.Fatalf("%d workers, %d of %d: done %d times", workers, i, n, times)
					}
				}
			}
		}
	}
}

func TestDo(t *testing.T) {
	a, b := 0, 0
	Do(func() { a = 1 }, func() { b = 2 })
	if a != 1 || b != 2 {
		t.Errorf("%d, %d", a, b)
	}
}
