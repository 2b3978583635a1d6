package voices

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// readRole reads what a mention calls the entity: the words before a name,
// "harbour spokesman Robert Quist", or the apposition after it.
func (c *cast) readRole(e *entity, m mention) {
	if e.kind != news.Person {
		return
	}
	for w := m.first; w < m.last-1; w++ {
		if k := roleKinds[c.lemma(w)]; k&personRole != 0 && titleAt(c.form(w)) {
			c.addRole(e, w, w+1)
		}
	}
	first := m.first
	for first > 0 && first > m.first-14 {
		w := first - 1
		word := &c.doc.Words[w]
		if c.sentence(w) != c.sentence(m.first) || c.of(w) != nil && c.of(w).kind == news.Person {
			break
		}
		if calendar[c.lower(w)] {
			break
		}
		switch word.UPOS {
		case english.NOUN, english.ADJ, english.PROPN, english.NUM:
		case english.PART, english.X:
			if !c.possessive(w) {
				goto before
			}
		case english.PUNCT:
			if f := c.form(w); f != "-" && f != "." && f != "’" {
				goto before
			}
		case english.ADP:
			// "deputy commander of the northern fleet Mara Adler"
			if c.lower(w) != "of" || w < 1 || roleKinds[c.lemma(w-1)]&personRole == 0 {
				goto before
			}
		case english.DET:
			if w < 1 || c.lower(w-1) != "of" {
				goto before
			}
		default:
			goto before
		}
		first = w
	}
before:
	if first < m.first {
		c.addRole(e, first, m.first)
	} else if last := m.first - 1; last > 1 && c.form(last) == "," && c.doc.Words[last-1].UPOS == english.NOUN {
		// "her lawyer, Mara Adler,"
		for first = last; first > 0 && first > last-8 && (c.doc.Words[first-1].UPOS == english.NOUN || c.doc.Words[first-1].UPOS == english.ADJ || c.doc.Words[first-1].UPOS == english.PROPN || c.possessive(first-1)); first-- {
		}
		if first > 0 && c.sentence(first-1) == c.sentence(m.first) && (c.doc.Words[first-1].UPOS == english.DET || c.doc.Words[first-1].UPOS == english.PRON) {
			if l := c.lower(first - 1); l == "the" || l == "his" || l == "her" || l == "its" || l == "their" {
				c.addRole(e, first-1, last)
			}
		}
	}
	w := m.last
	if w+1 >= len(c.doc.Words) || c.form(w) != "," {
		return
	}
	w++
	start := w
	for w < len(c.doc.Words) && w < start+14 {
		f := c.form(w)
		if f == "," || f == "." || f == ";" || f == "—" || f == "”" || f == "\"" || c.doc.Words[w].UPOS == english.VERB {
			break
		}
		w++
	}
	switch c.doc.Words[start].UPOS {
	case english.DET, english.NOUN, english.PRON, english.ADJ, english.PROPN, english.NUM:
		c.addRole(e, start, w)
	}
}

// calendar are the words of dates that may stand before a role: "on Monday
// spokeswoman Mara Adler said".
var calendar = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "april": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"today": true, "yesterday": true, "week": true, "month": true, "year": true, "morning": true, "afternoon": true, "evening": true, "night": true}

// titleAt reports whether a printed word is a title.
func titleAt(form string) bool {
	_, ok := titles[fold(form)]
	return ok
}

// addRole keeps the words [first, last) as a role if they hold a noun that
// names what a person is.
func (c *cast) addRole(e *entity, first, last int) {
	var heads []string
	for w := first; w < last; w++ {
		if c.doc.Words[w].UPOS == english.ADP && len(heads) > 0 {
			break
		}
		if k := roleKinds[c.lemma(w)]; k&(personRole|spokesRole) != 0 {
			heads = append(heads, c.lemma(w))
		} else if t := fold(c.form(w)); titleRoles[t] != "" {
			heads = append(heads, titleRoles[t])
		}
	}
	if len(heads) == 0 {
		return
	}
	words := strings.Join(strings.Fields(c.span(first, last).In(c.text)), " ")
	for _, lead := range []string{"a ", "an ", "the ", "A ", "An ", "The "} {
		words = strings.TrimPrefix(words, lead)
	}
	e.roles = append(e.roles, role{words: words, heads: heads, at: first})
}

// titleRoles are the short titles that stand for a role.
var titleRoles = map[string]string{"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general",

	"col": "colonel", "lt": "lieutenant", "capt": "captain", "maj": "major", "adm": "admiral", "sgt": "sergeant", "prof": "professor", "dr": "doctor"}

// spreadGender lets roles tell the gender where the name does not.
func (c *cast) spreadGender() {
	for _, e := range c.all {
		if e.kind != news.Person || e.gender != anyGender {
			continue
		}
		if e.person.gender != anyGender {
			e.gender = e.person.gender
			continue
		}
		for _, r := range e.roles {
			for _, h := range r.heads {
				if g := nounGender(h); g != anyGender {
					e.gender = g
				}
			}
		}
	}
}
