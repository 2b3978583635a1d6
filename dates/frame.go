package dates

// field is one slot of a frame. The names are those of the rule files.
type field uint8

const (
	fieldNone field = iota
	fieldKind
	fieldYear
	fieldMonth
	fieldDay
	fieldWeekday
	fieldPart
	fieldHour
	fieldMinute
	fieldSecond
	fieldMeridiem
	fieldZone
	fieldQuarter
	fieldHalf
	fieldSeason
	fieldDecade
	fieldCentury
	fieldHoliday
	fieldCount
	fieldFrac // hundredths beyond count
	fieldUnit
	fieldDir     // -1 last, 0 this, 1 next
	fieldYearDir // "June last year"
	fieldMod
	fieldAnchor
	fieldFiscal
	fieldOrdinal
	fieldRef
	fieldBesideCount // "two days before Christmas"
	fieldBesideUnit
	fieldBesideDir
	fieldMonth2
	fieldDay2
	fieldYear2
	fieldWeekday2
	fieldHour2
	fieldEvery
	fieldGuard
	numFields
)

var fieldNames = map[string]field{
	"kind": fieldKind, "year": fieldYear, "month": fieldMonth, "day": fieldDay, "weekday": fieldWeekday,
	"part": fieldPart, "hour": fieldHour, "minute": fieldMinute, "second": fieldSecond,
	"meridiem": fieldMeridiem, "zone": fieldZone, "quarter": fieldQuarter, "half": fieldHalf,
	"season": fieldSeason, "decade": fieldDecade, "century": fieldCentury, "holiday": fieldHoliday,
	"count": fieldCount, "frac": fieldFrac, "unit": fieldUnit, "dir": fieldDir, "yeardir": fieldYearDir,
	"mod": fieldMod, "anchor": fieldAnchor, "fiscal": fieldFiscal, "ordinal": fieldOrdinal, "ref": fieldRef,
	"besidecount": fieldBesideCount, "besideunit": fieldBesideUnit, "besidedir": fieldBesideDir,
	"month2": fieldMonth2, "day2": fieldDay2, "year2": fieldYear2, "weekday2": fieldWeekday2,
	"hour2": fieldHour2, "every": fieldEvery, "guard": fieldGuard,
}

// feature is a value for a field.
type feature struct {
	field field
	value int32
}

// frame is what a rule has read: fields and their values.
type frame struct {
	set   uint64
	value [numFields]int32
}

func (f *frame) put(x feature) {
	f.set |= 1 << x.field
	f.value[x.field] = x.value
}

func (f *frame) drop(x field) {
	f.set &^= 1 << x
	f.value[x] = 0
}

func (f *frame) has(x field) bool { return f.set&(1<<x) != 0 }

// get returns the field's value, or otherwise where it is not set.
func (f *frame) get(x field, otherwise int32) int32 {
	if f.has(x) {
		return f.value[x]
	}
	return otherwise
}

// The kinds of reading: how a value is to be worked out.
const (
	kindCalendar = iota + 1 // a place in the calendar, coarser fields perhaps missing
	kindWeekday             // a weekday near the anchor
	kindShift               // count units before or after the anchor
	kindDuration
	kindSet
	kindRef     // PAST_REF and its like
	kindSame    // the period last spoken of: "that year", "the quarter"
	kindClock   // a time of day
	kindOrdinal // "the first two quarters of 1990"
)

// The units, and the granularities of values, from fine to coarse.
const (
	unitSecond int32 = iota + 1
	unitMinute
	unitHour
	unitPart
	unitDay
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitSeason
	unitHalf
	unitYear
	unitDecade
	unitCentury
	unitMillennium
)

var unitNames = [...]string{unitSecond: "second", unitMinute: "minute", unitHour: "hour", unitPart: "part of day", unitDay: "day",
	unitWeekend: "weekend", unitWeek: "week", unitFortnight: "fortnight", unitMonth: "month", unitQuarter: "quarter",
	unitSeason: "season", unitHalf: "half year", unitYear: "year", unitDecade: "decade", unitCentury: "century", unitMillennium: "millennium"}

// Parts of the day, with the hours that they are taken to cover.
const (
	partMorning = iota + 1
	partAfternoon
	partEvening
	partNight
	partDaytime
	partMidday
	partMidnight // the end of a day, 24:00; no part of its own
)

