package english

import (
	"strings"
	"unicode/utf8"
)

// weighSingle weighs a single mark, which may be an apostrophe; false where it
// can be nothing else.
func weighSingle(text string, m *quoteMark, left, right neighbour, opens, closes bool) bool {
	plainLeft, plainRight := neighbourOf(lastRune(text[:m.at])), neighbourOf(firstRune(text[m.at+m.size:]))
	inWord := func(n neighbour) bool { return n == besideLetter || n == besideDigit }
	if inWord(plainLeft) && inWord(plainRight) {
		return false
	}
	elided := opens && isElision(text[m.at+m.size:])
	switch {
	case elided:
		m.stray, m.open, m.close = 2, 15, 50
	case opens && closes:
		m.stray, m.open, m.close = 20, 5, 5
	case opens:
		m.stray, m.open, m.close = 30, 5, 50
	case closes:
		m.open = 80
		m.stray, m.close = weighFinal(text, m.at, m.at+m.size, left, right)
	case left == besideSpace && right == besideSpace:
		m.stray, m.open, m.close = 10, 20, 15
		if endsInS(strings.TrimRight(text[max(0, m.at-4):m.at], " ")) {
			m.stray = 5
		}
	case left == besideClosing:
		m.stray, m.open, m.close = 20, 10, 10
	default:
		m.stray, m.open, m.close = 10, 30, 40
	}
	switch m.glyph {
	case singleTurned:
		if !elided {
			m.stray += 15
		}
		if opens {
			m.open = m.open / 2
		} else {
			m.open = 20
			m.close += 20
		}
	case singleRaised:
		if opens {
			m.stray, m.open = 10, m.open+25
		} else {
			m.open += 30
		}
	case singleGrave:
		m.close += 30
		m.stray = min(m.stray, 20)
	}
	return true
}

// weighFinal weighs a single mark at the end of a word: the apostrophe of a
// plural's genitive or of a clipped word, feet, or a closing mark.
func weighFinal(text string, at, end int, left, right neighbour) (stray, close int32) {
	word := text[max(0, at-4):at]
	followed := right == besideSpace && startsLower(text[min(len(text), end+1):])
	switch {
	case strings.HasSuffix(word, "'n") || strings.HasSuffix(word, "’n"): // rock ’n’ roll
		return 0, 20
	case left == besideClosing:
		return 40, 0
	case left == besideDigit:
		return 7, 3
	case endsInS(word) && followed:
		return 0, 8
	case endsInS(word) && right == besideSpace:
		return 2, 4
	case endsInS(word):
		return 8, 2
	case strings.HasSuffix(word, "in") || strings.HasSuffix(word, " o") || strings.HasSuffix(word, " an") || strings.HasSuffix(word, " ol") || strings.HasSuffix(word, " th"):
		return 8, 4
	}
	return 25, 0
}

func endsInS(s string) bool {
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case 's', 'S', 'z', 'x':
		return true
	}
	return false
}

func startsLower(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

func firstRune(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isElision reports whether rest starts with a word that is written with an
// apostrophe before it: ’em, ’80s, rock ’n’ roll, or a clitic parted from its
// word.
func isElision(rest string) bool {
	n := 0
	for n < len(rest) && n < 8 && (neighbourOf(rune(rest[n])) == besideLetter || '0' <= rest[n] && rest[n] <= '9') {
		n++
	}
	word := rest[:n]
	if n >= 2 && '0' <= word[0] && word[0] <= '9' && '0' <= word[1] && word[1] <= '9' {
		return n == 2 || n == 3 && word[2] == 's'
	}
	switch strings.ToLower(word) {
	case "em", "tis", "twas", "twill", "cause", "cos", "coz", "til", "till", "round", "bout", "neath", "nuff", "n", "s", "ll", "re", "ve", "d", "m", "t":
		return true
	}
	return false
}
