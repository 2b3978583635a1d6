// Command stream makes a long stream of articles after those of the
// development data, with story sizes and a daily volume as in real news, and
// measures package stories on it:
//
//	go run ./bench/stream -n 1000000 [-shared ../shared]         speed in processor time, size, rightness, every tenth of the way
//	go run ./bench/stream -n 20000 -write > stream.jsonl         the stream itself, for `hearsay stories`
//
// The same flags give the same stream.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/stories"
)

func main() {
	n := flag.Int("n", 1000000, "articles")
	perDay := flag.Int("day", 16000, "articles a day")
	seed := flag.Uint64("seed", 1, "seed")
	shared := flag.String("shared", "../shared", "folder that holds data/")
	write := flag.Bool("write", false, "write the stream as JSON Lines instead")
	picture := flag.String("plot", "", "SVG file for speed and memory over the length of the stream")
	archive := flag.String("archive", os.DevNull, "file for the stories that are over")
	flag.Parse()
	sources, err := read(filepath.Join(*shared, "data", "stories", "dev"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "stream:", err)
		os.Exit(1)
	}
	m, events := newMaker(sources), schedule(*n, *perDay, *seed)
	if *write {
		err = writeStream(m, events)
	} else {
		var points []point
		if points, err = measure(m, events, *archive); err == nil && *picture != "" {
			err = draw(*picture, points)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "stream:", err)
		os.Exit(1)
	}
}

// read groups the development articles by story; one without is a story.
func read(folder string) ([]source, error) {
	f, err := os.Open(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	of := map[string]string{}
	for lines := json.NewDecoder(f); lines.More(); {
		var g struct{ ID, Story string }
		if err := lines.Decode(&g); err != nil {
			return nil, err
		}
		of[g.ID] = g.Story
	}
	var out []source
	place := map[string]int{}
	for a, err := range intake.Read([]string{filepath.Join(folder, "articles.jsonl")}, nil, intake.Options{}) {
		if err != nil {
			return nil, err
		}
		k, ok := place[of[a.ID]]
		if story := of[a.ID]; story == "" || !ok {
			k = len(out)
			out = append(out, nil)
			if story != "" {
				place[story] = k
			}
		}
		out[k] = append(out[k], a)
	}
	return out, nil
}

func writeStream(m *maker, events []event) error {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	lines := json.NewEncoder(out)
	for _, e := range events {
		a := m.article(e)
		if err := lines.Encode(map[string]string{
			"id": a.ID, "outlet": a.Outlet.Name, "published": a.Published.Time.Format(time.RFC3339), "title": a.Title, "text": a.Text,
		}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// measure assigns the stream and writes a line at each tenth.
func measure(m *maker, events []event, archive string) ([]point, error) {
	f, err := os.Create(archive)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	kept := bufio.NewWriter(f)
	over := json.NewEncoder(kept)
	debug.SetGCPercent(50)
	a := stories.New(stories.Options{Retire: func(s stories.Story) {
		if err := over.Encode(s); err != nil {
			fmt.Fprintln(os.Stderr, "stream:", err)
		}
	}})
	var points []point
	right := newScore(events)
	spent, bytes, stretch := time.Duration(0), 0, max(1, len(events)/10)
	fmt.Println("articles  articles/s  µs/article  live stories  heap MiB  B-cubed P      R     F1")
	for i, e := range events {
		article := m.article(e)
		bytes += len(article.Text)
		began := cpuTime()
		done := a.Assign(&article)
		spent += cpuTime() - began
		right.put(done.Article, done.Story)
		for _, c := range done.Changes {
			for _, moved := range c.Articles {
				right.put(moved, c.Into)
			}
		}
		if (i+1)%stretch == 0 {
			var mem runtime.MemStats
			runtime.ReadMemStats(&mem)
			p, r := right.bcubed()
			fmt.Printf("%8d  %10.0f  %10.0f  %12d  %8.0f  %9.1f  %5.1f  %5.1f\n", i+1, float64(stretch)/spent.Seconds(),
				float64(spent.Microseconds())/float64(stretch), a.Size(), float64(mem.HeapInuse)/(1<<20), p, r, 2*p*r/(p+r))
			points = append(points, point{i + 1, float64(spent.Microseconds()) / float64(stretch), float64(mem.HeapInuse) / (1 << 20)})
			spent = 0
		}
	}
	fmt.Printf("%d bytes of text an article\n", bytes/len(events))
	return points, kept.Flush()
}

func draw(path string, points []point) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := plot(f, points); err != nil {
		return err
	}
	return f.Close()
}

// cpuTime is what the process has used of its cores, the collection of garbage
// included.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
