package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A quoteGlyph is the shape of a quotation mark.
type quoteGlyph uint8

const (
	noGlyph        quoteGlyph = iota
	doubleTurned              // “
	doubleRaised              // ”
	doubleStraight            // "
	doubleLow                 // „ or ,,
	doubleGrave               // ``
	doubleTicks               // ''
	singleTurned              // ‘
	singleRaised              // ’
	singleStraight            // '
	singleGrave               // `
	guillemetLeft             // «
	guillemetRight            // »
)

type quoteFamily uint8

const (
	doubleMarks quoteFamily = iota
	singleMarks
	guillemets
)

func (g quoteGlyph) family() quoteFamily {
	switch {
	case g >= guillemetLeft:
		return guillemets
	case g >= singleTurned:
		return singleMarks
	}
	return doubleMarks
}

// unclosed is the cost of a quotation opened by g that is never closed.
func (g quoteGlyph) unclosed() int32 {
	switch g {
	case singleTurned:
		return 40
	case singleRaised, singleStraight, singleGrave:
		return 60
	}
	return 50
}

// mismatch is the cost of closing with mark g what the mark opener opened, and
// whether the two can pair at all.
func (g quoteGlyph) mismatch(opener quoteGlyph) (cost int32, ok bool) {
	if g.family() != opener.family() {
		return 0, false
	}
	switch opener {
	case doubleTurned:
		ok = g == doubleRaised
	case doubleLow:
		ok = g == doubleTurned || g == doubleRaised || g == doubleTicks
	case doubleGrave:
		ok = g == doubleTicks
	case singleTurned, singleGrave:
		ok = g == singleRaised || g == singleStraight
	case guillemetLeft:
		ok = g == guillemetRight
	case guillemetRight:
		ok = g == guillemetLeft
	default:
		ok = g == opener
	}
	if ok {
		return 0, true
	}
	return 10, true
}

// A quoteMark is a place where a quotation may open or close, with what each
// reading costs there: stray is an apostrophe, an inch mark or a misprint.
type quoteMark struct {
	at, size           int
	glyph              quoteGlyph
	stray, open, close int32
}

// nextMark finds the first mark of text at or after from.
func nextMark(text string, from int) (quoteMark, bool) {
	for i := from; i < len(text); i++ {
		var m quoteMark
		switch text[i] {
		default:
			continue
		case '"':
			m = quoteMark{at: i, size: 1, glyph: doubleStraight}
		case '\'':
			m = quoteMark{at: i, size: 1, glyph: singleStraight}
			if strings.HasPrefix(text[i+1:], "'") {
				m.size, m.glyph = 2, doubleTicks
			}
		case '`':
			m = quoteMark{at: i, size: 1, glyph: singleGrave}
			if strings.HasPrefix(text[i+1:], "`") {
				m.size, m.glyph = 2, doubleGrave
			}
		case ',':
			if !strings.HasPrefix(text[i+1:], ",") {
				continue
			}
			m = quoteMark{at: i, size: 2, glyph: doubleLow}
		case 0xC2:
			if i+1 >= len(text) {
				continue
			}
			switch text[i+1] {
			case 0xAB:
				m.glyph = guillemetLeft
			case 0xBB:
				m.glyph = guillemetRight
			case 0xB4:
				m.glyph = singleRaised
			default:
				continue
			}
			m.at, m.size = i, 2
		case 0xE2:
			if i+2 >= len(text) || text[i+1] != 0x80 {
				continue
			}
			switch text[i+2] {
			case 0x98, 0x9B:
				m.glyph = singleTurned
			case 0x99:
				m.glyph = singleRaised
			case 0x9C, 0x9F:
				m.glyph = doubleTurned
			case 0x9D:
				m.glyph = doubleRaised
			case 0x9E:
				m.glyph = doubleLow
			default:
				continue
			}
			m.at, m.size = i, 3
			if m.glyph.family() == singleMarks && strings.HasPrefix(text[i+3:], text[i:i+3]) {
				m.size = 6
				m.glyph -= singleTurned - doubleTurned
			}
		}
		if weigh(text, &m) {
			return m, true
		}
		i += m.size - 1
	}
	return quoteMark{}, false
}

