package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/bench/usage"
)

// report writes the tables between the page's marks; what stands between them
// is replaced, the rest of the page is left as it is.
func (b *bench) report(kept map[string]result) error {
	raw, err := os.ReadFile(b.page)
	if errors.Is(err, fs.ErrNotExist) {
		for _, t := range tasks {
			raw = append(raw, []byte(begin(t.name)+"\n"+finish+"\n\n")...)
		}
	} else if err != nil {
		return err
	}
	page := string(raw)
	for _, t := range tasks {
		page = replace(page, t.name, table(t, kept))
	}
	page = replace(page, "machine", machine(kept))
	page = replace(page, "better", better(kept))
	page = replace(page, "goals", goals(kept))
	return os.WriteFile(b.page, []byte(page), 0o644)
}

const finish = "<!-- end -->"

func begin(name string) string { return "<!-- " + name + ", written by bench/run -->" }

func replace(page, name, text string) string {
	before, rest, found := strings.Cut(page, begin(name))
	_, after, closed := strings.Cut(rest, finish)
	if !found || !closed {
		return page
	}
	return before + begin(name) + "\n" + text + finish + after
}

// rows are the contenders of a task that were measured, and those that were not.
func rows(t task, kept map[string]result) (measured []contender, absent []string) {
	for _, c := range contenders {
		r, ok := kept[t.name+"/"+c.name]
		switch {
		case c.task != t.name:
		case !ok:
			absent = append(absent, c.name+": not measured yet")
		case r.Missing != "":
			absent = append(absent, c.name+": "+r.Missing)
		default:
			measured = append(measured, c)
		}
	}
	return measured, absent
}

func table(t task, kept map[string]result) string {
	measured, absent := rows(t, kept)
	var out strings.Builder
	head := func(first string, names []string) {
		fmt.Fprintf(&out, "| %s |", first)
		for _, n := range names {
			fmt.Fprintf(&out, " %s |", n)
		}
		out.WriteString("\n|---|" + strings.Repeat("---:|", len(names)) + "\n")
	}
	var names []string
	for _, c := range measured {
		names = append(names, c.name)
	}
	out.WriteString("\n")
	head("", names)
	line := func(name string, cell func(r result) string) {
		fmt.Fprintf(&out, "| %s |", name)
		for _, c := range measured {
			fmt.Fprintf(&out, " %s |", cell(kept[t.name+"/"+c.name]))
		}
		out.WriteString("\n")
	}
	for _, column := range t.columns {
		best := 0.0
		for _, c := range measured {
			best = max(best, kept[t.name+"/"+c.name].Figures[column])
		}
		line(column, func(r result) string {
			v, ok := r.Figures[column]
			cell := fmt.Sprintf("%.1f", v)
			switch {
			case !ok:
				return "–"
			case cell == fmt.Sprintf("%.1f", best):
				return "**" + cell + "**"
			}
			return cell
		})
	}
	line(t.unit+"s a CPU second", func(r result) string {
		v, least, most := r.cost()
		if len(r.Runs) == 1 {
			return few(1 / v)
		}
		return few(1/v) + " (" + few(1/most) + "–" + few(1/least) + ")"
	})
	line("CPU seconds, all "+t.unit+"s", func(r result) string {
		return few(middle(r.Runs, func(u usage.Usage) float64 { return u.CPU }))
	})
	line("seconds by the clock", func(r result) string { return few(r.wall()) })
	line("CPU seconds to start, one "+t.unit, func(r result) string { return few(r.startUp()) })
	line("memory at most, MB", func(r result) string { return few(r.peak() / 1e6) })
	line("installed, MB", func(r result) string { return few(float64(r.Bytes) / 1e6) })
	line("runs", func(r result) string { return fmt.Sprint(len(r.Runs)) })
	line("load of the machine before", func(r result) string { return r.Load })
	if len(absent) > 0 {
		out.WriteString("\nMissing: " + strings.Join(absent, "; ") + ".\n")
	}
	return out.String()
}

