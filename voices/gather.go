package voices

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// cast is everyone and everything that an article names.
type cast struct {
	*reader
	all    []*entity
	byWord []int32          // word -> entity index + 1, 0 for none
	index  map[string][]int // keys of names -> entities that may be meant
}

// enter makes an entity findable under some keys.
func (c *cast) enter(at int, keys []string) {
	for _, k := range keys {
		if list := c.index[k]; len(list) == 0 || list[len(list)-1] != at {
			c.index[k] = append(list, at)
		}
	}
}

// candidates are the entities under any of the keys, in order, no repeats.
func (c *cast) candidates(keys []string) []int {
	var out []int
	for _, k := range keys {
		out = append(out, c.index[k]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// gather collects the names of an article. Full names come first so that a
// surname finds its bearer wherever it stands.
func gather(r *reader) *cast {
	c := &cast{reader: r, byWord: make([]int32, len(r.doc.Words)), index: map[string][]int{}}
	full, firms := map[int]bool{}, c.firms()
	for pass := range 3 {
		for i, n := range r.doc.Names {
			if n.First >= n.Last || int(n.Last) > len(r.doc.Words) {
				continue
			}
			form := c.printed(int(n.First), int(n.Last))
			long := len(parsePerson(form).names) > 1
			heading := c.heading(int(n.First))
			if full[i] || pass < 2 && !long || pass == 0 && heading {
				continue
			}
			full[i] = true
			switch {
			case n.Type != english.PlaceName && firms[fold(form)]:
				n.Type = english.OrganisationName
				c.body(n, form)
				if e := c.of(int(n.First)); e != nil {
					e.firm = true
				}
			case n.Type == english.PersonName && heading && long && c.inside(n, form):
			case n.Type == english.PersonName:
				c.person(n, form)
			case !long && c.bearer(n, form):
			default:
				c.body(n, form)
			}
		}
	}
	c.missed()
	c.spelledOut()
	c.lowerBodies()
	for _, e := range c.all {
		slices.SortFunc(e.mentions, func(a, b mention) int { return a.first - b.first })
		for _, m := range e.mentions {
			c.readRole(e, m)
		}
	}
	c.spreadGender()
	return c
}

// heading reports whether word w stands in a line that is capitalised
// throughout, where a name does not tell itself from the words around it.
func (c *cast) heading(w int) bool {
	s := c.doc.Sentences[c.sentence(w)]
	words, capitals := 0, 0
	for v := int(s.First); v < int(s.Last); v++ {
		if len(c.form(v)) < 4 || c.doc.Words[v].UPOS == english.PUNCT {
			continue
		}
		words++
		if c.capital(v) {
			capitals++
		}
	}
	return words > 3 && 5*capitals >= 4*words
}

// inside takes a name from a heading for the person whose full name it holds.
func (c *cast) inside(n english.Name, form string) bool {
	for i, e := range c.all {
		if e.kind != news.Person || len(e.person.names) < 2 {
			continue
		}
		for _, f := range e.forms {
			if strings.Contains(f, " ") && strings.Contains(form, f) {
				c.mark(i, n)
				return true
			}
		}
	}
	return false
}

// printed is the text of the words with white space made plain and a
// possessive ending dropped.
func (c *cast) printed(first, last int) string {
	return strings.Join(strings.Fields(strip(c.span(first, last).In(c.text))), " ")
}

func (c *cast) person(n english.Name, form string) {
	n, form = c.unbodied(n, form)
	n, form = c.unofficed(n, form)
	n, form = c.unrepeated(n, form)
	p := parsePerson(form)
	if len(p.names) == 0 {
		return
	}
	if p.gender == anyGender && n.First > 0 {
		if t := titles[fold(c.form(int(n.First)-1))]; t != anyGender {
			p.gender = t
		}
	}
	best, at := 0.0, -1
	for _, i := range c.candidates(p.keys()) {
		e := c.all[i]
		if e.kind != news.Person {
			continue
		}
		s := samePerson(p, e.person)
		if s < .9 {
			continue
		}
		// Of two bearers of a surname the one named last before is meant, unless
		// the article is far more about the other.
		if len(p.names) == 1 {
			s += 1e-2 * float64(len(e.mentions)/4)
			for _, m := range e.mentions {
				if m.first < int(n.First) {
					s += float64(1e-6 * float64(m.first))
				}
			}
		}
		if s > best {
			best, at = s, i
		}
	}
	if at < 0 {
		at = len(c.all)
		c.all = append(c.all, &entity{kind: news.Person, person: p, gender: p.gender})
	}
	e := c.all[at]
	if len(p.names) > len(e.person.names) {
		g := e.person.gender
		e.person = p
		if e.person.gender == anyGender {
			e.person.gender = g
		}
	}
	if e.gender == anyGender {
		e.gender = p.gender
	}
	e.addForm(untitled(form))
	c.enter(at, p.keys())
	c.mark(at, n)
}

// unbodied cuts a body off the front of a person's name, where the name finder
// took both for one: "Harbour Headquarters Mara Adler".
func (c *cast) unbodied(n english.Name, form string) (english.Name, string) {
	for w := int(n.Last) - 3; w > int(n.First); w-- {
		l := strings.ToLower(c.form(w))
		if roleKinds[l]&bodyRole == 0 && l != "headquarters" && l != "corps" && l != "command" || officeWords[l] && l != "ministry" && l != "department" {
			continue
		}
		n.First = int32(w + 1)
		return n, c.printed(w+1, int(n.Last))
	}
	return n, form
}

// unofficed cuts the end of a title off the front of a name: "Secretary of
// [State Adler]".
func (c *cast) unofficed(n english.Name, form string) (english.Name, string) {
	if w := int(n.First); n.Last-n.First > 1 && w > 1 && c.lower(w-1) == "of" && titleAt(c.form(w-2)) && departments[c.lower(w)] {
		n.First++
		return n, c.printed(w+1, int(n.Last))
	}
	return n, form
}

// unrepeated cuts a name where it begins again, as where a link's text runs into
// it: "Mara Adler Mara Jane AdlerMore".
func (c *cast) unrepeated(n english.Name, form string) (english.Name, string) {
	for w := int(n.First) + 1; w < int(n.Last); w++ {
		for v := int(n.First); v < w; v++ {
			a, b := c.form(v), c.form(w)
			if len(a) > 3 && (a == b || strings.HasPrefix(b, a) && strings.ToLower(b[len(a):]) != b[len(a):]) {
				n.Last = int32(max(v+1, min(w, int(n.First)+2)))
				if v == int(n.First) && a != b {
					n.Last = int32(v + 1)
				}
				return n, c.printed(int(n.First), int(n.Last))
			}
		}
	}
	return n, form
}

// departments are what secretaries and ministers are of.
var departments = map[string]bool{"state": true, "defense": true, "defence": true, "health": true, "education": true, "commerce": true, "energy": true, "labor": true, "labour": true,
	"finance": true, "justice": true, "interior": true, "agriculture": true, "transport": true, "transportation": true, "war": true, "treasury": true}

// bearer finds the person of whom a single word that was not taken for a
// person is the surname.
func (c *cast) bearer(n english.Name, form string) bool {
	e := c.bearerOf(form)
	if e == nil {
		return false
	}
	e.addForm(form)
	c.mark(slices.Index(c.all, e), n)
	return true
}

// bearerOf is the person named in full of whom a single word is the surname,
// nil for none.
func (c *cast) bearerOf(form string) *entity {
	key := fold(untitled(form))
	if _, place := metonyms[key]; place || strings.Contains(key, " ") {
		return nil
	}
	for _, i := range c.candidates([]string{"person " + skeleton(key)}) {
		if e := c.all[i]; e.kind == news.Person && len(e.person.names) > 1 && e.person.surname() == key {
			return e
		}
	}
	return nil
}

// find is the index of the last entity that is no person and may be called
// form, -1 for none.
func (c *cast) find(form string) int {
	b := parseBody(form)
	list := c.candidates(b.keys())
	for k := len(list) - 1; k >= 0; k-- {
		for _, x := range c.all[list[k]].bodies {
			if x.same(b) >= .95 {
				return list[k]
			}
		}
	}
	return -1
}

func (c *cast) body(n english.Name, form string) {
	words := bodyWords(form)
	if len(words) == 0 {
		return
	}
	at := c.find(form)
	if at < 0 {
		at = len(c.all)
		c.all = append(c.all, &entity{kind: bodyType(form, n.Type)})
	}
	c.all[at].addForm(form)
	c.enter(at, parseBody(form).keys())
	c.all[at].place = c.all[at].place || n.Type == english.PlaceName
	c.mark(at, n)
}

// missed collects persons that the name finder left out: a known given name
// and a capitalised word after it, outside of any name.
func (c *cast) missed() {
	for w := 0; w+1 < len(c.doc.Words); w++ {
		if c.byWord[w] != 0 || c.byWord[w+1] != 0 || !c.capital(w) || c.doc.Words[w].UPOS != english.PROPN || c.doc.Words[w+1].UPOS != english.PROPN || !c.capital(w+1) {
			continue
		}
		if _, ok := genders[fold(c.form(w))]; !ok || len(c.form(w)) < 3 {
			continue
		}
		last := w + 2
		if last < len(c.doc.Words) && c.byWord[last] == 0 && c.doc.Words[last].UPOS == english.PROPN && c.capital(last) {
			last++
		}
		n := english.Name{First: int32(w), Last: int32(last), Type: english.PersonName}
		c.person(n, c.printed(w, last))
		w = last - 1
	}
}

// spelledOut gives abbreviations the names that brackets beside them spell out:
// "HPB (Harbour Pilots Board)", "Harbour Pilots Board (HPB)".
func (c *cast) spelledOut() {
	for w := 1; w+2 < len(c.doc.Words); w++ {
		if c.form(w) != "(" {
			continue
		}
		end := w + 1
		for end < min(w+9, len(c.doc.Words)) && c.form(end) != ")" {
			end++
		}
		if end >= len(c.doc.Words) || c.form(end) != ")" {
			continue
		}
		first := w
		for first > 0 && first > w-8 && (c.capital(first-1) || small[c.lower(first-1)]) && c.sentence(first-1) == c.sentence(w) {
			first--
		}
		long, short := np{w + 1, end}, np{w - 1, w}
		if end == w+2 {
			long, short = np{first, w}, np{w + 1, end}
		}
		abbreviation := c.form(short.first)
		if len(abbreviation) < 3 || strings.ToUpper(abbreviation) != abbreviation {
			continue
		}
		for long.last-long.first > 1 && acronym(strings.Fields(fold(c.printed(long.first, long.last)))) != fold(abbreviation) {
			long.first++
			if end != w+2 {
				long.first = long.last
			}
		}
		if long.last-long.first < 2 {
			continue
		}
		form := c.printed(long.first, long.last)
		at := c.find(abbreviation)
		if at < 0 {
			at = c.find(form)
		}
		if at < 0 {
			at = len(c.all)
			c.all = append(c.all, &entity{kind: bodyType(form, english.OrganisationName)})
		}
		if c.all[at].kind == news.Person {
			continue
		}
		for _, name := range []string{form, abbreviation} {
			c.all[at].addForm(name)
			c.enter(at, parseBody(name).keys())
		}
	}
}

// lowerBodies collects bodies that are named by what they are and whose:
// "Ukraine’s foreign ministry", "the Saudi government".
func (c *cast) lowerBodies() {
	for w := range c.doc.Words {
		if c.doc.Words[w].UPOS != english.NOUN || c.byWord[w] != 0 || c.capital(w) || roleKinds[c.lemma(w)]&bodyRole == 0 || roleKinds[c.lemma(w)]&documentRole != 0 {
			continue
		}
		first, owner := w, false
		for first > 0 && first > w-7 {
			v := first - 1
			word := &c.doc.Words[v]
			if word.UPOS != english.NOUN && word.UPOS != english.ADJ && word.UPOS != english.PROPN && !c.possessive(v) || c.of(v) != nil && c.of(v).kind == news.Person && (v != w-1 || c.lemma(w) != "administration" && c.lemma(w) != "campaign") {
				break
			}
			first = v
			owner = owner || c.capital(v)
		}
		for first < w && !c.capital(first) {
			first++
		}
		if !owner || first == w || c.sentence(first) != c.sentence(w) || int(c.doc.Sentences[c.sentence(w)].First) == first && c.of(first) == nil {
			continue
		}
		last := w + 1
		if c.lemma(w) == "mission" && last+1 < len(c.doc.Words) && c.lower(last) == "to" {
			// "the Iranian mission to the United Nations"
			end := last + 1
			for end < len(c.doc.Words) && (c.doc.Words[end].UPOS == english.DET || c.doc.Words[end].UPOS == english.PROPN) {
				end++
			}
			if c.capital(end - 1) {
				last = end
			}
		}
		form := c.printed(first, last)
		if at := c.shortened(first, w); at >= 0 {
			c.mark(at, english.Name{First: int32(first), Last: int32(w + 1)})
			continue
		}
		at := c.find(form)
		if at < 0 {
			at = len(c.all)
			c.all = append(c.all, &entity{kind: bodyType(form, english.OrganisationName)})
		}
		c.all[at].addForm(form)
		c.enter(at, parseBody(form).keys())
		c.mark(at, english.Name{First: int32(first), Last: int32(w + 1)})
	}
}

// shortened is the body of whose name a phrase such as "the Northgate group",
// with its noun at word w, has only the beginning: the "Northgate Pilots
// Coalition"; -1 for none or several.
func (c *cast) shortened(first, w int) int {
	if nounSorts[c.lemma(w)] == "" || nounSorts[c.lemma(w)] == "government" {
		return -1
	}
	begin := bodyWords(c.printed(first, w))
	found := -1
	for i, e := range c.all {
		if e.kind == news.Person || e.kind == news.OutletVoice || e.place || unlike(c.lemma(w), e) {
			continue
		}
		for _, f := range e.forms {
			if words := bodyWords(f); len(words) > len(begin)+1 && slices.Equal(words[:len(begin)], begin) {
				if found >= 0 && found != i {
					return -1
				}
				found = i
			}
		}
	}
	return found
}

func (c *cast) mark(at int, n english.Name) {
	first, last := int(n.First), int(n.Last)
	m := mention{first: first, last: last}
	h := c.head(first, last)
	switch c.doc.Words[h].Deprel.String() {
	case "nsubj", "nsubj:pass", "nsubj:outer":
		m.subject = true
	case "flat", "appos", "compound":
		if g := int(c.doc.Words[h].Head); g >= 0 {
			m.subject = strings.HasPrefix(c.doc.Words[g].Deprel.String(), "nsubj")
		}
	}
	m.owner = last < len(c.doc.Words) && c.possessive(last) || c.possessive(last-1) && last-first > 1
	c.all[at].mentions = append(c.all[at].mentions, m)
	for w := first; w < last; w++ {
		c.byWord[w] = int32(at) + 1
	}
}

// of is the entity that word w names, nil for none.
func (c *cast) of(w int) *entity {
	if i := c.byWord[w]; i > 0 {
		return c.all[i-1]
	}
	return nil
}
