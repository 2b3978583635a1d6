package intake

import (
	"strings"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
)

// header tells section, title and byline in the lines above the report.
func (r *reading) header() {
	first := len(r.lines)
	for i := range r.lines {
		if r.lines[i].kind == "" && r.lines[i].prose && !r.titleAt(i) {
			first = i
			break
		}
	}
	if first == len(r.lines) {
		return // nothing but short lines: no title can be told from the rest
	}
	titled := false
	agency := r.agencyOf(r.lines[first])
	for i := range r.lines[:first] {
		l := &r.lines[i]
		if l.kind != "" {
			continue
		}
		line := l.In(r.text)
		switch {
		case isByline(l.words):
			l.kind, l.why = news.Metadata, "byline"
			r.setByline(line, l.Span)
		case !titled && (agency != "" && joined(l.words) == agency || agencies()[joined(l.words)] == "" && knownOutlet(line)):
			l.kind, l.why = news.Metadata, "outlet"
			if r.article.Outlet.Name == "" {
				r.article.Outlet.Name = line
			}
		case agencies()[joined(l.words)] != "":
			l.kind, l.why = news.Metadata, "credit"
			r.credit(agencyCredit(line), l.Span, true)
		case isSectionName(l.words) && (titled || r.moreTitles(i+1, first)):
			l.kind, l.why = news.Metadata, "section"
		case isOutletName(l.words) && (titled || r.moreTitles(i+1, first)):
			l.kind, l.why = news.Metadata, "outlet"
			if r.article.Outlet.Name == "" {
				r.article.Outlet.Name = line
			}
		case !titled:
			titled = true
			l.kind = news.Heading
			if r.article.Title == "" {
				r.article.Title, r.article.TitleSpan = line, l.Span
			}
		default:
			l.kind = news.Heading
		}
	}
	r.knownTitle()
}

// agencyOf is the agency that the dateline of a line names, in the words that
// are compared.
func (r *reading) agencyOf(l textLine) string {
	d, _, _ := datelineOf(l.In(r.text))
	return joined(lineWords(d.Agency, longestLine))
}

// knownOutlet reports whether a line is an outlet's name and nothing else.
func knownOutlet(line string) bool {
	_, ok := outlets.Default().Lookup(line)
	return ok
}

// knownTitle marks the title that a record gave where the text repeats it as
// its first line.
func (r *reading) knownTitle() {
	a := r.article
	if a.Title == "" || a.TitleSpan.Len() > 0 {
		return
	}
	want := joined(lineWords(a.Title, longestLine))
	for i := range r.lines[:min(4, len(r.lines))] {
		l := &r.lines[i]
		if want != "" && joined(l.words) == want {
			l.kind, l.why, l.rule = news.Heading, "", nil
			a.TitleSpan = l.Span
			return
		}
	}
}

// titleAt reports whether the prose-like line i is the title all the same: the
// first of several paragraphs, short, ending in a question mark or in a quote
// that holds no sentence.
func (r *reading) titleAt(i int) bool {
	l := r.lines[i]
	if len(l.words) > 18 || i+1 >= len(r.lines) {
		return false
	}
	for _, before := range r.lines[:i] {
		if before.kind == "" || before.kind == news.Heading {
			return false
		}
	}
	return strings.HasSuffix(l.In(r.text), "?") && r.text[l.Start] != '"' && !strings.HasPrefix(r.text[l.Start:], "“")
}

// moreTitles reports whether another line up to end may be the title.
func (r *reading) moreTitles(from, end int) bool {
	for _, l := range r.lines[from:end] {
		if l.kind == "" && len(l.words) >= 3 && !isByline(l.words) {
			return true
		}
	}
	return false
}

func joined(words []lineWord) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.lower)
	}
	return b.String()
}

// isSectionName reports whether a line is the name of a news section.
func isSectionName(words []lineWord) bool {
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if _, ok := sectionWords()[w.lower]; !ok {
			return false
		}
	}
	return true
}

// isOutletName reports whether a line may be the name of an outlet.
func isOutletName(words []lineWord) bool {
	if len(words) == 0 || len(words) > 5 || nameEnd(words, 0) < len(words) {
		return false
	}
	if words[0].lower == "the" {
		words = words[1:]
	}
	for _, w := range words {
		if w.lower == "for" {
			return false
		}
	}
	return len(words) > 0 && (hasOutletWord(words[:1]) || hasOutletWord(words[len(words)-1:]))
}

// isByline reports whether a line is "By Jane Roe", "By JANE ROE and John Doe,
// Associated Press" and the like.
func isByline(words []lineWord) bool {
	if len(words) < 2 || len(words) > 14 || words[0].lower != "by" || !words[1].capital {
		return false
	}
	for _, w := range words[1:] {
		if !w.capital && !bylineWords[w.lower] {
			return false
		}
	}
	return true
}

var bylineWords = map[string]bool{
	"and": true, "in": true, "of": true, "the": true, "for": true, "de": true, "van": true, "von": true, "al": true, "bin": true,
	"with": true, "staff": true, "writer": true, "correspondent": true, "reporter": true, "editor": true, "at": true,
}

// setByline keeps a byline, and credits the agency that it names.
func (r *reading) setByline(line string, span news.Span) {
	name := line
	if len(name) > 3 && strings.EqualFold(name[:3], "by ") {
		name = strings.TrimSpace(name[3:])
	}
	if r.article.Byline == "" {
		r.article.Byline = name
	}
	for _, agency := range agenciesIn(name) {
		at := strings.Index(line, agency)
		r.credit(agency, news.Span{Start: span.Start + at, End: span.Start + at + len(agency)}, true)
	}
}

// agenciesIn are the agencies that a byline names, as printed.
func agenciesIn(byline string) []string {
	var found []string
	for p := range strings.FieldsFuncSeq(byline, func(c rune) bool { return strings.ContainsRune(",|/;()", c) }) {
		p = strings.TrimSpace(p)
		words := lineWords(p, 6)
		if knownAgency(p) || len(words) >= 2 && len(words) <= 5 && agencyEnds[words[len(words)-1].lower] && isOutletName(words) {
			found = append(found, p)
		}
	}
	return found
}

// agencyEnds are the last words of agencies' names.
var agencyEnds = map[string]bool{"agency": true, "press": true, "newswire": true, "wire": true, "wires": true}

// creditByline credits the agencies that a byline outside the text names.
func creditByline(a *news.Article) {
	r := reading{article: a, text: a.Text}
	for _, agency := range agenciesIn(a.Byline) {
		r.credit(agency, news.Span{}, true)
	}
}

// agencyCredit is the name to credit: "agencies" where none is named.
func agencyCredit(name string) string {
	switch joined(lineWords(name, 4)) {
	case "agencies", "wires", "wire services", "news agencies":
		return "agencies"
	}
	return strings.Trim(name, " .,:;–—-\u00a0")
}

// credit adds a credit unless the article has it already.
func (r *reading) credit(name string, span news.Span, whole bool) {
	for i, c := range r.article.Credits {
		if strings.EqualFold(c.Name, name) {
			r.article.Credits[i].Whole = c.Whole || whole
			return
		}
	}
	r.article.Credits = append(r.article.Credits, news.Credit{Name: name, Whole: whole, Span: span})
}
