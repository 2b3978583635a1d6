package main

import (
	"strings"
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	now := time.Now()
	for want, p := range map[string]*progress{
		"reading: 1200 articles, 400 a second":                     {part: "reading", done: 1200, begun: now.Add(-3 * time.Second)},
		"annotating: 300 of 1200 articles, 15 a second, 1m0s left": {part: "annotating", done: 300, total: 1200, begun: now.Add(-20 * time.Second)},
		"annotating: 3 of 4 articles, 2 a second, 1s left":         {part: "annotating", done: 3, total: 4, begun: now.Add(-2 * time.Second)},
		"bringing 1200 articles together: 7s":                      {part: "bringing 1200 articles together", begun: now.Add(-7 * time.Second)},
	} {
		if got := p.line(now); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A message does not run into the line, and nothing is written after the end.
func TestProgressGivesWay(t *testing.T) {
	var b strings.Builder
	p := &progress{w: &b, shown: true, stop: make(chan struct{})}
	p.Write([]byte("hearsay: a.txt: empty\n"))
	p.end()
	p.end()
	if got, want := b.String(), "\r\x1b[Khearsay: a.txt: empty\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
