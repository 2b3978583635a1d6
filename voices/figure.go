package voices

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

// figure is one name as the articles of a story print it, and the cluster
// that it ends up in.
type figure struct {
	name      string
	kind      news.VoiceType
	person    personName
	body      bodyName
	outlet    string          // name in the table of outlets
	roles     map[string]bool // folded words of roles
	articles  map[int]int     // article -> how often
	variants  map[string]bool
	into      *figure
	members   []*figure
	canonical string
	key       string
}

func (f *figure) root() *figure {
	for f.into != nil {
		f = f.into
	}
	return f
}

// group is the name space of a voice: people, and all else that has a name.
func group(t news.VoiceType) string {
	switch t {
	case news.Person:
		return "person"
	case news.Organisation, news.Office, news.OutletVoice:
		return "body"
	}
	return ""
}

// compatibleFits keeps an initial that fits several names only if those are
// spellings of each other; the surest pair is joined first, so a second
// that is not of the same cluster is refused.
func compatibleFits(a, b *figure) bool {
	for _, m := range [2]*figure{a, b} {
		if len(m.person.given()) != 1 {
			continue
		}
		o := a
		if m == a {
			o = b
		}
		for _, x := range o.root().all() {
			if len(x.person.given()) > 1 && sameGiven(x.person.given(), o.person.given()) == 0 {
				return false
			}
		}
	}
	return a.sharesRole(b)
}

func (f *figure) all() []*figure { return append([]*figure{f}, f.members...) }

func (f *figure) sharesRole(g *figure) bool {
	for w := range f.roles {
		if g.roles[w] {
			return true
		}
	}
	return false
}

// onePerson scores two full names as one person, with what the articles say
// of them.
func onePerson(a, b *figure) float64 {
	s := samePerson(a.person, b.person)
	if s == 0 {
		return 0
	}
	exact := a.person.surname() == b.person.surname()
	if apart(a, b) && !(exact && s > .98) {
		return 0
	}
	if a.sharesRole(b) {
		s += .05
	} else if !exact && len(a.roles) > 0 && len(b.roles) > 0 {
		s -= .04
	}
	return s
}

// apart reports whether some article prints both names: what an article
// itself keeps apart is two.
func apart(a, b *figure) bool {
	for _, x := range a.root().all() {
		for _, y := range b.root().all() {
			for k := range x.articles {
				if y.articles[k] > 0 {
					return true
				}
			}
		}
	}
	return false
}

// join makes two clusters one, unless members of them clash.
func join(a, b *figure) {
	x, y := a.root(), b.root()
	if x == y {
		return
	}
	for _, m := range x.all() {
		for _, n := range y.all() {
			if len(m.person.names) > 1 && len(n.person.names) > 1 && samePerson(m.person, n.person) == 0 {
				return
			}
		}
	}
	x.members = append(x.members, y.all()...)
	y.members = nil
	y.into = x
}

// tailOf reports whether short is long without the place before it:
// "State Department", "U.S. State Department"; or an outlet's last word.
func tailOf(short, long *figure) bool {
	x, y := short.body.words, long.body.words
	if len(x) == 0 || len(x) >= len(y) || !slices.Equal(x, y[len(y)-len(x):]) {
		return false
	}
	if long.outlet != "" {
		return len(x) == 1 || len(y)-len(x) == 1
	}
	_, place := metonyms[demonym(strings.Join(y[:len(y)-len(x)], " "))]
	return place && len(x) > 1
}

// settle chooses a cluster's canonical name: the fullest, then the one in
// most articles.
func (f *figure) settle(g string) {
	if f.canonical != "" {
		return
	}
	best := f
	for _, m := range f.members {
		if !f.swollen(m) && (m.better(best) || f.swollen(best)) {
			best = m
		}
	}
	f.canonical = best.name
	f.key = g + ":" + fold(best.name)
	if g == "body" {
		f.key = g + ":" + best.body.key
	}
}

// swollen reports whether the name of a member has grown by words that are no
// part of it: more articles print a full name that it holds.
func (f *figure) swollen(m *figure) bool {
	for _, o := range f.all() {
		if o != m && strings.Contains(o.name, " ") && strings.Contains(m.name, o.name) && len(o.articles) > len(m.articles) {
			return true
		}
	}
	return false
}

func (f *figure) better(o *figure) bool {
	x, y := len(f.person.names), len(o.person.names)
	if group(f.kind) == "body" {
		x, y = len(f.body.words), len(o.body.words)
	}
	if x != y {
		return x > y
	}
	if len(f.articles) != len(o.articles) {
		return len(f.articles) > len(o.articles)
	}
	if l, m := len(fold(f.name)), len(fold(o.name)); l != m {
		return l > m
	}
	return f.name < o.name
}
