// Package pages reads saved news pages with what was written down for them, and
// says how much of it an extractor finds.
package pages

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

	"github.com/hearsay-news/hearsay/news"
)

// Page is a saved page with what should be found in it.
type Page struct {
	Name string
	Raw  []byte
	gold gold
}

type gold struct {
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

func (g *gold) body() string {
	parts := slices.Clone(g.Body.Summary)
	for _, s := range g.Body.Sections {
		parts = append(parts, s.Headline...)
		parts = append(parts, s.Paragraphs...)
	}
	return strings.Join(parts, "\n")
}

// Read reads COUNTRY/OUTLET.json under dir, whose versions in order belong to the
// pages COUNTRY/OUTLET_DAY.html.gz in order.
func Read(dir string) ([]Page, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no pages under %s", dir)
	}
	var all []Page
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var versions map[string]gold
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
			all = append(all, Page{filepath.Base(saved[i]), page, versions[k]})
		}
	}
	return all, nil
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

// Found is what an extractor took from a page.
type Found struct {
	Text, Title, Byline string
	Published           news.Date
}

// Agreement compares what was found with what is right: the words of the body
// as multisets, all from 0 to 1; whether title and day of publication are the
// right ones; whether the byline has the first author, or there is none.
type Agreement struct {
	Precision, Recall, F1 float64
	Title, Date, Author   bool
}

// Compare says how well f agrees with what is right for the page.
func (p *Page) Compare(f Found) Agreement {
	var a Agreement
	a.Precision, a.Recall, a.F1 = wordOverlap(f.Text, p.gold.body())
	a.Title = plainWords(f.Title) == plainWords(p.gold.Title)
	a.Date = sameDay(f.Published, p.gold.Published)
	a.Author = len(p.gold.Authors) == 0 || strings.Contains(plainWords(f.Byline), plainWords(p.gold.Authors[0]))
	return a
}

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
