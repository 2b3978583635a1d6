package account

import (
	"slices"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// report is an article of an outlet with a text long enough for the spans used here.
func report(id, outlet string) news.Article {
	return news.Article{ID: id, Outlet: news.Outlet{Name: outlet}, Text: string(make([]byte, 100)),
		Published: news.Date{Time: time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC)}}
}

func says(article string, v news.Voice, stance news.Stance, via ...string) news.Position {
	p := news.Position{Passage: news.Passage{Article: article, Span: news.Span{Start: 10, End: 40}}, Voice: v, Stance: stance, Kind: news.Indirect}
	p.Statement = len(v.Name) // each voice makes its own
	p.Words = p.Span
	for _, name := range via {
		p.Via = append(p.Via, news.Relay{Name: name})
	}
	return p
}

func narrates(article string) news.Position {
	p := says(article, news.Voice{Type: news.OutletVoice}, news.Affirms)
	p.Kind = news.Narration
	return p
}

var (
	maren       = news.Voice{Name: "Ilse Maren", Type: news.Person, Key: "ilse maren"}
	reuss       = news.Voice{Name: "Anton Reuss", Type: news.Person, Key: "anton reuss"}
	officials   = news.Voice{Name: "two officials", Type: news.Unnamed}
	lantern     = news.Voice{Name: "Daily Lantern", Type: news.OutletVoice}
	brennick    = news.Voice{Name: "Brennick", Type: news.Organisation, Key: "brennick"}
	spokeswoman = news.Voice{Name: "Vera Lund", Type: news.Person, Key: "vera lund", Role: "Brennick spokeswoman"}
	liberals    = news.Voice{Name: "House Liberals", Type: news.Unnamed}
	workers     = news.Voice{Name: "two workers at the plant", Type: news.Unnamed}
)

