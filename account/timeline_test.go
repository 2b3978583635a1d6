package account

import (
	"testing"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

func TestTimelineTellsWordsOnce(t *testing.T) {
	a, b := says("a", maren, news.Affirms), says("a", reuss, news.Affirms)
	part := says("a", maren, news.Affirms)
	a.SaidOn, b.SaidOn, part.SaidOn = "2025-03-04", "2025-03-04", "2025-03-04"
	part.Passage.End -= 5
	a.Utterance, b.Utterance, part.Utterance = 0, 1, 2
	list := []news.Claim{{ID: "c1", Positions: []news.Position{a, b}}, {ID: "c2", Positions: []news.Position{a, part}}}
	list[1].Positions[1].Utterance, list[1].Positions[0].Utterance = 1, 0
	got := timeline([]*annotate.Annotated{{Article: report("a", "Halvern Courier")}}, list)
	if len(got) != 2 || got[0].Voice != "Ilse Maren, Anton Reuss" {
		t.Errorf("%d events, the first by %q; want the joint words once, for both", len(got), got[0].Voice)
	}
	list[0].Positions = list[0].Positions[:1]
	if got = timeline([]*annotate.Annotated{{Article: report("a", "Halvern Courier")}}, list); len(got) != 1 || got[0].Passage != a.Passage {
		t.Errorf("%d events; want the fullest words of one voice and day alone", len(got))
	}
}
