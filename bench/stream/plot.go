package main

import (
	"fmt"
	"io"
)

// point is one line of the measure.
type point struct {
	articles int
	micros   float64 // processor time an article, in µs
	heap     float64 // in MiB
}

// plot draws processor time and memory over the length of the stream as SVG.
func plot(w io.Writer, points []point) error {
	const left, right, top, bottom = 60.0, 560.0, 20.0, 260.0
	most, tallest, largest := 1.0, 1.0, 1.0
	for _, p := range points {
		most, tallest, largest = max(most, float64(p.articles)), max(tallest, p.micros), max(largest, p.heap)
	}
	x := func(p point) float64 { return left + (right-left)*float64(p.articles)/most }
	y := func(v, of float64) float64 { return bottom - (bottom-top)*v/(1.25*of) }
	line := func(value func(point) float64, of float64) string {
		s := ""
		for _, p := range points {
			s += fmt.Sprintf("%.1f,%.1f ", x(p), y(value(p), of))
		}
		return s
	}
	last := points[len(points)-1]
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" font-family="sans-serif" font-size="12" role="img">
<title>Processor time for an article, and memory, over the length of a stream</title>
<rect width="760" height="300" fill="#fff"/>
<path d="M%[1]g %[3]gV%[4]gH%[2]g" fill="none" stroke="#999"/>
<text x="%[1]g" y="278" text-anchor="middle">0</text><text x="%[2]g" y="278" text-anchor="middle">%[5]d articles</text>
<polyline points="%[6]s" fill="none" stroke="#0b5fa5" stroke-width="2"/><text x="570" y="%.0[7]f" fill="#0b5fa5">%.0[8]f µs an article</text>
<polyline points="%[9]s" fill="none" stroke="#a5480b" stroke-width="2"/><text x="570" y="%.0[10]f" fill="#a5480b">%.0[11]f MiB of heap</text>
</svg>
`, left, right, top, bottom, last.articles,
		line(func(p point) float64 { return p.micros }, tallest), y(last.micros, tallest)+4, last.micros,
		line(func(p point) float64 { return p.heap }, 1.6*largest), y(last.heap, 1.6*largest)+4, last.heap)
	return err
}
