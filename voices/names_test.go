package voices

import (
	"testing"
	"unicode/utf8"
)

func TestSamePerson(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"Mara Adler", "Mara Adler", true},
		{"Mara Adler", "Ms. Adler", true},
		{"Mara Adler", "Mr. Adler", false},
		{"Mara J. Adler", "Mara Adler", true},
		{"M. Adler", "Mara Adler", true},
		{"Mara Adler", "Jonas Adler", false},
		{"Sean Trevett", "Sean Trevitt", true},
		{"Robert Quist", "Bob Quist", true},
		{"Abdul-Rahman al-Haddad", "Abd al-Rahman Haddad", true},
		{"José Núñez", "Jose Nunez", true},
		{"Dmitry Orlov", "Dmitri Orlov", true},
		{"Paul Adler Jr.", "Paul Adler Sr.", false},
		{"Brigadier Mara Adler", "Mara Adler", true},
		{"Anna Lindt", "Anna Lund", false},
		{"J. Russell Ames", "Russell Ames", true},
	} {
		if s := samePerson(parsePerson(test.a), parsePerson(test.b)); (s >= .9) != test.same {
			t.Errorf("%s and %s: %.3f, want same %v", test.a, test.b, s, test.same)
		}
	}
}

func TestSameBody(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"the Harbour Guild", "Harbour Guild", true},
		{"Halvern Paints Inc.", "Halvern Paints", true},
		{"National Guild of Harbour Pilots", "NGHP", true},
		{"Qasr al-Nahda Command", "Qasr Al-Nahdah Command", true},
		{"EU", "European Union", true},
		{"U.S.", "United States", true},
		{"Iran's Foreign Ministry", "Iranian Foreign Ministry", true},
		{"Austria", "Australia", false},
		{"Harbour Guild", "Dockers Guild", false},
	} {
		if s := sameBody(test.a, test.b); (s >= .95) != test.same {
			t.Errorf("%s and %s: %.3f, want same %v", test.a, test.b, s, test.same)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"", "Mara Adler", "al-", "’s", "Dr.", "Mr. Mr. Mr.", "\xff\xfe", "ﷺ", "van der", "Jr.", "X-"} {
		f.Add(s, "Mara Adler")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		p, q := parsePerson(a), parsePerson(b)
		if x, y := samePerson(p, q), samePerson(q, p); x != y {
			t.Errorf("samePerson(%q, %q) is %v one way and %v the other", a, b, x, y)
		}
		if x, y := sameBody(a, b), sameBody(b, a); x != y {
			t.Errorf("sameBody(%q, %q) is %v one way and %v the other", a, b, x, y)
		}
		if utf8.ValidString(a) && !utf8.ValidString(fold(a)) {
			t.Errorf("fold(%q) is not UTF-8", a)
		}
	})
}
