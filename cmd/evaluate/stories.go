package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/stories"
)

func init() { measures["stories"] = measureStories }

// measureStories gives B-cubed of the assignments as they are made, and of
// those that Split makes of the same articles.
func measureStories(shared string) ([]Score, error) {
	folder := filepath.Join(shared, "data", "stories", "dev")
	articles, err := readArticles(filepath.Join(folder, "articles.jsonl"))
	if err != nil {
		return nil, err
	}
	streamed := make([]string, len(articles))
	a := stories.New(stories.Options{Rigid: true})
	for i := range articles {
		streamed[i] = a.Assign(&articles[i]).Story
	}
	split := make([]string, len(articles))
	for k, story := range stories.Split(articles) {
		for _, i := range story {
			split[i] = fmt.Sprint(k)
		}
	}
	var scores []Score
	for _, run := range []struct {
		name string
		of   []string
	}{{"stories: ", streamed}, {"stories, all at hand: ", split}} {
		out, err := os.CreateTemp("", "stories-*.jsonl")
		if err != nil {
			return nil, err
		}
		defer os.Remove(out.Name())
		lines := json.NewEncoder(out)
		for i := range articles {
			if err := lines.Encode(map[string]string{"id": articles[i].ID, "story": run.of[i]}); err != nil {
				return nil, err
			}
		}
		if err := out.Close(); err != nil {
			return nil, err
		}
		printed, err := exec.Command("python3", filepath.Join(shared, "score", "stories.py"), filepath.Join(folder, "gold.jsonl"), out.Name()).Output()
		if err != nil {
			return nil, fmt.Errorf("stories.py: %w", err)
		}
		line, _, _ := strings.Cut(string(printed), "\n")
		scores = append(scores,
			Score{run.name + "B-cubed precision", after(line, "P")},
			Score{run.name + "B-cubed recall", after(line, "R")},
			Score{run.name + "B-cubed F1", after(line, "F1")})
	}
	return scores, nil
}
