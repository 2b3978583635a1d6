package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// The lines of the scorers: "stance denies  P 50.0  R 40.0  F1 44.4  (…)",
// "found 88.0 % of 577 positions", "via right 65.0 % of 40",
// "stance macro-F1 58.0".
var (
	prfLine     = regexp.MustCompile(`^(.+?)\s+P\s+([0-9.]+)\s+R\s+([0-9.]+)\s+F1\s+([0-9.]+)`)
	percentLine = regexp.MustCompile(`^(.+?) ([0-9.]+) % of`)
	macroLine   = regexp.MustCompile(`^(.+macro-F1) ([0-9.]+)$`)
)

// score runs one of the scorers and returns the figures it prints, each named
// room, label and measure.
func score(shared, room, script string, args ...string) ([]Score, error) {
	printed, err := exec.Command("python3", append([]string{filepath.Join(shared, "score", script)}, args...)...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", script, err, printed)
	}
	var out []Score
	add := func(label, value string) {
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			out = append(out, Score{room + " " + label, v})
		}
	}
	for _, line := range strings.Split(string(printed), "\n") {
		if m := prfLine.FindStringSubmatch(line); m != nil {
			add(m[1]+" P", m[2])
			add(m[1]+" R", m[3])
			add(m[1]+" F1", m[4])
		} else if m := percentLine.FindStringSubmatch(line); m != nil {
			add(m[1]+" %", m[2])
		} else if m := macroLine.FindStringSubmatch(line); m != nil {
			add(m[1], m[2])
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s printed no figure: %s", script, printed)
	}
	return out, nil
}
