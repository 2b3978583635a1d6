package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/account"
	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/render"
)

func init() { measures["positions"] = measurePositions }

// measurePositions reads each annotated story as `hearsay read` does and has
// score/positions.py compare the accounts with the gold.
func measurePositions(shared string) ([]Score, error) {
	gold := filepath.Join(shared, "data/positions")
	stories, err := filepath.Glob(filepath.Join(gold, "stories/*.json"))
	if err != nil || len(stories) == 0 {
		return nil, fmt.Errorf("no stories in %s", gold)
	}
	out, err := os.MkdirTemp("", "positions")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(out)
	for _, path := range stories {
		articles, err := storyArticles(path)
		if err != nil {
			return nil, err
		}
		f, err := os.Create(filepath.Join(out, filepath.Base(path)))
		if err != nil {
			return nil, err
		}
		err = render.JSON(f, account.All(annotate.All(articles, nil), account.Options{}))
		if e := f.Close(); err == nil {
			err = e
		}
		if err != nil {
			return nil, err
		}
	}
	return score(shared, "positions", "positions.py", gold, out)
}

func storyArticles(path string) ([]news.Article, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var story struct{ Articles []json.RawMessage }
	if err := json.Unmarshal(b, &story); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var lines bytes.Buffer
	for _, a := range story.Articles {
		if err := json.Compact(&lines, a); err != nil { // a record a line
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		lines.WriteByte('\n')
	}
	var articles []news.Article
	for a, err := range intake.Read([]string{"-"}, &lines, intake.Options{}) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		articles = append(articles, a)
	}
	return articles, nil
}