func TestOrigins(t *testing.T) {
	courier, post, sund := report("a", "Halvern Courier"), report("b", "Northgate Post"), report("c", "Radio Sund")
	credited := report("d", "Radio Sund")
	credited.Credits = []news.Credit{{Name: "Meridian News Agency", Whole: true}}
	taken := news.Copy{Of: "a", In: "b", OfSpan: news.Span{Start: 10, End: 40}, InSpan: news.Span{Start: 5, End: 45}}
	shared := taken
	shared.Undetermined = true
	quoted := taken
	quoted.Quote = true

	tests := []struct {
		name      string
		articles  []news.Article
		copies    []news.Copy
		positions []news.Position
		want      []string // origins' names
		count     news.Range
		verdict   news.Verdict
	}{
		{"two reports quote one spokeswoman: one origin", []news.Article{courier, post}, nil,
			[]news.Position{says("a", maren, news.Affirms), says("b", maren, news.Affirms)}, []string{"Ilse Maren"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"two people are two", []news.Article{courier}, nil,
			[]news.Position{says("a", maren, news.Affirms), says("a", reuss, news.Affirms)}, []string{"Ilse Maren", "Anton Reuss"}, news.Range{Min: 2, Max: 2}, news.Reported},
		{"narration of two outlets is two", []news.Article{courier, post}, nil,
			[]news.Position{narrates("a"), narrates("b")}, []string{"Halvern Courier", "Northgate Post"}, news.Range{Min: 2, Max: 2}, news.Reported},
		{"narration that was copied is the source's", []news.Article{courier, post}, []news.Copy{taken},
			[]news.Position{narrates("a"), narrates("b")}, []string{"Halvern Courier"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"a shared quotation does not make narration a copy", []news.Article{courier, post}, []news.Copy{quoted},
			[]news.Position{narrates("a"), narrates("b")}, []string{"Halvern Courier", "Northgate Post"}, news.Range{Min: 2, Max: 2}, news.Reported},
		{"a text credited to an agency is the agency's", []news.Article{credited}, nil,
			[]news.Position{narrates("d")}, []string{"Meridian News Agency"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"unnamed officials of two outlets may be the same", []news.Article{courier, sund}, nil,
			[]news.Position{says("a", officials, news.Affirms), says("c", officials, news.Affirms)}, []string{"two officials (unnamed, to Halvern Courier)", "two officials (unnamed, to Radio Sund)"}, news.Range{Min: 1, Max: 2}, news.Reported},
		{"a group with a name of its own is one in all reports", []news.Article{courier, sund}, nil,
			[]news.Position{says("a", liberals, news.Affirms), says("c", liberals, news.Affirms)}, []string{"House Liberals"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"officials are not workers", []news.Article{courier, sund}, nil,
			[]news.Position{says("a", officials, news.Affirms), says("c", workers, news.Affirms)}, []string{"two officials (unnamed, to Halvern Courier)", "two workers at the plant (unnamed, to Radio Sund)"}, news.Range{Min: 2, Max: 2}, news.Reported},
		{"narration beside a named source may rest on it", []news.Article{courier, post}, nil,
			[]news.Position{says("a", maren, news.Affirms), narrates("b")}, []string{"Ilse Maren", "Northgate Post"}, news.Range{Min: 1, Max: 2}, news.Reported},
		{"what a report says itself rests on whom it names for it", []news.Article{courier, post}, nil,
			[]news.Position{narrates("a"), says("a", maren, news.Affirms)}, []string{"Ilse Maren"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"an outlet that relays a named source is no origin beside it", []news.Article{courier}, nil,
			[]news.Position{says("a", lantern, news.Affirms), says("a", maren, news.Affirms, "Daily Lantern")}, []string{"Ilse Maren"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"a spokeswoman is the body that she speaks for", []news.Article{courier, post}, nil,
			[]news.Position{says("a", brennick, news.Affirms), says("b", spokeswoman, news.Affirms)}, []string{"Brennick"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"what a body has from others stands under its name", []news.Article{courier}, nil,
			[]news.Position{says("a", news.Voice{Name: "its partners", Type: news.Unnamed}, news.Affirms, "Brennick"), says("a", brennick, news.Affirms)}, []string{"Brennick"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"a state and its ministry may be the same", []news.Article{courier, post}, nil,
			[]news.Position{says("a", news.Voice{Name: "Ukraine’s foreign ministry", Type: news.Office}, news.Affirms), says("b", news.Voice{Name: "Ukraine", Type: news.Organisation}, news.Affirms)}, []string{"Ukraine’s foreign ministry", "Ukraine"}, news.Range{Min: 1, Max: 2}, news.Reported},
		{"the ministry is the one ministry of the story", []news.Article{courier, post}, nil,
			[]news.Position{says("a", news.Voice{Name: "Ukraine’s foreign ministry", Type: news.Office}, news.Affirms), says("a", news.Voice{Name: "The ministry", Type: news.Office}, news.Affirms)}, []string{"Ukraine’s foreign ministry"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"documents may be the report that is described", []news.Article{courier}, nil,
			[]news.Position{says("a", news.Voice{Name: "documents", Type: news.Document}, news.Affirms), says("a", news.Voice{Name: "a maintenance report of the works", Type: news.Document}, news.Affirms)}, []string{"documents", "a maintenance report of the works"}, news.Range{Min: 1, Max: 2}, news.Reported},
		{"police and a police lieutenant may be the same", []news.Article{courier, post}, nil,
			[]news.Position{says("a", news.Voice{Name: "police", Type: news.Organisation}, news.Affirms), says("b", news.Voice{Name: "Edda Holm", Role: "police lieutenant", Type: news.Person}, news.Affirms)}, []string{"police", "Edda Holm"}, news.Range{Min: 1, Max: 2}, news.Reported},
		{"unnamed sources do not make two named ones the same", []news.Article{courier, post, sund}, nil,
			[]news.Position{says("a", news.Voice{Name: "Edda Holm", Role: "police lieutenant", Type: news.Person}, news.Affirms), says("b", news.Voice{Name: "Jon Ask", Role: "police chief", Type: news.Person}, news.Affirms), says("c", news.Voice{Name: "police sources", Type: news.Unnamed}, news.Affirms)},
			[]string{"Edda Holm", "Jon Ask", "police sources (unnamed, to Radio Sund)"}, news.Range{Min: 2, Max: 3}, news.Reported},
		{"what an outlet's unnamed sources told it rests with the outlet", []news.Article{courier}, nil,
			[]news.Position{says("a", news.Voice{Name: "Daily Lantern", Type: news.OutletVoice}, news.Affirms), says("a", officials, news.Affirms, "Daily Lantern")}, []string{"Daily Lantern"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"denied and affirmed is disputed", []news.Article{courier}, nil,
			[]news.Position{narrates("a"), says("a", maren, news.Denies)}, []string{"Halvern Courier"}, news.Range{Min: 1, Max: 1}, news.Disputed},
		{"who affirms one thing and denies another does not dispute itself", []news.Article{courier}, nil,
			[]news.Position{says("a", maren, news.Affirms), says("a", maren, news.Denies)}, []string{"Ilse Maren"}, news.Range{Min: 1, Max: 1}, news.SingleOrigin},
		{"only denied", []news.Article{courier}, nil,
			[]news.Position{says("a", maren, news.Denies)}, nil, news.Range{}, news.Denied},
		{"only left open", []news.Article{courier}, nil,
			[]news.Position{says("a", maren, news.Declines)}, nil, news.Range{}, news.Unplaced},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := news.Claim{Positions: tt.positions}
			tracer := newTracer(tt.articles, nil, tt.copies)
			meet(&c, tracer.voices)
			tracer.place(&c)
			var names []string
			for _, o := range c.Origins {
				names = append(names, o.Name)
			}
			if !slices.Equal(names, tt.want) || c.Count != tt.count || c.Verdict != tt.verdict {
				t.Errorf("origins %q, count %v, %s; want %q, %v, %s", names, c.Count, c.Verdict, tt.want, tt.count, tt.verdict)
			}
		})
	}
	t.Run("undetermined direction is one origin, named by both", func(t *testing.T) {
		c := news.Claim{Positions: []news.Position{narrates("a"), narrates("b")}}
		newTracer([]news.Article{courier, post}, nil, []news.Copy{shared}).place(&c)
		if c.Count != (news.Range{Min: 1, Max: 1}) {
			t.Errorf("%d origins: %+v", c.Count.Max, c.Origins)
		}
	})
}

func TestWithoutAnOrigin(t *testing.T) {
	c := news.Claim{Positions: []news.Position{says("a", officials, news.Affirms), says("c", officials, news.Affirms), says("a", maren, news.Affirms)}}
	newTracer([]news.Article{report("a", "Halvern Courier"), report("c", "Radio Sund")}, nil, nil).place(&c)
	if c.Count != (news.Range{Min: 2, Max: 3}) {
		t.Fatalf("count %v", c.Count)
	}
	want := []news.Range{{Min: 1, Max: 2}, {Min: 2, Max: 2}, {Min: 2, Max: 2}} // named ones stand first
	for i, w := range c.Without {
		if w.Count != want[i] {
			t.Errorf("without %s: %v, want %v", w.Origin, w.Count, want[i])
		}
	}
}
