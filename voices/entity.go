package voices

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// entity is someone or something that an article names, with all that it says
// of it.
type entity struct {
	kind     news.VoiceType
	place    bool     // named as a place, at least once
	firm     bool     // a company, as the words behind its name show
	forms    []string // as printed, titles dropped, in order of appearance, no repeats
	person   personName
	gender   gender
	roles    []role
	mentions []mention
	counts   map[string]int // form -> how often printed
	bodies   []bodyName     // forms taken apart, for all but persons
}

// role is what an entity is said to be: "council spokesman".
type role struct {
	words string // as printed
	heads []string
	at    int // word
}

// mention is one place where an entity is named.
type mention struct {
	first, last int
	subject     bool // of its clause
	owner       bool // "Adler's"
}

// name is the fullest printed form.
func (e *entity) name() string {
	best := ""
	for _, f := range e.forms {
		if fuller(f, best) && !e.swollen(f) {
			best = f
		}
	}
	return best
}

// swollen reports whether a form has grown by words around it that are no
// part of the name: a form inside it stands at least twice as often.
func (e *entity) swollen(form string) bool {
	for _, f := range e.forms {
		if f != form && strings.Contains(f, " ") && strings.Contains(form, f) && e.counts[f] >= 2*e.counts[form] {
			return true
		}
	}
	return false
}

// fuller reports whether a is a fuller form of a name than b.
func fuller(a, b string) bool {
	x, y := len(strings.Fields(a)), len(strings.Fields(b))
	if x != y {
		return x > y
	}
	return len(fold(a)) > len(fold(b))
}

func (e *entity) addForm(form string) {
	if e.counts == nil {
		e.counts = map[string]int{}
	}
	e.counts[form]++
	if form != "" && !slices.Contains(e.forms, form) {
		e.forms = append(e.forms, form)
		if e.kind != news.Person {
			e.bodies = append(e.bodies, parseBody(form))
		}
	}
}

// keys are what a person may be found by: the sound of each part of the name.
func (p personName) keys() []string {
	var out []string
	for _, n := range p.names {
		out = append(out, "person "+skeleton(n))
	}
	return out
}

// keys are what an organisation may be found by.
func (b bodyName) keys() []string {
	if len(b.words) == 0 {
		return nil
	}
	out := []string{"body " + b.key, fmt.Sprintf("body %d %s", len(b.words), skeleton(b.words[0]))}
	if len(b.words) == 1 {
		return append(out, "initials "+b.words[0])
	}
	return append(out, "initials "+b.initials)
}

// untitled drops the titles before a printed name.
func untitled(form string) string {
	words := strings.Fields(form)
	for len(words) > 1 {
		lower := make([]string, len(words))
		for i, w := range words {
			lower[i] = fold(w)
		}
		n, _ := titleWords(lower)
		if n == 0 {
			break
		}
		words = words[n:]
	}
	return strings.Join(words, " ")
}
