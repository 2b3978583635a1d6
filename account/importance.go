package account

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/claims"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

// order sorts claims by importance: origins, contest, outlets and how many
// voices speak of it, and whether it says what the titles do; what one report
// says in passing, background, what cannot be understood alone and what repeats
// a claim above it sinks.
func order(a *news.Account) {
	titles := readTitles(a)
	told := make([][]string, len(a.Claims)) // words of the claims' passages
	parallel.With(len(a.Claims), 64, func() func(int) {
		return func(i int) {
			c := &a.Claims[i]
			told[i] = telling(words(a, c.Passage))
			c.Importance += float64((spread(c) + float64(headline*titles.share(told[i]))) * claims.Legible(c.Clarity))
			if c.Background {
				c.Importance *= 0.4
			}
		}
	})
	diversify(a, told)
}

// spread weighs how far a claim has gone: origins, contest, outlets, voices.
func spread(c *news.Claim) float64 {
	stances, voices, said := map[news.Stance]bool{}, map[string]bool{}, 0
	for j := range c.Positions {
		p := &c.Positions[j]
		if !p.Negative {
			stances[p.Stance] = true
		}
		if p.Kind != news.Narration {
			said++
			voices[cmp.Or(p.Voice.Key, p.Voice.Name)] = true
		}
	}
	weight := float64(0.5*float64(c.Count.Min+c.Count.Max)) + float64(0.8*float64(max(0, len(stances)-1))) + float64(0.5*float64(c.Outlets)) + float64(0.3*float64(min(len(voices), 8)))
	if said == 0 {
		weight *= 0.8
	}
	return weight
}

// headline is what a claim gains that says all that the titles do.
const headline = 4

// titles are the words of the reports' titles.
type titles struct {
	having map[string]int // titles that have a word
	all    int
}

func readTitles(a *news.Account) titles {
	t := titles{having: map[string]int{}}
	for i := range a.Articles {
		for _, w := range telling(a.Articles[i].Title) {
			t.having[w]++
			t.all++
		}
	}
	return t
}

// share is how much of what the titles say stands among some words, each given
// once: a word counts as often as there are titles that have it.
func (t titles) share(words []string) float64 {
	have := 0
	for _, w := range words {
		have += t.having[w]
	}
	return float64(have) / float64(max(1, t.all))
}

// telling are the words of a passage that say something, without their
// endings, each once in the order of the alphabet.
func telling(text string) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= 4 && !speaking[w] {
			out = append(out, w[:min(len(w), 6)])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// speaking words are in every report.
var speaking = map[string]bool{"said": true, "says": true, "told": true, "that": true, "with": true, "from": true, "have": true, "been": true, "were": true, "this": true, "which": true, "they": true, "their": true, "will": true, "would": true, "after": true, "about": true, "also": true, "when": true, "than": true, "into": true, "more": true, "reported": true, "added": true}
