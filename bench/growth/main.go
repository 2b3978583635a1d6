// Command growth measures how cost grows with size, and draws it:
//
//	go run ./bench/growth [-shared ../shared] [-to docs]
//
// It runs `hearsay annotate` on more and more articles, and `hearsay read` on
// stories of more and more reports as bench/stream makes them. How streams and
// the search for copies grow is measured by bench/stream and bench/copies.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/bench/usage"
)

// row is one measurement.
type row struct {
	size      int     // articles
	bytes     int     // of records
	busy      float64 // CPU seconds, user and system
	megabytes float64 // most memory resident
}

func main() {
	shared := flag.String("shared", "../shared", "folder that holds data/")
	to := flag.String("to", "docs", "folder of the plots")
	flag.Parse()
	if err := run(*shared, *to); err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(1)
	}
}

func run(shared, to string) error {
	work, err := os.MkdirTemp("", "growth")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	hearsay := filepath.Join(work, "hearsay")
	if said, err := exec.Command("go", "build", "-o", hearsay, "./cmd/hearsay").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, said)
	}
	articles, err := os.ReadFile(filepath.Join(shared, "data", "attribution", "train.jsonl"))
	if err != nil {
		return err
	}
	stories, err := made(shared)
	if err != nil {
		return err
	}
	for _, m := range []struct {
		name, title string
		args        []string
		inputs      [][][]byte
	}{
		{"annotate", "hearsay annotate, over the number of articles", []string{"annotate"}, prefixes(slices.Collect(bytes.Lines(articles)), 25)},
		{"read", "hearsay read, over the number of reports of one story", []string{"read", "--format", "json"}, stories},
	} {
		fmt.Printf("\n%s\n\n| articles | MB | CPU seconds | memory at most, MB |\n|---:|---:|---:|---:|\n", m.title)
		var rows []row
		for _, in := range m.inputs {
			r, err := measure(hearsay, m.args, in, filepath.Join(work, "in.jsonl"))
			if err != nil {
				return err
			}
			fmt.Printf("| %d | %.2f | %.2f | %.0f |\n", r.size, float64(r.bytes)/1e6, r.busy, r.megabytes)
			rows = append(rows, r)
		}
		if err := os.WriteFile(filepath.Join(to, "growth-"+m.name+".svg"), []byte(draw(m.title, rows)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// made are the first reports of the largest story of a made stream, more and more
// of them.
func made(shared string) ([][][]byte, error) {
	stream, err := exec.Command("go", "run", "./bench/stream", "-shared", shared, "-n", "40000", "-write").Output()
	if err != nil {
		return nil, fmt.Errorf("bench/stream: %w", err)
	}
	by := map[string][][]byte{}
	var largest string
	for line := range bytes.Lines(stream) {
		_, rest, _ := strings.Cut(string(line), `"id":"`)
		story, _, _ := strings.Cut(rest, "-")
		if by[story] = append(by[story], line); len(by[story]) > len(by[largest]) {
			largest = story
		}
	}
	return prefixes(by[largest], 5), nil
}

// prefixes are the first of all, about twice as many each time, and all.
func prefixes(all [][]byte, n int) (out [][][]byte) {
	for ; n*3/2 < len(all); n *= 2 {
		out = append(out, all[:n])
	}
	return append(out, all)
}

func measure(program string, args []string, articles [][]byte, file string) (row, error) {
	raw := bytes.Join(articles, nil)
	if err := os.WriteFile(file, raw, 0o644); err != nil {
		return row{}, err
	}
	u, err := usage.Run(exec.Command(program, append(slices.Clone(args), file)...))
	if err != nil {
		return row{}, fmt.Errorf("hearsay %s, %d articles: %w", args[0], len(articles), err)
	}
	return row{len(articles), len(raw), u.CPU, float64(u.Peak) / 1e6}, nil
}
