package account

import (
	_ "embed"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

//go:embed seats.txt
var seatsText string

// seats are the bodies that speak for a state, by their keys.
var seats = readSeats(seatsText)

func readSeats(text string) map[string]string {
	seats := map[string]string{}
	for line := range strings.Lines(text) {
		state, list, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(list, "|") {
			seats[fold(name)] = strings.TrimSpace(state)
		}
	}
	return seats
}

// spokenFor is the body that a person speaks for by role ("EU spokesman"),
// where that body, or the state whose seat it is, speaks of the claim in its
// own name as well; else nil.
func (t *tracer) spokenFor(v *news.Voice) *news.Voice {
	role := strings.ToLower(v.Role)
	at := strings.Index(role, "spokes")
	if v.Type != news.Person || at < 0 {
		return nil
	}
	body := strings.TrimSuffix(strings.TrimSpace(role[:at]), "press")
	if _, of, ok := strings.Cut(role[at:], " for "); ok {
		body = of
	}
	for _, name := range []string{body, strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(body), "s"), "’"), seats[fold(body)]} {
		if b := t.claim[fold(name)]; b != nil && b.Type != news.Person && b.Type != news.OutletVoice {
			return b
		}
	}
	return nil
}

// service is the word for a public body that speaks without a name of its own
// ("the police", "Authorities"), which in one story is one body; "" for others.
func service(name string) string {
	word := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(name), "the "), "local ")
	switch word {
	case "police", "authorities", "prosecutors", "army", "military", "government", "coastguard", "coast guard", "fire department", "fire service", "fire brigade":
		return word
	}
	return ""
}

// hearsay reports whether a name is but a word for what others have told:
// "reports", "local media reports".
func hearsay(name string) bool {
	name = strings.ToLower(name)
	return generic(name) && len(describing(name)) == 0 && (strings.Contains(name, "report") || strings.Contains(name, "media"))
}

// kin reports whether one of two named voices speaks for the other, or is part
// of it: a state and its ministry or its seat, a company and its director. The
// words of the one may be those of the other under a longer or shorter name.
func kin(a, b *root) bool {
	return within(a, b) || within(b, a)
}

// within reports whether the words that say who the part is name the whole.
func within(part, whole *root) bool {
	if whole.kind == news.Person || whole.kind == news.OutletVoice || part.kind == news.OutletVoice {
		return false
	}
	name := fold(whole.name)
	if name == "" || part.key == whole.key {
		return false
	}
	for seat, state := range seats {
		if fold(state) == name && strings.Contains(fold(part.who), seat) {
			return true
		}
	}
	stem := strings.TrimRight(name, "aey")
	for _, w := range phrases(part.who, len(strings.Fields(whole.name))) {
		if w == name || len(stem) >= 4 && strings.HasPrefix(w, stem) && len(w) <= len(stem)+4 {
			return true
		}
	}
	return false
}

// phrases are the keys of the runs of n words of a text.
func phrases(text string, n int) []string {
	words := strings.Fields(text)
	var out []string
	for i := 0; i+n <= len(words); i++ {
		out = append(out, fold(strings.TrimSuffix(strings.TrimSuffix(strings.Join(words[i:i+n], " "), "’s"), "'s")))
	}
	return out
}
