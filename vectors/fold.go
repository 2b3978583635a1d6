package vectors

import (
	"unicode"
	"unicode/utf8"
)

// fold appends the form that a word is filed under: lower case, every digit
// 0, the typewriter's apostrophe. It gives up on words that are too long.
func fold(dst []byte, word string) ([]byte, bool) {
	if word == "" || len(word) > longest {
		return nil, false
	}
	for i := 0; i < len(word); {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		case c >= utf8.RuneSelf:
			r, w := utf8.DecodeRuneInString(word[i:])
			if r == '’' {
				r = '\''
			}
			if len(dst) >= longest {
				return nil, false
			}
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
			i += w
			continue
		}
		if len(dst) >= longest {
			return nil, false
		}
		dst = append(dst, c)
		i++
	}
	return dst, true
}
