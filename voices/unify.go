package voices

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
)

// Report is what one article of a story says, and whom it names.
type Report struct {
	Statements []news.Statement
	Named      []news.Voice // as Within gives them
}

// Unify finds, across the reports of a story, the one voice behind its
// variants: it gives each voice of each report's statements a Key and the
// fullest name that the story prints, and names relays alike. Unnamed sources
// get a key of their own in each report. The outcome depends on the set of
// reports, not on their order.
func Unify(reports []Report) {
	u := &unifier{byName: map[string]*figure{}}
	for a := range reports {
		for i := range reports[a].Named {
			u.see(a, &reports[a].Named[i])
		}
		each(reports[a].Statements, func(v *news.Voice) { u.see(a, v) })
	}
	u.people()
	u.bodies()
	for a := range reports {
		each(reports[a].Statements, func(v *news.Voice) { u.name(a, v) })
		for i := range reports[a].Statements {
			via := reports[a].Statements[i].Via
			for k := range via {
				if f := u.relay(via[k].Name); f != nil {
					via[k].Name = f.canonical
				}
			}
		}
	}
}

// each visits every voice of some statements.
func each(statements []news.Statement, visit func(*news.Voice)) {
	for i := range statements {
		s := &statements[i]
		visit(&s.Voice)
		for k := range s.With {
			visit(&s.With[k])
		}
		for k := range s.Cites {
			visit(&s.Cites[k])
		}
	}
}

type unifier struct {
	byName map[string]*figure // kind group and name
	list   []*figure
}

func (u *unifier) see(article int, v *news.Voice) {
	g := group(v.Type)
	if g == "" || v.Name == "" {
		return
	}
	id := g + "\x00" + v.Name
	f := u.byName[id]
	if f == nil {
		f = &figure{name: v.Name, kind: v.Type, roles: map[string]bool{}, articles: map[int]int{}, variants: map[string]bool{}}
		if g == "person" {
			f.person = parsePerson(v.Name)
		} else {
			f.body = parseBody(v.Name)
			if o, ok := outlets.Default().Lookup(v.Name); ok {
				f.outlet = o.Name
			}
		}
		u.byName[id] = f
		u.list = append(u.list, f)
	}
	f.articles[article]++
	for w := range strings.FieldsSeq(fold(v.Role)) {
		if len(w) > 3 {
			f.roles[w] = true
		}
	}
	for _, o := range v.Variants {
		f.variants[o] = true
	}
}

