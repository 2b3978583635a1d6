package dates

import (
	"time"
)

// Anchor is what relative expressions are counted from. The zero Anchor is an
// unknown day: relative expressions then have no value.
type Anchor struct {
	// Published is when the text appeared, in the zone that it was given in.
	// Zero where unknown.
	Published time.Time
	// HasTime is false where Published is a plain day.
	HasTime bool
	// Zone is the outlet's own time zone, nil where unknown. The day that
	// "today" names is the day there.
	Zone *time.Location
	// Dateline is the day of the text's date line, zero where it has none. It
	// goes before Published where it lies no more than a week before it.
	Dateline time.Time
}

// OnDay is the anchor for words spoken or written on a day.
func OnDay(day time.Time) Anchor { return Anchor{Published: day} }

// moment is the instant of publication in the zone that its day is counted in.
func (a Anchor) moment() time.Time {
	if !a.Published.IsZero() && a.HasTime && a.Zone != nil {
		return a.Published.In(a.Zone)
	}
	return a.Published
}

// wall is the reading of calendar and clock at t, as a local time.
func wall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// now is the anchor's day, or moment where hasTime, as local time; ok is false
// where it is unknown or outside the years 1000 to 9999.
func (a Anchor) now() (local time.Time, hasTime, ok bool) {
	t := a.moment()
	local, hasTime = wall(t), a.HasTime && !t.IsZero()
	if !hasTime {
		local = midnight(local)
	}
	if !a.Dateline.IsZero() {
		line := midnight(a.Dateline)
		if back := midnight(local).Sub(line); t.IsZero() || back > 0 && back <= 7*24*time.Hour {
			local, t, hasTime = line, line, false
		}
	}
	ok = !t.IsZero() && local.Year() >= 1000 && local.Year() <= 9999
	return local, hasTime && ok, ok
}
