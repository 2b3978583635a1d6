package intake

import (
	"fmt"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// ParseDate reads a date of publication: a calendar day or an instant as ISO
// 8601, as in mail headers, or as English news prints it ("10 September 2024",
// "Sept. 9, 2024"). An all-figures date is read where its order is certain. The
// error says why it is none.
func ParseDate(s string) (news.Date, error) {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return news.Date{}, fmt.Errorf("no date is given")
	}
	for _, f := range isoForms {
		if t, err := time.Parse(f.layout, s); err == nil {
			return plausible(news.Date{Time: t, HasTime: f.time}, s)
		}
	}
	if d, rest, ok := leadingDate(s); ok && strings.TrimSpace(rest) == "" {
		return plausible(d, s)
	}
	return news.Date{}, fmt.Errorf("%q is no date", excerpt(s))
}

// plausible refuses years in which no news was published.
func plausible(d news.Date, s string) (news.Date, error) {
	if y := d.Time.Year(); y < 1600 || y > 2200 {
		return news.Date{}, fmt.Errorf("%q is no date of publication", excerpt(s))
	}
	return d, nil
}

var isoForms = []struct {
	layout string
	time   bool
}{
	{"2006-01-02", false},
	{time.RFC3339Nano, true},
	{"2006-01-02T15:04:05", true},
	{"2006-01-02T15:04", true},
	{"2006-01-02T15:04:05Z0700", true},
	{"2006-01-02T15:04Z07:00", true},
	{"2006-01-02 15:04:05", true},
	{"2006-01-02 15:04:05Z07:00", true},
	{"2006-01-02 15:04:05 -0700", true},
	{"2006-01-02 15:04:05 MST", true},
	{"2006-01-02 15:04", true},
	{"20060102", false},
	{"2006/01/02", false},
	{"2006/01/02 15:04:05", true},
	{time.RFC1123Z, true},
	{time.RFC1123, true},
	{"Mon, 2 Jan 2006 15:04:05 -0700", true},
	{"Mon, 2 Jan 2006 15:04:05 MST", true},
	{time.ANSIC, true},
	{time.UnixDate, true},
}

// leadingDate reads the date that s begins with, with a weekday before it and
// a time of day behind it, and returns what follows.
func leadingDate(s string) (d news.Date, rest string, ok bool) {
	toks := dateTokens(s)
	i := 0
	next := func() string {
		if i < len(toks) {
			return toks[i].word
		}
		return ""
	}
	if weekdays[next()] {
		i++
	}
	var y, m, day int
	switch {
	case isoDay(next(), &y, &m, &day):
		i++
	case figures(next(), &y, &m, &day):
		i++
	case months[next()] > 0: // September 10, 2024
		m = months[next()]
		i++
		if !ordinal(next(), &day) {
			return d, s, false
		}
		i++
		if !year(next(), &y) {
			return d, s, false
		}
		i++
	case ordinal(next(), &day): // 10 September 2024
		i++
		if next() == "of" {
			i++
		}
		if m = months[next()]; m == 0 {
			return d, s, false
		}
		i++
		if !year(next(), &y) {
			return d, s, false
		}
		i++
	default:
		return d, s, false
	}
	t := time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != m {
		return d, s, false
	}
	d.Time = t
	if n, clock, zone, found := timeOfDay(toks[i:]); found {
		i += n
		d.Time = time.Date(y, time.Month(m), day, 0, 0, 0, 0, zone).Add(clock)
		d.HasTime = true
	}
	if i == 0 {
		return d, s, false
	}
	return d, s[toks[i-1].end:], true
}

// dateToken is a word of a date line, lower case, without the commas, points
// and dashes around it.
type dateToken struct {
	word string
	end  int // byte offset behind the word and its punctuation
}

// dateTokens splits no more than the first 16 words of s.
func dateTokens(s string) []dateToken {
	var toks []dateToken
	for i := 0; i < len(s) && len(toks) < 16; {
		for i < len(s) && isDateSpace(s[i:]) > 0 {
			i += isDateSpace(s[i:])
		}
		start := i
		for i < len(s) && isDateSpace(s[i:]) == 0 {
			i++
		}
		if start == i {
			break
		}
		w := strings.ToLower(strings.Trim(s[start:i], ".,;:|()[]-–—•·"))
		if w == "" || w == "at" || w == "on" {
			if len(toks) > 0 {
				toks[len(toks)-1].end = i
			}
			continue
		}
		toks = append(toks, dateToken{w, i})
	}
	return toks
}

