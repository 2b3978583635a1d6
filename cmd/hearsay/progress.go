package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// progress says on standard error how far long work has come, on a line of its
// own. It is silent for the first two seconds, where standard error is no
// terminal, and where the results are written to that terminal meanwhile.
type progress struct {
	w     io.Writer
	mu    sync.Mutex
	start time.Time // of the whole work
	begun time.Time // of the present part
	part  string    // what is being done
	done  int
	total int  // 0 where unknown
	shown bool // whether the line stands there
	stop  chan struct{}
}

const (
	progressAfter = 2 * time.Second
	progressEvery = 250 * time.Millisecond
)

// newProgress begins with a part; streaming says that results go to output as
// they come.
func newProgress(w io.Writer, part string, output string, streaming bool) *progress {
	now := time.Now()
	p := &progress{w: w, start: now, begun: now, part: part, stop: make(chan struct{})}
	if term.IsTerminal(int(os.Stderr.Fd())) && !(streaming && output == "" && term.IsTerminal(int(os.Stdout.Fd()))) {
		go p.run()
	}
	return p
}

func (p *progress) run() {
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		select {
		case now := <-tick.C:
			p.mu.Lock()
			if now.Sub(p.start) >= progressAfter && !p.stopped() {
				fmt.Fprintf(p.w, "\r\x1b[K%s", p.line(now))
				p.shown = true
			}
			p.mu.Unlock()
		case <-p.stop:
			return
		}
	}
}

func (p *progress) stopped() bool {
	select {
	case <-p.stop:
		return true
	default:
		return false
	}
}

// line is "reading: 1200 articles, 400 a second" or "annotating: 300 of 1200
// articles, 15 a second, 1m0s left".
func (p *progress) line(now time.Time) string {
	spent := now.Sub(p.begun)
	if p.done == 0 {
		return fmt.Sprintf("%s: %s", p.part, spent.Round(time.Second))
	}
	rate := float64(p.done) / spent.Seconds()
	if p.total == 0 {
		return fmt.Sprintf("%s: %d articles, %.0f a second", p.part, p.done, rate)
	}
	left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second)).Round(time.Second)
	return fmt.Sprintf("%s: %d of %d articles, %.0f a second, %s left", p.part, p.done, p.total, rate, left)
}

// next begins another part of the work, on that many articles.
func (p *progress) next(part string, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.part, p.begun, p.done, p.total = part, time.Now(), 0, total
}

// step counts one more article done.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
}

// Write writes a message where the line stood.
func (p *progress) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	return p.w.Write(b)
}

// end clears the line.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.stopped() {
		close(p.stop)
	}
	p.clear()
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
