package copying_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"testing"

	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/news"
)

func TestWriteCountsCodePoints(t *testing.T) {
	const shared = "Engineers had warned in spring that the pillars were losing concrete faster than the board’s own survey admitted."
	articles := []news.Article{
		article("a", "Courier", "“Née Corrant” — a café on the quay.\n\n"+shared, at(8)),
		article("b", "Gazette", "Øresund’s crews are idle.\n\n"+shared, at(12)),
	}
	var out bytes.Buffer
	if err := copying.Write(&out, articles, copying.Find(articles, nil)); err != nil {
		t.Fatal(err)
	}
	type line struct {
		Of, In  string
		OfStart int `json:"of_start"`
		OfEnd   int `json:"of_end"`
		InStart int `json:"in_start"`
		InEnd   int `json:"in_end"`
		ID      string
		Parent  *string
		Class   string
	}
	var lines []line
	for s := bufio.NewScanner(&out); s.Scan(); {
		var l line
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", s.Text(), err)
		}
		lines = append(lines, l)
	}
	if len(lines) != 3 {
		t.Fatalf("%d lines, want a passage and two articles", len(lines))
	}
	p := lines[0]
	if got := string([]rune(articles[0].Text)[p.OfStart:p.OfEnd]); p.Of != "a" || got != shared {
		t.Errorf("of %s: %q", p.Of, got)
	}
	if got := string([]rune(articles[1].Text)[p.InStart:p.InEnd]); p.In != "b" || got != shared {
		t.Errorf("in %s: %q", p.In, got)
	}
	if a, b := lines[1], lines[2]; a.ID != "a" || a.Parent != nil || a.Class != "original" || b.ID != "b" || b.Parent == nil || *b.Parent != "a" || b.Class != "whole" {
		t.Errorf("articles %+v, %+v", a, b)
	}
}
