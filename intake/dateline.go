package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// datelineWithin is how many paragraphs a dateline is looked for in: captions
// and summaries may stand before the report proper.
const datelineWithin = 4

// longestDateline is how many bytes of a paragraph a dateline may take.
const longestDateline = 110

// datelineOf reads the dateline that a paragraph begins with: "WASHINGTON
// (Reuters) -", "KYIV, Ukraine, Sept 9 –", "Paris, 3 May (AFP) –", "MOSCOW,
// September 9. /TASS/.", "(CNN) —". Its span is relative to the paragraph and
// takes in the dash; credit is the span of the agency's name.
func datelineOf(par string) (d news.Dateline, credit news.Span, ok bool) {
	for _, end := range datelineEnds(par) {
		d, credit, ok = datelineHead(par[:end.at], end.slash)
		if ok && end.bare && (d.Place != "" || !knownAgency(d.Agency)) {
			ok = false
		}
		if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(par[end.behind:], " \u00a0")); ok && !unicode.IsLower(next) {
			d.Span.End = end.behind
			return d, credit, true
		}
	}
	return news.Dateline{}, news.Span{}, false
}

// A datelineEnd is a place where a dateline may end.
type datelineEnd struct {
	at, behind int // of the mark
	slash      bool
	bare       bool // a parenthesis without a dash behind it: "(CNN)The"
}

// datelineEnds finds the marks in the beginning of par that may close a
// dateline: dashes with space behind them, "/." and a closing parenthesis.
func datelineEnds(par string) []datelineEnd {
	var ends []datelineEnd
	limit := min(len(par), longestDateline)
	for i := 0; i < limit; i++ {
		rest := par[i:]
		for _, dash := range []string{"—", "–", "―", "--", "-"} {
			if !strings.HasPrefix(rest, dash) {
				continue
			}
			behind := i + len(dash)
			if dash == "-" && (i == 0 || par[i-1] != ' ' && par[i-1] != ')') {
				break
			}
			if dash == "-" && behind < len(par) && par[behind] != ' ' && par[i-1] != ')' {
				break
			}
			if behind < len(par) {
				ends = append(ends, datelineEnd{at: i, behind: behind})
			}
			i = behind - 1
			break
		}
		switch {
		case strings.HasPrefix(rest, "/.") && i > 0:
			ends = append(ends, datelineEnd{at: i + 1, behind: i + 2, slash: true})
		case rest[0] == ')' && par[0] == '(' && !beginsWithDash(rest[1:]):
			ends = append(ends, datelineEnd{at: i + 1, behind: i + 1, bare: true})
		case rest[0] == '|' && i > 0:
			ends = append(ends, datelineEnd{at: i, behind: i + 1})
		}
	}
	return ends
}

func beginsWithDash(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "―")
}

// datelineHead reads head, the dateline without its dash.
func datelineHead(head string, slash bool) (d news.Dateline, credit news.Span, ok bool) {
	place := strings.TrimRight(head, " \u00a0")
	open := byte('(')
	shut := byte(')')
	if slash {
		open, shut = '/', '/'
	}
	if n := len(place); n > 1 && place[n-1] == shut {
		at := strings.LastIndexByte(place[:n-1], open)
		if at < 0 {
			return d, credit, false
		}
		name := strings.TrimSpace(place[at+1 : n-1])
		if !agencyLike(name) {
			return d, credit, false
		}
		d.Agency = name
		start := at + 1 + strings.Index(place[at+1:], name)
		credit = news.Span{Start: start, End: start + len(name)}
		place = strings.TrimRight(place[:at], " \u00a0")
	}
	place = strings.TrimRight(place, " ,.\u00a0")
	if place == "" {
		return d, credit, knownAgency(d.Agency)
	}
	var dated bool
	place, d.Date, dated = placeAndDate(place)
	if !placeLike(place) {
		return d, credit, false
	}
	// A name in small letters before a dash may begin any sentence: "Kenya – a
	// country …". An agency, a date or capitals throughout make it a dateline.
	if d.Agency == "" && !dated && !shouted(place) {
		return d, credit, false
	}
	d.Place = place
	return d, credit, true
}