var parts = [...]struct {
	code     string
	from, to int // hours of the day; to may reach into the next
}{
	partMorning: {"MO", 5, 12}, partAfternoon: {"AF", 12, 18}, partEvening: {"EV", 17, 24},
	partNight: {"NI", 18, 30}, partDaytime: {"DT", 8, 18}, partMidday: {"MI", 11, 14},
}

// The seasons, by the calendar's months; winter belongs to the year it begins in.
const (
	spring = iota + 1
	summer
	autumn
	winter
)

var seasonCodes = [...]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}

// Mods are TIMEX3's, see the words in the rule files.
const (
	modStart = iota + 1
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modBefore
	modAfter
)

var modNames = [...]string{modStart: "START", modMid: "MID", modEnd: "END", modApprox: "APPROX", modMore: "EQUAL_OR_MORE",
	modLess: "EQUAL_OR_LESS", modBefore: "BEFORE", modAfter: "AFTER"}

// Zones beside a clock time: minutes east of Greenwich plus zoneUTC, or one of
// zoneNames where the offset depends on the season. 0 says none.
const zoneUTC = 10000

var zoneNames = [...]string{1: "America/New_York", 2: "America/Chicago", 3: "America/Denver", 4: "America/Los_Angeles",
	5: "Europe/London", 6: "Europe/Moscow", 7: "Asia/Shanghai", 8: "Asia/Jerusalem", 9: "Europe/Kyiv"}

// The references without a place in the calendar.
const (
	refPast = iota + 1
	refPresent
	refFuture
)

var refNames = [...]string{refPast: "PAST_REF", refPresent: "PRESENT_REF", refFuture: "FUTURE_REF"}

// Anchors: what a relative expression is counted from.
const (
	anchorPublished = iota
	anchorReference // the date last spoken of: "two days later"
	anchorReport    // the quarter, or the part of a year, that the text reports on
)

// vague is the count of "several" and of plurals without a number.
const vague = -1

// Guards are checks of the surroundings, see guard.go.
const (
	guardYear = iota + 1
	guardMonth
	guardRate
	guardUnit
	guardSeason
	guardApostrophe
	guardPlainMonth
	guardNoDash
	guardDayMonth
	guardAttacks
	guardTheYear
	guardEnded
	guardSoon
	guardOneDay
	guardPaper
	guardDuring
	guardTheWeek
)

// constants are the names that rule files may use for values.
var constants = map[string]int32{
	"calendar": kindCalendar, "weekday": kindWeekday, "shift": kindShift, "duration": kindDuration, "set": kindSet,
	"reference": kindRef, "same": kindSame, "clock": kindClock, "ordinal": kindOrdinal,
	"second": unitSecond, "minute": unitMinute, "hour": unitHour, "day": unitDay, "weekend": unitWeekend, "week": unitWeek,
	"fortnight": unitFortnight, "month": unitMonth, "quarter": unitQuarter, "season": unitSeason, "halfyear": unitHalf,
	"year": unitYear, "decade": unitDecade, "century": unitCentury, "millennium": unitMillennium,
	"morning": partMorning, "afternoon": partAfternoon, "evening": partEvening, "night": partNight, "daytime": partDaytime,
	"midday": partMidday,
	"spring": spring, "summer": summer, "autumn": autumn, "winter": winter,
	"start": modStart, "mid": modMid, "end": modEnd, "approx": modApprox, "more": modMore, "less": modLess, "before": modBefore, "after": modAfter,
	"past": refPast, "present": refPresent, "future": refFuture,
	"published": anchorPublished, "spoken": anchorReference, "report": anchorReport, "vague": vague,
	"utc": zoneUTC, "eastern": 1, "central": 2, "mountain": 3, "pacific": 4, "london": 5, "moscow": 6, "beijing": 7, "israel": 8, "kyiv": 9,
	"bareyear":  guardYear,
	"baremonth": guardMonth, "rate": guardRate, "bareunit": guardUnit, "bareseason": guardSeason,
	"apostrophe": guardApostrophe, "plainmonth": guardPlainMonth, "nodash": guardNoDash, "daymonth": guardDayMonth, "attacks": guardAttacks, "theyear": guardTheYear, "ended": guardEnded,
	"soon": guardSoon, "oneday": guardOneDay, "paper": guardPaper, "during": guardDuring, "theweek": guardTheWeek,
}
