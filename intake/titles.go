package intake

import (
	"strings"
	"unicode/utf8"
)

// titleEnds are the marks between a title and the site's name behind it.
var titleEnds = []string{" | ", " - ", " – ", " — ", " * ", " :: ", " · ", " « ", " » ", " / "}

// withoutSite takes what a site puts behind its titles off a title: parts
// behind a mark that are the site's name or look like one, when the rest is
// long enough or another candidate has it so.
func withoutSite(title string, site []string, others []string) string {
	title = strings.Join(strings.Fields(title), " ")
	for {
		at, width := -1, 0
		for _, mark := range titleEnds {
			if i := strings.LastIndex(title, mark); i > at {
				at, width = i, len(mark)
			}
		}
		if at <= 0 {
			return title
		}
		head, tail := strings.TrimSpace(title[:at]), strings.TrimSpace(title[at+width:])
		words := lineWords(tail, 6)
		stock := len(words) <= 3 && isSectionName(words) || isOutletName(words)
		if !stock && !namesSite(tail, site) && !isOneOf(head, others) && !strings.HasPrefix(strings.ToLower(tail), "by ") {
			return title
		}
		title = head
	}
}

// siteInTitle is the site's name in a page's <title>: what stands behind the
// last mark where one of the article's own titles stands before it.
func siteInTitle(title string, own []string) string {
	title = strings.Join(strings.Fields(title), " ")
	for _, mark := range titleEnds {
		head, tail := title, ""
		if i := strings.LastIndex(title, mark); i > 0 {
			head, tail = title[:i], strings.TrimSpace(title[i+len(mark):])
		}
		if words := wordsOf(tail); len(words) > 0 && len(words) <= 5 && isOneOf(head, own) {
			return tail
		}
	}
	return ""
}

// namesSite reports whether tail is the site's name, or its beginning or end.
func namesSite(tail string, site []string) bool {
	t := squeezed(tail)
	if t == "" {
		return true
	}
	for _, s := range site {
		s = squeezed(s)
		if s != "" && (t == s || len(t) >= 3 && len(s) >= 3 && (strings.Contains(s, t) || strings.Contains(t, s)) && utf8.RuneCountInString(t) <= 40) {
			return true
		}
	}
	return false
}

func isOneOf(s string, others []string) bool {
	for _, o := range others {
		if squeezed(o) == squeezed(s) {
			return true
		}
	}
	return false
}

// squeezed is s in lower case with its letters and figures alone.
func squeezed(s string) string {
	return strings.Join(wordsOf(s), "")
}

// similarTitles reports whether most words of the shorter title stand in the
// longer one.
func similarTitles(a, b string) bool {
	wa, wb := wordsOf(a), wordsOf(b)
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	if len(wa) == 0 {
		return false
	}
	have := map[string]bool{}
	for _, w := range wb {
		have[w] = true
	}
	n := 0
	for _, w := range wa {
		if have[w] {
			n++
		}
	}
	return n*10 >= len(wa)*7
}