// people clusters the names of persons: full names first, the surest pairs
// first, then names that are a surname only.
func (u *unifier) people() {
	var full, short []*figure
	for _, f := range u.list {
		switch {
		case group(f.kind) != "person":
		case len(f.person.names) > 1:
			full = append(full, f)
		default:
			short = append(short, f)
		}
	}
	byName := func(a, b *figure) int { return strings.Compare(a.name, b.name) }
	slices.SortFunc(full, byName)
	slices.SortFunc(short, byName)
	type pair struct {
		a, b  *figure
		score float64
	}
	var pairs []pair
	blocks := map[string][]*figure{}
	var keys []string
	for _, f := range full {
		for _, n := range f.person.names[1:] {
			k := skeleton(n)
			if blocks[k] == nil {
				keys = append(keys, k)
			}
			blocks[k] = append(blocks[k], f)
		}
	}
	sort.Strings(keys)
	seen := map[[2]*figure]bool{}
	for _, k := range keys {
		for i, a := range blocks[k] {
			for _, b := range blocks[k][:i] {
				if a == b || seen[[2]*figure{a, b}] || seen[[2]*figure{b, a}] {
					continue
				}
				seen[[2]*figure{a, b}] = true
				if s := onePerson(a, b); s >= .9 {
					pairs = append(pairs, pair{b, a, s})
				}
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int {
		switch {
		case x.score > y.score:
			return -1
		case x.score < y.score:
			return 1
		}
		if c := byName(x.a, y.a); c != 0 {
			return c
		}
		return byName(x.b, y.b)
	})
	// An initial that fits two people fits neither.
	fits := map[*figure]int{}
	for _, p := range pairs {
		if len(p.a.person.given()) == 1 {
			fits[p.a]++
		}
		if len(p.b.person.given()) == 1 {
			fits[p.b]++
		}
	}
	for _, p := range pairs {
		if (fits[p.a] > 1 || fits[p.b] > 1) && !compatibleFits(p.a, p.b) {
			continue
		}
		join(p.a, p.b)
	}
	bearers := map[string][]*figure{}
	for _, g := range full {
		for _, n := range g.person.names {
			k := skeleton(n)
			if l := bearers[k]; len(l) == 0 || l[len(l)-1] != g {
				bearers[k] = append(l, g)
			}
		}
	}
	alone := map[string][]*figure{}
	for _, f := range short {
		var home *figure
		clear := true
		key := skeleton(f.person.surname())
		for _, g := range bearers[key] {
			if similar(f.person.surname(), g.person.surname()) < .95 && !slices.Contains(g.person.names[:len(g.person.names)-1], f.person.surname()) {
				continue
			}
			if f.person.gender != anyGender && g.person.gender != anyGender && f.person.gender != g.person.gender {
				continue
			}
			if r := g.root(); home == nil {
				home = r
			} else if home != r {
				clear = false
			}
		}
		if home != nil && clear && apart(f, home) {
			clear = false
		}
		if home != nil && clear {
			join(home, f)
			continue
		}
		for _, g := range alone[key] {
			if g.into == nil && home == nil && similar(f.person.surname(), g.person.surname()) >= .95 && samePerson(f.person, g.person) > 0 {
				join(g, f)
				break
			}
		}
		alone[key] = append(alone[key], f)
	}
}

// bodies clusters the names of organisations, offices and outlets.
func (u *unifier) bodies() {
	var list []*figure
	for _, f := range u.list {
		if group(f.kind) == "body" {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b *figure) int { return strings.Compare(a.name, b.name) })
	blocks := map[string][]*figure{}
	for _, a := range list {
		keys := a.body.keys()
		if a.outlet != "" {
			keys = append(keys, "outlet "+a.outlet)
		}
		for _, k := range keys {
			for _, b := range blocks[k] {
				if a.body.same(b.body) >= .95 || a.outlet != "" && a.outlet == b.outlet {
					join(b, a)
				}
			}
		}
		for _, k := range keys {
			blocks[k] = append(blocks[k], a)
		}
	}
	// "the Foreign Ministry" where only one is in the story.
	tails := map[string][]*figure{}
	for _, a := range list {
		if w := a.body.words; len(w) > 0 {
			tails[w[len(w)-1]] = append(tails[w[len(w)-1]], a)
		}
	}
	for _, a := range list {
		if a.into != nil || len(a.body.words) == 0 {
			continue
		}
		var home *figure
		n := 0
		for _, b := range tails[a.body.words[len(a.body.words)-1]] {
			if b.root() == a.root() || !tailOf(a, b) {
				continue
			}
			if home == nil || home != b.root() {
				home = b.root()
				n++
			}
		}
		if n == 1 && home != a && !apart(a, home) {
			join(home, a)
		}
	}
}

// name gives a voice its key and canonical name.
func (u *unifier) name(article int, v *news.Voice) {
	g := group(v.Type)
	if v.Name == "" {
		return
	}
	if g == "" {
		v.Key = fmt.Sprintf("%s:%d:%s", v.Type, article, fold(v.Name))
		return
	}
	r := u.byName[g+"\x00"+v.Name].root()
	r.settle(g)
	if v.Name != r.canonical {
		if !slices.Contains(v.Variants, v.Name) {
			v.Variants = append(v.Variants, v.Name)
		}
		v.Variants = slices.DeleteFunc(v.Variants, func(s string) bool { return s == r.canonical })
		v.Name = r.canonical
	}
	v.Key = r.key
}

// relay is the cluster that a relay's name belongs to, nil for none.
func (u *unifier) relay(name string) *figure {
	for _, g := range []string{"person", "body"} {
		if f := u.byName[g+"\x00"+name]; f != nil {
			r := f.root()
			r.settle(g)
			return r
		}
	}
	return nil
}
