package account

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/claims"
	"github.com/hearsay-news/hearsay/news"
)

// order sorts claims by importance: origins, contest, outlets and how many
// voices speak of it; what one report says in passing, what cannot be
// understood alone and what repeats a claim above it sinks.
func order(a *news.Account) {
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
		weight := 0.5*float64(c.Count.Min+c.Count.Max) + 0.8*float64(max(0, len(stances)-1)) + 0.5*float64(c.Outlets) + 0.3*float64(min(len(voices), 8))
		if said == 0 {
			weight *= 0.8
		}
		c.Importance += weight * claims.Legible(c.Clarity)
	}
	byImportance := func(a, b news.Claim) int { return cmp.Compare(b.Importance, a.Importance) }
	slices.SortStableFunc(a.Claims, byImportance)
	sinkRepeated(a)
	slices.SortStableFunc(a.Claims, byImportance)
}

// foremost is how many claims are looked at for repetition.
const foremost = 40

// sinkRepeated makes claims less important whose passages say nearly what that
// of a more important one says.
func sinkRepeated(a *news.Account) {
	var above []map[string]bool
	for i := range a.Claims {
		if len(above) == foremost {
			return
		}
		c := &a.Claims[i]
		mine := telling(words(a, c.Passage))
		again := slices.ContainsFunc(above, func(other map[string]bool) bool { return repeats(mine, other) })
		if again {
			c.Importance *= 0.4
		} else {
			above = append(above, mine)
		}
	}
}

// repeats reports whether two of three words of the shorter passage stand in
// the other.
func repeats(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return len(a) > 0 && 3*shared >= 2*len(a)
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
