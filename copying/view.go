package copying

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// token is a word of a text in its normalised form.
type token struct {
	news.Span
	norm   string
	quoted bool
}

// folded maps accented Latin letters to plain ones.
var folded = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ł': "l", 'ı': "i", 'þ': "th", 'ð': "d"}
	for plain, accented := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭį",
		"j": "ĵ", "k": "ķ", "l": "ĺļľ", "n": "ñńņň", "o": "òóôõöōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťțŧ",
		"u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range accented {
			m[r] = plain
		}
	}
	return m
}()

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' }

// standsAlone reports whether r is a word by itself, as in scripts that do not
// part words by spaces.
func standsAlone(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|' ' && r|' ' <= 'z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || isMark(r))
}

// isMark reports whether r stands on the letter before it.
func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.Mn, r) }

// tokenise cuts text into normalised words: lower case, accents and marks
// folded, possessive 's and the commas of numbers left out, "%" and "per cent"
// as "percent". It appends to into.
func tokenise(text string, into []token) []token {
	quotes := quotations(text)
	norm := make([]byte, 0, longestWord+utf8.UTFMax)
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRuneInString(text[i:])
		if r == '%' {
			into = append(into, token{Span: news.Span{Start: i, End: i + 1}, norm: "percent", quoted: quotes.has(i)})
			i++
			continue
		}
		if !isWordRune(r) || isMark(r) {
			i += width
			continue
		}
		start := i
		if standsAlone(r) {
			i += width
			into = append(into, token{Span: news.Span{Start: start, End: i}, norm: text[start:i], quoted: quotes.has(start)})
			continue
		}
		i, norm = readWord(text, i, norm[:0])
		t := token{Span: news.Span{Start: start, End: i}, norm: text[start:i], quoted: quotes.has(start)}
		if string(norm) != t.norm {
			t.norm = string(norm)
		}
		if t.norm == "cent" && len(into) > 0 && into[len(into)-1].norm == "per" && start-into[len(into)-1].End == 1 {
			last := &into[len(into)-1]
			last.norm, last.End = "percent", i
			continue
		}
		into = append(into, t)
	}
	return into
}

// longestWord bounds a normalised word in bytes; what follows is another word.
const longestWord = 64

// readWord appends the normalised word that starts at i and returns its end.
func readWord(text string, i int, norm []byte) (int, []byte) {
	digits := true
	for i < len(text) && len(norm) < longestWord {
		r, width := utf8.DecodeRuneInString(text[i:])
		next, nextWidth := utf8.DecodeRuneInString(text[min(i+width, len(text)):])
		switch {
		case isWordRune(r):
			if standsAlone(r) {
				return i, norm
			}
			if isDigit := unicode.IsDigit(r); digits && !isDigit && len(norm) > 0 && magnitude(text[i:]) {
				return i, norm // "5m", "12bn"
			} else {
				digits = digits && isDigit
			}
			if !isMark(r) {
				norm = appendFolded(norm, r)
			}
			i += width
		case isApostrophe(r) && isWordRune(next):
			after := i + width + nextWidth
			if (next == 's' || next == 'S') && !startsWithWordRune(text[after:]) {
				return after, norm
			}
			i += width
		case r == '\u00ad' || r == '\u200d':
			i += width // soft hyphens and joiners
		case r == ',' && digits && unicode.IsDigit(next):
			i += width
		case r == '.' && isWordRune(next) && (digits && unicode.IsDigit(next) || len(norm) > 0 && initial(text, i)):
			if digits {
				norm = append(norm, '.')
			}
			i += width
		default:
			return i, norm
		}
	}
	return i, norm
}

// magnitude reports whether s starts with the short form of a thousand, a
// million or a billion, as it follows digits.
func magnitude(s string) bool {
	for _, short := range [...]string{"bn", "tn", "m", "k", "b"} {
		if len(s) >= len(short) && strings.EqualFold(s[:len(short)], short) && !startsWithWordRune(s[len(short):]) {
			return true
		}
	}
	return false
}

// initial reports whether the stop at i stands in an abbreviation like U.S.:
// single letters on both sides.
func initial(text string, i int) bool {
	before, width := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.IsLetter(before) {
		return false
	}
	if previous, _ := utf8.DecodeLastRuneInString(text[:i-width]); isWordRune(previous) {
		return false
	}
	after, width := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(after) && !startsWithWordRune(text[i+1+width:])
}

func startsWithWordRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return len(s) > 0 && isWordRune(r)
}

func appendFolded(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	}
	r = unicode.ToLower(r)
	if plain, ok := folded[r]; ok {
		return append(b, plain...)
	}
	return utf8.AppendRune(b, r)
}
