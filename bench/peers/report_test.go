package main

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/bench/usage"
)

func TestReplaceLeavesTheRestOfThePage(t *testing.T) {
	page := "before\n" + begin("dates") + "\nold\n" + finish + "\nbetween\n" + begin("stories") + "\nkept\n" + finish + "\n"
	want := strings.Replace(page, "old\n", "new\n", 1)
	if got := replace(page, "dates", "new\n"); got != want {
		t.Errorf("got %q", got)
	}
	if got := replace(page, "copies", "new\n"); got != page {
		t.Errorf("a page without the mark was changed: %q", got)
	}
}

func TestTableAndBetter(t *testing.T) {
	spent := func(whole, single float64, f1 float64) result {
		return result{
			Figures: map[string]float64{"value F1": f1}, Units: 11, Bytes: 2e6,
			Runs: []usage.Usage{{Wall: 2, CPU: whole, Peak: 3e6}}, Single: []usage.Usage{{CPU: single, Peak: 1e6}},
		}
	}
	kept := map[string]result{
		"dates/hearsay":    spent(1.5, 0.5, 80),
		"dates/dateparser": spent(1.0, 0.5, 90),
		"dates/SUTime":     {Missing: "no jar"},
	}
	dates := tasks[2]
	got := table(dates, kept)
	for _, want := range []string{"| value F1 | 80.0 | **90.0** |", "| articles a CPU second | 10.0 | 20.0 |", "Missing: SUTime: no jar."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if got, want := better(kept), "\n- dates, dateparser: value F1 90.0 against 80.0; speed, 2.00 times hearsay's.\n"; got != want {
		t.Errorf("better: %q", got)
	}
}

func TestCountTrees(t *testing.T) {
	row := func(id, upos, xpos, head, rel string) []string {
		return []string{id, "w", "_", upos, xpos, "_", head, rel, "_", "_"}
	}
	gold := [][]string{
		row("1", "DET", "DT", "2", "det"), row("2", "NOUN", "NN", "3", "nsubj"), row("3", "VERB", "VBD", "0", "root"), row("4", "ADV", "RB", "3", "advmod"),
		row("1", "PRON", "PRP", "3", "nsubj"), row("2", "AUX", "VBZ", "3", "cop"), row("3", "ADJ", "JJ", "0", "root"),
	}
	got := [][]string{
		row("1", "DET", "DT", "2", "det"), row("2", "NOUN", "NN", "1", "dep"), row("3", "VERB", "VBD", "0", "root"), row("4", "X", "RB", "3", "dep"),
		row("1", "PRON", "PRP", "2", "nsubj"), row("2", "AUX", "VBZ", "0", "root"), row("3", "ADJ", "JJ", "2", "acomp"),
	}
	figures := map[string]float64{}
	countTrees(figures, "", gold, got)
	if figures["heads alike"] != 50 { // the subject of a copula is not counted
		t.Errorf("heads alike %v", figures["heads alike"])
	}
	if _, ok := figures["UAS"]; ok {
		t.Error("heads of another scheme are counted")
	}
	if u := figures["UPOS"]; u < 85.7 || u > 85.8 {
		t.Errorf("UPOS %v", u)
	}
}
