// Command peers measures hearsay beside what a user would pick instead, on the
// same articles with the same scorers, and writes the tables of
// docs/benchmarks.md:
//
//	bench/run [-shared ../shared] [-runs 3] [-only NAME,…]
//
// It makes each peer's own environment in the cache folder. A peer that cannot be
// installed is named as missing. -only measures anew those contenders, tasks or
// task/contender pairs that are named, and keeps the last results of the others.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	b := bench{}
	only := ""
	flag.StringVar(&b.shared, "shared", "../shared", "folder that holds data/ and score/")
	flag.StringVar(&b.cache, "cache", filepath.Join(cache, "hearsay-bench"), "folder for environments and results")
	flag.StringVar(&b.page, "page", "docs/benchmarks.md", "page whose tables are written")
	flag.StringVar(&only, "only", "", "contenders, tasks or task/contender pairs to measure, parted by commas; all if empty")
	flag.IntVar(&b.runs, "runs", 3, "runs of each contender")
	flag.Parse()
	if err := b.run(only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench is one measuring session.
type bench struct {
	shared, cache, page string
	runs                int
	hearsay             string // the binary
}

func (b *bench) run(only string) error {
	if _, err := os.Stat(filepath.Join(b.shared, "data")); err != nil {
		return fmt.Errorf("no data: %w", err)
	}
	var err error
	for _, p := range []*string{&b.shared, &b.cache} {
		if *p, err = filepath.Abs(*p); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Join(b.cache, "work"), 0o755); err != nil {
		return err
	}
	if err := b.buildHearsay(); err != nil {
		return err
	}
	kept, err := b.readResults()
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, name := range strings.Split(only, ",") {
		wanted[name] = true
	}
	for _, t := range tasks {
		work, err := t.prepare(b)
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		for _, c := range contenders {
			if c.task != t.name || only != "" && !wanted[c.name] && !wanted[t.name] && !wanted[t.name+"/"+c.name] {
				continue
			}
			start := time.Now()
			r := b.measure(t, c, work)
			kept[t.name+"/"+c.name] = r
			if err := b.writeResults(kept); err != nil {
				return err
			}
			if r.Missing != "" {
				fmt.Fprintf(os.Stderr, "%s, %s: missing: %s\n", t.name, c.name, r.Missing)
				continue
			}
			fmt.Fprintf(os.Stderr, "%s, %s: %.0f s\n", t.name, c.name, time.Since(start).Seconds())
		}
	}
	return b.report(kept)
}
