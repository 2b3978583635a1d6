package stories

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

func TestRoundupDoesNotGlue(t *testing.T) {
	a := New(Options{})
	articles := fictional()
	assignAll(a, articles[:4])
	before := len(a.Live())
	text := articles[1].Text + "\n\n" + articles[2].Text + "\n\n" + articles[3].Text
	roundup := report("all-1", 21, "The week in review", text)
	done := a.Assign(&roundup)
	if !done.Roundup || len(done.Changes) > 0 {
		t.Fatalf("%+v", done)
	}
	rest := assignAll(a, articles[4:])
	if after := len(a.Live()); after > before+1 {
		t.Errorf("%d stories before the round-up, %d after", before, after)
	}
	of := map[string]bool{}
	for _, r := range rest {
		of[r.Story] = true
	}
	if len(of) != 3 {
		t.Errorf("after the round-up three events are %d stories", len(of))
	}
}

// strand makes an article out of some words of two strands of a story.
func strand(id string, hours float64, words ...string) news.Article {
	var text strings.Builder
	for i, w := range words {
		fmt.Fprintf(&text, "It said %s was at %s again. ", w, words[(i+1)%len(words)])
	}
	return report(id, hours, strings.Join(words[:2], " "), text.String())
}

var (
	left  = []string{"Arkovia", "Belmundo", "Carrowan", "zandering", "plimcord", "votterish"}
	right = []string{"Drusenka", "Elmarine", "Fortuno", "quabbling", "merrimote", "sundacle"}
)

func TestBridgeMergesWhatIsOne(t *testing.T) {
	a := New(Options{})
	first := []news.Article{strand("l-1", 0, left...), strand("r-1", 1, right...)}
	for _, done := range assignAll(a, first) {
		if !done.Opened {
			t.Fatalf("%s joined", done.Article)
		}
	}
	var changes []Change
	for i := range 6 {
		article := strand(fmt.Sprintf("b-%d", i), 2+float64(i), slices.Concat(left, right)...)
		changes = append(changes, a.Assign(&article).Changes...)
	}
	if len(changes) != 1 || len(a.Live()) != 1 || changes[0].Why == "" || !slices.Equal(changes[0].Articles[:1], []string{"r-1"}) {
		t.Errorf("%d live stories, changes %+v", len(a.Live()), changes)
	}
}

func TestDriftedStoryIsSplit(t *testing.T) {
	a := New(Options{})
	for i, article := range []news.Article{
		strand("l-1", 0, left...), strand("l-2", 1, left...), strand("l-3", 2, left...),
		strand("r-1", 3, right...), strand("r-2", 4, right...), strand("r-3", 5, right...),
	} {
		p := a.Propose(&article)
		id := ""
		for _, r := range a.Live() {
			id = r.ID
		}
		if i == 5 {
			a.options.Rigid = false
		} else {
			a.options.Rigid = true
		}
		a.Place(p, id)
	}
	s := a.live[a.Live()[0].ID]
	ch, ok := a.split(s)
	if !ok || !slices.Equal(ch.Articles, []string{"r-1", "r-2", "r-3"}) || len(a.Live()) != 2 {
		t.Fatalf("%v %+v", ok, ch)
	}
	later := strand("r-4", 6, right...)
	if done := a.Assign(&later); done.Story != ch.Into {
		t.Errorf("a later article went to %s, not to %s", done.Story, ch.Into)
	}
}
