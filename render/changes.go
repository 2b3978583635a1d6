package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// ChangesText writes what changed between two readings for a terminal.
func ChangesText(w io.Writer, changes []news.Change, from, to time.Time, o TextOptions) error {
	if o.Width == 0 {
		o.Width = 80
	}
	t := &page{w: bufio.NewWriter(w), width: o.Width, color: o.Color}
	const stamp = "2 January 2006, 15:04 MST"
	t.para("", "", fmt.Sprintf("From %s to %s: %s", from.Format(stamp), to.Format(stamp), count(len(changes), "change")), bold)
	for _, c := range changes {
		t.line("")
		style := green
		switch c.Kind {
		case "gone", "weakened", "newly denied":
			style = red
		case "altered", "republished":
			style = yellow
		}
		t.para("", "  ", c.Kind+": "+oneLine(c.What), style)
		if c.BeforeText != "" {
			t.para("  before: ", "          ", cite(oneLine(c.BeforeText)), "")
		}
		if c.AfterText != "" {
			t.para("  now:    ", "          ", cite(oneLine(c.AfterText)), "")
		}
	}
	return t.w.Flush()
}

// ChangesJSON writes changes as {"changes":[…]}.
func ChangesJSON(w io.Writer, changes []news.Change) error {
	type changeJSON struct {
		Kind   string `json:"kind"`
		Story  string `json:"story"`
		What   string `json:"what"`
		Before string `json:"before,omitempty"`
		In     string `json:"before_article,omitempty"`
		After  string `json:"after,omitempty"`
		Now    string `json:"after_article,omitempty"`
	}
	out := struct {
		Changes []changeJSON `json:"changes"`
	}{Changes: []changeJSON{}}
	for _, c := range changes {
		out.Changes = append(out.Changes, changeJSON{c.Kind, c.Story, c.What, c.BeforeText, c.Before.Article, c.AfterText, c.After.Article})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}
