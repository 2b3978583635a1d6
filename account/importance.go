package account

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/claims"
	"github.com/hearsay-news/hearsay/news"
)

// order sorts claims by importance: origins, contest, outlets and how many
// voices speak of it, and whether it says what the titles do; what one report
// says in passing, background, what cannot be understood alone and what repeats
// a claim above it sinks.
func order(a *news.Account) {
	titles := readTitles(a)
	for i := range a.Claims {
		c := &a.Claims[i]
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
		weight += float64(headline * titles.share(telling(words(a, c.Passage))))
		c.Importance += float64(weight * claims.Legible(c.Clarity))
		if c.Background {
			c.Importance *= 0.4
		}
	}
	diversify(a)
}

// headline is what a claim gains that says all that the titles do.
const headline = 4

// titles are the words of the reports' titles, with how many titles have them.
type titles map[string]int

func readTitles(a *news.Account) titles {
	t := titles{}
	for i := range a.Articles {
		for w := range telling(a.Articles[i].Title) {
			t[w]++
		}
	}
	return t
}

// share is how much of what the titles say stands among some words: a word
// counts as often as there are titles that have it.
func (t titles) share(words map[string]bool) float64 {
	have, all := 0, 0
	for w, n := range t {
		all += n
		if words[w] {
			have += n
		}
	}
	return float64(have) / float64(max(1, all))
}

// telling are the words of a passage that say something, without their endings.
func telling(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= 4 && !speaking[w] {
			set[w[:min(len(w), 6)]] = true
		}
	}
	return set
}

// speaking words are in every report.
var speaking = map[string]bool{"said": true, "says": true, "told": true, "that": true, "with": true, "from": true, "have": true, "been": true, "were": true, "this": true, "which": true, "they": true, "their": true, "will": true, "would": true, "after": true, "about": true, "also": true, "when": true, "than": true, "into": true, "more": true, "reported": true, "added": true}
