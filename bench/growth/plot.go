package main

import (
	"fmt"
	"math"
	"strings"
)

// draw plots CPU time and memory over size, both axes logarithmic, and beside
// the time a broken line that grows just as the size does.
func draw(title string, rows []row) string {
	const width, height, left, right, top, bottom = 640.0, 400.0, 60.0, 540.0, 30.0, 350.0
	least, most := float64(rows[0].size), float64(rows[len(rows)-1].size)
	low, high := math.Inf(1), 0.0
	for _, r := range rows {
		low, high = min(low, r.busy, r.megabytes), max(high, r.busy, r.megabytes)
	}
	low, high = math.Pow(10, math.Floor(math.Log10(low))), math.Pow(10, math.Ceil(math.Log10(high)))
	scale := func(v, from, to float64) float64 { return math.Log(v/from) / math.Log(to/from) }
	x := func(v float64) float64 { return left + (right-left)*scale(v, least, most) }
	y := func(v float64) float64 { return bottom - (bottom-top)*scale(v, low, high) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" font-family="sans-serif" font-size="12" role="img">`+"\n", width, height)
	fmt.Fprintf(&b, "<title>CPU time and memory of %s</title>\n", title)
	fmt.Fprintf(&b, `<rect width="%g" height="%g" fill="#fff"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<text x="%g" y="18">%s</text>`+"\n", left, title)
	for v := low; v <= high*1.001; v *= 10 {
		fmt.Fprintf(&b, `<path d="M%g %.1fH%g" stroke="#ddd"/><text x="%g" y="%.1f" text-anchor="end">%g</text>`+"\n", left, y(v), right, left-6, y(v)+4, math.Round(v*1000)/1000)
	}
	for _, r := range rows {
		v := float64(r.size)
		fmt.Fprintf(&b, `<path d="M%.1f %gV%g" stroke="#eee"/><text x="%.1f" y="%g" text-anchor="middle">%d</text>`+"\n", x(v), top, bottom, x(v), bottom+18, r.size)
	}
	fmt.Fprintf(&b, `<text x="%g" y="%g" text-anchor="middle">articles</text>`+"\n", (left+right)/2, bottom+38)
	line := func(colour, dashes, name string, of func(row) float64) {
		var points []string
		for _, r := range rows {
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(float64(r.size)), y(of(r))))
		}
		fmt.Fprintf(&b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"%s/>`+"\n", strings.Join(points, " "), colour, dashes)
		if name != "" {
			fmt.Fprintf(&b, `<text x="%g" y="%.1f" fill="%s">%s</text>`+"\n", right+6, y(of(rows[len(rows)-1]))+4, colour, name)
		}
	}
	end := rows[len(rows)-1]
	line("#9bbfda", ` stroke-dasharray="3 4"`, "", func(r row) float64 { return max(low, end.busy*float64(r.size)/most) })
	line("#0b5fa5", "", "CPU seconds", func(r row) float64 { return r.busy })
	line("#b3541e", "", "MB", func(r row) float64 { return r.megabytes })
	b.WriteString("</svg>\n")
	return b.String()
}
