package claims

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

// quantity is a number of something in a text.
type quantity struct {
	news.Span         // the words of the number and of what it counts
	word      int32   // index of the first word of the number
	value     float64 // of a range, the lower end
	high      float64
	bound     bound
	unit      string // lemma of what is counted, a currency or a measure
	scope     string // lemma of what befell or holds what is counted
}

// bound says what a number leaves open: "more than 40" bounds from below.
type bound int8

const (
	exact bound = iota
	atLeast
	atMost
	about
)

// agrees reports whether both may be true of one thing at one time.
func (q quantity) agrees(o quantity) bool {
	if q.value <= o.high && o.value <= q.high {
		return true
	}
	low, high := q, o
	if low.value > high.value {
		low, high = high, low
	}
	switch {
	case low.bound == atLeast || high.bound == atMost:
		return true
	case low.bound == about || high.bound == about:
		return low.high*1.1 >= high.value
	}
	return false
}

// free reports whether the words [first, next) stand apart from other letters
// and digits, as the parts of "501(c)3", "348-77" and "F-16" do not.
func free(d *english.Document, first, next int) bool {
	start, end := d.Words[first].Start, d.Words[next-1].End
	if start > 0 {
		switch c := d.Text[start-1]; {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == ',', c == '.', c == '-', c == '/', c == '#':
			return false
		}
	}
	if end+1 < len(d.Text) {
		switch c := d.Text[end]; {
		case c >= '0' && c <= '9', c == '/', c == '(':
			return false
		case c == ',' || c == '.' || c == '-':
			return d.Text[end+1] < '0' || d.Text[end+1] > '9'
		}
	}
	return true
}

var numerals = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}

