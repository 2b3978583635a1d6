package english

import (
	"strings"
	"unicode/utf8"
)

// Lines shorter than wrapMin or longer than wrapMax are not taken for lines of
// a hard-wrapped paragraph; both in bytes.
const (
	wrapMin = 40
	wrapMax = 100
)

// paragraphs calls each with the stretches of text between paragraph ends. A
// line end parts paragraphs unless the lines are those of a wrapped paragraph:
// no longer than wrapMax, and each too long to have held the first word of the
// next.
func paragraphs(text string, each func(start, end int)) {
	for i := 0; i < len(text); {
		blockEnd, lines, width := block(text, i)
		start := i
		for i < blockEnd {
			end, next := line(text, i)
			if next >= blockEnd || !wraps(strings.TrimSpace(text[i:end]), text[next:blockEnd], lines, width) {
				if strings.TrimSpace(text[start:end]) != "" {
					each(start, end)
				}
				start = next
			}
			i = next
		}
	}
}

// line returns the end of the line at i and the start of the next.
func line(text string, i int) (end, next int) {
	for k := i; k < len(text); k++ {
		switch text[k] {
		case '\n', '\v', '\f':
			return k, k + 1
		case '\r':
			if k+1 < len(text) && text[k+1] == '\n' {
				return k, k + 2
			}
			return k, k + 1
		case 0xe2:
			if strings.HasPrefix(text[k:], "\u2028") || strings.HasPrefix(text[k:], "\u2029") {
				return k, k + 3
			}
		}
	}
	return len(text), len(text)
}

// block measures the lines from i to the next blank one.
func block(text string, i int) (end, lines, width int) {
	for i < len(text) {
		e, next := line(text, i)
		s := strings.TrimSpace(text[i:e])
		i = next
		if s == "" {
			break
		}
		lines++
		width = max(width, len(s))
	}
	return i, lines, width
}

// wraps reports whether the paragraph of a line goes on in the next.
func wraps(this, rest string, lines, width int) bool {
	if len(this) < wrapMin || width > wrapMax {
		return false
	}
	end, _ := line(rest, 0)
	next := strings.TrimSpace(rest[:end])
	if next == "" {
		return false
	}
	word := strings.IndexAny(next, " \t")
	if word < 0 {
		word = len(next)
	}
	if len(this)+1+word <= width*9/10 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next)
	if strings.IndexByte("-*•>|", next[0]) >= 0 {
		return false
	}
	// Two or three lines are little evidence: the sentence has to run on.
	if lines <= 3 {
		last := this[len(this)-1]
		return first >= 'a' && first <= 'z' || strings.IndexByte(".!?:\"'", last) < 0 && last < utf8.RuneSelf && lines == 3
	}
	return true
}
