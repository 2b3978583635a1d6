package dates

import "strings"

// allowed checks the surroundings of a match that ends before run[end].
func (m *matcher) allowed(f *frame, end int) bool {
	first, last := &m.run[m.from], &m.run[end-1]
	if f.value[fieldKind] == kindDuration && tellsAge(m.text[last.end:]) {
		return false
	}
	if f.value[fieldKind] != kindCalendar && m.looksLikeName(first, last) || f.value[fieldUnit] == unitSecond && m.secondOfMany(first, last) {
		return false
	}
	if f.value[fieldKind] == kindDuration && f.has(fieldCount) && f.value[fieldCount] == 0 && f.value[fieldFrac] == 0 {
		return false // "zero day"
	}
	if f.value[fieldKind] == kindWeekday && namedDays[wordBefore(m.text, first.start)] {
		return false
	}
	switch f.value[fieldGuard] {
	case guardNoDash:
		return !strings.Contains(m.text[first.start:last.end], "-")
	case guardDayMonth: // "of the 19 Sept. 11 hijackers"
		after := wordAfter(m.text, last.end)
		return after == "" || !isDigit(after[0]) || len(after) > 2
	case guardTheYear: // "the year of the flood", "the year it closed"
		switch after := wordAfter(m.text, last.end); after {
		case "", "and", "to", "as", "with", "at", "by", "for", "from", "through":
			return true
		default:
			return len(after) > 3 && !strings.HasPrefix(after, "wh") && after != "that" && after != "after" && after != "before"
		}
	case guardEnded: // "the year ended June 30"
		after := wordAfter(m.text, last.end)
		return after == "ended" || after == "ending"
	case guardAttacks:
		return f.value[fieldMonth] == 9 && f.value[fieldDay] == 11 && attackWords[strings.ToLower(wordAfter(m.text, last.end))]
	case guardApostrophe:
		return first.start > 0 && (m.text[first.start-1] == '\'' || strings.HasSuffix(m.text[:first.start], "’"))
	case guardPlainMonth:
		return last.end-last.start > 4 || m.text[last.end-1] == '.' || strings.EqualFold(m.text[last.start:last.end], "july") ||
			monthLeads[strings.ToLower(wordBefore(m.text, first.start))]
	case guardYear:
		return m.bareYear(first.start, last.end, f.value[fieldYear])
	case guardMonth:
		return m.bareMonth(first.start, last.end)
	case guardRate:
		return m.rate(first.start, f)
	case guardUnit:
		return m.bareUnit(first.start, last.end, f)
	case guardSeason:
		return m.bareSeason(first.start, last.end)
	}
	return true
}

// namedDays make a name of the weekday that follows them.
var namedDays = wordSet("Super Giving Bloody Fat Casual Freaky Shrove Taco")

var attackWords = wordSet("attack attacks terrorist terrorists terror hijackers hijackings victims families commission memorial survivors")

// looksLikeName reports whether a unit or "today" with a capital within a
// sentence makes the whole a title: a broadcast, a paper.
func (m *matcher) looksLikeName(first, last *token) bool {
	if c := m.text[last.start]; c < 'A' || c > 'Z' || !isUnitOrToday(m.text[last.start:last.end]) {
		return false
	}
	if first != last {
		return true
	}
	if w := wordBefore(m.text, first.start); w != "" {
		return true
	}
	return enclosed(m.text, first.start, last.end)
}

var unitOrToday = wordSet("today tonight second minute hour day weekend week month quarter year seconds minutes hours days weekends weeks months years")

func isUnitOrToday(w string) bool { return unitOrToday[strings.ToLower(w)] }

// enclosed reports whether quotation marks stand on both sides.
func enclosed(text string, start, end int) bool {
	return (strings.HasSuffix(text[:start], "\"") || strings.HasSuffix(text[:start], "“") || strings.HasSuffix(text[:start], "‘") || strings.HasSuffix(text[:start], "'")) &&
		(strings.HasPrefix(text[end:], "\"") || strings.HasPrefix(text[end:], "”") || strings.HasPrefix(text[end:], "’ ") || strings.HasPrefix(text[end:], "' "))
}

// secondOfMany reports whether "a second" orders something: "a second group".
func (m *matcher) secondOfMany(first, last *token) bool {
	return first != last && m.text[first.start]|0x20 == 'a' && m.text[last.start]|0x20 == 's' && (wordAfter(m.text, last.end) != "" || strings.HasPrefix(m.text[last.end:], "-"))
}

// tellsAge reports whether "6 years" goes on as "6 years old".
func tellsAge(rest string) bool {
	rest = strings.TrimLeft(rest, " -")
	return strings.HasPrefix(rest, "old") && (len(rest) == 3 || !isLetter(rest[3])) || strings.HasPrefix(rest, "of age")
}

