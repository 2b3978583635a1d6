package english

import (
	"unicode"
	"unicode/utf8"
)

// isSpace reports what lies between words: white space, control characters and
// the invisible marks that order text or forbid and allow line ends. Joiners
// are part of words.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	switch {
	case r <= 0xa0, r == 0xad:
		return r <= 0xa0
	case r == 0x200b, r == 0x200e, r == 0x200f, r == 0xfeff, r == 0x2060, r == 0x61c,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return unicode.IsSpace(r)
}

// isJoined reports what belongs to the rune before it: marks, joiners,
// variation selectors, skin tones.
func isJoined(r rune) bool {
	if r < 0x300 {
		return r == 0xad
	}
	return r == 0x200c || r == 0x200d || unicode.Is(unicode.M, r) || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r) || r == 0x200c || r == 0x200d || r == 0xad || r == utf8.RuneError
}

func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isLetter(b byte) bool { return b >= utf8.RuneSelf || 'a' <= b|0x20 && b|0x20 <= 'z' }
func isUpper(b byte) bool  { return 'A' <= b && b <= 'Z' }
