package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	"github.com/hearsay-news/hearsay/dates"
	"github.com/hearsay-news/hearsay/news"
)

func init() { measures["dates"] = measureDates }

var f1Line = regexp.MustCompile(`(?m)^(\w+) .* F1 +([0-9.]+)`)

// measureDates annotates the development articles and has score/dates.py
// compare them with the gold.
func measureDates(shared string) ([]Score, error) {
	gold := filepath.Join(shared, "data/dates/dev.jsonl")
	in, err := os.Open(gold)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	out, err := os.CreateTemp("", "dates-*.jsonl")
	if err != nil {
		return nil, err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	enc := json.NewEncoder(out)
	read, took := 0, time.Duration(0)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var a struct{ ID, Published, Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", gold, err)
		}
		anchor := dates.Anchor{}
		if day, err := time.Parse(time.DateOnly, a.Published); err == nil {
			anchor = dates.OnDay(day)
		}
		start := time.Now()
		found := dates.Annotate(a.Text, anchor)
		took, read = took+time.Since(start), read+len(a.Text)
		if err := enc.Encode(map[string]any{"id": a.ID, "dates": records(a.Text, found)}); err != nil {
			return nil, err
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	printed, err := exec.Command("python3", filepath.Join(shared, "score/dates.py"), gold, out.Name()).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("dates.py: %w: %s", err, printed)
	}
	var scores []Score
	for _, m := range f1Line.FindAllSubmatch(printed, -1) {
		v, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			return nil, err
		}
		scores = append(scores, Score{"dates " + string(m[1]) + " F1", v})
	}
	return append(scores, Score{"dates MB/s, found and resolved", float64(read) / 1e6 / took.Seconds()}), nil
}

type dateRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func records(text string, found []news.TimeExpression) []dateRecord {
	at := news.NewOffsets(text)
	out := make([]dateRecord, len(found))
	for i, x := range found {
		out[i] = dateRecord{at.At(x.Start), at.At(x.End), x.Type, x.Value}
	}
	return out
}
