package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence is the number of words at which a sentence without an end is cut.
const maxSentence = 200

// tokenize cuts a text into paragraphs, and these into words.
func tokenize(text string) []token {
	t := tokenizer{text: text, tokens: make([]token, 0, len(text)/5+8)}
	paragraphs(text, func(start, end int) {
		for i := start; i < end; {
			r, n := utf8.DecodeRuneInString(text[i:end])
			if isSpace(r) {
				i += n
				continue
			}
			j := i + n
			for j < end {
				r, n := utf8.DecodeRuneInString(text[j:end])
				if isSpace(r) {
					break
				}
				j += n
			}
			t.chunk(i, j)
			i = j
		}
		t.para++
	})
	return t.tokens
}

// sentenceEnds calls each with the bounds of each sentence. At breaks, byte
// offsets in order, a sentence ends whatever the text says.
func sentenceEnds(text string, tokens []token, breaks []int, each func(first, last int)) {
	first := 0
	for i := range tokens {
		known := false
		for len(breaks) > 0 && i+1 < len(tokens) && int(tokens[i+1].start) >= breaks[0] {
			known = known || int(tokens[i].start) < breaks[0]
			breaks = breaks[1:]
		}
		if i+1 == len(tokens) || tokens[i+1].paragraph != tokens[i].paragraph || known || endsSentence(text, tokens, first, i) {
			cutLong(text, tokens, first, i+1, each)
			first = i + 1
		}
	}
}

// cutLong cuts what is too long for a sentence, at its last semicolon or comma
// if it has one.
func cutLong(text string, tokens []token, first, last int, each func(first, last int)) {
	for last-first > maxSentence {
		cut := first + maxSentence
		for _, marks := range []string{";.!?", ",:"} {
			found := false
			for i := first + maxSentence - 1; i > first+maxSentence/2; i-- {
				if strings.IndexByte(marks, text[tokens[i].start]) >= 0 && !tokens[i].abbreviated() {
					cut, found = i+1, true
					break
				}
			}
			if found {
				break
			}
		}
		each(first, cut)
		first = cut
	}
	if first < last {
		each(first, last)
	}
}

func (t token) abbreviated() bool { return t.abbreviate != notAbbreviated }

// endsSentence reports whether the sentence from first ends after token i,
// which is not the last of its paragraph.
func endsSentence(text string, tokens []token, first, i int) bool {
	// A reference mark after the end, [12], is part of what it follows.
	if referenceAt(text, tokens, i+1) > 0 && terminal(text, tokens[i]) {
		return false
	}
	k := i
	for {
		n := referenceBefore(text, tokens, k)
		if n == 0 || k-n < first {
			break
		}
		k -= n
	}
	// The end mark stands before closing marks glued to it.
	for k > first && tokens[k].glued && closes(text, tokens[k]) {
		k--
	}
	next := tokens[i+1]
	if next.glued && closes(text, next) {
		return false
	}
	mark := text[tokens[k].start:tokens[k].end]
	// What the next sentence would begin with, past opening marks.
	n := i + 1
	for n+1 < len(tokens) && tokens[n+1].glued && opens(text, tokens[n]) {
		n++
	}
	r, _ := utf8.DecodeRuneInString(text[tokens[n].start:tokens[n].end])
	lower := unicode.IsLower(r)
	switch tokens[k].abbreviate {
	case beforeName, beforeNumber:
		return false
	case beforeAnything:
		return !lower && text[next.start] != '(' && (n > i+1 || starters[strings.ToLower(text[tokens[n].start:tokens[n].end])])
	}
	if k == first+1 && mark == "." && isDigit(text[tokens[first].start]) {
		return false // the number of a heading or of a point in a list
	}
	switch mark[0] {
	case '.', '!', '?':
		if lower && (len(mark) > 1 || k != i || next.glued || !beginsLower(text, tokens[first])) {
			return false
		}
		if next.glued {
			return k == i && unicode.IsUpper(r) && len(mark) == 1
		}
		if strings.IndexByte(",;:)", text[next.start]) >= 0 || i-first < longestDateline && isDash(text[next.start:next.end]) {
			return false
		}
		if form := text[next.start:next.end]; len(form) > 1 && form[0] == '.' || form == "…" {
			return false // an ellipsis of what is left out; the sentence ends after it
		}
		return k == i || mark == "." || !spokenTag(text, tokens[i+1:])
	}
	return strings.HasPrefix(mark, "…") && unicode.IsUpper(r) && !next.glued
}

// longestDateline in words is how far a dash after a full stop may stand from
// the start to end a dateline.
const longestDateline = 7

func isDash(form string) bool { return form == "-" || form == "--" || form == "–" || form == "—" }

// spokenTag reports what names the speaker of the question or cry before it:
// a few words, the last of them a verb of speech, and then no object.
func spokenTag(text string, tokens []token) bool {
	for i := 1; i < min(5, len(tokens)-1); i++ {
		if !speechVerbs[text[tokens[i].start:tokens[i].end]] || tokens[i+1].paragraph != tokens[0].paragraph {
			continue
		}
		after := text[tokens[i+1].start:tokens[i+1].end]
		return after == "." || after == "," || tagFollowers[after]
	}
	return false
}

var (
	speechVerbs  = wordSet("said says asked asks demanded wondered replied added shouted cried exclaimed tweeted wrote responded answered declared")
	tagFollowers = wordSet("in at on of during to after before as when while with from rhetorically aloud")
)

// beginsLower reports a sentence of a writer who does without capitals.
func beginsLower(text string, t token) bool {
	r, _ := utf8.DecodeRuneInString(text[t.start:t.end])
	return unicode.IsLower(r)
}

// terminal reports an end mark or what may close after one.
func terminal(text string, t token) bool {
	return strings.IndexByte(".!?]", text[t.end-1]) >= 0 || closes(text, t)
}

// referenceAt is the number of words of the reference mark at i, 0 for none.
func referenceAt(text string, tokens []token, i int) int {
	if i+2 >= len(tokens) || text[tokens[i].start] != '[' || !isDigit(text[tokens[i+1].start]) {
		return 0
	}
	for n := 2; n < 6 && i+n < len(tokens); n++ {
		if text[tokens[i+n].start] == ']' {
			return n + 1
		}
	}
	return 0
}

// referenceBefore is the number of words of the reference mark that ends at i.
func referenceBefore(text string, tokens []token, i int) int {
	if text[tokens[i].start] != ']' {
		return 0
	}
	for n := 3; n <= 6 && i-n+1 >= 0; n++ {
		if referenceAt(text, tokens, i-n+1) == n {
			return n
		}
	}
	return 0
}

func closes(text string, t token) bool {
	switch text[t.start:t.end] {
	case `"`, "'", "''", "”", "’", "»", ")", "]", "’’", "’”":
		return true
	}
	return false
}

func opens(text string, t token) bool {
	switch text[t.start:t.end] {
	case `"`, "'", "``", "“", "‘", "«", "(", "[", "''", "‘’":
		return true
	}
	return false
}

// starters begin sentences far more often than names.
var starters = wordSet("a an the this that these those he she it they we you i his her its their our my there here in on at by for from with after before when while if as but and or so however what who where why how not no most some many all more both one two three new since although though because despite during under over according it's")

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
