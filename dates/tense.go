package dates

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lexicon"
)

// tense is what the words around a date tell of the time of its clause.
type tense uint8

const (
	tenseUnknown tense = iota
	tensePast
	tenseFuture
	tenseOver // surely past: "Since Oct. 7", "the Oct. 7 attack", or a date that opens a sentence in the past tense
)

//go:embed rules/tense.words
var tenseFile string

type wordKind uint8

const (
	wordFuture wordKind = 1 << iota
	wordGovernor
	wordDeterminer
	wordAgenda
	wordAwaited
	wordPast
	wordPlain
	wordLeads
)

var tenseWords = sync.OnceValue(func() map[string]wordKind {
	words := map[string]wordKind{}
	kinds := map[string]wordKind{"future": wordFuture, "governors": wordGovernor, "determiners": wordDeterminer,
		"agenda": wordAgenda, "awaited": wordAwaited, "past": wordPast, "plain": wordPlain, "leads": wordLeads}
	for name, list := range lexicon.Read(tenseFile) {
		for w := range list {
			words[w] |= kinds[name]
		}
	}
	return words
})

// tenseOf tells the tense of the clause around text[start:end]: of the nearest
// verb before it, else of the first one after it.
func tenseOf(text string, start, end int) tense {
	if possessive(text[end:]) {
		return tenseOfPossessor(text, end)
	}
	if listed("happenings", wordAfter(text, end)) {
		return tenseOver
	}
	before := wordsBefore(text, start)
	if len(before) > 0 {
		switch {
		case strings.EqualFold(before[0], "earlier"), strings.EqualFold(before[0], "since"):
			return tenseOver
		case tenseWords()[before[0]]&wordAwaited != 0:
			if slices.Contains(before, "had") {
				return tensePast
			}
			return tenseFuture
		case len(before) > 2 && before[0] == "as" && before[2] == "as": // "as early as Monday"
			return tenseFuture
		}
	}
	if t := (clause{before, 1}).tense(); t != tenseUnknown {
		return t
	}
	if !opensSentence(before) {
		return clause{wordsAfter(text, end, reach), -1}.tense()
	}
	t := clause{wordsAfter(text, end, 2*reach), -1}.tense()
	if t == tensePast {
		return tenseOver
	}
	return t
}

// opensSentence reports whether no more than a preposition stands before.
func opensSentence(before []string) bool {
	return len(before) == 0 || len(before) == 1 && tenseWords()[strings.ToLower(before[0])]&wordLeads != 0
}

func possessive(rest string) bool {
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

// tenseOfPossessor is future for "Tuesday's vote will", past for others.
func tenseOfPossessor(text string, end int) tense {
	for i, w := range wordsAfter(text, end, reach) {
		switch {
		case i > 3, tenseWords()[w]&wordPast != 0:
			return tensePast
		case w == "will" || w == "won't":
			return tenseFuture
		}
	}
	return tensePast
}

// clause is the words on one side of a date, the nearest first.
type clause struct {
	words []string
	left  int // the step to the word on the left: 1 before the date, -1 after it
}

// at returns the word k steps to the right of words[i], to the left for
// negative k, "" beyond the ends.
func (c clause) at(i, k int) string {
	if i -= k * c.left; i < 0 || i >= len(c.words) {
		return ""
	}
	return c.words[i]
}

func (c clause) tense() tense {
	for i := range c.words {
		if t := c.tenseAt(i); t != tenseUnknown {
			return t
		}
	}
	return tenseUnknown
}

// tenseAt is the tense that one word gives away. A date before the verb
// belongs to that verb, one after it to what the verb governs: "on Monday they
// agreed to meet", "they agreed to meet on Monday".
func (c clause) tenseAt(i int) tense {
	known := tenseWords()
	w, governed := c.words[i], c.left > 0
	kind, previous, next := known[w], c.at(i, -1), c.at(i, 1)
	past := kind&wordPast != 0 || len(w) > 3 && strings.HasSuffix(w, "ed") && w[0] >= 'a'
	switch {
	case w == "to":
		if c.at(i, -2) == "been" && c.at(i, -3) == "had" { // "had been due to end"
			return tensePast
		}
		if governed && known[previous]&wordGovernor != 0 && next != "" && known[next]&wordDeterminer == 0 && next[0] >= 'a' && !strings.HasSuffix(next, "s") {
			return tenseFuture
		}
		return tenseUnknown
	case strings.HasSuffix(w, "'ll"), strings.HasSuffix(w, "’ll"):
		return tenseFuture
	case w == "planned" && next == "": // "as planned on Monday"
		return tensePast
	case kind&wordFuture != 0:
		switch { // "could have won", "could not be reached", "nobody could be reached", "had been scheduled for"
		case next == "have", w == "could" && (next == "not" || c.denied(i)), previous == "been" && c.at(i, -2) == "had":
			return tensePast
		}
		return tenseFuture
	case kind&wordAgenda != 0 && previous != "to" && previous != "not" && !strings.HasSuffix(previous, "n't"), w == "set" && next == "for":
		return tenseFuture
	case kind&wordPlain != 0:
		return tenseUnknown
	case kind&wordGovernor != 0 && next == "to" && (governed || !past) && known[c.at(i, 2)]&wordDeterminer == 0:
		return tenseFuture
	case past:
		switch {
		case previous == "be", previous == "to", previous == "is", previous == "are", previous == "still", known[previous]&wordDeterminer != 0:
			return tenseUnknown
		case known[previous]&wordFuture != 0:
			return tenseFuture
		}
		return tensePast
	}
	return tenseUnknown
}

// denied reports whether "no", "neither" or the like stands before a verb.
func (c clause) denied(i int) bool {
	for k := 1; k <= 8; k++ {
		switch strings.ToLower(c.at(i, -k)) {
		case "no", "none", "nobody", "neither", "nor":
			return true
		}
	}
	return false
}
