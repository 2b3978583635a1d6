package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// paragraphs splits a text into its paragraph-like stretches without the white
// space around them. A line is a paragraph, unless the text is set in short
// lines broken at a margin: then an empty line parts paragraphs.
func paragraphs(text string) []news.Span {
	lines := trimmedLines(text)
	if !hardWrapped(text, lines) {
		return lines
	}
	var spans []news.Span
	for i, l := range lines {
		if i > 0 && continues(text, lines[i-1], l) {
			spans[len(spans)-1].End = l.End
		} else {
			spans = append(spans, l)
		}
	}
	return spans
}

// trimmedLines are the lines of text that are not blank, without the white
// space around them.
func trimmedLines(text string) []news.Span {
	var lines []news.Span
	start := 0
	flush := func(end int) {
		s, e := start, end
		for s < e {
			r, w := utf8.DecodeRuneInString(text[s:e])
			if !unicode.IsSpace(r) {
				break
			}
			s += w
		}
		for s < e {
			r, w := utf8.DecodeLastRuneInString(text[s:e])
			if !unicode.IsSpace(r) {
				break
			}
			e -= w
		}
		if s < e {
			lines = append(lines, news.Span{Start: s, End: e})
		}
	}
	for i, r := range text {
		switch r {
		case '\n', '\r', '\f', '\v', '\u2028', '\u2029', '\u0085':
			flush(i)
			start = i + utf8.RuneLen(r)
		}
	}
	flush(len(text))
	return lines
}

// continues reports whether line b follows line a with no empty line between.
func continues(text string, a, b news.Span) bool {
	gap := text[a.End:b.Start]
	return strings.Count(gap, "\n") <= 1 && strings.Count(gap, "\r") <= 1
}

// hardWrapped reports whether the lines of a text break at a margin: most
// breaks within a run of lines stand behind a long line that ends no sentence.
func hardWrapped(text string, lines []news.Span) bool {
	breaks, broken, longest := 0, 0, 0
	for i, l := range lines {
		longest = max(longest, utf8.RuneCountInString(l.In(text)))
		if i+1 == len(lines) || !continues(text, l, lines[i+1]) {
			continue
		}
		breaks++
		if n := l.Len(); n >= 40 && !endsSentence(l.In(text)) {
			broken++
		}
	}
	return breaks >= 3 && longest <= 120 && broken*2 > breaks
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	for len(s) > 0 {
		r, w := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', '。', '؟', '۔', '।':
			return true
		case '"', '\'', '”', '’', '»', ')', ']', '“', '*', '_', ' ', '\u00a0':
			s = s[:len(s)-w]
		default:
			return false
		}
	}
	return false
}

// isProse reports whether a line reads like a paragraph of running text rather
// than a title, a label or a caption.
func isProse(line string, words []lineWord) bool {
	n := len(words)
	switch {
	case n >= 30:
		return true
	case endsSentence(line):
		return n >= 5
	case strings.HasSuffix(line, ":") || strings.HasSuffix(line, ","):
		return n >= 12
	}
	return n >= 25
}
