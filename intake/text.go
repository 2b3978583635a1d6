package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/news"
)

// FromText understands a plain text: which of its lines are title, metadata,
// furniture and report, and what the metadata say. The article's Text is text,
// made valid UTF-8. No title is invented: one that does not stand in the text
// is "".
func FromText(text string, opts Options) news.Article {
	a := news.Article{Text: strings.ToValidUTF8(text, "\uFFFD")}
	understand(&a)
	finish(&a, opts)
	return a
}

// finish fills in what the article did not say itself.
func finish(a *news.Article, opts Options) {
	creditByline(a)
	if a.Outlet.Name == "" {
		a.Outlet.Name = opts.Outlet
	}
	if !a.Published.Known() && opts.Published != "" {
		if d, err := ParseDate(opts.Published); err == nil {
			a.Published = d
			a.Published.From = "given"
		}
	}
	a.Credits = slices.DeleteFunc(a.Credits, func(c news.Credit) bool {
		return namesSite(c.Name, []string{a.Outlet.Name}) && a.Outlet.Name != ""
	})
	if a.Language == "" {
		a.Language = languageOf(bodyOf(a))
	}
	sum := sha256.Sum256([]byte(a.Text))
	a.Hash = hex.EncodeToString(sum[:])
	if a.ID == "" {
		a.ID = a.Hash[:madeID]
	}
}

// bodyOf is the article's report without metadata and furniture, or its whole
// text where nothing else is there.
func bodyOf(a *news.Article) string {
	var b strings.Builder
	for _, block := range a.Blocks {
		if block.Kind == news.Body || block.Kind == news.Quote || block.Kind == news.Heading {
			b.WriteString(block.In(a.Text))
			b.WriteByte('\n')
		}
		if b.Len() > 8000 {
			break
		}
	}
	if b.Len() == 0 {
		return a.Text
	}
	return b.String()
}

// understand finds the blocks of a.Text and the metadata that stand in it.
// What a says already (from a record, from a page's head) is kept.
func understand(a *news.Article) {
	r := reading{article: a, text: a.Text}
	spans := paragraphs(a.Text)
	if len(spans) > 0 {
		spans[0] = r.headerPrefix(spans[0])
		if spans[0].Len() == 0 {
			spans = spans[1:]
		}
	}
	for _, s := range spans {
		r.lines = append(r.lines, r.classify(s))
	}
	r.header()
	r.tail()
	r.headings()
	r.emit()
}

// reading is the work on one text.
type reading struct {
	article *news.Article
	text    string
	lines   []textLine
}

// textLine is a paragraph-like stretch of the text and what it is taken for.
type textLine struct {
	news.Span
	words []lineWord
	kind  news.BlockKind // "" while it may be title, heading or body
	why   string
	rule  *rule
	name  news.Span // what the rule's <name> stands for, in the text
	prose bool
}

// headerPrefix marks a header that stands before the first sentence on the
// same line ("date 2024-09-09 …") and returns the rest of the line.
func (r *reading) headerPrefix(s news.Span) news.Span {
	line := s.In(r.text)
	words := lineWords(line, 8)
	at := 0
	if len(words) > 0 && headerWords[words[0].lower] {
		at = 1
	}
	if len(words) <= at {
		return s
	}
	start := words[at].start
	d, rest, ok := leadingDate(line[start:])
	if !ok || at == 0 && !isoStart(line) {
		return s
	}
	end := len(line) - len(rest)
	if strings.TrimSpace(rest) == "" {
		return s // a date line of its own
	}
	r.setPublished(d, "header line")
	header := news.Span{Start: s.Start, End: s.Start + len(strings.TrimRight(line[:end], " \t\u00a0"))}
	r.lines = append(r.lines, textLine{Span: header, kind: news.Metadata, why: "header"})
	for end < len(line) && isDateSpace(line[end:]) > 0 {
		end += isDateSpace(line[end:])
	}
	return news.Span{Start: s.Start + end, End: s.End}
}

var headerWords = map[string]bool{"date": true, "dated": true, "published": true, "posted": true, "pubdate": true}

// isoStart reports whether a line begins with YYYY-MM-DD.
func isoStart(line string) bool {
	var y, m, d int
	return len(line) >= 10 && isoDay(line[:10], &y, &m, &d)
}

func (r *reading) setPublished(d news.Date, from string) {
	if !r.article.Published.Known() {
		d.From = from
		r.article.Published = d
	}
}

// classify tells what a line is where it says so itself.
func (r *reading) classify(s news.Span) textLine {
	line := s.In(r.text)
	l := textLine{Span: s, words: lineWords(line, longestLine)}
	l.prose = isProse(line, l.words)
	if len(l.words) == 0 {
		l.kind, l.why = news.Furniture, "separator"
		return l
	}
	if looksLikeCode(line, l.words) {
		l.kind, l.why = news.Furniture, "code"
		return l
	}
	if isTimeOfDay(line, l.words) || isAge(line, l.words) || isStamp(line, l.words) {
		l.kind, l.why = news.Metadata, "time"
		return l
	}
	if d, updated, ok := dateLine(line, l.words); ok {
		l.kind, l.why = news.Metadata, "date"
		if updated {
			if !r.article.Modified.Known() {
				d.From = "date line"
				r.article.Modified = d
			}
		} else {
			r.setPublished(d, "date line")
		}
		return l
	}
	rule, name := lineBook().match(l.words)
	if rule == nil || !rule.section.flag["anywhere"] && reportsSpeech(l.words) {
		return l
	}
	l.kind, l.why, l.rule = rule.section.kind, rule.section.why, rule
	if len(name) > 0 {
		l.name = news.Span{Start: s.Start + name[0].start, End: s.Start + name[len(name)-1].end}
	}
	return l
}

