package dates

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// place is a stretch of the calendar: a unit that begins at from, or a range.
type place struct {
	from, to time.Time
	unit     int32
	part     int32 // part of the day, for unitPart
}

func unitAt(t time.Time, unit int32) place {
	from := floor(t, unit)
	return place{from: from, to: ends(from, unit), unit: unit}
}

// known reports whether the place lies in the years 1000 to 9999.
func (p place) known() bool {
	return !p.from.IsZero() && p.from.Year() >= 1000 && p.from.Year() <= 9999
}

// value is the TIMEX3 value of the place.
func (p place) value() string {
	t := p.from
	switch p.unit {
	case unitSecond:
		return t.Format("2006-01-02T15:04:05")
	case unitMinute:
		if p.part == partMidnight {
			return t.AddDate(0, 0, -1).Format("2006-01-02") + "T24:00"
		}
		return t.Format("2006-01-02T15:04")
	case unitHour:
		return t.Format("2006-01-02T15:00")
	case unitPart:
		return t.Format("2006-01-02") + "T" + parts[p.part].code
	case unitWeek, unitFortnight, unitWeekend:
		year, week := t.ISOWeek()
		s := fmt.Sprintf("%04d-W%02d", year, week)
		if p.unit == unitWeekend {
			s += "-WE"
		}
		return s
	case unitMonth:
		return t.Format("2006-01")
	case unitQuarter:
		return fmt.Sprintf("%04d-Q%d", t.Year(), (int(t.Month())+2)/3)
	case unitSeason:
		return fmt.Sprintf("%04d-%s", t.Year(), seasonCodes[int(t.Month())/3])
	case unitHalf:
		return fmt.Sprintf("%04d-H%d", t.Year(), (int(t.Month())+5)/6)
	case unitYear:
		return t.Format("2006")
	case unitDecade:
		return fmt.Sprintf("%03d", t.Year()/10)
	case unitCentury:
		return fmt.Sprintf("%02d", t.Year()/100)
	case unitMillennium:
		return strconv.Itoa(t.Year() / 1000)
	}
	return t.Format(time.DateOnly)
}

// local prints a bound of an interval: a day, or a local time.
func local(t time.Time) string {
	switch {
	case t.Year() < 1 || t.Year() > 9999:
		return ""
	case t.Equal(midnight(t)):
		return t.Format(time.DateOnly)
	case t.Second() != 0:
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format("2006-01-02T15:04")
}

// write puts the place into an expression.
func (p place) write(x *news.TimeExpression, zone int32) {
	x.Value, x.Granularity = p.value(), unitNames[p.unit]
	x.From, x.To = local(p.from), local(p.to)
	x.Type = "DATE"
	if p.unit <= unitPart {
		x.Type = "TIME"
		if zone != 0 {
			x.From, x.To = withZone(p.from, zone), withZone(p.to, zone)
		}
	}
}

// withZone prints a bound with the zone's offset from Greenwich.
func withZone(t time.Time, zone int32) string {
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	location := time.FixedZone("", int(zone-zoneUTC)*60)
	if int(zone) < len(zoneNames) {
		l, err := time.LoadLocation(zoneNames[zone])
		if err != nil {
			return local(t)
		}
		location = l
	}
	t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, location)
	if t.Second() != 0 {
		return t.Format(time.RFC3339)
	}
	return t.Format("2006-01-02T15:04Z07:00")
}

// period is the TIMEX3 value of a duration, "P2W" or "PXY".
func period(f *frame) string {
	count, frac, unit := f.get(fieldCount, 1), f.get(fieldFrac, 0), f.value[fieldUnit]
	letter, factor, clock := "", int32(1), false
	switch unit {
	case unitSecond:
		letter, clock = "S", true
	case unitMinute:
		letter, clock = "M", true
	case unitHour:
		letter, clock = "H", true
	case unitDay:
		letter = "D"
	case unitWeekend:
		letter = "WE"
	case unitWeek:
		letter = "W"
	case unitFortnight:
		letter, factor = "W", 2
	case unitMonth:
		letter = "M"
	case unitQuarter:
		letter = "Q"
	case unitYear:
		letter = "Y"
	case unitDecade:
		letter, factor = "Y", 10
	case unitCentury:
		letter, factor = "Y", 100
	case unitMillennium:
		letter, factor = "Y", 1000
	default:
		return ""
	}
	head := "P"
	if clock {
		head = "PT"
	}
	if count < 0 {
		return head + "X" + letter
	}
	if frac == 0 {
		return head + strconv.FormatInt(int64(count)*int64(factor), 10) + letter
	}
	whole := int64(count)*int64(factor) + int64(frac)*int64(factor)/100
	if factor > 1 {
		return head + strconv.FormatInt(whole, 10) + letter
	}
	if frac == 50 {
		n := strconv.FormatInt(whole, 10) + letter
		if whole == 0 {
			n = ""
		}
		switch unit {
		case unitYear:
			return head + n + "6M"
		case unitHour:
			return head + n + "30M"
		case unitMinute:
			return head + n + "30S"
		case unitDay:
			return head + n + "T12H"
		}
	}
	decimal := strings.TrimRight(fmt.Sprintf("%02d", frac), "0")
	return fmt.Sprintf("%s%d.%s%s", head, count, decimal, letter)
}
