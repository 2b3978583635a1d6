package dates

import "strings"

// numberWord is a word of a spelled-out number: what it is worth, and whether
// it multiplies ("hundred") or orders ("third").
type numberWord struct {
	value   int32
	scale   bool
	ordinal bool
}

// digits reads a token that begins with a digit: a number, a year, a clock
// time, a date in figures.
func (l *lexer) digits(start int) int {
	if len(l.run) >= longestRun {
		l.cut()
	}
	t := l.text
	if start > 0 {
		switch c := t[start-1]; {
		case isLetter(c), c == '$', c == '#', c == '.', c == '_', c == '/', c == '+', c >= 0x80 && !startsAfterSpace(t, start):
			l.cut()
			return skipNumber(t, start)
		}
	}
	i := skipDigits(t, start)
	if end, syms := l.figureDate(start, i); end > 0 {
		l.run = append(l.run, token{start: start, end: end, syms: syms})
		return end
	}
	n, ok := atoi(t[start:i])
	grouped := false
	for i+3 < len(t) && t[i] == ',' && isDigit(t[i+1]) && isDigit(t[i+2]) && isDigit(t[i+3]) && (i+4 == len(t) || !isDigit(t[i+4])) {
		m, _ := atoi(t[i+1 : i+4])
		n, grouped, i = n*1000+m, true, i+4
		ok = ok && n < 1e6
	}
	frac, decimal := int32(0), 0
	if i+1 < len(t) && t[i] == '.' && isDigit(t[i+1]) {
		j := skipDigits(t, i+1)
		decimal = j - i - 1
		frac = int32(t[i+1]-'0') * 10
		if decimal > 1 {
			frac += int32(t[i+2] - '0')
		}
		i = j
	}
	if i < len(t) && (t[i] == '%' || t[i] == '/' && i+1 < len(t) && isDigit(t[i+1])) || !ok {
		l.cut()
		return skipNumber(t, i)
	}
	// "2 1/2"
	if decimal == 0 && !grouped && i+3 < len(t) && t[i:i+4] == " 1/2" {
		frac, decimal, i = 50, 1, i+4
	}
	figures := i - start
	plain := decimal == 0 && !grouped
	suffix := i
	for suffix < len(t) && isLetter(t[suffix]) && suffix-i < 3 {
		suffix++
	}
	switch s := strings.ToLower(t[i:suffix]); {
	case plain && (s == "st" || s == "nd" || s == "rd" || s == "th"):
		l.number(start, suffix, l.g.ordinals(n))
		return suffix
	case plain && s == "s" && (figures == 4 || figures == 2 && n%10 == 0):
		l.number(start, suffix, l.g.decades(n, figures))
		return suffix
	}
	if plain && figures == 4 && n%10 == 0 {
		for _, s := range []string{"'s", "’s"} {
			if strings.HasPrefix(t[i:], s) && n >= 1000 && n%100 != 0 {
				l.number(start, i+len(s), l.g.decades(n, figures))
				return i + len(s)
			}
		}
	}
	l.number(start, i, l.g.figures(n, frac, figures, decimal, plain))
	return i
}

// number adds a token that reads as syms.
func (l *lexer) number(start, end int, syms []symbolValue) {
	l.run = append(l.run, token{start: start, end: end, syms: syms})
}

func startsAfterSpace(t string, i int) bool {
	for _, s := range []string{"\u00a0", "\u202f", "\u2009", "–", "‑", "—", "“", "‘", "’"} {
		if strings.HasSuffix(t[:i], s) {
			return true
		}
	}
	return false
}

// skipNumber passes the rest of something that is no number of ours.
func skipNumber(t string, i int) int {
	for i < len(t) && (isDigit(t[i]) || (t[i] == '.' || t[i] == ',') && i+1 < len(t) && isDigit(t[i+1])) {
		i++
	}
	return max(i, 1)
}

// atoi reads at most six figures.
func atoi(s string) (int32, bool) {
	if len(s) > 6 {
		return 0, false
	}
	n := int32(0)
	for i := range len(s) {
		n = n*10 + int32(s[i]-'0')
	}
	return n, true
}

func skipDigits(t string, i int) int {
	for i < len(t) && isDigit(t[i]) {
		i++
	}
	return i
}

// joinNumbers makes one token of a spelled-out number: "twenty four", "two
// hundred and ten", "nineteen ninety-six", "twenty-first".
func (g *grammar) joinNumbers(run []token) []token {
	any := false
	for i := range run {
		any = any || run[i].number != nil
	}
	if !any {
		return run
	}
	out := make([]token, 0, len(run))
	for i := 0; i < len(run); {
		if run[i].number == nil {
			out = append(out, run[i])
			i++
			continue
		}
		n, ordinal, next := g.spelled(run, i)
		if next == i {
			out = append(out, run[i])
			i++
			continue
		}
		t := token{start: run[i].start, end: run[next-1].end}
		switch {
		case ordinal:
			t.syms = g.ordinals(n)
		case n >= 1000:
			t.syms = g.figures(n, 0, 4, 0, true)
		default:
			t.syms = g.figures(n, 0, 0, 0, true)
		}
		if next == i+1 { // "second" is a unit as well
			t.syms = append(t.syms[:len(t.syms):len(t.syms)], run[i].syms...)
		}
		out = append(out, t)
		i = next
	}
	return out
}

// spelled reads the longest number from run[i] on.
func (g *grammar) spelled(run []token, i int) (n int32, ordinal bool, next int) {
	w := run[i].number
	if w.ordinal {
		return w.value, true, i + 1
	}
	n, next = w.value, i+1
	last := w.value
	total := int32(0)
	for next < len(run) {
		j := next
		if g.isDash(&run[j]) && j+1 < len(run) {
			j++
		}
		w := run[j].number
		if w == nil {
			break
		}
		switch {
		case w.scale && w.value == 1000 && total == 0 && n < 1000:
			total, n, last = n*1000, 0, 1000
		case w.scale && w.value == 100 && n < 100 && n > 0:
			n, last = n*100, 100
		case w.scale:
			return total + n, false, next
		case last >= 20 && last < 100 && w.value < 10 && last%10 == 0,
			last == 100 && w.value < 100, last == 1000 && w.value < 1000:
			n, last = n+w.value, w.value
		case total == 0 && n >= 10 && n < 30 && w.value >= 10 && w.value < 100 && !w.ordinal:
			n, last = n*100+w.value, w.value // nineteen ninety
		default:
			return total + n, false, next
		}
		next = j + 1
		if w.ordinal {
			return total + n, true, next
		}
	}
	return total + n, false, next
}
