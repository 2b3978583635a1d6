package english

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/learn"
)

// form is what the taggers see of a word: hashes, computed once.
type form struct {
	lower  uint64
	shape  uint64
	prefix [3]uint64 // of 1 to 3 characters, in lower case
	suffix [4]uint64 // of 1 to 4 characters, in lower case
}

// newForm looks at a word. buf is scratch space, returned for the next call.
func newForm(word string, buf []byte) (form, []byte) {
	var f form
	buf = buf[:0]
	var starts [4]int // of the last characters
	count := 0
	var shape uint64 = 1
	var last uint64
	runs := 0
	for _, r := range word {
		var class uint64
		switch {
		case r < utf8.RuneSelf && r >= 'a' && r <= 'z':
			class = 1
		case r < utf8.RuneSelf && r >= 'A' && r <= 'Z':
			class = 2
			r |= 0x20
		case r >= '0' && r <= '9':
			class = 3
			r = '0'
		case r == '’' || r == '‘' || r == '`':
			class, r = uint64('\''), '\''
		case r == '“' || r == '”':
			class, r = uint64('"'), '"'
		case r == '–' || r == '—':
			class, r = uint64('-'), '-'
		case r >= utf8.RuneSelf && unicode.IsUpper(r):
			class = 2
			r = unicode.ToLower(r)
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			class = 1
		case r >= utf8.RuneSelf:
			class = 4
		default:
			class = uint64(r)
		}
		if class != last {
			last, runs = class, 0
		}
		if runs++; runs <= 2 && len(buf) < 32 {
			shape = shape*131 + class
		}
		copy(starts[:], starts[1:])
		starts[3] = len(buf)
		buf = utf8.AppendRune(buf, r)
		count++
		if count <= 3 {
			f.prefix[count-1] = learn.Hash(buf)
		}
	}
	f.lower, f.shape = learn.Hash(buf), shape
	for n := 1; n <= min(4, count); n++ {
		f.suffix[n-1] = learn.Hash(buf[starts[4-n]:])
	}
	return f, buf
}

// tag is a part of speech of both schemes.
type tag struct {
	upos UPOS
	xpos XPOS
}
