package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/bench/usage"
)

// result is what was measured of a contender at a task.
type result struct {
	Missing string `json:",omitempty"` // why there is nothing else
	Figures map[string]float64
	Units   int // articles, words or pages of the whole work
	Runs    []usage.Usage
	Single  []usage.Usage // runs on one unit alone, which are mostly start-up
	Bytes   int64         // installed size
	Load    string        // load of the machine before, as /proc/loadavg has it
	Day     string
}

// work is a task's input on disk.
type work struct {
	whole, single string // all units, one unit
	units         int
}

func (b *bench) measure(t task, c contender, w work) result {
	r := result{Missing: c.missing, Day: time.Now().UTC().Format(time.DateOnly)}
	if c.missing != "" {
		return r
	}
	if err := b.provide(c.env); err != nil {
		r.Missing = err.Error()
		return r
	}
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		r.Load, _, _ = strings.Cut(string(load), " ")
	}
	name := t.name + "-" + strings.ReplaceAll(c.name, " ", "-")
	out := filepath.Join(b.cache, "work", name+".out")
	runs := b.runs
	if c.once {
		runs = 1
	}
	for range runs {
		single, err := spend(c, c.command(b, w.single, out+".single"), out+".single")
		if err == nil {
			r.Single = append(r.Single, single)
			var whole usage.Usage
			if whole, err = spend(c, c.command(b, w.whole, out), out); err == nil {
				r.Runs = append(r.Runs, whole)
			}
		}
		if err != nil {
			r.Missing = "failed: " + err.Error()
			return r
		}
	}
	r.Units = w.units
	r.Bytes = b.installed(c.env)
	figures, err := t.score(b, w, out)
	if err != nil {
		r.Missing = "cannot be scored: " + err.Error()
	}
	r.Figures = figures
	return r
}

// spend runs a contender once, one thread for each of the libraries that would
// otherwise spin on all processors.
func spend(c contender, words []string, out string) (usage.Usage, error) {
	p := exec.Command(words[0], words[1:]...)
	p.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1")
	if c.stdout {
		f, err := os.Create(out)
		if err != nil {
			return usage.Usage{}, err
		}
		defer f.Close()
		p.Stdout = f
	}
	return usage.Run(p)
}

// startUp is the median CPU time of a run on one unit, in seconds.
func (r result) startUp() float64 {
	return middle(r.Single, func(u usage.Usage) float64 { return u.CPU })
}

// cost is the CPU time of a unit without start-up: the middle, the least and the
// most of the runs, in seconds.
func (r result) cost() (median, least, most float64) {
	var each []float64
	for _, u := range r.Runs {
		each = append(each, max(1e-9, u.CPU-r.startUp())/float64(max(1, r.Units-1)))
	}
	if len(each) == 0 {
		return 0, 0, 0
	}
	slices.Sort(each)
	return each[len(each)/2], each[0], each[len(each)-1]
}

func (r result) wall() float64 { return middle(r.Runs, func(u usage.Usage) float64 { return u.Wall }) }

func (r result) peak() float64 {
	return middle(r.Runs, func(u usage.Usage) float64 { return float64(u.Peak) })
}

func middle(all []usage.Usage, of func(usage.Usage) float64) float64 {
	var v []float64
	for _, u := range all {
		v = append(v, of(u))
	}
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}

func (b *bench) resultsFile() string { return filepath.Join(b.cache, "results.json") }

func (b *bench) readResults() (map[string]result, error) {
	kept := map[string]result{}
	raw, err := os.ReadFile(b.resultsFile())
	if errors.Is(err, fs.ErrNotExist) {
		return kept, nil
	}
	if err != nil {
		return nil, err
	}
	return kept, json.Unmarshal(raw, &kept)
}

func (b *bench) writeResults(kept map[string]result) error {
	raw, err := json.MarshalIndent(kept, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(b.resultsFile(), raw, 0o644)
}