var currencies = map[string]string{"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}

// allQuantities finds the numbers of things in each report.
func allQuantities(reports []*annotate.Annotated) [][]quantity {
	all := make([][]quantity, len(reports))
	parallel.Each(len(reports), func(r int) { all[r] = quantities(reports[r]) })
	return all
}

// quantities finds the numbers of things in a report; parts of dates, ages and
// ranks are none.
func quantities(rep *annotate.Annotated) []quantity {
	d := rep.Doc
	var out []quantity
	date := 0
	for w := 0; w < len(d.Words); {
		for date < len(rep.Dates) && rep.Dates[date].End <= d.Words[w].Start {
			date++
		}
		if date < len(rep.Dates) && rep.Dates[date].Overlap(d.Words[w].Span) > 0 {
			w++
			continue
		}
		value, next, ok := number(d, w)
		if !ok || !free(d, w, next) {
			w++
			continue
		}
		q := quantity{word: int32(w), value: value, high: value}
		if high, after, ok := rangeEnd(d, next); ok && high > value {
			q.high, next = high, after
		}
		if q.count(d, w, next) && (q.value != 1 || d.Words[w].Span.In(d.Text) == "1") {
			out = append(out, q)
		}
		w = next
	}
	return out
}

// number reads the number that starts at word w: "44", "1,200", "2.5
// million", "twenty-two", "two hundred".
func number(d *english.Document, w int) (value float64, next int, ok bool) {
	value, ok = digits(d.Words[w].Span.In(d.Text))
	if !ok {
		return 0, w, false
	}
	for next = w + 1; next < len(d.Words); next++ {
		text := strings.ToLower(d.Words[next].Span.In(d.Text))
		if scale, ok := scales[text]; ok {
			value *= scale
			continue
		}
		if text == "-" && next+1 < len(d.Words) && value >= 20 && value < 100 {
			if unit, ok := numerals[strings.ToLower(d.Words[next+1].Span.In(d.Text))]; ok && unit < 10 {
				value += unit
				next++
				continue
			}
		}
		break
	}
	return value, next, true
}

func digits(text string) (float64, bool) {
	text = strings.ToLower(text)
	if v, ok := numerals[text]; ok {
		return v, true
	}
	if tens, unit, ok := strings.Cut(text, "-"); ok && numerals[tens] >= 20 && numerals[unit] > 0 && numerals[unit] < 10 {
		return numerals[tens] + numerals[unit], true
	}
	if text == "" || text[0] < '0' || text[0] > '9' || len(text) > 20 {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return v, err == nil
}

// rangeEnd reads "to 50", "and 50" after "between", "-50".
func rangeEnd(d *english.Document, w int) (high float64, next int, ok bool) {
	if w+1 >= len(d.Words) {
		return 0, w, false
	}
	switch d.Words[w].Span.In(d.Text) {
	case "to", "-", "–":
		return number(d, w+1)
	}
	return 0, w, false
}

// count fills in what the number of words [first, next) counts, false where
// that is nothing.
func (q *quantity) count(d *english.Document, first, next int) bool {
	q.Span = news.Span{Start: d.Words[first].Start, End: d.Words[next-1].End}
	if strings.HasPrefix(d.Text[q.End:], "-by-") {
		return false // "four-by-four"
	}
	if first > 0 {
		before := strings.ToLower(d.Words[first-1].Span.In(d.Text))
		if c, ok := currencies[before]; ok {
			q.unit, q.Start = c, d.Words[first-1].Start
		}
		q.bound = boundOf(d, first)
	}
	noun := -1
	switch {
	case q.unit != "":
		noun = first
		if int(d.Words[first].Head) == first-1 {
			noun = first - 1
		}
		if next < len(d.Words) && int(d.Words[first].Head) == next && d.Words[next].UPOS == english.NOUN {
			noun = next
		}
	case next < len(d.Words) && (d.Words[next].Span.In(d.Text) == "%" || strings.HasPrefix(strings.ToLower(d.Words[next].Span.In(d.Text)), "percent")):
		q.unit, q.End, noun = "percent", d.Words[next].End, next
	default:
		for w := first; w < next && noun < 0; w++ {
			h := int(d.Words[w].Head)
			if h >= next && h < next+6 && d.Words[h].UPOS == english.NOUN && d.Words[w].Deprel.Base() == english.RelNummod {
				noun = h
			}
		}
		if noun < 0 {
			return false
		}
		q.unit = strings.ToLower(d.Words[noun].Lemma)
		q.End = d.Words[noun].End
	}
	if q.unit == "year-old" || q.unit == "" || aged(d, next) {
		return false
	}
	at := int32(-1)
	q.scope, at = scope(d, noun)
	if at >= 0 && int(at) > noun && int(at) <= noun+5 {
		q.End = d.Words[at].End
	}
	if q.bound != exact {
		number := first
		for n := 0; n < 3 && first > 0 && boundWords[strings.ToLower(d.Words[first-1].Span.In(d.Text))]; n++ {
			first--
		}
		if strings.EqualFold(d.Words[first].In(d.Text), "to") && first < number {
			first++ // "rose to about 30"
		}
		q.Start = min(q.Start, d.Words[first].Start)
	}
	verb, _, _ := strings.Cut(q.scope, " ")
	return q.scope != "" && !telling[verb]
}

// aged reports whether the words from w on make what stands before them an age:
// "year-old", "years old", "-year old".
func aged(d *english.Document, w int) bool {
	unit := false
	for i := w; i < min(w+5, len(d.Words)); i++ {
		switch word := strings.ToLower(d.Words[i].In(d.Text)); word {
		case "-", "–":
		case "year", "years", "month", "months", "-year", "-years":
			unit = true
		default:
			return unit && (word == "old" || word == "olds" || word == "-old")
		}
	}
	return false
}

// telling verbs have those who speak as their subject: how many they are
// counts nothing of the story.
var telling = map[string]bool{"say": true, "tell": true, "report": true, "add": true, "write": true, "ask": true, "warn": true, "claim": true, "deny": true, "confirm": true}

var boundWords = map[string]bool{"more": true, "than": true, "at": true, "least": true, "over": true, "fewer": true, "less": true, "up": true, "to": true, "most": true, "under": true, "about": true, "around": true, "some": true, "nearly": true, "almost": true, "roughly": true, "approximately": true}

func boundOf(d *english.Document, first int) bound {
	words := ""
	for w := max(0, first-3); w < first; w++ {
		words += strings.ToLower(d.Words[w].Span.In(d.Text)) + " "
	}
	switch {
	case strings.HasSuffix(words, "more than "), strings.HasSuffix(words, "at least "), strings.HasSuffix(words, "over "), strings.HasSuffix(words, "least $ "), strings.HasSuffix(words, "than $ "):
		return atLeast
	case strings.HasSuffix(words, "fewer than "), strings.HasSuffix(words, "less than "), strings.HasSuffix(words, "up to "), strings.HasSuffix(words, "at most "), strings.HasSuffix(words, "under "):
		return atMost
	case strings.HasSuffix(words, "about "), strings.HasSuffix(words, "around "), strings.HasSuffix(words, "some "), strings.HasSuffix(words, "nearly "), strings.HasSuffix(words, "almost "), strings.HasSuffix(words, "roughly "), strings.HasSuffix(words, "approximately "):
		return about
	}
	return exact
}

// scope is the predicate whose subject or object the noun is, with what tells
// the thing from others: "kill", "member of crew", "council have"; and the
// predicate's word, -1 where that is none.
func scope(d *english.Document, noun int) (string, int32) {
	of := ""
	for w := noun + 1; w < min(noun+8, len(d.Words)); w++ {
		x := &d.Words[w]
		if int(x.Head) != noun {
			continue
		}
		if x.UPOS == english.VERB && (x.Deprel.Base() == english.RelAcl || x.Deprel.Base() == english.RelAdvcl) {
			return strings.ToLower(x.Lemma), int32(w)
		}
		if x.Deprel.Base() == english.RelNmod && of == "" {
			of = strings.ToLower(x.Lemma)
		}
	}
	h := d.Words[noun].Head
	if h < 0 {
		return of, -1
	}
	p := &d.Words[h]
	lemma := strings.ToLower(p.Lemma)
	switch d.Words[noun].Deprel.Base() {
	case english.RelNsubj:
		if of != "" {
			lemma += " of " + of
		}
		return lemma, h
	case english.RelObj:
		who := ""
		for w := max(0, int(h)-20); w < int(h); w++ {
			if x := &d.Words[w]; x.Head == h && x.Deprel.Base() == english.RelNsubj {
				if x.UPOS == english.PRON && light[lemma] {
					return "", -1 // whose it is stands elsewhere
				}
				who = strings.ToLower(x.Lemma) + " "
			}
		}
		if light[lemma] {
			lemma = who + lemma
		}
		if of != "" {
			lemma += " of " + of
		}
		return lemma, -1
	case english.RelObl, english.RelNmod, english.RelConj:
		if of == "" && p.UPOS != english.PUNCT {
			return lemma, -1
		}
	}
	return of, -1
}
