package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
)

func init() { measures["copying"] = measureCopying }

func measureCopying(shared string) ([]Score, error) {
	gold := filepath.Join(shared, "data", "copying", "dev")
	articles, err := readArticles(filepath.Join(gold, "articles.jsonl"))
	if err != nil {
		return nil, err
	}
	out, err := os.CreateTemp("", "copies-*.jsonl")
	if err != nil {
		return nil, err
	}
	defer os.Remove(out.Name())
	w := bufio.NewWriter(out)
	if err := copying.Write(w, articles, copying.Find(articles, nil)); err != nil {
		return nil, err
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	printed, err := exec.Command("python3", filepath.Join(shared, "score", "copying.py"), gold, out.Name()).Output()
	if err != nil {
		return nil, fmt.Errorf("copying.py: %w", err)
	}
	var scores []Score
	for line := range strings.Lines(string(printed)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "span"):
			scores = append(scores, Score{"copying: characters F1", after(line, "F1")})
		case strings.HasPrefix(line, "recall by edit: "):
			for _, part := range strings.Split(strings.TrimPrefix(line, "recall by edit: "), ", ") {
				if i := strings.LastIndexByte(part, ' '); i > 0 {
					scores = append(scores, Score{"copying: recall, " + part[:i], number(part[i+1:])})
				}
			}
		case strings.HasPrefix(line, "parent right"):
			scores = append(scores, Score{"copying: parent right", after(line, "right")})
		case strings.HasPrefix(line, "class macro-F1"):
			scores = append(scores, Score{"copying: class macro-F1", after(line, "macro-F1")})
		}
	}
	unrelated, err := measureUnrelated(shared)
	return append(scores, unrelated), err
}

// measureUnrelated counts passages found between articles of different
// stories, in a thousand pairs of articles; quotations shared are left out. It
// is given as what remains of 100, as all scores count upwards.
func measureUnrelated(shared string) (Score, error) {
	folder := filepath.Join(shared, "data", "stories", "dev")
	all, err := readArticles(filepath.Join(folder, "articles.jsonl"))
	if err != nil {
		return Score{}, err
	}
	f, err := os.Open(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return Score{}, err
	}
	defer f.Close()
	storyOf := map[string]string{}
	for lines := json.NewDecoder(f); lines.More(); {
		var g struct{ ID, Story string }
		if err := lines.Decode(&g); err != nil {
			return Score{}, err
		}
		storyOf[g.ID] = g.Story
	}
	var articles []news.Article
	sizes := map[string]int{}
	for _, a := range all {
		if s := storyOf[a.ID]; s != "" {
			articles = append(articles, a)
			sizes[s]++
		}
	}
	pairs := len(articles) * (len(articles) - 1) / 2
	for _, n := range sizes {
		pairs -= n * (n - 1) / 2
	}
	passages := 0
	for _, c := range copying.Find(articles, nil).Copies {
		if storyOf[c.Of] != storyOf[c.In] && !c.Quote {
			passages++
		}
	}
	return Score{"copying: 100 - false passages in 1,000 pairs", 100 - 1000*float64(passages)/float64(pairs)}, nil
}

func readArticles(path string) ([]news.Article, error) {
	var articles []news.Article
	for a, err := range intake.Read([]string{path}, nil, intake.Options{}) {
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// after is the number that follows word in line, 0 where there is none.
func after(line, word string) float64 {
	_, rest, _ := strings.Cut(line, word+" ")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	return number(fields[0])
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
	if err != nil {
		return 0
	}
	return v
}
