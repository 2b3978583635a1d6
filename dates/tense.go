package dates

import (
	"bufio"
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// tense is what the words around a date tell of the time of its clause.
type tense uint8

const (
	tenseUnknown tense = iota
	tensePast
	tenseFuture
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
)

var tenseWords = sync.OnceValue(func() map[string]wordKind {
	kinds := map[string]wordKind{"future": wordFuture, "governors": wordGovernor, "determiners": wordDeterminer,
		"agenda": wordAgenda, "awaited": wordAwaited, "past": wordPast, "plain": wordPlain}
	words := map[string]wordKind{}
	var kind wordKind
	for lines := bufio.NewScanner(strings.NewReader(tenseFile)); lines.Scan(); {
		line, _, _ := strings.Cut(lines.Text(), "#")
		switch fields := strings.Fields(line); {
		case len(fields) == 0:
		case line[0] == ' ':
			for _, w := range fields {
				words[w] |= kind
			}
		default:
			kind = kinds[fields[0]]
		}
	}
	return words
})

// reach is how many words around a date are looked at.
const reach = 14

// tenseOf tells the tense of the clause around text[start:end]: of the nearest
// verb before it, else of the first one after it.
func tenseOf(text string, start, end int) tense {
	if possessive(text[end:]) {
		return tenseOfPossessor(text, end)
	}
	before := wordsBefore(text, start)
	if len(before) > 0 {
		switch {
		case before[0] == "earlier" || before[0] == "Earlier":
			return tensePast
		case tenseWords()[before[0]]&wordAwaited != 0:
			if slices.Contains(before, "had") {
				return tensePast
			}
			return tenseFuture
		case len(before) > 2 && before[0] == "as" && before[2] == "as": // "as early as Monday"
			return tenseFuture
		}
	}
	for i, w := range before {
		if t := tenseAt(w, false, func(k int) string { return pick(before, i+k) }, func(k int) string { return pick(before, i-k) }); t != tenseUnknown {
			return t
		}
	}
	after := wordsAfter(text, end)
	for i, w := range after {
		if t := tenseAt(w, true, func(k int) string { return pick(after, i-k) }, func(k int) string { return pick(after, i+k) }); t != tenseUnknown {
			return t
		}
	}
	return tenseUnknown
}

func possessive(rest string) bool {
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

// tenseOfPossessor is future for "Tuesday's vote will", past for others.
func tenseOfPossessor(text string, end int) tense {
	for i, w := range wordsAfter(text, end) {
		switch {
		case i > 3, tenseWords()[w]&wordPast != 0:
			return tensePast
		case w == "will" || w == "won't":
			return tenseFuture
		}
	}
	return tensePast
}

func pick(words []string, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i]
}

// tenseAt is the tense that one word gives away; left and right return its
// neighbours. A date before the verb belongs to that verb, one after it to
// what the verb governs: "on Monday they agreed to meet", "they agreed to meet
// on Monday".
func tenseAt(w string, leads bool, left, right func(int) string) tense {
	known := tenseWords()
	k := known[w]
	switch {
	case w == "to":
		next := right(1)
		if !leads && known[left(1)]&wordGovernor != 0 && next != "" && known[next]&wordDeterminer == 0 && next[0] >= 'a' && !strings.HasSuffix(next, "s") {
			return tenseFuture
		}
		return tenseUnknown
	case strings.HasSuffix(w, "'ll"), strings.HasSuffix(w, "’ll"):
		return tenseFuture
	case w == "planned" && right(1) == "": // "as planned on Monday"
		return tensePast
	case k&wordFuture != 0 && right(1) == "have": // "could have won on Monday"
		return tensePast
	case k&wordFuture != 0:
		return tenseFuture
	case k&wordAgenda != 0:
		return tenseFuture
	case k&wordPlain != 0:
		return tenseUnknown
	case k&wordGovernor != 0 && right(1) == "to" && !(leads && (k&wordPast != 0 || strings.HasSuffix(w, "ed"))) && known[right(2)]&wordDeterminer == 0:
		return tenseFuture
	case k&wordPast != 0, len(w) > 3 && strings.HasSuffix(w, "ed") && w[0] >= 'a':
		if p := left(1); p == "be" || p == "to" || p == "still" || known[p]&wordDeterminer != 0 {
			return tenseUnknown
		} else if known[p]&wordFuture != 0 {
			return tenseFuture
		}
		return tensePast
	}
	return tenseUnknown
}

// wordsBefore returns the words of the sentence before a place, nearest first.
func wordsBefore(text string, at int) []string {
	var words []string
	for i := at; i > 0 && len(words) < reach; {
		for i > 0 && !isWordByte(text[i-1]) {
			if i--; endsSentence(text, i) {
				return words
			}
		}
		end := i
		for i > 0 && isWordByte(text[i-1]) && end-i < 40 {
			i--
		}
		if end > i {
			words = append(words, strings.Trim(text[i:end], "'"))
		}
	}
	return lowerFirst(words, text, at)
}

// wordsAfter returns the words of the sentence after a place, in order.
func wordsAfter(text string, at int) []string {
	var words []string
	for i := at; i < len(text) && len(words) < reach; {
		for i < len(text) && !isWordByte(text[i]) {
			if endsSentence(text, i) {
				return words
			}
			i++
		}
		start := i
		for i < len(text) && isWordByte(text[i]) && i-start < 40 {
			i++
		}
		if i > start {
			words = append(words, strings.Trim(text[start:i], "'"))
		}
	}
	return words
}

// lowerFirst is the place to undo a sentence's first capital: the farthest
// word found.
func lowerFirst(words []string, _ string, _ int) []string {
	if n := len(words); n > 0 && n < reach {
		words[n-1] = strings.ToLower(words[n-1])
	}
	return words
}

func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '\'' || c >= 0x80 }

// endsSentence reports whether the mark at i ends a sentence, as far as one
// can tell from the characters around it.
func endsSentence(text string, i int) bool {
	switch text[i] {
	case '!', '?', ';':
		return true
	case '.':
		return i+1 >= len(text) || i+2 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') && text[i+2] < 'a' && i > 2 && text[i-1] >= 'a' && text[i-2] >= 'a' && text[i-3] >= 'a'
	case '\n':
		return i+1 < len(text) && text[i+1] == '\n' || i > 0 && text[i-1] == '\n'
	}
	return false
}
