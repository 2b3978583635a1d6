package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
)

func init() { measures["extract"] = measureExtract }

// measureExtract compares what intake extracts from saved news pages with what
// was written down for them: the words of the body as multisets, the title, the
// day of publication, the authors.
func measureExtract(shared string) ([]Score, error) {
	pages, err := savedPages(filepath.Join(shared, "data", "html", "fundus"))
	if err != nil {
		return nil, err
	}
	var f1, precision, recall, title, date, outlet, byline float64
	for _, p := range pages {
		a, err := intake.FromHTML(p.raw, "", intake.Options{})
		if err != nil {
			fmt.Fprintf(os.Stderr, "evaluate: extract: %s: %v\n", p.name, err)
			continue
		}
		pr, rc, f := wordOverlap(a.Text, p.gold.body())
		f1, precision, recall = f1+f, precision+pr, recall+rc
		if sameWords(a.Title, p.gold.Title) {
			title++
		}
		if sameDay(a.Published, p.gold.Published) {
			date++
		}
		if a.Outlet.Name != "" {
			outlet++
		}
		if len(p.gold.Authors) == 0 || strings.Contains(plainWords(a.Byline), plainWords(p.gold.Authors[0])) {
			byline++
		}
	}
	n := float64(len(pages)) / 100
	return []Score{
		{"extract body words F1", f1 / n},
		{"extract body words precision", precision / n},
		{"extract body words recall", recall / n},
		{"extract title right", title / n},
		{"extract date right", date / n},
		{"extract outlet found", outlet / n},
		{"extract first author found", byline / n},
	}, nil
}

// savedPage is a page with what should be found in it.
type savedPage struct {
	name string
	raw  []byte
	gold pageGold
}

type pageGold struct {
	Authors   []string `json:"authors"`
	Published string   `json:"publishing_date"`
	Title     string   `json:"title"`
	Body      struct {
		Summary  []string `json:"summary"`
		Sections []struct {
			Headline   []string `json:"headline"`
			Paragraphs []string `json:"paragraphs"`
		} `json:"sections"`
	} `json:"body"`
}

func (g *pageGold) body() string {
	parts := slices.Clone(g.Body.Summary)
	for _, s := range g.Body.Sections {
		parts = append(parts, s.Headline...)
		parts = append(parts, s.Paragraphs...)
	}
	return strings.Join(parts, "\n")
}

// savedPages reads COUNTRY/OUTLET.json, whose versions in order belong to the
// pages COUNTRY/OUTLET_DAY.html.gz in order.
func savedPages(dir string) ([]savedPage, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no pages under %s", dir)
	}
	var pages []savedPage
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var versions map[string]pageGold
		if err := json.Unmarshal(raw, &versions); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		saved, err := filepath.Glob(strings.TrimSuffix(file, ".json") + "_*.html.gz")
		if err != nil || len(saved) != len(versions) {
			return nil, fmt.Errorf("%s: %d versions but %d pages", file, len(versions), len(saved))
		}
		keys := make([]string, 0, len(versions))
		for k := range versions {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for i, k := range keys {
			page, err := unzipped(saved[i])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", saved[i], err)
			}
			pages = append(pages, savedPage{filepath.Base(saved[i]), page, versions[k]})
		}
	}
	return pages, nil
}

func unzipped(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// wordOverlap compares two texts as multisets of words.
func wordOverlap(got, want string) (precision, recall, f1 float64) {
	count := map[string]int{}
	wants := strings.Fields(plainWords(want))
	for _, w := range wants {
		count[w]++
	}
	gots := strings.Fields(plainWords(got))
	both := 0
	for _, w := range gots {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	if both == 0 {
		return 0, 0, 0
	}
	precision, recall = float64(both)/float64(len(gots)), float64(both)/float64(len(wants))
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// plainWords is s in lower case with single spaces for everything that is no
// letter, mark or figure.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	}), " ")
}

func sameWords(a, b string) bool { return plainWords(a) == plainWords(b) }

// sameDay compares calendar days as each side writes them, or instants.
func sameDay(got news.Date, want string) bool {
	for _, layout := range []string{"2006-01-02 15:04:05.999999-07:00", "2006-01-02 15:04:05.999999", time.DateOnly} {
		w, err := time.Parse(layout, want)
		if err != nil {
			continue
		}
		return got.Day() == w.Format(time.DateOnly) || got.HasTime && got.Time.Equal(w)
	}
	return false
}
