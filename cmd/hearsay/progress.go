package main

import (
	"fmt"
	"os"
	"time"

	"golang.org/x/term"
)

// progress says on standard error how far long work has come. It is silent for
// the first two seconds and where standard error is no terminal.
type progress struct {
	start, last time.Time
	done        int
	total       int // 0 where unknown
	shown       bool
	on          bool
}

func newProgress() *progress {
	return &progress{start: time.Now(), on: term.IsTerminal(int(os.Stderr.Fd()))}
}

// step counts one more article done.
func (p *progress) step() {
	p.done++
	if !p.on || time.Since(p.start) < 2*time.Second || time.Since(p.last) < 200*time.Millisecond {
		return
	}
	p.last, p.shown = time.Now(), true
	rate := float64(p.done) / time.Since(p.start).Seconds()
	line := fmt.Sprintf("%d articles, %.0f a second", p.done, rate)
	if p.total > 0 && rate > 0 {
		left := time.Duration(float64(p.total-p.done)/rate) * time.Second
		line = fmt.Sprintf("%d of %d articles, %.0f a second, %s left", p.done, p.total, rate, left)
	}
	fmt.Fprintf(os.Stderr, "\r\x1b[K%s", line)
}

// end clears the line.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(os.Stderr, "\r\x1b[K")
	}
}
