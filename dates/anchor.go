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

// now is the anchor's day, or moment where the time of day is known, as local
// time; ok is false where it is unknown or outside the years 1000 to 9999.
func (a Anchor) now() (t time.Time, ok bool) {
	t = a.Published
	if !t.IsZero() && a.HasTime && a.Zone != nil {
		t = t.In(a.Zone)
	}
	local := midnight(t)
	if a.HasTime {
		local = local.Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second)
	}
	if !a.Dateline.IsZero() {
		line := midnight(a.Dateline)
		if back := midnight(local).Sub(line); t.IsZero() || back > 0 && back <= 7*24*time.Hour {
			local, t = line, line
		}
	}
	if t.IsZero() || local.Year() < 1000 || local.Year() > 9999 {
		return time.Time{}, false
	}
	return local, true
}
