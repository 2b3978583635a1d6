package dates

import "strings"

// token is a word, number or mark that the rules know. Tokens of one run
// follow each other with nothing between them but white space; every other
// word or mark ends a run.
type token struct {
	start, end int
	syms       []symbolValue
	number     *numberWord // for words like "twenty", before they are joined
}

// symbolValue is one way to read a token: as a symbol of the grammar, filling
// fields of the frame.
type symbolValue struct {
	sym    symbol
	field  field
	value  int32
	more   []feature
	capped bool // only where the word is capitalised
}

const longestWord = 16

// longestRun bounds the memory for a text made of nothing but known words.
const longestRun = 4096

// lexer cuts a text into runs.
type lexer struct {
	text  string
	g     *grammar
	run   []token
	flush func(run []token)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// scan hands each run of known words to flush, in order.
func (l *lexer) scan() {
	text, i := l.text, 0
	for i < len(text) {
		c := text[i]
		switch {
		case isLetter(c):
			i = l.word(i)
		case isDigit(c):
			i = l.digits(i)
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == '\n':
			if i++; i < len(text) && (text[i] == '\n' || text[i] == '\r') {
				l.cut()
			}
		case c == ',':
			i = l.mark(i, i+1, l.g.comma)
		case c == '-':
			i = l.dash(i, i+1)
		case c == '\'':
			i = l.apostrophe(i, i+1)
		case c >= 0x80:
			i = l.wide(i)
		default:
			l.cut()
			i++
		}
	}
	l.cut()
}

func (l *lexer) cut() {
	if len(l.run) > 0 {
		l.flush(l.run)
		l.run = l.run[:0]
	}
}

// mark adds a punctuation token, where a run is under way.
func (l *lexer) mark(start, end int, s []symbolValue) int {
	if len(l.run) > 0 {
		l.run = append(l.run, token{start: start, end: end, syms: s})
	}
	return end
}

// dash keeps a single dash between words; "--" parts them.
func (l *lexer) dash(start, end int) int {
	if end < len(l.text) && l.text[end] == '-' {
		l.cut()
		return end + 1
	}
	return l.mark(start, end, l.g.dash)
}

func (l *lexer) apostrophe(start, end int) int {
	t := l.text
	if end+1 < len(t) && isDigit(t[end]) && isDigit(t[end+1]) && (start == 0 || !isLetter(t[start-1]) && !isDigit(t[start-1])) {
		return l.digits(end)
	}
	if end < len(t) && t[end]|0x20 == 's' && (end+1 == len(t) || !isLetter(t[end+1])) {
		return l.mark(start, end+1, l.g.possessive)
	}
	if start > 0 && t[start-1]|0x20 == 's' && end < len(t) && t[end] == ' ' {
		return l.mark(start, end, l.g.possessive)
	}
	l.cut()
	return end
}

// wide handles what is not ASCII: typographic dashes, apostrophes and spaces.
func (l *lexer) wide(i int) int {
	t := l.text[i:]
	switch {
	case strings.HasPrefix(t, "–"), strings.HasPrefix(t, "‑"):
		return l.mark(i, i+3, l.g.dash)
	case strings.HasPrefix(t, "’"):
		return l.apostrophe(i, i+3)
	case strings.HasPrefix(t, "\u00a0"):
		return i + 2
	case strings.HasPrefix(t, "\u202f"), strings.HasPrefix(t, "\u2009"):
		return i + 3
	}
	l.cut()
	i++
	for i < len(l.text) && l.text[i]&0xC0 == 0x80 {
		i++
	}
	// The rest of a word like "élan" is no word of its own.
	for i < len(l.text) && (isLetter(l.text[i])) {
		i++
	}
	return i
}

func (l *lexer) word(start int) int {
	if len(l.run) >= longestRun {
		l.cut()
	}
	t, i := l.text, start
	var buf [longestWord + 2]byte
	for i < len(t) && isLetter(t[i]) {
		if i-start < longestWord {
			buf[i-start] = t[i] | 0x20
		}
		i++
	}
	if i < len(t) && t[i] >= 0xC3 && t[i] <= 0xCA { // an accented letter goes on
		l.cut()
		return i
	}
	if i-start > longestWord {
		l.cut()
		return i
	}
	if start > 0 && isDigit(t[start-1]) && len(l.run) == 0 {
		return i // "3D", "4x4"
	}
	w := buf[:i-start]
	// a.m., p.m., A.M.
	if len(w) == 1 && (w[0] == 'a' || w[0] == 'p') && i+1 < len(t) && t[i] == '.' && t[i+1]|0x20 == 'm' && (i+2 >= len(t) || !isLetter(t[i+2])) {
		w, i = append(w, 'm'), i+2
		if i < len(t) && t[i] == '.' {
			i++
		}
	}
	if len(w) == 1 && w[0] == 'o' && strings.HasPrefix(t[i:], "'clock") {
		w, i = append(w, "clock"...), i+len("'clock")
	} else if len(w) == 1 && w[0] == 'o' && strings.HasPrefix(t[i:], "’clock") {
		w, i = append(w, "clock"...), i+len("’clock")
	}
	if i < len(t) && (isDigit(t[i]) && len(w) <= 2 || len(w) == 2 && w[0] == 'f' && w[1] == 'y') {
		if end, syms := l.figureWord(string(w), i); end > 0 {
			l.run = append(l.run, token{start: start, end: end, syms: syms})
			return end
		}
	}
	// "year-ago", "third-quarter": compounds that the rules name.
	if i+1 < len(t) && t[i] == '-' && isLetter(t[i+1]) {
		joined, j := append(w, '-'), i+1
		for j < len(t) && isLetter(t[j]) && len(joined) < longestWord {
			joined = append(joined, t[j]|0x20)
			j++
		}
		if e := l.g.lookup(joined); e != nil && (j == len(t) || !isLetter(t[j])) {
			l.run = append(l.run, token{start: start, end: j, syms: e.syms})
			return j
		}
	}
	e := l.g.lookup(w)
	if e == nil {
		l.cut()
		return i
	}
	capital := t[start] < 'a'
	syms := e.syms
	if e.capped && !capital {
		syms = e.lower
		if len(syms) == 0 {
			l.cut()
			return i
		}
	}
	if e.dotted && i < len(t) && t[i] == '.' {
		i++
	}
	l.run = append(l.run, token{start: start, end: i, syms: syms, number: e.number})
	return i
}

// figureWord reads Q3, H1, FY2024 and FY24, whose figures begin at i.
func (l *lexer) figureWord(w string, i int) (int, []symbolValue) {
	t, j := l.text, i
	if w == "fy" && j < len(t) && (t[j] == ' ' || t[j] == '-') {
		j++
	}
	first := j
	j = skipDigits(t, j)
	if j < len(t) && (isLetter(t[j]) || t[j] == '.' && j+1 < len(t) && isDigit(t[j+1])) {
		return 0, nil
	}
	n, ok := atoi(t[first:j])
	switch b := &l.g.builtin; {
	case !ok:
	case w == "q" && j == first+1 && n >= 1 && n <= 4:
		return j, []symbolValue{{sym: b.quarter, field: fieldQuarter, value: n}}
	case w == "h" && j == first+1 && n >= 1 && n <= 2:
		return j, []symbolValue{{sym: b.half, field: fieldHalf, value: n}}
	case w == "fy" && j == first+4 && n >= 1900 && n < 2200:
		return j, []symbolValue{{sym: b.fiscalYear, field: fieldYear, value: n}}
	case w == "fy" && j == first+2:
		return j, []symbolValue{{sym: b.fiscalYear, field: fieldYear, value: century(n)}}
	}
	return 0, nil
}