// placeAndDate parts "MOSCOW, September 9" into place and date; the date is
// known only where its year is given.
func placeAndDate(s string) (place string, date news.Date, dated bool) {
	for i := 0; i < len(s); i++ {
		if i > 0 && s[i-1] != ' ' && s[i-1] != ',' {
			continue
		}
		rest := s[i:]
		if d, tail, ok := leadingDate(rest); ok && strings.TrimSpace(tail) == "" {
			d.From = "dateline"
			return strings.TrimRight(s[:i], " ,"), d, true
		}
		if dayAndMonth(rest) {
			return strings.TrimRight(s[:i], " ,"), news.Date{}, true
		}
	}
	return s, news.Date{}, false
}

// dayAndMonth reports whether s is a day without its year: "Sept. 9", "9
// September", "Monday".
func dayAndMonth(s string) bool {
	toks := dateTokens(s)
	if len(toks) > 0 && weekdays[toks[0].word] {
		toks = toks[1:]
		if len(toks) == 0 {
			return true
		}
	}
	var day int
	return len(toks) == 2 &&
		(months[toks[0].word] > 0 && ordinal(toks[1].word, &day) || ordinal(toks[0].word, &day) && months[toks[1].word] > 0)
}

// agencyLike reports whether name may stand in a dateline's parentheses: a
// known agency, or a short name in capitals.
func agencyLike(name string) bool {
	if knownAgency(name) {
		return true
	}
	if first, _, ok := strings.Cut(name, "/"); ok {
		return agencyLike(first)
	}
	words := lineWords(name, 6)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		if !w.capital && w.lower != "of" {
			return false
		}
	}
	// "(R-Ohio)" is a party and a state.
	return hasOutletWord(words) || shouted(name) && len(name) >= 3 && !strings.ContainsAny(name, "-.")
}

func knownAgency(name string) bool {
	_, ok := agencies()[strings.Join(wordsOf(name), " ")]
	return ok
}

func hasOutletWord(words []lineWord) bool {
	for _, w := range words {
		if _, ok := outletWords()[w.lower]; ok {
			return true
		}
	}
	return false
}

// placeLike reports whether s may be the place of a dateline: one to six
// capitalised words, commas, points, slashes.
func placeLike(s string) bool {
	words := lineWords(s, 8)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(s, "\"“”:;!?()‘") {
		return false
	}
	for i, w := range words {
		small := w.lower == "of" || w.lower == "the" || w.lower == "on" || w.lower == "in" || w.lower == "de" || w.lower == "and"
		if !w.capital && (i == 0 || !small) {
			return false
		}
		if strings.ContainsAny(w.lower, "0123456789") {
			return false
		}
	}
	return true
}

// shouted reports whether the first part of s, up to a comma, is in capitals.
func shouted(s string) bool {
	s, _, _ = strings.Cut(s, ",")
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 2
}

// trailingCredit finds an agency's name in parentheses, or behind a dash, at
// the very end of a paragraph: "… on Tuesday. (Reuters)", "… – AFP". span is
// what is no longer part of the sentence, name the agency.
func trailingCredit(par string) (span, name news.Span, ok bool) {
	trimmed := strings.TrimRight(par, ". \u00a0")
	if n := len(trimmed); n > 2 && (trimmed[n-1] == ')' || trimmed[n-1] == ']') {
		open := strings.LastIndexAny(trimmed, "([")
		if open <= 0 || n-open > 40 {
			return span, name, false
		}
		span, name = news.Span{Start: open, End: len(par)}, news.Span{Start: open + 1, End: n - 1}
	} else {
		at, width := -1, 0
		for _, dash := range []string{"—", "–", "--", " - "} {
			if i := strings.LastIndex(trimmed, dash); i > at {
				at, width = i, len(dash)
			}
		}
		if at <= 0 || len(trimmed)-at > 40 || !endsSentence(strings.TrimSpace(par[:at])) {
			return span, name, false
		}
		span, name = news.Span{Start: at, End: len(par)}, news.Span{Start: at + width, End: len(trimmed)}
	}
	for name.Start < name.End && par[name.Start] == ' ' {
		name.Start++
	}
	before := strings.TrimSpace(par[:span.Start])
	if !knownAgency(name.In(par)) || !endsSentence(before) {
		return span, name, false
	}
	if par[span.Start] == ' ' {
		span.Start++
	}
	return span, name, true
}
