package voices

import (
	"strings"
)

// personName is a personal name taken apart.
type personName struct {
	names  []string // folded, particles unified, titles and suffix dropped
	suffix string   // "jr", "sr", "ii", …
	gender gender   // from the title, else from the given name
}

var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// parsePerson takes a printed personal name apart.
func parsePerson(printed string) personName {
	words := strings.Fields(fold(strip(printed)))
	var p personName
	for len(words) > 1 {
		n, g := titleWords(words)
		if n == 0 {
			break
		}
		if g != anyGender {
			p.gender = g
		}
		words = words[n:]
	}
	if n := len(words); n > 1 && suffixes[words[n-1]] {
		p.suffix, words = words[n-1], words[:n-1]
	}
	if p.gender == anyGender && len(words) > 1 {
		p.gender = genders[words[0]]
	}
	p.names = tokens(strings.Join(words, " "))
	return p
}

// titleWords is how many of the first words are one title, never all of them.
func titleWords(words []string) (int, gender) {
	for n := min(3, len(words)-1); n > 0; n-- {
		if g, ok := titles[strings.Join(words[:n], " ")]; ok {
			return n, g
		}
	}
	return 0, anyGender
}

// strip drops a possessive ending and marks around a printed name.
func strip(s string) string {
	s = strings.Trim(s, " \t\n\u00a0,;:.\"“”‘()[]-–—")
	for _, end := range []string{"'s", "’s", "'", "’"} {
		if t, ok := strings.CutSuffix(s, end); ok {
			return t
		}
	}
	return s
}

func (p personName) surname() string {
	if len(p.names) == 0 {
		return ""
	}
	return p.names[len(p.names)-1]
}

// soundsFeminine guesses from the ending of a given name that no list holds.
func (p personName) soundsFeminine() bool {
	g := p.given()
	return len(g) > 3 && strings.HasSuffix(g, "a")
}

func (p personName) given() string {
	if len(p.names) < 2 {
		return ""
	}
	return p.names[0]
}

// samePerson is how surely two names may name one person, 0 where they cannot.
func samePerson(a, b personName) float64 {
	if len(a.names) == 0 || len(b.names) == 0 {
		return 0
	}
	if a.suffix != b.suffix && a.suffix != "" && b.suffix != "" {
		return 0
	}
	if a.gender != b.gender && a.gender != anyGender && b.gender != anyGender {
		return 0
	}
	s := similar(a.surname(), b.surname())
	ga, gb := a.given(), b.given()
	switch {
	case ga == "" && gb == "":
		return s
	case ga == "" || gb == "":
		// A single word is a surname; the given name where that is all there is
		// ("Boris") weighs less.
		one, many := a, b
		if ga != "" {
			one, many = b, a
		}
		for _, n := range many.names[1 : len(many.names)-1] {
			s = max(s, similar(one.names[0], n)-.02)
		}
		return s
	}
	if s < .88 && !middleSurname(a, b) {
		return 0
	}
	s = max(s, .88)
	g := sameGiven(ga, gb)
	if g == 0 {
		// "J. Russell George" and "Russell George".
		if len(ga) == 1 && len(a.names) > 2 {
			g = sameGiven(a.names[1], gb)
		}
		if len(gb) == 1 && len(b.names) > 2 {
			g = max(g, sameGiven(ga, b.names[1]))
		}
	}
	if g == 0 {
		return 0
	}
	return (2*s + g) / 3
}

// middleSurname reports whether one's last name stands inside the other, as
// with two surnames, of which one is left out.
func middleSurname(a, b personName) bool {
	in := func(s string, names []string) bool {
		for _, n := range names[1:] {
			if len(n) > 2 && similar(s, n) >= .93 {
				return true
			}
		}
		return false
	}
	return in(a.surname(), b.names) || in(b.surname(), a.names)
}

// sameGiven is how surely two given names are one: 0 where they clash.
func sameGiven(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) == 1 || len(b) == 1 {
		if a[0] == b[0] {
			return .9
		}
		return 0
	}
	for _, g := range nicknames[a] {
		for _, h := range nicknames[b] {
			if g == h {
				return .95
			}
		}
	}
	if len(nicknames[a]) > 0 && len(nicknames[b]) > 0 && sound(a) != sound(b) {
		return 0
	}
	if s := similar(a, b); s >= .86 {
		return s
	}
	return 0
}
