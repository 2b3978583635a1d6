package intake

import (
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// tail marks what a publisher adds below the report: from a message to the
// readers to the end, and appeals in the last part. Of a report shorter than
// the appeal below it the last part is its last line.
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
		if late := seen*2 >= size && i > 1; l.kind == "" && i > 0 {
			n, strong := appeals().in(l.words)
			if strong && (late && n >= 2 || n >= 3 && r.last(i)) && !reportsSpeech(l.words) {
				l.kind, l.why = news.Furniture, "appeal"
			}
		}
		seen += l.Len()
	}
}

// last reports whether nothing of the report stands behind line i.
func (r *reading) last(i int) bool {
	for _, l := range r.lines[i+1:] {
		if l.kind == "" {
			return false
		}
	}
	return true
}

// appealsAfter reports whether one of the lines behind line i is an appeal.
func (r *reading) appealsAfter(i int) bool {
	for _, l := range r.lines[i+1:] {
		if n, strong := appeals().in(l.words); strong && n >= 2 {
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
	bodies := 0
	for i, l := range r.lines {
		if l.rule != nil {
			r.applyRule(l)
		}
		if l.kind != news.Body {
			a.Blocks = append(a.Blocks, news.Block{Span: l.Span, Kind: l.kind, Why: l.why})
			continue
		}
		body := l.Span
		if bodies++; bodies <= datelineWithin && a.Dateline.Span.Len() == 0 {
			// What stands further down must be printed as datelines alone are.
			if d, agency, ok := datelineOf(body.In(r.text)); ok && (bodies == 1 || d.Place != "" && (d.Agency != "" || shouted(d.Place))) {
				d.Span.Start, d.Span.End = body.Start+d.Span.Start, body.Start+d.Span.End
				if d.Agency != "" {
					r.credit(d.Agency, news.Span{Start: body.Start + agency.Start, End: body.Start + agency.End}, true)
				}
				if d.Date.Known() {
					r.setPublished(d.Date, "dateline")
				}
				a.Dateline = d
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
