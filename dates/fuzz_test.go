package dates

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzAnnotate(f *testing.F) {
	newYork := zoneOf("nytimes.com")
	for _, c := range cases {
		f.Add(c.text, int64(1725926400), uint8(0))
	}
	for _, s := range []string{
		"", "\xff\xfe on Monday\x80", "“on Monday” – the 3rd", "99999 years ago", "two two two two hundred thousand million years ago",
		"May - May - May 3 - 5 - 7", "30 February", "the 31st of June 9999", "in nine thousand centuries' time", "1/2 1/2/3 12/31/9999 31.12.1000",
		"24:00 25:61 0:0", "a a a a a the the the", "Q5 H3 FY FY2 FY2024", "'90s ’80s 1990’s", "the 99th century", "12 p.m. 12 a.m. 0 a.m.",
		strings.Repeat("the first two years ago or so ", 40), strings.Repeat("-", 100), "9999-12-31T23:59:59Z tomorrow",
	} {
		f.Add(s, int64(1725926400), uint8(1))
		f.Add(s, int64(253402300799), uint8(2))  // the last second of 9999
		f.Add(s, int64(-30610224000), uint8(3))  // the first of 1000
		f.Add(s, int64(1710054000), uint8(3))    // clocks going forward in New York
		f.Add(s, int64(1730613600), uint8(3))    // and back
		f.Add(s, int64(951782400), uint8(1))     // 29 February 2000
		f.Add(s, int64(-62135596800), uint8(1))  // year 1
		f.Add(s, int64(999999999999), uint8(15)) // year 33658
	}
	f.Fuzz(func(t *testing.T, text string, at int64, how uint8) {
		a := Anchor{Published: time.Unix(at, 0).UTC(), HasTime: how&1 != 0}
		if how&2 != 0 {
			a.Zone = newYork
		}
		if how&4 != 0 {
			a.Dateline = a.Published.AddDate(0, 0, -3)
		}
		if how&8 != 0 {
			a.Published = time.Time{}
		}
		got := Annotate(text, a)
		end := 0
		for i, x := range got {
			if x.Start < end || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("%d: span %v after %d of %d bytes", i, x.Span, end, len(text))
			}
			end = x.End
			if utf8.ValidString(text) && !utf8.ValidString(x.In(text)) {
				t.Fatalf("%q cuts a character", x.In(text))
			}
			switch x.Type {
			case "DATE", "TIME", "DURATION", "SET":
			default:
				t.Fatalf("%q: type %q", x.In(text), x.Type)
			}
			for _, bound := range []string{x.From, x.To} {
				if bound != "" && !isBound(bound) {
					t.Fatalf("%q: bound %q", x.In(text), bound)
				}
			}
			if x.From != "" && x.To != "" && x.From >= x.To && !strings.ContainsAny(x.From, "+Z") {
				t.Fatalf("%q: from %s to %s", x.In(text), x.From, x.To)
			}
		}
		if again := Annotate(text, a); !slices.Equal(got, again) {
			t.Fatal("two readings differ")
		}
	})
}

func isBound(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// Time is linear in the text: ten times the text takes about ten times as long,
// with much to spare for a busy machine.
func TestLinear(t *testing.T) {
	for _, s := range []string{"the first two years ago or so and a half ", "May - ", "two hundred ", "a ", "Monday, ", "1990-", "the early late "} {
		short, long := strings.Repeat(s, 500), strings.Repeat(s, 20000)
		took := func(text string) time.Duration {
			best := time.Hour
			for range 3 {
				start := time.Now()
				Find(text)
				best = min(best, time.Since(start))
			}
			return best
		}
		if a, b := took(short), took(long); b > 400*max(a, time.Millisecond) {
			t.Errorf("%q: %v for %d bytes, %v for %d", s, a, len(short), b, len(long))
		}
	}
}
