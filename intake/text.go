package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

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
	if isTimeOfDay(line, l.words) {
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
	rule, name := lineBook.match(l.words)
	if rule == nil || !rule.section.flag["anywhere"] && reportsSpeech(line, l.words) {
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

func reportsSpeech(line string, words []lineWord) bool {
	for _, w := range words {
		if speechVerbs[w.lower] {
			return true
		}
	}
	return false
}

// dateLine reads a line that is a date and nothing else, perhaps with
// "Published", "Updated" and the like before it.
func dateLine(line string, words []lineWord) (d news.Date, updated, ok bool) {
	if len(words) == 0 || len(words) > 14 {
		return d, false, false
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
	d, rest, ok := leadingDate(line[words[at].start:])
	if !ok {
		return d, false, false
	}
	left := lineWords(rest, 12)
	if len(left) == 0 || dateLabels[left[0].lower] {
		return d, updated, true
	}
	for _, w := range left {
		if !strings.ContainsAny(w.lower, "0123456789") && zones[w.lower] == 0 && w.lower != "min" && w.lower != "read" {
			return d, false, false
		}
	}
	return d, updated, true
}

var dateLabels = map[string]bool{
	"published": true, "posted": true, "date": true, "dated": true, "updated": true, "modified": true, "edited": true,
	"revised": true, "created": true, "first": true, "last": true, "on": true, "at": true, "issued": true, "released": true,
}

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
		case agencies[joined(l.words)] != "":
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
		if _, ok := sectionWords[w.lower]; !ok {
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

// tail marks what a publisher adds below the report: from a message to the
// readers to the end, and appeals in the last part.
func (r *reading) tail() {
	size := 0
	for _, l := range r.lines {
		size += l.Len()
	}
	seen := 0
	for i := range r.lines {
		l := &r.lines[i]
		if l.rule != nil && l.rule.section.flag["to the end"] && seen*2 >= size && i > 0 && r.appealsAfter(i) {
			for k := i + 1; k < len(r.lines); k++ {
				if r.lines[k].kind == "" {
					r.lines[k].kind, r.lines[k].why = news.Furniture, l.why
				}
			}
			return
		}
		if l.kind == "" && seen*2 >= size && i > 1 {
			n, strong := appeals.in(l.words)
			if strong && n >= 2 && !reportsSpeech(l.In(r.text), l.words) {
				l.kind, l.why = news.Furniture, "appeal"
			}
		}
		seen += l.Len()
	}
}

// appealsAfter reports whether one of the lines behind line i is an appeal.
func (r *reading) appealsAfter(i int) bool {
	for _, l := range r.lines[i+1:] {
		if n, strong := appeals.in(l.words); strong && n >= 2 {
			return true
		}
	}
	return false
}

// headings marks short lines between paragraphs as cross-headings; what is
// left is body.
func (r *reading) headings() {
	for i := range r.lines {
		l := &r.lines[i]
		if l.kind != "" {
			continue
		}
		l.kind = news.Body
		if l.prose || i == 0 || len(l.words) == 0 || len(l.words) > 12 || !l.words[0].capital {
			continue
		}
		if endsSentence(l.In(r.text)) && !strings.HasSuffix(l.In(r.text), "?") {
			continue
		}
		for _, next := range r.lines[i+1:] {
			if next.kind == news.Metadata || next.kind == news.Furniture {
				continue
			}
			if next.prose {
				l.kind = news.Heading
			}
			break
		}
	}
}

// emit writes the blocks, parting datelines and trailing credits from their
// paragraphs, and reads the metadata lines.
func (r *reading) emit() {
	a := r.article
	firstBody := true
	for i, l := range r.lines {
		if l.rule != nil {
			r.applyRule(l)
		}
		if l.kind != news.Body {
			a.Blocks = append(a.Blocks, news.Block{Span: l.Span, Kind: l.kind, Why: l.why})
			continue
		}
		body := l.Span
		if firstBody {
			firstBody = false
			if d, agency, ok := datelineOf(body.In(r.text)); ok {
				d.Span.Start, d.Span.End = body.Start+d.Span.Start, body.Start+d.Span.End
				if d.Agency != "" {
					r.credit(d.Agency, news.Span{Start: body.Start + agency.Start, End: body.Start + agency.End}, true)
				}
				if d.Date.Known() {
					r.setPublished(d.Date, "dateline")
				}
				if a.Dateline.Span.Len() == 0 {
					a.Dateline = d
				}
				a.Blocks = append(a.Blocks, news.Block{Span: d.Span, Kind: news.Metadata, Why: "dateline"})
				body.Start = skipSpace(r.text, d.Span.End, body.End)
			}
		}
		var credit news.Span
		if i >= len(r.lines)-3 {
			if span, name, ok := trailingCredit(body.In(r.text)); ok {
				credit = news.Span{Start: body.Start + span.Start, End: body.Start + span.End}
				name.Start, name.End = body.Start+name.Start, body.Start+name.End
				r.credit(agencyCredit(name.In(r.text)), name, true)
				body.End = credit.Start
				for body.End > body.Start && isDateSpace(r.text[body.End-1:]) > 0 {
					body.End--
				}
			}
		}
		if body.Len() > 0 {
			a.Blocks = append(a.Blocks, news.Block{Span: body, Kind: news.Body})
		}
		if credit.Len() > 0 {
			a.Blocks = append(a.Blocks, news.Block{Span: credit, Kind: news.Metadata, Why: "credit"})
		}
	}
}

func skipSpace(text string, at, end int) int {
	for at < end && isDateSpace(text[at:]) > 0 {
		at += isDateSpace(text[at:])
	}
	return at
}

// applyRule keeps what a metadata or furniture line says of the article.
func (r *reading) applyRule(l textLine) {
	flag := l.rule.section.flag
	name := agencyCredit(l.name.In(r.text))
	switch {
	case flag["agencies"]:
		r.credit("agencies", l.Span, true)
	case name == "":
	case flag["whole"]:
		r.credit(name, l.name, true)
	case flag["part"]:
		r.partCredits(l.name)
	case flag["outlet"] && r.article.Outlet.Name == "":
		r.article.Outlet.Name = name
	}
}

// madeID is the length of an id that is made from the text's hash.
const madeID = 12

// partCredits credits the agencies and outlets among the names that
// contributed; people are none.
func (r *reading) partCredits(names news.Span) {
	words := lineWords(names.In(r.text), longestLine)
	from := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && words[i].lower != "and" && (i == from || !strings.Contains(names.In(r.text)[words[i-1].end:words[i].start], ",")) {
			continue
		}
		if i > from {
			span := news.Span{Start: names.Start + words[from].start, End: names.Start + words[i-1].end}
			name := span.In(r.text)
			owner := strings.ContainsAny(name, "'’")
			if knownAgency(name) || isOutletName(words[from:i]) && !owner {
				r.credit(name, span, false)
			}
		}
		from = i
		if i < len(words) && words[i].lower == "and" {
			from = i + 1
		}
	}
}
