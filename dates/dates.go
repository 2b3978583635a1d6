// Package dates finds time expressions in English news and gives them calendar
// values: "on Monday" in a report of Tuesday 10 September 2024 is 2024-09-09.
//
// Find reads a text once, by the rules in the folder rules, and needs nothing
// but the text. Resolve works out values from an Anchor, the day from which
// relative expressions are counted. Inside a quotation that is the day it was
// said, in a copied passage the day of the text it was copied from; so each
// expression can be resolved from an anchor of its own.
//
// Types and values are TIMEX3's, as in TimeML.
package dates

import (
	"sync"

	"github.com/hearsay-news/hearsay/news"
)

// Expression is a time expression in a text, not yet placed in the calendar.
type Expression struct {
	news.Span
	frame frame
	tense tense
	opens bool // a time of day at the beginning of a sentence: "At 9 p.m."
	under bool // a date in the sentence that a time of day opens
}

var holidays = sync.OnceValue(func() []holiday {
	list, _ := readHolidays()
	return list
})

// Find returns the time expressions of a text, in order; they never overlap.
// It takes time linear in the text's length.
func Find(text string) []Expression {
	g := english()
	var out []Expression
	m := matcher{g: g, text: text}
	l := lexer{text: text, g: g}
	l.flush = func(run []token) {
		m.load(g.joinNumbers(run))
		for i := 0; i < len(m.run); {
			found, ok := m.at(i)
			if !ok {
				i++
				continue
			}
			e := Expression{Span: news.Span{Start: m.run[i].start, End: m.run[found.end-1].end}, frame: found.frame}
			if e.needsTense() {
				e.tense = tenseOf(text, e.Start, e.End)
			}
			out = append(out, e)
			i = found.end
		}
	}
	l.scan()
	datedAttacks(text, out)
	shareYears(text, out)
	endQuarters(text, out)
	followHours(text, out)
	return out
}

// needsTense reports whether the tense of its clause bears on the value.
func (e *Expression) needsTense() bool {
	f := &e.frame
	switch f.value[fieldKind] {
	case kindWeekday:
		return true
	case kindCalendar:
		return !f.has(fieldYear)
	case kindShift:
		return f.value[fieldUnit] == unitWeekend
	}
	return false
}

// shareYears gives "from Dec. 3 to Jan. 5, 2012" its first year.
func shareYears(text string, list []Expression) {
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i].frame, &list[i+1].frame
		if a.value[fieldKind] != kindCalendar || b.value[fieldKind] != kindCalendar || !a.has(fieldMonth) || !b.has(fieldMonth) ||
			a.has(fieldYear) || !b.has(fieldYear) || a.has(fieldDir) || a.has(fieldYearDir) {
			continue
		}
		switch text[list[i].End:list[i+1].Start] {
		case " to ", " and ", " through ", " until ", " or ":
		default:
			continue
		}
		year := b.value[fieldYear]
		if a.value[fieldMonth] > b.value[fieldMonth] {
			year--
		}
		a.put(feature{fieldYear, year})
	}
}

// endQuarters gives the quarter of "the quarter ended June 30" its last day.
func endQuarters(text string, list []Expression) {
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i].frame, &list[i+1].frame
		if a.value[fieldKind] != kindSame || a.value[fieldUnit] != unitQuarter || a.has(fieldYear) || a.has(fieldYearDir) ||
			b.value[fieldKind] != kindCalendar || !b.has(fieldMonth) {
			continue
		}
		switch text[list[i].End:list[i+1].Start] {
		case " ended ", " ending ", " that ended ", " to ", " through ":
		default:
			continue
		}
		for _, x := range []field{fieldMonth, fieldDay, fieldYear} {
			if b.has(x) {
				a.put(feature{x, b.value[x]})
			}
		}
	}
}

// followHours marks what an account by the hour is made of: times of day that
// open sentences, and the dates within these sentences.
func followHours(text string, list []Expression) {
	hour := -1 // the end of the last time of day
	for i := range list {
		e := &list[i]
		switch {
		case e.frame.has(fieldHour):
			hour = e.End
			e.opens = e.frame.value[fieldKind] == kindClock && opensSentence(wordsBefore(text, e.Start))
		case hour >= 0:
			e.under = sameSentence(text, hour, e.Start)
		}
	}
}

// At returns the expression as counted from an anchor, by itself: "two days
// later" is then counted from the anchor too, as no date is spoken of before it.
func (e *Expression) At(a Anchor) news.TimeExpression {
	x, _ := e.resolve(a, discourse{})
	return x
}

func (e *Expression) resolve(a Anchor, d discourse) (news.TimeExpression, place) {
	x := news.TimeExpression{Span: e.Span}
	r := resolver{f: &e.frame, tense: e.tense, discourse: d, opens: e.opens, moment: a.moment()}
	r.today, r.clock, r.known = a.now()
	p := r.resolve(&x)
	return x, p
}

// Resolve gives the expressions of one text their values. anchor says what
// each is counted from.
func Resolve(list []Expression, anchor func(*Expression) Anchor) []news.TimeExpression {
	const nearby = 1000 // bytes
	out := make([]news.TimeExpression, len(list))
	var d discourse
	mentioned := 0
	for i := range list {
		e := &list[i]
		d.near = e.Start-mentioned < nearby
		x, p := e.resolve(anchor(e), d)
		out[i] = x
		if f := &e.frame; f.value[fieldKind] == kindDuration && f.value[fieldUnit] == unitMonth && f.get(fieldCount, 0) >= 6 {
			mentioned, d.months = e.Start-nearby, true // "in the nine months", all that follows is of years
		}
		if !p.known() {
			continue
		}
		switch {
		case p.unit < unitPart:
			d.hour = unitAt(p.from, unitDay)
		case !e.under:
			d.hour = place{}
		}
		compared := e.frame.value[fieldKind] == kindSame && (e.frame.has(fieldYearDir) || e.frame.has(fieldYear))
		if !compared {
			d.spoken = p
		}
		if p.unit == unitQuarter {
			mentioned, d.months = e.End, false
			// A quarter to come is a forecast, not what the report is on.
			today, _, _ := anchor(e).now()
			if !compared && !e.frame.has(fieldYearDir) && (!d.quarter.known() || !p.to.After(today) && p.from.After(d.quarter.from)) {
				d.quarter, d.fiscal = p, e.frame.has(fieldFiscal)
			}
		}
	}
	return out
}

// Annotate finds the time expressions of a text and counts all of them from
// one anchor.
func Annotate(text string, a Anchor) []news.TimeExpression {
	return Resolve(Find(text), func(*Expression) Anchor { return a })
}
