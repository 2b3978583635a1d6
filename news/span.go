package news

import "unicode/utf8"

// Span is the half-open range of bytes [Start, End) of an article's text.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// In returns the words the span covers in text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlap is the number of bytes shared by s and t.
func (s Span) Overlap(t Span) int {
	return max(0, min(s.End, t.End)-max(s.Start, t.Start))
}

// Offsets turns byte offsets of one text into code point offsets. Invalid
// bytes count as one code point each, as Go ranges over them.
type Offsets struct {
	ascii bool
	size  int
	// every[i] is the number of code points before byte i*stride.
	every []int32
	text  string
}

const stride = 64

// NewOffsets indexes text; each conversion then looks at no more than 64 bytes.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, size: len(text), ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			o.ascii = false
			break
		}
	}
	if o.ascii {
		return o
	}
	o.every = make([]int32, 0, len(text)/stride+2)
	n, next := int32(0), 0
	for i := range text {
		for next <= i {
			o.every = append(o.every, n)
			next += stride
		}
		n++
	}
	return o
}

// At returns the number of code points that start before byte offset b. A
// byte inside a code point counts as the code point's end.
func (o *Offsets) At(b int) int {
	if o.ascii {
		return b
	}
	k := min(b/stride, len(o.every)-1)
	if k < 0 {
		return 0
	}
	// every[k] counts the code points before the first one that starts at or
	// after k*stride; find that start, then walk.
	i := k * stride
	for i > 0 && i < len(o.text) && !startsRune(o.text, i) {
		i++
	}
	n := int(o.every[k])
	for i < b && i < len(o.text) {
		_, w := utf8.DecodeRuneInString(o.text[i:])
		i += w
		n++
	}
	return n
}

// startsRune reports whether ranging over text visits byte i.
func startsRune(text string, i int) bool {
	for back := 1; back < utf8.UTFMax && i-back >= 0; back++ {
		if c := text[i-back]; c < utf8.RuneSelf {
			return true
		} else if c >= 0xC0 {
			_, w := utf8.DecodeRuneInString(text[i-back:])
			return w <= back
		}
	}
	return true
}
