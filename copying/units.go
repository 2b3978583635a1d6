package copying

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// unit is what is compared: about a sentence, never over a line end. A stop
// after a title ("Mr.") may part a unit too; alignment looks at neighbours.
type unit struct {
	news.Span
	first, last int32 // words [first, last)
	mass        int32 // sum of the weights of its words
	hash        uint64
	furniture   bool
}

// longestUnit bounds a unit in words.
const longestUnit = 60

// ends reports whether a unit may end between the words a and b of text: a
// line end, or a sentence's final mark before white space and a capital, a
// digit or an opening mark.
func ends(text string, a, b news.Span) bool {
	between := text[a.End:b.Start]
	if strings.ContainsAny(between, "\n\r\u2028\u2029") {
		return true
	}
	stop := false
	for i, r := range between {
		switch {
		case r == '.' || r == '!' || r == '?' || r == '…':
			stop = true
		case r == '。' || r == '！' || r == '？':
			return true
		case unicode.IsSpace(r):
			if stop {
				return startsSentence(between[i:] + text[b.Start:b.End])
			}
		}
	}
	return false
}

func startsSentence(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
		case unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r):
			return true
		case unicode.IsLetter(r):
			return !unicode.IsLower(r)
		}
	}
	return false
}

// unitSpan is the bytes of the words a to b with the marks that belong to
// them: opening marks before, closing marks and stops after.
func unitSpan(text string, a, b news.Span) news.Span {
	start, end := a.Start, b.End
	for start > 0 {
		r, w := utf8.DecodeLastRuneInString(text[:start])
		if !strings.ContainsRune("“‘\"'«„([$£€—–-", r) {
			break
		}
		if r == '"' || r == '\'' {
			// Belongs here only if it opens: after white space, a bracket or nothing.
			before, _ := utf8.DecodeLastRuneInString(text[:start-w])
			if start-w > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("(—–-[", before) {
				break
			}
		}
		start -= w
	}
	for end < len(text) {
		r, w := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || isWordRune(r) || strings.ContainsRune("“«„(", r) {
			break
		}
		end += w
	}
	return news.Span{Start: start, End: max(end, b.End)}
}
