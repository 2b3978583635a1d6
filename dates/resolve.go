package dates

import (
	"fmt"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// resolver works out the value of one expression.
type resolver struct {
	f      *frame
	tense  tense
	today  time.Time // local; with the time of day where it is known
	known  bool      // whether today is
	clock  bool      // whether the time of day is
	opens  bool      // whether it opens its sentence
	moment time.Time // the instant, where the time of day is known
	discourse
}

// discourse is what earlier expressions of the text leave behind.
type discourse struct {
	spoken  place // the date last spoken of
	quarter place // the quarter that the text reports on
	near    bool  // whether a quarter was spoken of just before
	fiscal  bool  // whether that quarter is one of a fiscal year
	hour    place // the day of the time of day last spoken of, until another day is
	months  bool  // whether half a year or more is what is reported on
}

func (r *resolver) get(x field) int { return int(r.f.value[x]) }

// resolve returns the expression's value, and its place in the calendar where
// it has one.
func (r *resolver) resolve(x *news.TimeExpression) place {
	f := r.f
	if m := f.value[fieldMod]; m != 0 {
		x.Mod = modNames[m]
		x.Approx = m <= modApprox || m > modLess
	}
	switch f.value[fieldKind] {
	case kindRef:
		x.Type, x.Value, x.Approx = "DATE", refNames[f.value[fieldRef]], true
		if r.known {
			switch f.value[fieldRef] {
			case refPast:
				x.To = local(r.today)
			case refPresent:
				x.Approx = false
				unitAt(r.today, unitDay).bounds(x)
			case refFuture:
				x.From = local(r.today)
			}
		}
		return place{}
	case kindDuration:
		x.Type, x.Value = "DURATION", period(f)
		x.Granularity = unitNames[f.value[fieldUnit]]
		x.Approx = x.Approx || f.get(fieldCount, 1) < 0
		r.span(x)
		return place{}
	case kindSet:
		x.Type, x.Value = "SET", r.recurring()
		return place{}
	}
	x.Type = "DATE"
	if f.has(fieldHour) || f.has(fieldPart) {
		x.Type = "TIME"
	}
	p, ok := r.place()
	switch {
	case ok && f.value[fieldKind] == kindShift && f.get(fieldCount, 0) < 0:
		x.Value, x.Approx = refNames[refPast], true
		told := f.value[fieldAnchor] == anchorReference && r.spoken.known() && r.known && r.spoken.from.Before(r.today)
		if f.value[fieldDir] > 0 && !told { // "a few days later", in telling what is past
			x.Value = refNames[refFuture]
		}
		return place{}
	case !ok || !p.known():
		return place{}
	}
	r.beside(&p)
	r.hours(&p)
	if p.known() {
		p.write(x, f.get(fieldZone, 0))
		r.extend(&p, x)
	}
	return p
}

// bounds writes the interval alone.
func (p place) bounds(x *news.TimeExpression) { x.From, x.To = local(p.from), local(p.to) }

// span gives "the past three months" its interval.
func (r *resolver) span(x *news.TimeExpression) {
	f := r.f
	n := int(f.get(fieldCount, 1))
	if !r.known || !f.has(fieldDir) || n <= 0 || n > 9999 || f.value[fieldUnit] == 0 || f.value[fieldAnchor] != anchorPublished {
		return
	}
	other := add(r.today, n*r.get(fieldDir), f.value[fieldUnit])
	if other.Year() < 1000 || other.Year() > 9999 {
		return
	}
	from, to := other, r.today
	if r.get(fieldDir) > 0 {
		from, to = to, from
	}
	x.From, x.To, x.Approx = local(from), local(to), true
}

// recurring is the value of a set.
func (r *resolver) recurring() string {
	f := r.f
	switch {
	case f.has(fieldWeekday):
		s := fmt.Sprintf("XXXX-WXX-%d", f.value[fieldWeekday])
		if f.has(fieldPart) {
			s += "T" + parts[f.value[fieldPart]].code
		}
		return s
	case f.has(fieldMonth):
		return fmt.Sprintf("XXXX-%02d", f.value[fieldMonth])
	case f.has(fieldSeason):
		return "XXXX-" + seasonCodes[f.value[fieldSeason]]
	case f.has(fieldPart) && !f.has(fieldUnit):
		return "XXXX-XX-XXT" + parts[f.value[fieldPart]].code
	}
	return period(f)
}

// place is where a DATE or TIME lies, before hours and what stands beside it.
func (r *resolver) place() (place, bool) {
	switch r.f.value[fieldKind] {
	case kindCalendar:
		return r.calendar()
	case kindOrdinal:
		return r.ordinal()
	case kindWeekday:
		return r.weekday()
	case kindShift:
		return r.shift()
	case kindSame:
		return r.same()
	case kindClock:
		if r.opens && r.hour.known() {
			return r.hour, true
		}
		if r.spoken.known() && r.spoken.unit <= unitDay {
			return unitAt(r.spoken.from, unitDay), true
		}
		return unitAt(r.today, unitDay), r.known
	}
	return place{}, false
}

// inYear is the place that a calendar frame names in a year.
func (r *resolver) inYear(year int) (place, bool) {
	f := r.f
	if year < 1000 || year > 9999 {
		return place{}, false
	}
	switch {
	case f.has(fieldHoliday):
		return unitAt(holidays()[f.value[fieldHoliday]].in(year), unitDay), true
	case f.has(fieldMonth) && f.has(fieldDay):
		if !validDay(int32(year), f.value[fieldMonth], f.value[fieldDay]) {
			return place{}, false
		}
		return unitAt(civil(year, r.get(fieldMonth), r.get(fieldDay)), unitDay), true
	case f.has(fieldMonth):
		return unitAt(civil(year, r.get(fieldMonth), 1), unitMonth), true
	case f.has(fieldQuarter):
		q := r.get(fieldQuarter)
		return unitAt(civil(year, 3*q-2, 1), unitQuarter), q >= 1 && q <= 4
	case f.has(fieldHalf):
		h := r.get(fieldHalf)
		return unitAt(civil(year, 6*h-5, 1), unitHalf), h == 1 || h == 2
	case f.has(fieldSeason):
		return unitAt(civil(year, 3*r.get(fieldSeason), 1), unitSeason), true
	}
	return unitAt(civil(year, 1, 1), unitYear), true
}

func (r *resolver) calendar() (place, bool) {
	f := r.f
	switch {
	case f.has(fieldDecade):
		d := r.get(fieldDecade)
		return unitAt(civil(10*d, 1, 1), unitDecade), d >= 100 && d < 1000
	case f.has(fieldCentury):
		c := r.get(fieldCentury)
		if c < 11 || c > 99 {
			return place{}, false
		}
		return unitAt(civil(100*(c-1), 1, 1), unitCentury), true
	case f.has(fieldYear):
		return r.inYear(r.get(fieldYear))
	case !r.known:
		return place{}, false
	case f.has(fieldYearDir):
		return r.inYear(r.today.Year() + r.get(fieldYearDir))
	}
	return r.nearest()
}

// nearest chooses the year of a date that names none: by "last" and "next",
// by the weekday that stands with it, else the nearest one, where one that
// goes against the tense counts as farther.
func (r *resolver) nearest() (place, bool) {
	f := r.f
	today := midnight(r.today)
	best, least := place{}, -1
	around := 1
	if f.has(fieldDay) && (f.has(fieldWeekday) || f.value[fieldDay] == 29) {
		around = 8 // leap days are up to eight years apart
	}
	for year := today.Year() - around; year <= today.Year()+around; year++ {
		p, ok := r.inYear(year)
		if !ok {
			continue
		}
		days := 0
		switch {
		case !p.to.After(today):
			days = int(today.Sub(p.to)/(24*time.Hour)) + 1
			if r.tense == tenseFuture {
				days *= 6
			}
			switch {
			case f.has(fieldDir) && f.value[fieldDir] > 0:
				continue
			case f.has(fieldDir) && f.value[fieldDir] < 0 && p.unit == unitMonth && days < 15: // that would be "last month"
				continue
			}
		case p.from.After(today):
			days = int(p.from.Sub(today) / (24 * time.Hour))
			switch r.tense {
			case tenseOver:
				if days > 2 { // a day or two: the text is dated too early
					days += 400
				}
			case tensePast:
				days *= 6
				if p.unit == unitMonth {
					days *= 4
				}
			case tenseUnknown:
				days *= 2
			}
			if f.has(fieldDir) && f.value[fieldDir] < 0 {
				continue
			}
		default:
			if f.value[fieldDir] != 0 {
				continue
			}
		}
		if f.has(fieldWeekday) && f.has(fieldDay) && weekdayOf(p.from) != r.get(fieldWeekday) {
			days += 2000
		}
		if least < 0 || days < least {
			best, least = p, days
		}
	}
	return best, least >= 0
}

func (r *resolver) ordinal() (place, bool) {
	f := r.f
	year, ok := r.inYear(r.get(fieldYear))
	n := r.get(fieldCount)
	if !ok || n < 1 || n > 12 {
		return place{}, false
	}
	p := year
	if r.get(fieldOrdinal) > 0 {
		p.to = add(p.from, n, f.value[fieldUnit])
	} else {
		p.from = add(p.to, -n, f.value[fieldUnit])
	}
	if f.value[fieldUnit] == unitQuarter && n == 2 || f.value[fieldUnit] == unitMonth && n == 6 {
		p.unit = unitHalf
	}
	return p, true
}

// hours narrows a day to a part of it or to a time.
func (r *resolver) hours(p *place) {
	f := r.f
	if p.unit != unitDay {
		return
	}
	if f.has(fieldHour) {
		hour := r.get(fieldHour)
		switch {
		case f.value[fieldMeridiem] == 1 && hour == 12:
			hour = 0
		case f.value[fieldMeridiem] == 2 && hour < 12,
			!f.has(fieldMeridiem) && hour < 12 && hour > 0 && (f.value[fieldPart] == partAfternoon || f.value[fieldPart] == partEvening || f.value[fieldPart] == partNight && hour >= 6):
			hour += 12
		}
		if hour > 24 {
			return
		}
		p.unit = unitHour
		p.from = p.from.Add(time.Duration(hour)*time.Hour + time.Duration(r.get(fieldMinute))*time.Minute + time.Duration(r.get(fieldSecond))*time.Second)
		if f.has(fieldMinute) {
			p.unit = unitMinute
		}
		if f.has(fieldSecond) {
			p.unit = unitSecond
		}
		p.to = add(p.from, 1, p.unit)
		if hour == 24 {
			p.part = partMidnight
		}
		return
	}
	if part := f.value[fieldPart]; part != 0 {
		x := parts[part]
		day := p.from
		p.unit, p.part = unitPart, part
		p.from = day.Add(time.Duration(x.from) * time.Hour)
		p.to = day.Add(time.Duration(x.to) * time.Hour)
	}
}

// extend makes a range of "June 3-5".
func (r *resolver) extend(p *place, x *news.TimeExpression) {
	f := r.f
	end := *p
	switch {
	case f.has(fieldYear2):
		y := r.get(fieldYear2)
		if y < 100 {
			y += p.from.Year() / 100 * 100
			if y < p.from.Year() {
				y += 100
			}
		}
		if y > 9999 {
			return
		}
		end = unitAt(civil(y, 1, 1), unitYear)
	case f.has(fieldMonth2) && f.has(fieldDay2):
		end = unitAt(civil(p.from.Year(), r.get(fieldMonth2), r.get(fieldDay2)), unitDay)
	case f.has(fieldDay2):
		end = unitAt(civil(p.from.Year(), int(p.from.Month()), r.get(fieldDay2)), unitDay)
	case f.has(fieldMonth2):
		end = unitAt(civil(p.from.Year(), r.get(fieldMonth2), 1), unitMonth)
	case f.has(fieldWeekday2):
		end = unitAt(p.from.AddDate(0, 0, (r.get(fieldWeekday2)-weekdayOf(p.from)+7)%7), unitDay)
	default:
		return
	}
	if !end.from.After(p.from) {
		return
	}
	p.to = end.to
	x.To = local(p.to)
	x.Value += "/" + end.value()
}