// isTimeOfDay reports whether a line is a time of day and nothing else.
func isTimeOfDay(line string, words []lineWord) bool {
	if len(words) > 4 {
		return false
	}
	toks := dateTokens(line)
	n, _, _, ok := timeOfDay(toks)
	return ok && n == len(toks)
}

// looksLikeCode reports whether a line is a scrap of a style sheet, a script or
// a tag that was left in the text.
func looksLikeCode(line string, words []lineWord) bool {
	if len(words) > 8 {
		return false
	}
	first, last := line[0], line[len(line)-1]
	return last == '{' || last == '}' || last == ';' && strings.ContainsAny(line, ":=") && !words[0].capital && first != '\'' && first != '"' ||
		first == '<' && last == '>' && !strings.HasPrefix(line, "<<") || strings.HasPrefix(line, "<!")
}

// speechVerbs make a line a report of what somebody said.
var speechVerbs = map[string]bool{
	"said": true, "says": true, "told": true, "added": true, "according": true, "announced": true, "denied": true,
	"warned": true, "stated": true, "claimed": true, "confirmed": true, "wrote": true, "tweeted": true, "asked": true,
}

func reportsSpeech(words []lineWord) bool {
	for _, w := range words {
		if speechVerbs[w.lower] {
			return true
		}
	}
	return false
}

// dateLine reads a line that is a date and nothing else, perhaps with
// "Published", "Updated" and the like before it, a time of day, or how long the
// article takes to read.
func dateLine(line string, words []lineWord) (d news.Date, updated, ok bool) {
	if len(words) == 0 || len(words) > 14 {
		return d, false, false
	}
	if at := strings.Index(line, "Updated"); at > 0 && digits(line[at-1:at]) { // run into the date before it
		line = line[:at]
		words = lineWords(line, longestLine)
	}
	if d, err := ParseDate(line); err == nil {
		return d, false, true
	}
	at := 0
	for at < len(words) && dateLabels[words[at].lower] {
		switch words[at].lower {
		case "updated", "modified", "edited", "revised":
			updated = true
		}
		at++
	}
	if at == len(words) {
		return d, false, false
	}
	from := words[at].start
	if toks := dateTokens(line[from:]); len(toks) > 0 {
		if n, _, _, clock := timeOfDay(toks); clock && n < len(toks) {
			from += toks[n-1].end
		}
	}
	d, rest, ok := leadingDate(line[from:])
	if !ok {
		return d, false, false
	}
	left := lineWords(rest, 12)
	if len(left) == 0 || dateLabels[left[0].lower] {
		return d, updated, true
	}
	for _, w := range left {
		_, zone := zones[w.lower]
		if !strings.ContainsAny(w.lower, "0123456789") && !zone && !readingTime[w.lower] {
			return d, false, false
		}
	}
	return d, updated, true
}

var readingTime = map[string]bool{"min": true, "mins": true, "minute": true, "minutes": true, "read": true}

// isAge reports whether a line says how long ago something was published, and
// no more than who wrote it: "Updated 3 hours ago".
func isAge(line string, words []lineWord) bool {
	n := len(words)
	return n >= 3 && n <= 8 && words[n-1].lower == "ago" && ageUnits[strings.TrimSuffix(words[n-2].lower, "s")] &&
		strings.ContainsAny(words[n-3].lower, "0123456789") && !endsSentence(line)
}

// isStamp reports whether a line is the time of an entry of a live page with
// what stands beside it run into it: "20:42KEY EVENT", "2 hours ago10:05 Jane
// Roe".
func isStamp(line string, words []lineWord) bool {
	if len(words) > 7 || endsSentence(line) {
		return false
	}
	at := strings.IndexByte(line, ':')
	if at < 1 || at+3 >= len(line) || !digits(line[at+1:at+3]) {
		return false
	}
	from := at
	for from > 0 && line[from-1] >= '0' && line[from-1] <= '9' {
		from--
	}
	before, after := line[:from], rune(line[at+3])
	return at-from >= 1 && at-from <= 2 && (before == "" && unicode.IsLetter(after) || strings.HasSuffix(before, "ago"))
}

func digits(s string) bool {
	_, ok := number(s)
	return ok
}

var ageUnits = map[string]bool{
	"sec": true, "second": true, "min": true, "minute": true, "hr": true, "hour": true, "day": true, "week": true, "month": true, "year": true,
}

var dateLabels = map[string]bool{
	"published": true, "posted": true, "date": true, "dated": true, "updated": true, "modified": true, "edited": true,
	"revised": true, "created": true, "first": true, "last": true, "on": true, "at": true, "issued": true, "released": true,
}

// madeID is the length of an id that is made from the text's hash.
const madeID = 12
