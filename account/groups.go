package account

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// group is the name of an unnamed voice that is a group with a name of its own,
// "House Liberals", "the Norlanders", without the article; "" for others. It
// speaks in public, though nobody in it is named, and is one in all reports.
func (t *tracer) group(p *news.Position) string {
	if p.Voice.Reason != "" || len(p.Via) > 0 {
		return ""
	}
	words := strings.Fields(p.Voice.Name)
	the := len(words) > 1 && strings.EqualFold(words[0], "the")
	if the {
		words = words[1:]
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return ""
		}
	}
	if len(words) == 0 || !strings.HasSuffix(words[len(words)-1], "s") {
		return ""
	}
	a, noun := t.articles[p.Article], words[len(words)-1]
	if a == nil || withinSentence(a.Text, strings.ToLower(noun)) {
		return "" // a common noun with the capital of a headline
	}
	if len(words) > 1 || the || withinSentence(a.Text, noun) {
		return strings.Join(words, " ")
	}
	return ""
}

// withinSentence reports whether a word is printed as it is behind a word in
// small letters, where no sentence begins.
func withinSentence(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], " "+word)
		if i < 0 {
			return false
		}
		at += i
		end := at + 1 + len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if unicode.IsLower(before) && !unicode.IsLetter(after) {
			return true
		}
		at = end
	}
}
