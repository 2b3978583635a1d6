package copying

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// spans is a list of spans in order that do not overlap.
type spans []news.Span

// has reports whether byte i lies in one of the spans.
func (s spans) has(i int) bool {
	k := sort.Search(len(s), func(k int) bool { return s[k].End > i })
	return k < len(s) && s[k].Start <= i
}

// quotations finds the stretches between double quotation marks, paragraph by
// paragraph, marks left out. A mark that is never closed counts to the end of
// its paragraph, as where the speech goes on in the next one.
func quotations(text string) spans {
	var found spans
	for from := 0; from < len(text); {
		to := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			to = from + n + 1
		}
		open := -1
		for i, r := range text[from:to] {
			i += from
			w := utf8.RuneLen(r)
			switch {
			case r == '“' || r == '„' || r == '«':
				if open < 0 {
					open = i + w
				}
			case r == '”' || r == '»':
				if open >= 0 {
					found = append(found, news.Span{Start: open, End: i})
				}
				open = -1
			case r == '"':
				if open >= 0 {
					found = append(found, news.Span{Start: open, End: i})
					open = -1
				} else if before, _ := utf8.DecodeLastRuneInString(text[:i]); i == from || unicode.IsSpace(before) || unicode.IsPunct(before) {
					open = i + w
				}
			}
		}
		if open >= 0 {
			found = append(found, news.Span{Start: open, End: to})
		}
		from = to
	}
	return found
}
