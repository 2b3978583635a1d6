package speech

import (
	"slices"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/dates"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

func names(via []news.Relay) []string {
	var out []string
	for _, r := range via {
		out = append(out, r.Name)
	}
	return out
}

func TestRelays(t *testing.T) {
	for _, test := range []struct {
		text string
		via  []string
	}{
		{"“[1t The dam held],” [1s Mara Adler] [1c told] Harbour Radio on Friday.", []string{"Harbour Radio"}},
		{"[1s Mara Adler] [1c was quoted] by the Halvern News Agency as [1c saying]: “[1t The dam held].”", []string{"Halvern News Agency"}},
		{"“[1t The dam held],” [1s Mara Adler] [1c said] in an interview on Harbour Radio, according to the Northgate Post.", []string{"Northgate Post", "Harbour Radio"}},
		{"“[1t The dam held],” [1s Mara Adler] [1c told] reporters.", nil},
		{"[1s Mara Adler] [1c said] [1t the dam held], and had “dozens of papers” showing it.", nil},
		{"On Harbour News, [1s Mara Adler] [1c called on] [1t the board to go].", []string{"Harbour News"}},
		{"[1s A memo obtained by the Northgate Post and Harbour News] [1c says] [1t the dam held].", []string{"Northgate Post", "Harbour News"}},
		{"[1s A Northgate Post poll] [1c showed] [1t that voters were tired].", nil},
	} {
		text, statements := marked(test.text)
		Relays(english.Annotate(text), statements)
		if got := names(statements[0].Via); !slices.Equal(got, test.via) {
			t.Errorf("%s: via %q, want %q", text, got, test.via)
		}
	}
}

func TestAddresseeAndOccasion(t *testing.T) {
	text, statements := marked("“[1t The dam held],” [1s Mara Adler] [1c told] reporters at a news conference.")
	Relays(english.Annotate(text), statements)
	if got := statements[0].Addressee.In(text); got != "reporters" {
		t.Errorf("addressee %q", got)
	}
	if got := statements[0].Occasion.In(text); got != "at a news conference" {
		t.Errorf("occasion %q", got)
	}
}

var tuesday = time.Date(2031, 5, 6, 0, 0, 0, 0, time.UTC)

func TestDays(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"[1s Mara Adler] [1c said] on Monday [1t the dam had burst].", "2031-05-05"},
		{"[1s Mara Adler] [1c said] [1t the dam had burst on Monday].", ""},
		{"“[1t The dam held],” [1s Mara Adler] [1c said] in a statement on Monday.", "2031-05-05"},
		{"[1s One source at the Friday meeting in town] [1c said] [1t the dam had burst].", ""},
		{"[1s Mara Adler, speaking hours before a vote on Monday], [1c said] [1t the dam had burst].", "2031-05-05"},
		{"[1s The board] [1c issued] [1t a strong denial on Monday].", "2031-05-05"},
		{"[1s Mara Adler] [1c apologized for] [1t the leak at a May 1 board meeting].", "2031-05-01"},
		{"[1s Mara Adler], who resigned on Friday, [1c said] [1t the dam had burst].", ""},
	} {
		text, statements := marked(test.text)
		Days(english.Annotate(text), statements, dates.Annotate(text, dates.OnDay(tuesday)))
		if got := statements[0].SaidOn; got != test.want {
			t.Errorf("%s: %q, want %q", text, got, test.want)
		}
	}
}

func TestFollow(t *testing.T) {
	text, statements := marked(`[1s Mara Adler] [1c was quoted] by the Halvern News Agency on Monday as [1c saying]: “[1t The dam held].”

“[2t The shore is dry],” [2s Adler] [2c added].

[3s The ministry] [3c said] on Friday [3t that [4s allies] [4c had reported] [4t a leak]].`)
	doc := english.Annotate(text)
	times := dates.Annotate(text, dates.OnDay(tuesday))
	statements[3].Parent = 2
	Relays(doc, statements)
	Days(doc, statements, times)
	for i, name := range []string{"Mara Adler", "Mara Adler", "Ministry", "allies"} {
		statements[i].Voice = news.Voice{Name: name, Type: news.Person}
	}
	Follow(doc, statements, times)
	if got := names(statements[1].Via); !slices.Equal(got, []string{"Halvern News Agency"}) {
		t.Errorf("what Adler added came via %q", got)
	}
	if got := statements[1].SaidOn; got != "2031-05-05" {
		t.Errorf("what Adler added was said on %q", got)
	}
	if got := names(statements[3].Via); !slices.Equal(got, []string{"Ministry"}) {
		t.Errorf("what allies reported came via %q", got)
	}
	if got := statements[3].SaidOn; got != "" {
		t.Errorf("what allies reported was said on %q", got)
	}
}
