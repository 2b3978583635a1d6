package render

import (
	"time"
)

// chartHTML is the timeline drawn as SVG: a column a day, a dot a position,
// coloured by stance.
type chartHTML struct {
	Width, Height int
	Days          []chartDay
	Dots          []chartDot
}

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
	chartRow    = 12
	chartRows   = 8
	chartDays   = 31 // beyond a month a chart of days says nothing
)

// chartOf draws what was said on which day; nil where fewer than two days are
// known or they lie too far apart.
func chartOf(v *view) *chartHTML {
	perDay := map[string][]chartDot{}
	first, last := "", ""
	for i := range v.Claims {
		for j := range v.Claims[i].Positions {
			p := &v.Claims[i].Positions[j]
			if _, err := time.Parse(time.DateOnly, p.SaidOn); err != nil {
				continue
			}
			perDay[p.SaidOn] = append(perDay[p.SaidOn], chartDot{Class: string(p.Stance), Title: positionHead(v, p)})
			if first == "" || p.SaidOn < first {
				first = p.SaidOn
			}
			last = max(last, p.SaidOn)
		}
	}
	if first == last {
		return nil
	}
	from, _ := time.Parse(time.DateOnly, first)
	to, _ := time.Parse(time.DateOnly, last)
	n := int(to.Sub(from).Hours()/24) + 1
	if n > chartDays {
		return nil
	}
	c := &chartHTML{Width: 2*chartMargin + n*chartColumn, Height: chartRows*chartRow + 40}
	for d := range n {
		t := from.AddDate(0, 0, d)
		x := chartMargin + d*chartColumn
		c.Days = append(c.Days, chartDay{x, t.Format("2 Jan")})
		for k, dot := range perDay[t.Format(time.DateOnly)] {
			dot.X = x + 6 + (k/chartRows)*chartRow
			if dot.X > x+chartColumn-10 {
				break
			}
			dot.Y = 10 + (k%chartRows)*chartRow
			c.Dots = append(c.Dots, dot)
		}
	}
	return c
}
