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
	"strings"

	"github.com/hearsay-news/hearsay/bench/pages"
	"github.com/hearsay-news/hearsay/intake"
)

// task is one piece of work with its data and its scorer.
type task struct {
	name    string
	unit    string
	columns []string // figures shown, in percent
	prepare func(b *bench) (work, error)
	score   func(b *bench, w work, out string) (map[string]float64, error)
}

var tasks = []task{
	{
		name: "statements", unit: "article",
		columns: []string{
			"exact source F1", "exact cue F1", "exact content F1", "word source F1", "word cue F1", "word content F1",
			"linked all P", "linked all R", "linked all F1", "linked direct F1", "linked mixed F1", "linked indirect F1",
		},
		prepare: records("attribution/dev.jsonl", "attributions"),
		score:   scorer("attribution.py", "attribution/dev.jsonl"),
	},
	{
		name: "language", unit: "word",
		columns: []string{"ewt UPOS", "ewt XPOS", "ewt UAS", "ewt LAS", "ewt heads alike", "gum UPOS", "gum XPOS", "gum UAS", "gum LAS", "gum heads alike"},
		prepare: treebanks,
		score:   scoreTrees,
	},
	{
		name: "dates", unit: "article",
		columns: []string{"strict F1", "relaxed F1", "type F1", "value F1"},
		prepare: records("dates/dev.jsonl", "dates"),
		score:   scorer("dates.py", "dates/dev.jsonl"),
	},
	{
		name: "copies", unit: "article",
		columns: []string{
			"span (characters) F1", "passages found with a source of the same family", "recall reworded", "recall words dropped", "parent right", "class macro-F1",
		},
		prepare: records("copying/dev/articles.jsonl", ""),
		score:   scorer("copying.py", "copying/dev"),
	},
	{
		name: "stories", unit: "article",
		columns: []string{"B-cubed P", "B-cubed R", "B-cubed F1", "pairwise F1"},
		prepare: records("stories/dev/articles.jsonl", ""),
		score:   scorer("stories.py", "stories/dev/gold.jsonl"),
	},
	{
		name: "extraction", unit: "page",
		columns: []string{"body words P", "body words R", "body words F1", "title right", "date right"},
		prepare: savedPages,
		score:   scorePages,
	},
}

func (b *bench) data(path string) string {
	return filepath.Join(b.shared, "data", filepath.FromSlash(path))
}

func (b *bench) file(name string) string { return filepath.Join(b.cache, "work", name) }

const oneArticle = `{"id":"1","outlet":"The Tarn Post","published":"2031-05-02T08:00:00Z","title":"The mill is sold","text":"“The mill was sold on Friday,” said Anna Tarn, its owner. She denied that it would close in June."}` + "\n"

// records copies a file of article records without what is to be found.
func records(path, gold string) func(b *bench) (work, error) {
	return func(b *bench) (work, error) {
		name := strings.ReplaceAll(path, "/", "-")
		w := work{whole: b.file(name), single: b.file("one-article.jsonl")}
		raw, err := os.ReadFile(b.data(path))
		if err != nil {
			return w, err
		}
		var out strings.Builder
		for line := range strings.Lines(string(raw)) {
			var record map[string]json.RawMessage
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				return w, fmt.Errorf("%s: %w", path, err)
			}
			delete(record, gold)
			bare, err := json.Marshal(record)
			if err != nil {
				return w, err
			}
			out.Write(bare)
			out.WriteByte('\n')
			w.units++
		}
		if err := os.WriteFile(w.single, []byte(oneArticle), 0o644); err != nil {
			return w, err
		}
		return w, os.WriteFile(w.whole, []byte(out.String()), 0o644)
	}
}

var (
	prfLine     = regexp.MustCompile(`^(.+?)\s+P\s+([0-9.]+)\s+R\s+([0-9.]+)\s+F1\s+([0-9.]+)`)
	percentLine = regexp.MustCompile(`^(.+?):? ([0-9.]+) %`)
	macroLine   = regexp.MustCompile(`^(.+macro-F1) ([0-9.]+)$`)
)

// scorer runs one of the scorers on the gold and what was found.
func scorer(script, gold string) func(*bench, work, string) (map[string]float64, error) {
	return func(b *bench, _ work, out string) (map[string]float64, error) {
		printed, err := exec.Command("python3", filepath.Join(b.shared, "score", script), b.data(gold), out).CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %s", script, err, lastLine(printed))
		}
		figures := map[string]float64{}
		for line := range strings.Lines(string(printed)) {
			line = strings.TrimSpace(line)
			if edits, ok := strings.CutPrefix(line, "recall by edit: "); ok {
				for _, part := range strings.Split(edits, ", ") {
					i := strings.LastIndexByte(part, ' ')
					figures["recall "+part[:max(0, i)]] = number(strings.TrimSuffix(part[i+1:], "%"))
				}
			} else if m := prfLine.FindStringSubmatch(line); m != nil {
				figures[m[1]+" P"], figures[m[1]+" R"], figures[m[1]+" F1"] = number(m[2]), number(m[3]), number(m[4])
			} else if m := macroLine.FindStringSubmatch(line); m != nil {
				figures[m[1]] = number(m[2])
			} else if m := percentLine.FindStringSubmatch(line); m != nil {
				figures[m[1]] = number(m[2])
			}
		}
		return figures, nil
	}
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return v
}

// savedPages lays the pages out as files, and a list of them for the adapters.
func savedPages(b *bench) (work, error) {
	w := work{whole: b.file("pages"), single: b.file("one-page")}
	all, err := pages.Read(b.data("html/fundus"))
	if err != nil {
		return w, err
	}
	if err := layPages(w.whole, all); err != nil {
		return w, err
	}
	w.units = len(all)
	return w, layPages(w.single, all[:1])
}

func layPages(folder string, all []pages.Page) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for i, p := range all {
		if err := os.WriteFile(filepath.Join(folder, pageName(i)), p.Raw, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func pageName(i int) string { return fmt.Sprintf("%03d.html", i) }

// scorePages compares the records of a contender with the pages, in their order.
func scorePages(b *bench, _ work, out string) (map[string]float64, error) {
	all, err := pages.Read(b.data("html/fundus"))
	if err != nil {
		return nil, err
	}
	f, err := os.Open(out)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	figures := map[string]float64{}
	lines := json.NewDecoder(bufio.NewReader(f))
	each := 100 / float64(len(all))
	for i := range all {
		var r intake.Record
		if err := lines.Decode(&r); err != nil {
			return nil, fmt.Errorf("record %d of %d: %w", i+1, len(all), err)
		}
		found := pages.Found{Text: r.Text, Title: r.Title}
		if r.Published != "" {
			if found.Published, err = intake.ParseDate(r.Published); err != nil {
				return nil, fmt.Errorf("record %d: %w", i+1, err)
			}
		}
		a := all[i].Compare(found)
		figures["body words P"] += each * a.Precision
		figures["body words R"] += each * a.Recall
		figures["body words F1"] += each * a.F1
		if a.Title {
			figures["title right"] += each
		}
		if a.Date {
			figures["date right"] += each
		}
	}
	return figures, nil
}
