package render

import (
	"maps"
	"slices"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// chartHTML is the timeline drawn as SVG: a column a day, a mark an
// utterance, of the shape and colour of its stance.
type chartHTML struct {
	Width, Height int
	Days          []chartDay
	Dots          []chartDot
	Negative      bool // whether a mark says so
}

// chartDay is a column; one that is labelled "…" stands for several days on
// which nothing was said.
type chartDay struct {
	X     int
	Label string
}

type chartDot struct {
	X, Y  int
	Class string
	Title string
}

const (
	chartMargin = 24
	chartColumn = 96
	chartGap    = 36 // width of a column that stands for several days
	chartRow    = 12
	chartRows   = 8
	chartDays   = 31 // with more, a chart of days says nothing
)

// chartOf draws what was said on which day; nil where that was one day or more
// days than a chart has room for.
func chartOf(v *view) *chartHTML {
	type said struct {
		news.Passage
		news.Stance
	}
	drawn := map[said]bool{} // one utterance may bear on several claims
	perDay := map[time.Time][]chartDot{}
	for i := range v.Claims {
		c := &v.Claims[i]
		for _, u := range utterances(c) {
			p := &c.Positions[u[0]]
			day, err := time.Parse(time.DateOnly, p.SaidOn)
			if key := (said{p.Passage, p.Stance}); err == nil && !drawn[key] {
				drawn[key] = true
				perDay[day] = append(perDay[day], chartDot{Class: stanceClass(p), Title: positionHead(v, p)})
			}
		}
	}
	days := slices.SortedFunc(maps.Keys(perDay), time.Time.Compare)
	if len(days) < 2 || len(days) > chartDays {
		return nil
	}
	label := "2 Jan"
	if days[0].Year() != days[len(days)-1].Year() {
		label = "2 Jan 2006"
	}
	c := &chartHTML{Height: chartRows*chartRow + 40}
	x := chartMargin
	for i, day := range days {
		if i > 0 {
			yesterday := days[i-1].AddDate(0, 0, 1)
			switch silent := int(day.Sub(yesterday).Hours() / 24); {
			case silent == 1:
				c.Days = append(c.Days, chartDay{x, yesterday.Format(label)})
				x += chartColumn
			case silent > 1:
				c.Days = append(c.Days, chartDay{x, "…"})
				x += chartGap
			}
		}
		c.Days = append(c.Days, chartDay{x, day.Format(label)})
		for k, dot := range perDay[day] {
			dot.X, dot.Y = x+6+(k/chartRows)*chartRow, 10+(k%chartRows)*chartRow
			if dot.X > x+chartColumn-10 {
				break
			}
			c.Dots = append(c.Dots, dot)
			c.Negative = c.Negative || dot.Class == "negative"
		}
		x += chartColumn
	}
	c.Width = x + chartMargin
	return c
}
