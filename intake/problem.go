package intake

import (
	"fmt"
	"strings"
)

// Problem is one thing that could not be read, or not wholly. It is an error
// whose message is one line.
type Problem struct {
	Path   string // "-" for standard input
	Record int    // line of a JSON Lines stream, from 1; 0 where that does not apply
	What   string // what is wrong
	Do     string // what to do about it
}

func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(printable(p.Path))
	if p.Record > 0 {
		fmt.Fprintf(&b, ", record %d", p.Record)
	}
	b.WriteString(": ")
	b.WriteString(printable(p.What))
	if p.Do != "" {
		b.WriteString("; ")
		b.WriteString(printable(p.Do))
	}
	return b.String()
}

// printable keeps a message on one line and control characters off the
// terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) {
			return '?'
		}
		return r
	}, s)
}

// excerpt shortens s for a message.
func excerpt(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
