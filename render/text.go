package render

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// TextOptions say how text is laid out.
type TextOptions struct {
	Width int  // columns; 80 where zero
	Color bool // ANSI colours
}

// Text writes accounts for a terminal.
func Text(w io.Writer, accounts []news.Account, o TextOptions) error {
	if o.Width == 0 {
		o.Width = 80
	}
	t := &page{w: bufio.NewWriter(w), width: o.Width, color: o.Color}
	for i := range accounts {
		if i > 0 {
			t.line("")
			t.line(strings.Repeat("─", t.width))
			t.line("")
		}
		t.account(newView(&accounts[i]))
	}
	return t.w.Flush()
}

// page lays lines out on a terminal.
type page struct {
	w     *bufio.Writer
	width int
	color bool
}

const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	reset  = "\x1b[0m"
)

func (t *page) line(s string) { t.w.WriteString(s); t.w.WriteByte('\n') }

// para wraps s; the first line starts with first, the others with rest. A word
// that is wider than a line stays whole.
func (t *page) para(first, rest, s, style string) {
	lead, rest := t.indent(first), t.indent(rest)
	room := t.width
	var b strings.Builder
	used := utf8.RuneCountInString(lead)
	open := false
	flush := func() {
		text := b.String()
		if style != "" && t.color {
			text = style + text + reset
		}
		t.line(strings.TrimRight(lead+text, " "))
		b.Reset()
		lead, open = rest, false
		used = utf8.RuneCountInString(lead)
	}
	for word := range unbreakable(strings.Fields(s)) {
		n := utf8.RuneCountInString(word)
		if open && used+1+n > room {
			flush()
		}
		if open {
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
		open = true
	}
	flush()
}

// indent takes from a lead the blanks that a narrow terminal has no room for.
func (t *page) indent(lead string) string {
	for spare := utf8.RuneCountInString(lead) - t.width/3; spare > 0 && strings.HasPrefix(lead, " "); spare-- {
		lead = lead[1:]
	}
	return lead
}

// unbreakable yields the words, "[4] ¶6" as one.
func unbreakable(words []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(words); i++ {
			word := words[i]
			if i+1 < len(words) && strings.HasPrefix(words[i+1], "¶") {
				i++
				word += " " + words[i]
			}
			if !yield(word) {
				return
			}
		}
	}
}

func (t *page) head(s string) {
	t.line("")
	t.para("", "", strings.ToUpper(s), bold)
}

func (t *page) account(v *view) {
	title := v.words(v.Title)
	t.para("", "", title, bold)
	t.para("", "", extent(v), dim)

	t.head("Reports")
	for i := range v.Articles {
		a := &v.Articles[i]
		line := outlet(a) + ", " + published(a)
		for _, c := range a.Credits {
			line += ", credits " + oneLine(c.Name)
		}
		t.para(fmt.Sprintf("%-4s ", fmt.Sprintf("[%d]", i+1)), "     ", line, "")
	}

	t.head("Claims")
	if len(v.Claims) == 0 {
		t.para("", "", "No claim was found.", "")
	}
	for i := range v.Claims {
		t.claim(v, i)
	}
	if line := passingLine(v); line != "" {
		t.line("")
		t.para("", "", line, dim)
	}
	t.copies(v)
	t.numbers(v)
	t.timeline(v)
	if lines := linkLines(v); len(lines) > 0 {
		t.head("Why passages are grouped")
		for _, l := range lines {
			t.para("· ", "  ", l, "")
		}
	}
	if len(v.Unknowns) > 0 {
		t.head("Not determined")
		for _, u := range v.Unknowns {
			t.para("· ", "  ", u.What+": "+u.Why, "")
		}
	}
}

func (t *page) claim(v *view, i int) {
	c := &v.Claims[i]
	t.line("")
	indent := "    "
	t.para(fmt.Sprintf("%-3s ", fmt.Sprintf("%d.", i+1)), indent, cite(v.words(c.Passage)), bold)
	style := green
	switch c.Verdict {
	case news.Disputed, news.Denied:
		style = red
	case news.SingleOrigin, news.Unplaced:
		style = yellow
	}
	t.para(indent, indent, verdict(c)+" · "+v.carried(c), style)
	for _, line := range originLines(v, c) {
		t.para(indent+"· ", indent+"  ", line, dim)
	}
	for _, s := range v.sayings(c) {
		t.saying(v, c, s, indent)
	}
	for _, line := range turnLines(c) {
		t.para(indent, indent+"  ", line, yellow)
	}
	for _, line := range relationLines(v, c) {
		t.para(indent, indent+"  ", line, dim)
	}
}

func (t *page) saying(v *view, c *news.Claim, s saying, indent string) {
	p := &c.Positions[s.forms[0]]
	style := ""
	switch p.Stance {
	case news.Denies:
		if !p.Negative {
			style = red
		}
	case news.Declines, news.Conditional, news.Doubts:
		style = yellow
	}
	for _, i := range s.voices {
		t.para(indent+"- ", indent+"  ", sayingHead(v, c, i), style)
	}
	t.para(indent+"  ", indent+"  ", cite(v.words(p.Passage))+" "+strings.Join(v.places(c, s.forms), ", "), "")
	for _, i := range s.forms[1:] {
		if x := &c.Positions[i]; len(x.Changes) > 0 {
			t.para(indent+"  ", indent+"  ", "printed differently in "+v.where(x.Passage)+": "+changes(x.Changes), dim)
		}
	}
}

func (t *page) copies(v *view) {
	lines := copyLines(v)
	if len(lines) == 0 {
		return
	}
	t.head("Copies")
	for _, l := range lines {
		t.para("· ", "  ", l, "")
	}
}

func (t *page) numbers(v *view) {
	if len(v.Numbers) == 0 {
		return
	}
	t.head("Numbers")
	for _, l := range numberLines(v) {
		t.para("· ", "  ", l, "")
	}
}

func (t *page) timeline(v *view) {
	for _, l := range timelines {
		list := events(v, l.kind)
		if len(list) == 0 {
			continue
		}
		t.head(l.head)
		for _, e := range list {
			t.para("· ", "  ", eventLine(v, e), "")
		}
	}
}
