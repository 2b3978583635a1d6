package dates

// figures returns the readings of a number in figures.
func (g *grammar) figures(n, frac int32, figures, decimal int, plain bool) []symbolValue {
	b := &g.builtin
	s := make([]symbolValue, 0, 6)
	num := symbolValue{sym: b.number, field: fieldCount, value: n}
	if frac != 0 {
		num.more = []feature{{fieldFrac, frac}}
	}
	s = append(s, num)
	if decimal == 2 && n <= 24 && frac < 60 {
		s = append(s, symbolValue{sym: b.dottedClock, field: fieldHour, value: n, more: []feature{{fieldMinute, frac}}})
	}
	if !plain {
		return s
	}
	if n >= 1 && n <= 31 && figures <= 2 {
		s = append(s, symbolValue{sym: b.dayNumber, field: fieldDay, value: n})
	}
	if n <= 24 && figures <= 2 {
		s = append(s, symbolValue{sym: b.hour, field: fieldHour, value: n})
	}
	if figures == 2 {
		s = append(s, symbolValue{sym: b.shortYear, field: fieldYear2, value: n})
	}
	if figures == 4 {
		if n >= 1000 && n < 2200 {
			s = append(s, symbolValue{sym: b.year, field: fieldYear, value: n})
		}
		if n/100 < 24 && n%100 < 60 {
			s = append(s, symbolValue{sym: b.fourFigures, field: fieldHour, value: n / 100, more: []feature{{fieldMinute, n % 100}}})
		}
	}
	return s
}

// ordinals returns the readings of "3rd" and "third".
func (g *grammar) ordinals(n int32) []symbolValue {
	s := []symbolValue{{sym: g.builtin.ordinal, field: fieldOrdinal, value: n}}
	if n >= 1 && n <= 31 {
		s = append(s, symbolValue{sym: g.builtin.dayNumber, field: fieldDay, value: n})
	}
	return s
}

// decades returns the readings of "1990s" and "'90s".
func (g *grammar) decades(n int32, figures int) []symbolValue {
	if figures == 2 {
		return []symbolValue{{sym: g.builtin.shortDecade, field: fieldDecade, value: (n + 1900) / 10}}
	}
	if figures == 4 && n%100 == 0 && n < 2000 {
		return []symbolValue{{sym: g.builtin.decade, field: fieldCentury, value: n/100 + 1}}
	}
	return []symbolValue{{sym: g.builtin.decade, field: fieldDecade, value: n / 10}}
}

func (g *grammar) isDash(t *token) bool { return len(t.syms) == 1 && t.syms[0].sym == g.dash[0].sym }
