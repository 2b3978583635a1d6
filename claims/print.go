package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// printed weighs what shows in print: a headline, quotation marks without
// partners, marks that sentences do not have.
func printed(a *news.Article, s news.Span) float64 {
	text := s.In(a.Text)
	score := 0.0
	if unbalanced(text) {
		score -= 0.5
	}
	if strings.ContainsAny(text, "|@#*•»") || strings.Contains(text, "http") || strings.HasSuffix(text, ":") || strings.Contains(text, "...") {
		score -= 0.6
	}
	if doubled(text) {
		score -= 0.4
	}
	if heading(a, s) {
		score -= 0.6
	}
	return score
}

// heading reports whether a stretch is a headline: by its block, or by its
// capitals and the want of a full stop.
func heading(a *news.Article, s news.Span) bool {
	if a.TitleSpan.Len() > 0 && a.TitleSpan.Contains(s) {
		return true
	}
	for _, b := range a.Blocks {
		if b.Kind == news.Heading && b.Contains(s) {
			return true
		}
	}
	text := strings.TrimRight(s.In(a.Text), "\"”’' ")
	if strings.HasSuffix(text, ".") {
		return false
	}
	long, capital := 0, 0
	for w := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"“‘'(")); unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		}
	}
	return long >= 3 && 5*capital >= 4*long
}

// doubled reports whether a long word is printed twice running, a slip.
func doubled(text string) bool {
	const long = 5 // bytes; "had had" and "that that" are no slips
	last := ""
	for w := range strings.FieldsSeq(text) {
		if len(w) >= long && w == last {
			return true
		}
		last = w
	}
	return false
}

// broken reports whether a sentence was cut inside of a number ("about 9" of
// "about 9. 30"), after an article ("batted a" of "batted a .290") or goes on in
// lower case.
func broken(text string, s news.Span) bool {
	before, after := strings.TrimRight(text[:s.Start], " "), strings.TrimLeft(text[s.End:], " ")
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	head := len(before) > 1 && before[len(before)-1] == '.' && digit(before[len(before)-2]) && digit(text[s.Start])
	if r, _ := utf8.DecodeRuneInString(after); unicode.IsLower(r) && strings.HasSuffix(s.In(text), ".") {
		return true
	}
	own := strings.TrimRight(s.In(text), ". ")
	if open := strings.HasSuffix; open(s.In(text), ".") && (open(own, " a") || open(own, " the") || open(own, " an")) || open(before, " a.") || open(before, " the.") {
		return true
	}
	return head || after != "" && own != "" && digit(after[0]) && digit(own[len(own)-1])
}

func unbalanced(text string) bool {
	if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "\"")%2 != 0 {
		return true
	}
	if strings.Count(text, "(") != strings.Count(text, ")") {
		return true
	}
	opened := strings.Contains(text, " '") || strings.HasPrefix(text, "'") || strings.Contains(text, "‘")
	closed := strings.Contains(text, "' ") || strings.Contains(text, "',") || strings.HasSuffix(strings.TrimRight(text, ".,\""), "'") || strings.Contains(text, "’")
	return opened && !closed
}
