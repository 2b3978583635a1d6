// Command copies measures how the search for copies grows:
//
//	go run ./bench/copies [-most 100000] [-plot docs/copying.svg]
//
// For each size it makes a stream of invented articles, finds all copies among
// them, and prints the time by the clock and on the processors, the memory held
// and what was found.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/hearsay-news/hearsay/copying"
)

// row is one measurement.
type row struct {
	articles, words, passages int
	seconds, busy             float64
	megabytes                 float64 // most memory taken from the system
}

func main() {
	most := flag.Int("most", 20000, "articles in the largest stream")
	plot := flag.String("plot", "", "SVG file to write")
	flag.Parse()
	var rows []row
	fmt.Println("| articles | words | passages | seconds | processor seconds | memory, MB | one more to a story of as many, ms |")
	fmt.Println("|---:|---:|---:|---:|---:|---:|---:|")
	for _, n := range []int{1000, 2000, 5000, 10000, 20000, 50000, 100000} {
		if n > *most {
			break
		}
		r := measure(n)
		one := "–"
		if n <= 2000 {
			one = fmt.Sprintf("%.1f", addOne(n))
		}
		fmt.Printf("| %d | %d | %d | %.1f | %.1f | %.0f | %s |\n", r.articles, r.words, r.passages, r.seconds, r.busy, r.megabytes, one)
		rows = append(rows, r)
	}
	if *plot != "" {
		if err := os.WriteFile(*plot, []byte(draw(rows)), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "copies:", err)
			os.Exit(1)
		}
	}
}

func measure(n int) row {
	articles := newStream(1).articles(n, 200)
	r := row{articles: n}
	for i := range articles {
		r.words += 1 + count(articles[i].Text)
	}
	runtime.GC()
	start, busy := time.Now(), processorTime()
	result := copying.Find(articles, nil)
	r.seconds, r.busy = time.Since(start).Seconds(), (processorTime() - busy).Seconds()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	r.megabytes = float64(m.Sys) / 1e6
	r.passages = len(result.Copies)
	return r
}

func count(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] == ' ' || text[i] == '\n' && text[i-1] != '\n' {
			n++
		}
	}
	return n
}

// processorTime is what this process has used of all processors.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// addOne is how many milliseconds of processor time the next article of one
// story of n copies of a text takes, with all that follows from it, the worst
// of five.
func addOne(n int) float64 {
	s := newStream(2)
	articles := s.articles(n+5, 1)
	root := s.sentences(30)
	for i := range articles {
		articles[i].Text = write(s.copied(root))
	}
	index := copying.NewIndex(nil)
	for _, a := range articles[:n] {
		index.Add(a)
	}
	worst := time.Duration(0)
	for _, a := range articles[n:] {
		start := processorTime()
		index.Add(a)
		index.Result()
		worst = max(worst, processorTime()-start)
	}
	return float64(worst.Microseconds()) / 1000
}
