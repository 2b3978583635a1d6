package dates

import (
	"bufio"
	_ "embed"
	"strconv"
	"strings"
	"time"
)

// Calendar reckoning runs in UTC on local times: a day is always 24 hours.

func civil(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func midnight(t time.Time) time.Time { return civil(t.Year(), int(t.Month()), t.Day()) }

func daysIn(year, month int) int { return civil(year, month+1, 0).Day() }

func validDay(year, month, day int32) bool {
	return month >= 1 && month <= 12 && day >= 1 && int(day) <= daysIn(int(year), int(month))
}

// weekdayOf counts Monday as 1 and Sunday as 7.
func weekdayOf(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// addMonths keeps the day where the month has it, else takes its last day.
func addMonths(t time.Time, n int) time.Time {
	first := civil(t.Year(), int(t.Month())+n, 1)
	day := min(t.Day(), daysIn(first.Year(), int(first.Month())))
	return civil(first.Year(), int(first.Month()), day).Add(t.Sub(midnight(t)))
}

// floor is the beginning of the unit that t lies in.
func floor(t time.Time, unit int32) time.Time {
	y, m := t.Year(), int(t.Month())
	switch unit {
	case unitSecond:
		return t.Truncate(time.Second)
	case unitMinute:
		return t.Truncate(time.Minute)
	case unitHour:
		return t.Truncate(time.Hour)
	case unitWeek, unitFortnight:
		return midnight(t).AddDate(0, 0, 1-weekdayOf(t))
	case unitWeekend:
		return midnight(t).AddDate(0, 0, 6-weekdayOf(t))
	case unitMonth:
		return civil(y, m, 1)
	case unitQuarter:
		return civil(y, (m-1)/3*3+1, 1)
	case unitSeason:
		if m < 3 {
			return civil(y-1, 12, 1)
		}
		return civil(y, m/3*3, 1)
	case unitHalf:
		return civil(y, (m-1)/6*6+1, 1)
	case unitYear:
		return civil(y, 1, 1)
	case unitDecade:
		return civil(y/10*10, 1, 1)
	case unitCentury:
		return civil(y/100*100, 1, 1)
	case unitMillennium:
		return civil(y/1000*1000, 1, 1)
	}
	return midnight(t)
}

// add moves t by n units.
func add(t time.Time, n int, unit int32) time.Time {
	switch unit {
	case unitSecond:
		return t.Add(time.Duration(n) * time.Second)
	case unitMinute:
		return t.Add(time.Duration(n) * time.Minute)
	case unitHour:
		return t.Add(time.Duration(n) * time.Hour)
	case unitWeek, unitWeekend:
		return t.AddDate(0, 0, 7*n)
	case unitFortnight:
		return t.AddDate(0, 0, 14*n)
	case unitMonth:
		return addMonths(t, n)
	case unitQuarter, unitSeason:
		return addMonths(t, 3*n)
	case unitHalf:
		return addMonths(t, 6*n)
	case unitYear:
		return addMonths(t, 12*n)
	case unitDecade:
		return addMonths(t, 120*n)
	case unitCentury:
		return addMonths(t, 1200*n)
	case unitMillennium:
		return addMonths(t, 12000*n)
	}
	return t.AddDate(0, 0, n)
}

// length is the end of the unit that begins at t.
func ends(t time.Time, unit int32) time.Time {
	if unit == unitWeekend {
		return t.AddDate(0, 0, 2)
	}
	return add(t, 1, unit)
}

// easter is the Western Easter Sunday (Meeus, Jones and Butcher).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	day := (h + l - 7*m + 33*month + 19) % 32
	return civil(year, month, day)
}

// nthWeekday is the nth such weekday of a month, the last for n = 5 where
// there are four.
func nthWeekday(year, month, n, weekday int) time.Time {
	first := civil(year, month, 1)
	t := first.AddDate(0, 0, (weekday-weekdayOf(first)+7)%7+7*(n-1))
	if int(t.Month()) != month {
		t = t.AddDate(0, 0, -7)
	}
	return t
}

// holiday is one line of holidays.calendar.
type holiday struct {
	month, day   int // fixed, where day is not 0
	nth, weekday int
	easter       bool
	plus         int
}

func (h holiday) in(year int) time.Time {
	switch {
	case h.easter:
		return easter(year).AddDate(0, 0, h.plus)
	case h.nth > 0:
		return nthWeekday(year, h.month, h.nth, h.weekday).AddDate(0, 0, h.plus)
	}
	return civil(year, h.month, h.day)
}

//go:embed rules/holidays.calendar
var holidayFile string

// readHolidays reads the calendar of holidays; names are numbered from 1.
func readHolidays() ([]holiday, map[string]int32) {
	list, names := []holiday{{}}, map[string]int32{}
	weekdays := map[string]int{"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
	for lines := bufio.NewScanner(strings.NewReader(holidayFile)); lines.Scan(); {
		line, _, _ := strings.Cut(lines.Text(), "#")
		w := strings.Fields(line)
		if len(w) < 2 {
			continue
		}
		var h holiday
		switch {
		case w[1] == "easter":
			h.easter = true
			h.plus, _ = strconv.Atoi(w[2])
		case len(w) >= 4:
			h.nth, _ = strconv.Atoi(w[1])
			h.weekday = weekdays[w[2]]
			t, _ := time.Parse("January", strings.ToUpper(w[3][:1])+w[3][1:])
			h.month = int(t.Month())
			if len(w) > 4 {
				h.plus, _ = strconv.Atoi(w[4])
			}
		default:
			month, day, _ := strings.Cut(w[1], "-")
			h.month, _ = strconv.Atoi(month)
			h.day, _ = strconv.Atoi(day)
		}
		names[w[0]] = int32(len(list))
		list = append(list, h)
	}
	return list, names
}
