package main

import (
	"fmt"
	"math"
	"strings"
)

// draw plots time and memory over the number of articles, all logarithmic.
func draw(rows []row) string {
	const width, height, left, bottom = 640, 400, 70, 50
	x := func(v float64) float64 { return left + (width-left-90)*(math.Log10(v)-3)/2 }
	y := func(v float64) float64 { return height - bottom - (height-bottom-20)*(math.Log10(v)+1)/5 }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">`+"\n", width, height)
	b.WriteString("<title>Time and memory of the search for copies over the number of articles</title>\n")
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, height)
	for _, v := range []float64{0.1, 1, 10, 100, 1000, 10000} {
		fmt.Fprintf(&b, `<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="#ddd"/><text x="%d" y="%.1f" text-anchor="end">%g</text>`+"\n", left, y(v), width-90, y(v), left-8, y(v)+4, v)
	}
	for _, v := range []float64{1000, 10000, 100000} {
		fmt.Fprintf(&b, `<line x1="%.1f" y1="20" x2="%.1f" y2="%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle">%.0f</text>`+"\n", x(v), x(v), height-bottom, x(v), height-bottom+18, v)
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">articles</text>`+"\n", (left+width-90)/2, height-10)
	for _, line := range []struct {
		name, colour string
		of           func(row) float64
	}{
		{"processor s", "#0b5fa5", func(r row) float64 { return r.busy }},
		{"MB", "#b3541e", func(r row) float64 { return r.megabytes }},
	} {
		var points []string
		for _, r := range rows {
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(float64(r.articles)), y(line.of(r))))
		}
		fmt.Fprintf(&b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>`+"\n", strings.Join(points, " "), line.colour)
		if n := len(rows); n > 0 {
			fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" fill="%s">%s</text>`+"\n", x(float64(rows[n-1].articles))+8, y(line.of(rows[n-1]))+4, line.colour, line.name)
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}
