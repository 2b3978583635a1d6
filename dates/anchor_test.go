package dates

import (
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestDayOfOutlet(t *testing.T) {
	newYork := zoneOf("www.apnews.com")
	if newYork == nil {
		t.Fatal("no zone for a site that the table has")
	}
	for _, c := range []struct {
		why    string
		anchor Anchor
		text   string
		want   string
	}{
		{"shortly after midnight in Greenwich it is still Monday in New York", Anchor{Published: instant("2024-09-10T02:30:00Z"), HasTime: true, Zone: newYork}, "He left today.", "2024-09-09"},
		{"without a zone the day is that of the time as given", Anchor{Published: instant("2024-09-10T02:30:00Z"), HasTime: true}, "He left today.", "2024-09-10"},
		{"a plain day is not moved", Anchor{Published: day("2024-09-10"), Zone: newYork}, "He left today.", "2024-09-10"},
		{"the date line goes first", Anchor{Published: day("2024-09-10"), Dateline: day("2024-09-08")}, "He left today.", "2024-09-08"},
		{"but not one of another month", Anchor{Published: day("2024-09-10"), Dateline: day("2024-08-08")}, "He left today.", "2024-09-10"},
		{"a date line is enough", Anchor{Dateline: day("2024-08-08")}, "He left yesterday.", "2024-08-07"},
		{"nothing known", Anchor{}, "He left today.", ""},
		{"nothing known, but an absolute date", Anchor{}, "He left on 3 May 2021.", "2021-05-03"},
		{"hours are counted over the change of clocks", Anchor{Published: instant("2024-11-03T08:00:00Z"), HasTime: true, Zone: newYork}, "He left three hours ago.", "2024-11-03T01:00"},
		{"and back over it", Anchor{Published: instant("2024-03-10T08:00:00Z"), HasTime: true, Zone: newYork}, "He left two hours ago.", "2024-03-10T01:00"},
		{"hours need a time of day", Anchor{Published: day("2024-09-10")}, "He left three hours ago.", ""},
		{"whole days do not", Anchor{Published: day("2024-09-10")}, "He left 48 hours ago.", "2024-09-08"},
	} {
		got := Annotate(c.text, c.anchor)
		if len(got) != 1 || got[0].Value != c.want {
			t.Errorf("%s: %+v, want %q", c.why, got, c.want)
		}
	}
}

func TestZoneOf(t *testing.T) {
	for site, want := range map[string]string{"bbc.com": "Europe/London", "news.example.co.uk": "Europe/London", "WWW.Example.ua": "Europe/Kyiv", "example.com": "", "": "", "uk": ""} {
		got := ""
		if z := zoneOf(site); z != nil {
			got = z.String()
		}
		if got != want {
			t.Errorf("zoneOf(%q) = %q, want %q", site, got, want)
		}
	}
	for site, name := range zonesBySite() {
		if _, err := time.LoadLocation(name); err != nil {
			t.Errorf("%s: %v", site, err)
		}
	}
}

// What is quoted counts from the day it was said on.
func TestResolveByAnchor(t *testing.T) {
	text := `In the interview of 2 May the mayor said: "We decide tomorrow." He resigned yesterday.`
	list := Find(text)
	said, written := OnDay(day("2024-05-02")), OnDay(day("2024-05-09"))
	quote := news.Span{Start: 42, End: 66}
	got := Resolve(list, func(e *Expression) Anchor {
		if quote.Contains(e.Span) {
			return said
		}
		return written
	})
	if s, want := expect(text, got), "2 May=2024-05-02; tomorrow=2024-05-03; yesterday=2024-05-08"; s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	if x := list[1].At(written); x.Value != "2024-05-10" {
		t.Errorf("re-anchored: %+v", x)
	}
}

func TestIntervals(t *testing.T) {
	a := OnDay(day("2024-09-10"))
	for _, c := range []struct{ text, granularity, from, to, mod string }{
		{"on Monday", "day", "2024-09-09", "2024-09-10", ""},
		{"last week", "week", "2024-09-02", "2024-09-09", ""},
		{"last weekend", "weekend", "2024-09-07", "2024-09-09", ""},
		{"in January", "month", "2024-01-01", "2024-02-01", ""},
		{"the first quarter of 2023", "quarter", "2023-01-01", "2023-04-01", ""},
		{"the winter of 2019", "season", "2019-12-01", "2020-03-01", ""},
		{"in early 2003", "year", "2003-01-01", "2004-01-01", "START"},
		{"in the 1980s", "decade", "1980-01-01", "1990-01-01", ""},
		{"on Monday night", "part of day", "2024-09-09T18:00", "2024-09-10T06:00", ""},
		{"at 10:35 a.m.", "minute", "2024-09-10T10:35", "2024-09-10T10:36", ""},
		{"at 9 a.m. EST on Monday", "hour", "2024-09-09T09:00-05:00", "2024-09-09T10:00-05:00", ""},
		{"at 9 a.m. ET on Monday", "hour", "2024-09-09T09:00-04:00", "2024-09-09T10:00-04:00", ""},
		{"at 9 a.m. ET on Jan. 8", "hour", "2024-01-08T09:00-05:00", "2024-01-08T10:00-05:00", ""},
		{"at 11.22 BST", "minute", "2024-09-10T11:22+01:00", "2024-09-10T11:23+01:00", ""},
		{"at 14:00 GMT", "minute", "2024-09-10T14:00Z", "2024-09-10T14:01Z", ""},
		{"midnight Monday", "minute", "2024-09-10", "2024-09-10T00:01", ""},
		{"June 3-5", "day", "2024-06-03", "2024-06-06", ""},
		{"the week of Aug. 28", "week", "2024-08-26", "2024-09-02", ""},
		{"over the past three months", "month", "2024-06-10", "2024-09-10", ""},
		{"in the next two weeks", "week", "2024-09-10", "2024-09-24", ""},
		{"recently", "", "", "2024-09-10", ""},
	} {
		got := Annotate("He spoke "+c.text+".", a)
		if len(got) != 1 {
			t.Errorf("%s: %+v", c.text, got)
			continue
		}
		x := got[0]
		if x.Granularity != c.granularity || x.From != c.from || x.To != c.to || x.Mod != c.mod {
			t.Errorf("%s: %s [%s, %s) %s, want %s [%s, %s) %s", c.text, x.Granularity, x.From, x.To, x.Mod, c.granularity, c.from, c.to, c.mod)
		}
	}
}

func TestHolidays(t *testing.T) {
	_, names := readHolidays()
	for _, c := range []struct{ name, want string }{
		{"easter", "2024-03-31"}, {"easter", "2038-04-25"}, {"good-friday", "2024-03-29"}, {"pentecost", "2024-05-19"},
		{"thanksgiving", "2024-11-28"}, {"memorial-day", "2024-05-27"}, {"memorial-day", "2027-05-31"}, {"king-day", "2024-01-15"},
		{"labor-day", "2024-09-02"}, {"election-day", "2024-11-05"}, {"election-day", "2022-11-08"}, {"black-friday", "2024-11-29"},
		{"mothers-day", "2024-05-12"}, {"christmas", "2024-12-25"},
	} {
		want := day(c.want)
		if got := holidays()[names[c.name]].in(want.Year()); !got.Equal(want) {
			t.Errorf("%s: %s, want %s", c.name, got.Format(time.DateOnly), c.want)
		}
	}
}