// isDateSpace is the length of the white space that s begins with.
func isDateSpace(s string) int {
	switch {
	case s[0] == ' ' || s[0] == '\t' || s[0] == '\n' || s[0] == '\r':
		return 1
	case strings.HasPrefix(s, "\u00a0"):
		return 2
	case strings.HasPrefix(s, "\u202f"), strings.HasPrefix(s, "\u2009"):
		return 3
	}
	return 0
}

func number(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func isoDay(s string, y, m, d *int) bool {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		*y, *m, *d = t.Year(), int(t.Month()), t.Day()
		return true
	}
	return false
}

// figures reads 27/09/2024, 9/27/2024, 27.09.2024 where one reading alone is
// possible.
func figures(s string, y, m, d *int) bool {
	sep := "/"
	if strings.Contains(s, ".") {
		sep = "."
	}
	parts := strings.Split(s, sep)
	if len(parts) != 3 {
		return false
	}
	a, ok1 := number(parts[0])
	b, ok2 := number(parts[1])
	if !ok1 || !ok2 || !year(parts[2], y) || a == 0 || b == 0 {
		return false
	}
	switch {
	case a == b && a <= 12, a > 12 && b <= 12, sep == "." && b <= 12:
		*d, *m = a, b
	case b > 12 && a <= 12:
		*m, *d = a, b
	default:
		return false
	}
	return true
}

func ordinal(s string, d *int) bool {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, suffix)
	}
	n, ok := number(s)
	if !ok || n < 1 || n > 31 {
		return false
	}
	*d = n
	return true
}

func year(s string, y *int) bool {
	n, ok := number(s)
	if !ok || len(s) != 4 || n < 1600 || n > 2200 {
		return false
	}
	*y = n
	return true
}

// timeOfDay reads "5:43 p.m. ET", "14.03 BST", "17:05 GMT" from the start of
// toks and returns how many tokens it took.
func timeOfDay(toks []dateToken) (n int, clock time.Duration, zone *time.Location, ok bool) {
	if len(toks) == 0 {
		return 0, 0, nil, false
	}
	w := toks[0].word
	half := ""
	for _, h := range []string{"am", "pm", "a.m", "p.m"} {
		if strings.HasSuffix(w, h) {
			half, w = h[:1], strings.TrimSuffix(w, h)
			break
		}
	}
	hour, min, colon := strings.Cut(w, ":")
	if !colon {
		hour, min, colon = strings.Cut(w, ".")
	}
	if !colon {
		min = "0"
	}
	if sec := strings.IndexByte(min, ':'); sec >= 0 {
		min = min[:sec]
	}
	h, ok1 := number(hour)
	m, ok2 := number(min)
	if !ok1 || !ok2 || h > 24 || m > 59 {
		return 0, 0, nil, false
	}
	n = 1
	if half == "" && len(toks) > n {
		switch toks[n].word {
		case "am", "a.m":
			half = "a"
			n++
		case "pm", "p.m":
			half = "p"
			n++
		}
	}
	if half == "" && !colon {
		return 0, 0, nil, false
	}
	if half == "p" && h < 12 {
		h += 12
	} else if half == "a" && h == 12 {
		h = 0
	}
	zone = time.UTC
	if len(toks) > n {
		if offset, known := zones[toks[n].word]; known {
			zone = time.FixedZone(strings.ToUpper(toks[n].word), offset*60)
			n++
		}
	}
	return n, time.Duration(h)*time.Hour + time.Duration(m)*time.Minute, zone, true
}

// zones are the zone names that news sites print, in minutes east of UTC.
// Names that mean several zones (IST, CST of China) are read as most English
// news means them; the calendar day is what counts here.
var zones = map[string]int{
	"gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
	"et": -300, "est": -300, "edt": -240, "ct": -360, "cst": -360, "cdt": -300, "mt": -420, "mst": -420, "mdt": -360,
	"pt": -480, "pst": -480, "pdt": -420, "ist": 330, "sgt": 480, "hkt": 480, "jst": 540, "kst": 540,
	"aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "sast": 120, "eat": 180, "wat": 60,
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
}