// few prints three figures.
func few(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// better lists the figures at which a peer is ahead of hearsay.
func better(kept map[string]result) string {
	var out strings.Builder
	for _, t := range tasks {
		own := kept[t.name+"/hearsay"]
		ownCost, _, _ := own.cost()
		measured, _ := rows(t, kept)
		for _, c := range measured {
			r := kept[t.name+"/"+c.name]
			var ahead []string
			for _, column := range t.columns {
				if mine, ok := own.Figures[column]; ok && r.Figures[column] > mine+0.05 {
					ahead = append(ahead, fmt.Sprintf("%s %.1f against %.1f", column, r.Figures[column], mine))
				}
			}
			if cost, _, _ := r.cost(); len(own.Runs) > 0 && cost < ownCost {
				ahead = append(ahead, fmt.Sprintf("speed, %s times hearsay's", few(ownCost/cost)))
			}
			if r.startUp() < own.startUp() {
				ahead = append(ahead, fmt.Sprintf("start, %s s against %s s", few(r.startUp()), few(own.startUp())))
			}
			if r.peak() < own.peak() {
				ahead = append(ahead, fmt.Sprintf("memory, %s MB against %s MB", few(r.peak()/1e6), few(own.peak()/1e6)))
			}
			if r.Bytes < own.Bytes {
				ahead = append(ahead, fmt.Sprintf("size, %s MB against %s MB", few(float64(r.Bytes)/1e6), few(float64(own.Bytes)/1e6)))
			}
			if len(ahead) > 0 {
				fmt.Fprintf(&out, "- %s, %s: %s.\n", t.name, c.name, strings.Join(ahead, "; "))
			}
		}
	}
	if out.Len() == 0 {
		return "\nNowhere.\n"
	}
	return "\n" + out.String()
}

// goals are what hearsay sets itself for statements.
func goals(kept map[string]result) string {
	own := kept["statements/hearsay"]
	ownCost, _, _ := own.cost()
	var out strings.Builder
	out.WriteString("\n| against | linked F1, all | articles a CPU second | installed size |\n|---|---|---|---|\n")
	for _, g := range []struct {
		name  string
		times float64
	}{{"spaCy + textacy", 4}, {"CoreNLP quote", 50}} {
		r, ok := kept["statements/"+g.name]
		if !ok || r.Missing != "" || ownCost == 0 {
			continue
		}
		cost, _, _ := r.cost()
		size := float64(own.Bytes) / float64(max(1, r.Bytes))
		fmt.Fprintf(&out, "| %s | higher: %s, %.1f against %.1f | %g times: %s, %s times | a tenth: %s, %.2f |\n", g.name,
			verdict(own.Figures["linked all F1"] > r.Figures["linked all F1"]), own.Figures["linked all F1"], r.Figures["linked all F1"],
			g.times, verdict(cost/ownCost >= g.times), few(cost/ownCost), verdict(size <= 0.1), size)
	}
	return out.String()
}

func verdict(met bool) string {
	if met {
		return "met"
	}
	return "**not met**"
}

// machine says where, when and with what the results were measured.
func machine(kept map[string]result) string {
	var days []string
	for _, r := range kept {
		if r.Missing == "" && !slices.Contains(days, r.Day) {
			days = append(days, r.Day)
		}
	}
	slices.Sort(days)
	var out strings.Builder
	fmt.Fprintf(&out, "\n%s, %d processors, %s of memory, %s. hearsay at %s with %s. Measured on %s. Peers:\n\n",
		field("/proc/cpuinfo", "model name"), runtime.NumCPU(), field("/proc/meminfo", "MemTotal"), field("/etc/os-release", "PRETTY_NAME"),
		said("git", "rev-parse", "--short", "HEAD"), runtime.Version(), strings.Join(days, ", "))
	var names []string
	for name := range environments {
		names = append(names, name)
	}
	slices.Sort(names)
	fmt.Fprintf(&out, "- %s; %s\n", said("python3", "--version"), said("java", "-version"))
	for _, name := range names {
		fmt.Fprintf(&out, "- %s: %s\n", name, strings.Join(environments[name].packages, ", "))
	}
	return out.String()
}

// field is the value of the first line of a file that begins with name.
func field(path, name string) string {
	raw, err := os.ReadFile(path)
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, name) {
			return strings.Trim(strings.TrimSpace(line[len(name):]), ":= \t\"")
		}
	}
	return "unknown"
}

func said(name string, args ...string) string {
	raw, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return name + " unknown"
	}
	first, _, _ := strings.Cut(string(raw), "\n")
	return strings.TrimSpace(first)
}