// neighbour says what stands beside a mark.
type neighbour uint8

const (
	besideSpace neighbour = iota
	besideLetter
	besideDigit
	besideOpening // ( [ {
	besideClosing // . , ; : ! ? ) ] } …
	besideDash
	besideOther
)

func neighbourOf(r rune) neighbour {
	switch r {
	case '(', '[', '{', '/', '¿', '¡':
		return besideOpening
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '…', '*':
		return besideClosing
	case '-', '–', '—', '―', '‐', '‑':
		return besideDash
	case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff', '\u2060':
		return besideSpace
	}
	switch {
	case r < utf8.RuneSelf && ('a' <= r|0x20 && r|0x20 <= 'z'):
		return besideLetter
	case '0' <= r && r <= '9':
		return besideDigit
	case r <= ' ' || unicode.IsSpace(r):
		return besideSpace
	case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)):
		return besideLetter
	}
	return besideOther
}

func isQuoteRune(r rune) bool {
	switch r {
	case '"', '\'', '`', '´', '«', '»', '‘', '’', '‛', '“', '”', '„', '‟':
		return true
	}
	return false
}

// before and after look past other quotation marks, a few at most.
func before(text string, at int) neighbour {
	for range 6 {
		if at == 0 {
			break
		}
		r, w := utf8.DecodeLastRuneInString(text[:at])
		if !isQuoteRune(r) {
			return neighbourOf(r)
		}
		at -= w
	}
	return besideSpace
}

func after(text string, at int) neighbour {
	for range 6 {
		if at >= len(text) {
			break
		}
		r, w := utf8.DecodeRuneInString(text[at:])
		if !isQuoteRune(r) {
			return neighbourOf(r)
		}
		at += w
	}
	return besideSpace
}

// weigh fills in what each reading of m costs; false where m can only be an
// apostrophe.
func weigh(text string, m *quoteMark) bool {
	left, right := before(text, m.at), after(text, m.at+m.size)
	opens := (left == besideSpace || left == besideOpening || left == besideDash) && right != besideSpace
	closes := left != besideSpace && left != besideOpening && right != besideLetter && right != besideDigit && right != besideOther
	if m.glyph.family() == singleMarks {
		return weighSingle(text, m, left, right, opens, closes)
	}
	switch {
	case opens && closes: // between dashes
		m.open, m.close = 5, 5
	case opens && left == besideDash:
		m.open, m.close = 5, 15
	case opens:
		m.close = 40
	case closes:
		m.open = 40
	case left == besideSpace && right == besideSpace:
		m.open, m.close = 5, 5
	case left == besideClosing:
		m.open, m.close = 10, 10
	default:
		m.open, m.close = 20, 20
	}
	m.stray = 60
	if m.glyph == doubleStraight && left == besideSpace && right == besideSpace {
		m.stray = 30
	}
	switch m.glyph {
	case doubleStraight, doubleTicks, doubleRaised:
		if closes && left == besideDigit {
			m.stray = 5
		}
	}
	switch m.glyph {
	case doubleTurned:
		if opens || !closes {
			m.open = 0
		} else {
			m.open = 25
		}
		m.close = m.close/4 + 10
	case doubleRaised:
		m.close = m.close * 3 / 4
		m.open = m.open/2 + 15
	case doubleLow, doubleGrave:
		m.open, m.close = m.open/4, 80
		if m.size == 2 && m.glyph == doubleLow && text[m.at] == ',' {
			m.stray = 20
		}
	case guillemetLeft:
		m.open /= 2
		m.close = m.close/2 + 10
	case guillemetRight:
		m.close /= 2
		m.open = m.open/2 + 10
	}
	return true
}
