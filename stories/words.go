package stories

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mention is one word of an article as the reader met it.
type mention struct {
	term       uint32
	start, end int32 // bytes of the part it stands in
	kind       mentionKind
	opens      bool // first of its sentence, so a capital says nothing
	joined     bool // only a space parts it from the word before
}

type mentionKind uint8

const (
	lower mentionKind = iota
	capital
	number
)

// Terms of different kinds never share a number, but for chance.
const (
	wordSeed = 2166136261
	nameSeed = wordSeed ^ 0x9e3779b9
	runSeed  = wordSeed ^ 0x7f4a7c15
	prime    = 16777619
)

// mentions appends the words and numbers of text. Words are folded to lower
// case and lose a plural or possessive s.
func mentions(dst []mention, text string) []mention {
	opens, gap := true, false
	for i := 0; i < len(text); {
		c := text[i]
		r, w := rune(c), 1
		if c >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isLetter(r):
			m := mention{start: int32(i), opens: opens, joined: gap}
			if unicode.IsUpper(r) {
				m.kind = capital
			}
			i = endOfWord(text, i)
			m.end = int32(i)
			m.term = fold(wordSeed, stem(text[m.start:m.end]))
			if m.kind != capital || m.end-m.start > 1 {
				dst = append(dst, m)
			}
			opens, gap = false, false
		case '0' <= r && r <= '9':
			m := mention{start: int32(i), kind: number}
			for i < len(text) && ('0' <= text[i] && text[i] <= '9' || (text[i] == '.' || text[i] == ',') && i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9') {
				i++
			}
			m.end = int32(i)
			m.term = fold(wordSeed, text[m.start:m.end])
			if m.end-m.start > 1 {
				dst = append(dst, m)
			}
			opens, gap = false, false
		default:
			switch r {
			case '.', '!', '?', ':', ';', '\n', '"', '“', '”', '‘', '(', '•', '|':
				opens = true
			}
			gap = r == ' ' || r == '-'
			i += w
		}
	}
	return dst
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

// endOfWord is where the word that starts at byte i ends: after its letters
// and digits, apostrophes between letters included.
func endOfWord(text string, i int) int {
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
				return i
			}
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += w
	}
	return i
}

// stem takes a plural s off.
func stem(word string) string {
	n := len(word)
	if n > 3 && (word[n-1] == 's' || word[n-1] == 'S') && word[n-2] != 's' && word[n-2] != 'S' && word[n-2] != 'u' && word[n-2] != 'i' {
		if n > 4 && word[n-3:] == "ies" {
			return word[:n-2]
		}
		return word[:n-1]
	}
	if n > 4 && word[n-1] == 'y' {
		return word[:n-1] + "i"
	}
	return word
}

// fold hashes a word in lower case (FNV-1a).
func fold(seed uint32, word string) uint32 {
	h := seed
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint32(c)) * prime
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(word[i:])
		h = (h ^ uint32(unicode.ToLower(r))) * prime
		i += w
	}
	return h
}

// asName is the term of a word as part of a name.
func asName(term uint32) uint32 { return (term ^ nameSeed) * prime }

// asRun is the term of two words of a name in a row.
func asRun(a, b uint32) uint32 { return ((a^runSeed)*prime ^ b) * prime }

// calendar holds the terms of weekdays and months, which are written like
// names but are none.
var calendar = func() map[uint32]bool {
	out := map[uint32]bool{}
	for word := range strings.FieldsSeq("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December") {
		out[fold(wordSeed, stem(word))] = true
	}
	return out
}()
