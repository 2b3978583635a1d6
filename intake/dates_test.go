package intake

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in, day string
		time    bool
	}{
		{"2031-04-02", "2031-04-02", false},
		{"2031-04-02T17:43:00Z", "2031-04-02", true},
		{"2031-04-02T23:43:00.123+02:00", "2031-04-02", true},
		{"2 April 2031", "2031-04-02", false},
		{"2nd of April, 2031", "2031-04-02", false},
		{"April 2, 2031", "2031-04-02", false},
		{"Wed 2 Apr 2031 14.03 BST", "2031-04-02", true},
		{"Sept. 9, 2031, 5:43 p.m. ET", "2031-09-09", true},
		{"27/04/2031", "2031-04-27", false},
		{"4/27/2031", "2031-04-27", false},
		{"27.04.2031", "2031-04-27", false},
		{"Wed, 02 Apr 2031 10:00:00 +0000", "2031-04-02", true},
		{"03/04/2031", "", false}, // two readings
		{"31 April 2031", "", false},
		{"2031-02-30", "", false},
		{"0001-01-01", "", false},
		{"yesterday", "", false},
		{"April 2031", "", false},
		{"", "", false},
		{"2 April 2031 in the morning", "", false},
	} {
		d, err := ParseDate(c.in)
		if got := d.Day(); got != c.day || d.HasTime != c.time || (err == nil) != (c.day != "") {
			t.Errorf("ParseDate(%q) = %q time %v, %v; want %q time %v", c.in, got, d.HasTime, err, c.day, c.time)
		}
	}
	d, err := ParseDate("Sept. 9, 2031, 5:43 p.m. ET")
	if err != nil || d.Time.UTC().Format("15:04") != "22:43" {
		t.Errorf("time of day %v, %v", d.Time.UTC(), err)
	}
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ in, place, agency, date, rest string }{
		{"VELL (Reuters) - The crane fell.", "VELL", "Reuters", "", " The crane fell."},
		{"VELL, Sund, April 2 (AP) — The crane fell.", "VELL, Sund", "AP", "", " The crane fell."},
		{"Vell, 2 April 2031 (AFP) – The crane fell.", "Vell", "AFP", "2031-04-02", " The crane fell."},
		{"VELL, April 2. /TASS/. The crane fell.", "VELL", "TASS", "", " The crane fell."},
		{"(CNN) — The crane fell.", "", "CNN", "", " The crane fell."},
		{"(CNN)The crane fell.", "", "CNN", "", "The crane fell."},
		{"VELL, Sund — The crane fell.", "VELL, Sund", "", "", " The crane fell."},
		{"VELL ― The crane fell.", "VELL", "", "", " The crane fell."},
		{"VELL—The crane fell.", "VELL", "", "", "The crane fell."},
		{"HALVERN (Sund News Agency) -- The crane fell.", "HALVERN", "Sund News Agency", "", " The crane fell."},
		{"Vell (Radio Sund) - The crane fell.", "Vell", "Radio Sund", "", " The crane fell."},
	} {
		d, credit, ok := datelineOf(c.in)
		if !ok || d.Place != c.place || d.Agency != c.agency || d.Date.Day() != c.date || c.in[d.Span.End:] != c.rest || credit.In(c.in) != c.agency {
			t.Errorf("%q: %v %+v credit %q", c.in, ok, d, credit.In(c.in))
		}
	}
	for _, in := range []string{
		"Vell - a town of cranes - was quiet.", "The mayor (Sund) said – no.", "Ira Holm (R-VE) - the senator - left.", "In Vell – yes.",
		"“VELL” – no", "VELL — which is a port — was quiet.", "2031 – a year to forget.", "Rep. Ira Holm (R-VE)—the only one—left.", "", "-", "(", ")", "—",
	} {
		if d, _, ok := datelineOf(in); ok {
			t.Errorf("%q has the dateline %+v", in, d)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"2 April 2031", "Sept. 9, 2031, 5:43 p.m. ET", "VELL, April 2 (AP) — x", "date 2031-04-02 x", "99.99.9999", "(CNN)", "24:60"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && !d.Known() {
			t.Errorf("%q is a date but unknown", s)
		}
		if _, rest, ok := leadingDate(s); ok && len(rest) >= len(s) {
			t.Errorf("the date in %q takes nothing", s)
		}
		if d, credit, ok := datelineOf(s); ok && (d.Span.End > len(s) || credit.End > d.Span.End || credit.Start < 0) {
			t.Errorf("dateline %+v, credit %v of %q", d, credit, s)
		}
		if span, name, ok := trailingCredit(s); ok && (span.Start < 0 || span.End > len(s) || !span.Contains(name)) {
			t.Errorf("credit %v %v of %q", span, name, s)
		}
	})
}
