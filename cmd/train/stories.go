package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/stories"
)

func init() {
	trainers["stories"] = trainStories
	trainers["stories-background"] = trainStoriesBackground
}

// trainStoriesBackground counts words in articles that the stories are not
// measured on.
func trainStoriesBackground(data string, _ []string) error {
	var all []news.Article
	for _, name := range []string{"attribution/train.jsonl", "dates/dev.jsonl"} {
		for a, err := range intake.Read([]string{filepath.Join(data, name)}, nil, intake.Options{}) {
			if err != nil {
				return err
			}
			all = append(all, a)
		}
	}
	f, err := os.Create("stories/background.txt")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(f, "# How many news articles each word stands in (\"@\": as a name), of how many. Counted for hearsay by\n# `go run ./cmd/train stories-background` in the articles of PolNeAR's training part, TimeBank and AQUAINT.\n"); err != nil {
		return err
	}
	if err := stories.CompileBackground(f, all); err != nil {
		return err
	}
	return f.Close()
}

// trainStories fits the decision to join or open, writes stories/model.json
// and says how well it does, also on stories it was not fitted to.
func trainStories(data string, _ []string) error {
	dev, err := devStream(data)
	if err != nil {
		return err
	}
	claims, err := claimStream(data)
	if err != nil {
		return err
	}
	every := func(string) bool { return true }
	full := learnStories(dev, every)
	byName := make(map[string]float64, len(stories.FeatureNames))
	for i, name := range stories.FeatureNames {
		byName[name] = math.Round(full.Weights[i]*1000) / 1000
	}
	b, err := json.MarshalIndent(byName, "", "\t")
	if err != nil {
		return err
	}
	if err := os.WriteFile("stories/model.json", append(b, '\n'), 0o644); err != nil {
		return err
	}
	politics := func(story string) bool { return !strings.HasPrefix(story, "ecb") }
	rest := func(story string) bool { return !politics(story) }
	show := func(name string, s stream, m *stories.Model, test func(string) bool) {
		p, r, f := bcubed(s, s.run(m), test)
		fmt.Printf("%-48s P %6.2f  R %6.2f  F1 %6.2f\n", name, p, r, f)
	}
	show("fitted to all", dev, full, every)
	showPairs("two at one time, alone, fitted to all", dev, full, every)
	fromRest := learnStories(dev, rest)
	showPairs("two political ones, alone, fitted to the rest", dev, fromRest, politics)
	show("politics, fitted to the rest", dev, fromRest, politics)
	show("the rest, fitted to politics", dev, learnStories(dev, politics), rest)
	show("ClaimDiff's excerpts, fitted to all of dev", claims, full, every)
	crossValidate(dev)
	return nil
}

// showPairs measures the stories in test in streams of two.
func showPairs(name string, s stream, m *stories.Model, test func(story string) bool) {
	var p, r, n float64
	for _, pair := range s.pairs() {
		pp, pr, _ := bcubed(pair, pair.run(m), test)
		share := 0.0
		for _, a := range pair.articles {
			if test(s.gold[a.ID].story) {
				share++
			}
		}
		if share > 0 {
			p, r, n = p+pp*share, r+pr*share, n+share
		}
	}
	p, r = p/n, r/n
	fmt.Printf("%-48s P %6.2f  R %6.2f  F1 %6.2f\n", name, p, r, 2*p*r/(p+r))
}

// crossValidate fits to three quarters of the stories and measures on the
// others, four times over.
func crossValidate(s stream) {
	const folds = 4
	names := s.stories()
	var p, r, n float64
	for fold := range folds {
		test := func(story string) bool { return slices.Index(names, story)%folds == fold }
		m := learnStories(s, func(story string) bool { return !test(story) })
		fp, fr, _ := bcubed(s, s.run(m), test)
		share := 0.0
		for _, g := range s.gold {
			if test(g.story) {
				share++
			}
		}
		p, r, n = p+fp*share, r+fr*share, n+share
	}
	p, r = p/n, r/n
	fmt.Printf("%-48s P %6.2f  R %6.2f  F1 %6.2f\n", "cross-validated over stories", p, r, 2*p*r/(p+r))
}

// learnStories fits to the stories that teach picks: first beside a plain
// cosine, then beside what that fit made of the rest of the stream.
func learnStories(s stream, teach func(story string) bool) *stories.Model {
	m := &stories.Model{}
	m.Weights[stories.Bias], m.Weights[stories.Words] = -5, 20
	for range 2 {
		m = fitStories(s.examples(m, teach))
	}
	return m
}

type storyExample struct {
	features stories.Features
	joins    float64
}

// fitStories is logistic regression by Newton's method.
func fitStories(examples []storyExample) *stories.Model {
	const n, ridge = len(stories.FeatureNames), 0.5
	m := &stories.Model{}
	for range 30 {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for i := range n {
			hessian[i] = make([]float64, n)
			hessian[i][i], gradient[i] = ridge, -ridge*m.Weights[i]
		}
		hessian[stories.Bias][stories.Bias], gradient[stories.Bias] = 1e-6, 0
		for _, e := range examples {
			p := m.Chance(&e.features)
			for i, x := range e.features {
				gradient[i] += (e.joins - p) * x
				for j, y := range e.features {
					hessian[i][j] += p * (1 - p) * x * y
				}
			}
		}
		for i, step := range solve(hessian, gradient) {
			m.Weights[i] += step
		}
	}
	return m
}

// solve returns x with h·x = g, by elimination with pivots.
func solve(h [][]float64, g []float64) []float64 {
	n := len(g)
	for i := range n {
		best := i
		for k := i + 1; k < n; k++ {
			if math.Abs(h[k][i]) > math.Abs(h[best][i]) {
				best = k
			}
		}
		h[i], h[best] = h[best], h[i]
		g[i], g[best] = g[best], g[i]
		for k := i + 1; k < n; k++ {
			by := h[k][i] / h[i][i]
			for j := i; j < n; j++ {
				h[k][j] -= by * h[i][j]
			}
			g[k] -= by * g[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = g[i]
		for j := i + 1; j < n; j++ {
			x[i] -= h[i][j] * x[j]
		}
		x[i] /= h[i][i]
	}
	return x
}