// wordBefore returns the word before a place where nothing but white space
// parts them, as printed.
func wordBefore(text string, at int) string {
	i := at
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\n' && (i < 2 || text[i-2] != '\n')) {
		i--
	}
	end := i
	for i > 0 && isWordByte(text[i-1]) && end-i < 40 {
		i--
	}
	return text[i:end]
}

func wordAfter(text string, at int) string {
	i := at
	for i < len(text) && text[i] == ' ' {
		i++
	}
	start := i
	for i < len(text) && isWordByte(text[i]) && i-start < 40 {
		i++
	}
	return text[start:i]
}

func capitalised(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// leads are the words that announce a year or month.
var leads = wordSet(`in since by until till during from through of between before after early late mid the and or to
	for around about year circa than`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

var yearCompany = wordSet("a an that this its his her their our any no every each")

var surely = wordSet("in since by until till during year circa early late")

// bareYear accepts four figures as a year.
func (m *matcher) bareYear(start, end int, year int32) bool {
	before := wordBefore(m.text, start)
	low := strings.ToLower(before)
	after := wordAfter(m.text, end)
	switch {
	case surely[low]:
		return year >= 1000 && !countable(after)
	case year < 1800 || year > 2100:
		return false
	case countable(after):
		return false
	case leads[low], yearCompany[low], strings.HasSuffix(low, "'s"), strings.HasSuffix(low, "’s"):
		return true
	case capitalised(before):
		return false
	case start > 0 && (m.text[start-1] == '-' || m.text[start-1] == '/' || m.text[start-1] == ':'):
		return strings.HasSuffix(m.text[:start], "post-") || strings.HasSuffix(m.text[:start], "pre-")
	}
	return true
}

// countable reports whether a word after a number says that it counts things.
func countable(w string) bool {
	if w == "" || capitalised(w) {
		return false
	}
	switch w {
	case "people", "men", "women", "children", "percent", "feet", "police":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") &&
		countNouns[w]
}

var countNouns = wordSet(`soldiers troops jobs dollars votes workers points members homes houses units copies shares miles
	kilometers kilometres meters metres pounds tons tonnes euros francs yen rubles residents students employees officers
	prisoners refugees civilians victims missiles tanks times items cars seats rooms words pages protesters fighters deaths
	marines guests visitors families firms companies countries villages years days hours`)

var monthLeads = wordSet("in since by until till during from through of between before after for around about this last next early late mid")

// bareMonth accepts "May" and its like as a month.
func (m *matcher) bareMonth(start, end int) bool {
	before := strings.ToLower(wordBefore(m.text, start))
	after := wordAfter(m.text, end)
	if monthLeads[before] {
		return !capitalised(after) || m.text[end] != ' '
	}
	switch before {
	case "and", "or", "to":
		return m.text[start] != 'M' && !capitalised(after)
	case "a", "an", "the", "its", "his", "her", "their":
		return after != "" && !capitalised(after) && m.text[end] == ' '
	}
	return false
}

var perHead = wordSet("times time once twice percent million billion trillion hours days miles people dollars cents thousands hundreds months weeks")

// rate tells "$30,000 a year" from "for a year".
func (m *matcher) rate(start int, f *frame) bool {
	if strings.HasPrefix(m.text[start:], "per") {
		return true
	}
	before := wordsBefore(m.text, start)
	if len(before) == 0 {
		return false
	}
	w := strings.ToLower(before[0])
	if perHead[w] {
		return true
	}
	if w[0] >= '0' && w[0] <= '9' {
		return true
	}
	for i, w := range before {
		if i > 4 {
			break
		}
		if i == 0 && (leads[w] || !strings.HasSuffix(w, "s") && !perHead[w]) {
			return false
		}
		if i > 0 && (isDigit(w[0]) || perHead[w]) {
			return true
		}
	}
	return false
}

var unitLeads = wordSet("for within after over in by through")

var unitSequels = wordSet("before after since ahead leading following")

// bareUnit accepts "for years", "within weeks".
func (m *matcher) bareUnit(start, end int, f *frame) bool {
	if f.value[fieldUnit] == unitQuarter || f.value[fieldUnit] == unitWeekend {
		return false
	}
	before := strings.ToLower(wordBefore(m.text, start))
	return unitLeads[before] || before == "the" && unitSequels[wordAfter(m.text, end)]
}

var seasonLeads = wordSet("the in by since until during through next last of each every this late early")

// bareSeason tells the season from "fall" and "spring" as other words.
func (m *matcher) bareSeason(start, end int) bool {
	s := strings.ToLower(m.text[start:end])
	if strings.HasPrefix(s, "the ") {
		after := wordAfter(m.text, end)
		if strings.HasSuffix(s, "fall") || strings.HasSuffix(s, "spring") {
			return after == "" || after == "and"
		}
		return true
	}
	return seasonLeads[strings.ToLower(wordBefore(m.text, start))]
}
