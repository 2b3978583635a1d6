package account

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
)

//go:embed seats.txt
var seatsText string

// seats are the bodies that speak for a state, by their keys; seatsOf are the
// keys of those of a state, by its key.
var seats, seatsOf = readSeats(seatsText)

func readSeats(text string) (seats map[string]string, of map[string][]string) {
	seats, of = map[string]string{}, map[string][]string{}
	for line := range strings.Lines(text) {
		state, list, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		state = fold(state)
		for name := range strings.SplitSeq(list, "|") {
			seats[fold(name)] = state
			of[state] = append(of[state], fold(name))
		}
	}
	return seats, of
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

// introduced is the one body of the story whose full name ends in the noun that
// a voice is called by ("The ministry"); nil where there is none or several.
func (t *tracer) introduced(v *news.Voice) *news.Voice {
	noun := strings.ToLower(strings.TrimPrefix(v.Name, "The "))
	if v.Type != news.Organisation && v.Type != news.Office || noun == "" || strings.Contains(noun, " ") || !strings.HasPrefix(v.Name, "The ") {
		return nil
	}
	if t.nouns == nil {
		t.nouns = nounsOf(t.voices)
	}
	return t.nouns[noun]
}

// nounsOf are bodies by the last word of their full names; nil for a word that
// several have.
func nounsOf(voices map[string]*news.Voice) map[string]*news.Voice {
	nouns := map[string]*news.Voice{}
	for _, k := range slices.Sorted(maps.Keys(voices)) {
		o := voices[k]
		words := strings.Fields(strings.ToLower(o.Name))
		if o.Type != news.Organisation && o.Type != news.Office || generic(o.Name) || len(words) < 2 {
			continue
		}
		last := words[len(words)-1]
		if other, ok := nouns[last]; ok && (other == nil || fold(other.Name) != fold(o.Name)) {
			nouns[last] = nil
			continue
		}
		nouns[last] = o
	}
	return nouns
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

// identity is what tells whether a named voice is part of another.
type identity struct {
	name  string          // key
	words []string        // keys of the words that say who it is
	whole int             // words of the name
	says  map[string]bool // the words of it all that describe
}

func identify(r *root) identity {
	id := identity{name: fold(r.name), whole: len(strings.Fields(r.name)), says: describing(r.who)}
	for w := range strings.FieldsSeq(r.who) {
		id.words = append(id.words, outlets.Key(strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")))
	}
	return id
}

// kin reports whether one of two named voices speaks for the other, or is part
// of it: a state and its ministry or its seat, a company and its director.
func kin(a, b *root) bool { return within(a, b) || within(b, a) }

// within reports whether the words that say who the part is name the whole.
func within(part, whole *root) bool {
	if whole.kind == news.Person || whole.kind == news.OutletVoice || part.kind == news.OutletVoice {
		return false
	}
	name, words, n := whole.id.name, part.id.words, whole.id.whole
	if name == "" || part.key == whole.key {
		return false
	}
	for _, seat := range seatsOf[name] {
		if strings.Contains(strings.Join(words, ""), seat) {
			return true
		}
	}
	stem := strings.TrimRight(name, "aey")
	for i := 0; i+n <= len(words); i++ {
		w := strings.Join(words[i:i+n], "")
		if w == name || len(stem) >= 4 && strings.HasPrefix(w, stem) && len(w) <= len(stem)+4 {
			return true
		}
	}
	return false
}
