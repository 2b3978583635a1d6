package stories

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// CompileBackground counts in how many of the articles each word stands, and
// writes those that stand in at least two as background.txt has them: names
// with "@" before them.
func CompileBackground(w io.Writer, articles []news.Article) error {
	of := map[string]int{}
	for i := range articles {
		text := articles[i].Title + "\n" + articles[i].Text
		seen := map[string]bool{}
		names := map[uint32]bool{}
		ms := mentions(nil, text)
		for _, m := range ms {
			if m.kind == capital && !m.opens && !calendar[m.term] {
				names[m.term] = true
			}
		}
		for _, m := range ms {
			word := strings.ToLower(stem(text[m.start:m.end]))
			seen[word] = true
			if m.kind == capital && names[m.term] {
				seen["@"+word] = true
			}
		}
		for word := range seen {
			of[word]++
		}
	}
	words := make([]string, 0, len(of))
	for word, n := range of {
		if n > 1 && len(word) < 40 {
			words = append(words, word)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(of[b]-of[a], cmp.Compare(a, b)) })
	if _, err := fmt.Fprintf(w, "articles %d\n", len(articles)); err != nil {
		return err
	}
	for _, word := range words {
		if _, err := fmt.Fprintf(w, "%s %d\n", word, of[word]); err != nil {
			return err
		}
	}
	return nil
}
