// Package parallel runs the independent parts of one computation on all
// processors. The parts are told apart by their index and write to places of
// their own, so that the outcome does not depend on how many run at a time.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls work for every index from 0 up to n, several at a time.
func Each(n int, work func(i int)) {
	With(n, 1, func() func(int) { return work })
}

// With is Each for work that needs tables of its own: every worker starts
// once, and takes share indices at a time.
func With(n, share int, start func() (work func(i int))) {
	shares := (n + share - 1) / share
	workers := min(runtime.GOMAXPROCS(0), shares)
	if workers <= 1 {
		if n > 0 {
			work := start()
			for i := range n {
				work(i)
			}
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			work := start()
			for {
				k := int(next.Add(1)) - 1
				if k >= shares {
					return
				}
				for i := k * share; i < min(n, (k+1)*share); i++ {
					work(i)
				}
			}
		})
	}
	wait.Wait()
}

// Do calls functions at the same time.
func Do(functions ...func()) {
	Each(len(functions), func(i int) { functions[i]() })
}
