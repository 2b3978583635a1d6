package dates

import "time"

// weekday places a weekday: "last" and "next" strictly before and after the
// anchor; a bare one on the anchor's day or in the six days before it, in the
// future tense in the six days after it.
func (r *resolver) weekday() (place, bool) {
	f := r.f
	base := r.today
	if f.value[fieldAnchor] == anchorReference && r.spoken.known() && r.spoken.unit <= unitDay {
		base = r.spoken.from
	} else if !r.known {
		return place{}, false
	}
	base = midnight(base)
	back := (weekdayOf(base) - r.get(fieldWeekday) + 7) % 7
	day := base.AddDate(0, 0, -back)
	switch {
	case f.value[fieldBesideUnit] == unitWeek:
		week := floor(base, unitWeek).AddDate(0, 0, 7*r.get(fieldBesideDir))
		return unitAt(week.AddDate(0, 0, r.get(fieldWeekday)-1), unitDay), true
	case f.has(fieldDir) && f.value[fieldDir] < 0:
		if back == 0 {
			day = day.AddDate(0, 0, -7)
		}
	case f.has(fieldDir) && f.value[fieldDir] > 0:
		if day = day.AddDate(0, 0, 7); day.Sub(base) <= 48*time.Hour && f.value[fieldAnchor] == anchorPublished {
			day = day.AddDate(0, 0, 7) // the one at hand is "tomorrow", or has no "next"
		}
	case f.has(fieldDir):
		if r.tense != tensePast && r.tense != tenseOver && back != 0 {
			day = day.AddDate(0, 0, 7)
		}
	case r.tense == tenseFuture && back != 0:
		day = day.AddDate(0, 0, 7)
	}
	return unitAt(day, unitDay), true
}

// shift counts units from the anchor or from the date last spoken of.
func (r *resolver) shift() (place, bool) {
	f := r.f
	unit, n := f.value[fieldUnit], r.get(fieldCount)*r.get(fieldDir)
	base, from := r.today, r.known
	var kept int32
	if f.value[fieldAnchor] == anchorReference && r.spoken.known() {
		base, from = r.spoken.from, true
		kept = r.spoken.unit
	}
	if !from || n > 9999 || n < -9999 {
		return place{}, false
	}
	if unit == unitWeekend {
		return r.weekend(base, n), true
	}
	t := add(base, n, unit)
	if unit < unitPart && r.clock && base.Equal(r.today) {
		t = wall(add(r.moment, n, unit)) // clocks may have been put forward or back
	}
	if unit == unitDecade && f.has(fieldCount) && n != 0 {
		unit = unitYear
	}
	switch f.get(fieldFrac, 0) {
	case 50:
		d := r.get(fieldDir)
		switch unit {
		case unitYear:
			t, unit = addMonths(t, 6*d), unitMonth
		case unitHour:
			t, unit = t.Add(time.Duration(30*d)*time.Minute), unitMinute
		}
	}
	switch {
	case kept == unitQuarter && unit == unitYear:
		unit = unitQuarter
	case unit < unitPart && !r.clock:
		if f.value[fieldAnchor] == anchorReference && r.spoken.unit > unitPart {
			return place{}, false
		}
		if f.value[fieldAnchor] != anchorReference {
			if n%24 != 0 || unit != unitHour {
				return place{}, false
			}
			unit = unitDay
		}
	case unit == unitHour:
		unit = unitMinute
	}
	return unitAt(t, unit), true
}

// weekend is "last weekend" for -1, "next weekend" for 1; for 0 the one at hand:
// of this week, or the one before in a text of Monday to Thursday that does
// not look ahead.
func (r *resolver) weekend(base time.Time, n int) place {
	p := unitAt(base, unitWeekend)
	started := !base.Before(p.from)
	switch {
	case n < 0 && started:
		n = -1
	case n == 0 && (r.f.value[fieldDir] == -2 || r.f.value[fieldKind] == kindSame) && !started && r.tense != tenseFuture && weekdayOf(base) < 5:
		n = -1
	}
	p.from = p.from.AddDate(0, 0, 7*n)
	p.to = p.from.AddDate(0, 0, 2)
	return p
}

// same is the period last spoken of: "that year", "the quarter". "A year
// earlier" is the same quarter of the year before, where quarters are spoken
// of.
func (r *resolver) same() (place, bool) {
	f := r.f
	unit, base, known := f.value[fieldUnit], r.today, r.known
	switch {
	case f.value[fieldAnchor] == anchorReport && r.months:
		unit = unitYear
		if f.has(fieldYear) {
			return r.inYear(r.get(fieldYear))
		}
	case f.has(fieldMonth) && !r.fiscal: // "the quarter ended June 30"; some end in the midst of the calendar's
		last, ok := r.calendar()
		return unitAt(last.to.AddDate(0, 0, -45), unitQuarter), ok
	case unit == unitQuarter, unit == unitYear && f.value[fieldYearDir] < 0 && r.near && r.quarter.known():
		unit = unitQuarter
		if r.quarter.known() {
			base, known = r.quarter.from, true
		} else if known {
			base = addMonths(floor(base, unitQuarter), -3)
		}
		if f.has(fieldYear) && known {
			base = civil(r.get(fieldYear), int(base.Month()), 1)
		}
	case unit == unitYear && f.has(fieldYearDir) && f.value[fieldAnchor] == anchorPublished:
	case r.spoken.known() && r.spoken.unit <= unit:
		base, known = r.spoken.from, true
	}
	if !known {
		return place{}, false
	}
	if unit == unitWeekend {
		return r.weekend(base, 0), true
	}
	return unitAt(add(base, r.get(fieldYearDir), unitYear), unit), true
}

// beside moves the place: "the day before", "the week of".
func (r *resolver) beside(p *place) {
	f := r.f
	if !f.has(fieldBesideUnit) || f.value[fieldKind] == kindWeekday && !f.has(fieldBesideCount) {
		return
	}
	n := r.get(fieldBesideCount) * r.get(fieldBesideDir)
	*p = unitAt(add(p.from, n, f.value[fieldBesideUnit]), f.value[fieldBesideUnit])
}
