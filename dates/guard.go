package dates

import "strings"

// allowed checks the surroundings of a match that ends before run[end].
func (m *matcher) allowed(f *frame, end int) bool {
	first, last := &m.run[m.from], &m.run[end-1]
	rest := m.text[last.end:]
	switch f.value[fieldKind] {
	case kindDuration:
		if tellsAge(rest) || f.has(fieldCount) && f.value[fieldCount] == 0 && f.value[fieldFrac] == 0 { // "zero day"
			return false
		}
	case kindSame:
		if strings.HasPrefix(rest, "-") { // "the quarter-to-quarter comparison"
			return false
		}
	case kindWeekday:
		if after := wordAfter(m.text, last.end); listed("named-days", wordBefore(m.text, first.start)) || capitalised(after) && listed("papers", after) {
			return false
		}
	}
	if f.value[fieldKind] != kindCalendar && m.title(first, last) || f.value[fieldUnit] == unitSecond && m.secondOfMany(first, last) {
		return false
	}
	before, after := wordBefore(m.text, first.start), wordAfter(m.text, last.end)
	switch f.value[fieldGuard] {
	case guardNoDash:
		return !strings.Contains(m.text[first.start:last.end], "-")
	case guardDayMonth: // "of the 19 Sept. 11 hijackers"
		return f.has(fieldYear) || after == "" || !isDigit(after[0]) || len(after) > 2
	case guardTheYear: // not "the year of the flood", "the year it closed"
		return after == "" || listed("year-sequels", after) ||
			len(after) > 3 && !strings.HasPrefix(after, "wh") && after != "that" && after != "after" && after != "before"
	case guardEnded: // "the year ended June 30"
		return after == "ended" || after == "ending"
	case guardSoon: // "will soon meet", not "soon after", "as soon as"
		return listed("modals", before) || after == "will" || after == "to" && before == "enough"
	case guardOneDay: // "will one day be", not "within one day"
		return listed("modals", before)
	case guardPaper: // not "the Daily Clarion"
		return !capitalised(m.text[first.start:]) || before == "" && !capitalised(after)
	case guardDuring: // "in the morning", not "in the morning session"
		return listed("day-leads", before) && (after == "" || listed("day-sequels", after))
	case guardTheWeek: // not "the week of the flood", "the week it closed"
		return listed("week-leads", before) && (after == "" || listed("year-sequels", after)) || possessive(m.text[last.end:])
	case guardAttacks:
		return f.value[fieldMonth] == 9 && f.value[fieldDay] == 11 && listed("attacks", after)
	case guardApostrophe:
		return strings.HasSuffix(m.text[:first.start], "'") || strings.HasSuffix(m.text[:first.start], "’")
	case guardPlainMonth: // not "Jan Brandt"
		w := m.text[last.start:last.end]
		return len(w) > 4 || strings.HasSuffix(w, ".") || strings.EqualFold(w, "july") || listed("month-leads", before)
	case guardYear:
		return m.bareYear(before, after, first.start, f.value[fieldYear])
	case guardMonth:
		return m.bareMonth(before, after, first.start, last.end)
	case guardRate:
		return m.rate(first.start)
	case guardUnit: // "for years", "the weeks before"
		return f.value[fieldUnit] != unitWeekend && (listed("unit-leads", before) || strings.EqualFold(before, "the") && listed("unit-sequels", after))
	case guardSeason:
		return m.bareSeason(before, after, first, last)
	}
	return true
}

// tellsAge reports whether "6 years" goes on as "6 years old".
func tellsAge(rest string) bool {
	rest = strings.TrimLeft(rest, " -")
	return strings.HasPrefix(rest, "old") && (len(rest) == 3 || !isLetter(rest[3])) || strings.HasPrefix(rest, "of age")
}

// title reports whether a unit or "today" with a capital within a sentence, or
// alone between quotation marks, makes the whole a title: of a broadcast, a paper.
func (m *matcher) title(first, last *token) bool {
	if !capitalised(m.text[last.start:]) || !listed("title-words", m.text[last.start:last.end]) {
		return false
	}
	return first != last || wordBefore(m.text, first.start) != "" || quoted(m.text, first.start, last.end)
}

// quoted reports whether quotation marks stand on both sides.
func quoted(text string, start, end int) bool {
	return hasAny(text[:start], strings.HasSuffix, "\"", "“", "‘", "'") && hasAny(text[end:], strings.HasPrefix, "\"", "”", "’ ", "' ")
}

func hasAny(s string, has func(string, string) bool, marks ...string) bool {
	for _, mark := range marks {
		if has(s, mark) {
			return true
		}
	}
	return false
}

// secondOfMany reports whether "a second" orders something: "a second group".
func (m *matcher) secondOfMany(first, last *token) bool {
	return first != last && m.text[first.start]|0x20 == 'a' && m.text[last.start]|0x20 == 's' &&
		(wordAfter(m.text, last.end) != "" || strings.HasPrefix(m.text[last.end:], "-"))
}

// bareYear accepts four figures as a year.
func (m *matcher) bareYear(before, after string, start int, year int32) bool {
	switch {
	case listed("counted", after) && !capitalised(after):
		return false
	case listed("year-surely", before):
		return year >= 1000
	case year < 1800 || year > 2100:
		return false
	case listed("year-leads", before), strings.HasSuffix(before, "'s"), strings.HasSuffix(before, "’s"):
		return true
	case capitalised(before):
		return false
	case start > 0 && strings.IndexByte("-/:", m.text[start-1]) >= 0:
		return strings.HasSuffix(m.text[:start], "post-") || strings.HasSuffix(m.text[:start], "pre-")
	}
	return true
}

// bareMonth accepts "May" and its like as a month.
func (m *matcher) bareMonth(before, after string, start, end int) bool {
	switch {
	case listed("month-leads", before):
		return !capitalised(after) || m.text[end] != ' '
	case listed("month-owners", before):
		return after != "" && !capitalised(after) && m.text[end] == ' '
	}
	switch before {
	case "and", "or", "to":
		return m.text[start] != 'M' && !capitalised(after)
	}
	return false
}

// rate tells "$30,000 a year" from "for a year".
func (m *matcher) rate(start int) bool {
	if strings.HasPrefix(m.text[start:], "per") {
		return true
	}
	before := wordsBefore(m.text, start)
	if len(before) == 0 {
		return false
	}
	if isDigit(before[0][0]) || listed("per-head", before[0]) {
		return true
	}
	if listed("lasting", before[0]) || !strings.HasSuffix(before[0], "s") {
		return false
	}
	for _, w := range before[1:min(5, len(before))] {
		if isDigit(w[0]) || listed("per-head", w) || m.spellsNumber(w) {
			return true
		}
	}
	return false
}

func (m *matcher) spellsNumber(w string) bool {
	e := m.g.words[strings.ToLower(w)]
	return e != nil && e.number != nil
}

// bareSeason tells the season from "fall" and "spring" as other words.
func (m *matcher) bareSeason(before, after string, first, last *token) bool {
	if first == last || !strings.EqualFold(m.text[first.start:first.end], "the") {
		return listed("season-leads", before)
	}
	switch strings.ToLower(m.text[last.start:last.end]) {
	case "fall", "spring":
		return after == "" || after == "and"
	}
	return true
}
