package dates

// figureDate reads 10:35, 10:35:20, 2024-09-10, 2024-09-10T08:00Z, 9/10/2024,
// 10.09.2024 and 9/11, whose first number ends at i. It returns 0 for others.
func (l *lexer) figureDate(start, i int) (int, []symbolValue) {
	if i >= len(l.text) {
		return 0, nil
	}
	first := i - start
	switch c := l.text[i]; {
	case c == ':' && first <= 2:
		return l.clock(start, i)
	case c == '-' && first == 4:
		return l.isoDate(start, i)
	case (c == '/' || c == '.') && first <= 2:
		return l.slashDate(start, i)
	}
	return 0, nil
}

// two reads a number of exactly two figures.
func (l *lexer) two(at int) (int32, bool) {
	t := l.text
	if at+2 > len(t) || !isDigit(t[at]) || !isDigit(t[at+1]) || at+2 < len(t) && isDigit(t[at+2]) {
		return 0, false
	}
	n, _ := atoi(t[at : at+2])
	return n, true
}

// seconds reads ":20" at end, behind hours and minutes, if it stands there.
func (l *lexer) seconds(end int, more []feature) (int, []feature) {
	if end < len(l.text) && l.text[end] == ':' {
		if second, ok := l.two(end + 1); ok && second < 60 {
			return end + 3, append(more, feature{fieldSecond, second})
		}
	}
	return end, more
}

func (l *lexer) clock(start, i int) (int, []symbolValue) {
	minute, ok := l.two(i + 1)
	hour, _ := atoi(l.text[start:i])
	if !ok || hour > 24 || minute > 59 {
		return 0, nil
	}
	end, more := l.seconds(i+3, []feature{{fieldMinute, minute}})
	return end, []symbolValue{{sym: l.g.builtin.clock, field: fieldHour, value: hour, more: more}}
}

// isoDate reads a day as ISO 8601 writes it, and the time behind it.
func (l *lexer) isoDate(start, i int) (int, []symbolValue) {
	t := l.text
	month, ok := l.two(i + 1)
	if !ok || month < 1 || month > 12 || i+3 >= len(t) || t[i+3] != '-' {
		return 0, nil
	}
	day, ok := l.two(i + 4)
	year, _ := atoi(t[start:i])
	if !ok || !validDay(year, month, day) {
		return 0, nil
	}
	end := i + 6
	more := []feature{{fieldMonth, month}, {fieldDay, day}}
	if end+5 < len(t) && t[end] == 'T' && t[end+3] == ':' {
		hour, ok1 := l.two(end + 1)
		minute, ok2 := l.two(end + 4)
		if ok1 && ok2 && hour < 24 && minute < 60 {
			more = append(more, feature{fieldHour, hour}, feature{fieldMinute, minute})
			end, more = l.seconds(end+6, more)
			if end < len(t) && t[end] == 'Z' {
				more = append(more, feature{fieldZone, zoneUTC})
				end++
			}
		}
	}
	return end, l.day(year, more)
}

// slashDate reads 9/10/2024, 10.09.2024 and 9/11.
func (l *lexer) slashDate(start, i int) (int, []symbolValue) {
	t := l.text
	c := t[i]
	j := skipDigits(t, i+1)
	a, _ := atoi(t[start:i])
	b, ok := atoi(t[i+1 : j])
	if !ok || j == i+1 || j > i+3 {
		return 0, nil
	}
	if c == '/' && a == 9 && b == 11 && (j == len(t) || t[j] != '/') {
		return j, l.day(2001, []feature{{fieldMonth, 9}, {fieldDay, 11}})
	}
	if j >= len(t) || t[j] != c {
		return 0, nil
	}
	k := skipDigits(t, j+1)
	year, ok := atoi(t[j+1 : k])
	switch {
	case !ok || k-j-1 != 2 && k-j-1 != 4:
		return 0, nil
	case k-j-1 == 2:
		year = century(year)
	}
	month, day := a, b
	if c == '.' || a > 12 { // only the Americans put the month first, and never with dots
		month, day = b, a
	}
	if !validDay(year, month, day) {
		return 0, nil
	}
	return k, l.day(year, []feature{{fieldMonth, month}, {fieldDay, day}})
}

func (l *lexer) day(year int32, more []feature) []symbolValue {
	return []symbolValue{{sym: l.g.builtin.figureDate, field: fieldYear, value: year, more: more}}
}

// century completes a year of two figures.
func century(yy int32) int32 {
	if yy < 50 {
		return 2000 + yy
	}
	return 1900 + yy
}
