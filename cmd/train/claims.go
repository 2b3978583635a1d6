package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/claims"
	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/voices"
)

func init() { trainers["claims"] = trainClaims }

// trainClaims fits claims/weights.json to the annotated stories of positions/.
func trainClaims(data string, _ []string) error {
	files, err := filepath.Glob(filepath.Join(data, "positions/stories/*.json"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no stories in %s/positions", data)
	}
	var examples []claims.Example
	for _, f := range files {
		x, err := claimsExample(f, filepath.Join(data, "positions/gold", filepath.Base(f)))
		if err != nil {
			return err
		}
		examples = append(examples, x)
	}
	b, err := json.MarshalIndent(claims.Train(examples, os.Stderr), "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile("claims/weights.json", append(b, '\n'), 0o644)
}

func claimsExample(story, gold string) (claims.Example, error) {
	var x claims.Example
	var s struct{ Articles []json.RawMessage }
	if err := readJSON(story, &s); err != nil {
		return x, err
	}
	var g struct {
		Items []struct{ Article, Passage, Claim string }
	}
	if err := readJSON(gold, &g); err != nil {
		return x, err
	}
	index := map[string]int{}
	var told []voices.Report
	for _, raw := range s.Articles {
		r, err := intake.ParseRecord(raw)
		if err != nil {
			return x, fmt.Errorf("%s: %w", story, err)
		}
		a, err := intake.FromRecord(r, intake.Options{})
		if err != nil {
			return x, fmt.Errorf("%s: %w", story, err)
		}
		index[a.ID] = len(x.Reports)
		read := annotate.Article(a)
		x.Reports = append(x.Reports, read)
		told = append(told, voices.Report{Statements: read.Statements, Named: read.Named})
	}
	voices.Unify(told)
	for _, it := range g.Items {
		r, ok := index[it.Article]
		if !ok {
			return x, fmt.Errorf("%s: no article %q", gold, it.Article)
		}
		at := strings.Index(x.Reports[r].Article.Text, it.Passage)
		if at < 0 {
			return x, fmt.Errorf("%s: %q does not stand in %s", gold, it.Passage, it.Article)
		}
		x.Items = append(x.Items, claims.Item{Report: r, Span: news.Span{Start: at, End: at + len(it.Passage)}, Claim: it.Claim})
	}
	return x, nil
}

func readJSON(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
