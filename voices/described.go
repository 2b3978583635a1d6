package voices

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// definite reports whether a phrase points back: "the", "this", "his".
func (r *resolver) definite(w int) bool {
	switch r.lower(w) {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their":
		return true
	}
	return false
}

// author resolves "a statement issued by the mission", "his tweet", "Adler's
// letter" to whose words they are.
func (r *resolver) author(p np, head int, statements []news.Statement, i int) (said, bool) {
	for w := head + 1; w < p.last-1; w++ {
		f := r.lower(w)
		if f != "by" && f != "from" {
			continue
		}
		return r.phrase(np{w + 1, p.last}, statements, i), true
	}
	// "a statement" whose author stands behind the source: "issued by the mission".
	for w := p.last; w < min(p.last+3, len(r.doc.Words)-1); w++ {
		if f := r.lower(w); f != "by" && f != "from" {
			if r.doc.Words[w].UPOS != english.VERB {
				break
			}
			continue
		}
		end := w + 1
		for end < len(r.doc.Words) && end < w+12 && r.doc.Words[end].UPOS != english.PUNCT && r.doc.Words[end].UPOS != english.VERB && r.sentence(end) == r.sentence(w) {
			end++
		}
		if end > w+1 {
			return r.phrase(np{w + 1, end}, statements, i), true
		}
	}
	if head > p.first {
		first, last := p.first, head
		if g, ok := pronouns[r.lower(first)]; ok && g.person == 3 {
			return r.pronoun(first, g, statements, i), true
		}
		for w := first; w < last; w++ {
			if r.possessive(w) {
				return r.phrase(np{first, w}, statements, i), true
			}
		}
	}
	// "… in a tweet that accused": of whoever spoke in the sentence.
	if k := len(r.last) - 1; k >= 0 && r.last[k].at < p.first && r.sentence(r.last[k].at) == r.sentence(p.first) && r.last[k].voice.Name != "" {
		return said{entity: r.last[k].entity, voice: r.last[k].voice, known: true}, true
	}
	return said{}, false
}

// writer finds whose "the letter" before word w is: the article has spoken of a
// letter from somebody, or of somebody's letter.
func (r *resolver) writer(w int, lemma string) (said, bool) {
	for v := w - 1; v >= max(0, w-600); v-- {
		if r.lemma(v) != lemma || r.plural(v) || r.doc.Words[v].UPOS != english.NOUN {
			continue
		}
		end := v + 1
		if end < len(r.doc.Words) && (r.lower(end) == "from" || r.lower(end) == "by" || r.lower(end) == "signed" && end+1 < len(r.doc.Words) && r.lower(end+1) == "by") {
			if r.lower(end) == "signed" {
				end++
			}
			first := end + 1
			last := first
			for last < len(r.doc.Words) && last < first+14 && r.sentence(last) == r.sentence(v) {
				if f := r.form(last); r.doc.Words[last].UPOS == english.VERB || f == "." || r.lower(last) == "to" || r.lower(last) == "that" {
					break
				}
				last++
			}
			last = r.unpunct(first, max(last, first+1))
			if first < last && last <= len(r.doc.Words) {
				return r.phrase(np{first, last}, nil, -1), true
			}
		}
		// "… said in a statement": of who said so.
		if v > 1 && lemma != "letter" && lemma != "email" && lemma != "e-mail" && (r.lower(v-1) == "a" || r.lower(v-1) == "an") && (r.lower(v-2) == "in" || r.lower(v-2) == "through" || r.lower(v-2) == "via") {
			for k := len(r.last) - 1; k >= 0; k-- {
				if t := r.last[k]; r.sentence(t.at) == r.sentence(v) && t.voice.Name != "" {
					return said{entity: t.entity, voice: t.voice, known: true}, true
				}
			}
		}
		if v > 1 && r.possessive(v-1) {
			first := v - 1
			for first > 0 && r.sentence(first-1) == r.sentence(v) && (r.doc.Words[first-1].UPOS == english.PROPN || r.doc.Words[first-1].UPOS == english.NOUN || r.doc.Words[first-1].UPOS == english.DET) {
				first--
			}
			if first < v-1 {
				return r.phrase(np{first, v - 1}, nil, -1), true
			}
		}
	}
	return said{}, false
}

// numbers are the counts that a description may open with.
var numbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "both": 2, "dozen": 12, "a": 1, "an": 1, "one": 1, "another": 1}

// described resolves a phrase with a common noun as its head.
func (r *resolver) described(p np, head int, lemma string, kind roleKind) said {
	plural := r.plural(head) || r.lower(p.first) == "every"
	definite := r.definite(p.first)
	if plural && (lemma == "leader" || lemma == "representative") {
		// "Guild leaders", "representatives of the guild": the guild speaks.
		if e := r.ledBody(p, head); e != nil {
			return r.known(e, p)
		}
	}
	bare := p.last-p.first <= 2
	owned := possessives[r.lower(p.first)] != ""
	for w := p.first + 1; w < head; w++ {
		owned = owned || r.possessive(w)
	}
	intro := ""
	if bare && definite && !plural {
		intro = r.introduced(head)
	}
	if bare && definite && lemma == "group" {
		if g, ok := r.lastGroup(p.first); ok {
			return g
		}
	}
	switch {
	case definite && !plural && (lemma == "company" || lemma == "firm" || lemma == "owner" && !owned) && r.onlyFirm() != nil:
		return r.known(r.onlyFirm(), p)
	case intro != "" && kind&personRole != 0 && !r.called(lemma):
	case (definite || owned) && !plural && kind&(personRole|spokesRole) != 0:
		if e := r.byRole(p, lemma, owned); e != nil {
			return r.known(e, p)
		}
	case intro != "" && kind&bodyRole != 0:
	case definite && !plural && kind&bodyRole != 0:
		if e := r.definiteBody(head); e != nil {
			return r.known(e, p)
		}
	case definite && !plural && kind == 0:
		// "the tech giant", "the Ohio native": a body, else a person.
		if e := r.lastBody(head); e != nil && !bare && nounSorts[lemma] != "" {
			return r.known(e, p)
		}
	}
	if definite && !plural && kind&wordsRole != 0 && !r.capital(head) {
		if v, ok := r.writer(p.first, lemma); ok {
			return v
		}
	}
	if kind == 0 && r.mute(head) {
		return unknown()
	}
	words := r.description(p, head)
	at := &r.groups
	v := news.Voice{Name: words, Type: news.Unnamed}
	switch {
	case kind&(documentRole|wordsRole) != 0 && !(kind&manyRole != 0 && plural):
		at, v.Type = &r.papers, news.Document
	case kind&bodyRole != 0 && !plural:
		v.Type = news.Organisation
	}
	if intro != "" {
		v.Name = intro
	} else if bare || definite || plural && p.last-p.first == 1 && !r.partisan(head) {
		for k := len(*at) - 1; k >= 0; k-- {
			g := (*at)[k]
			if g.head == lemma && g.plural == plural && len(g.words) > len(strings.TrimPrefix(words, "the ")) ||
				definite && plural && g.plural && wider[lemma][g.head] && r.sentence(p.first)-r.sentence(g.at) <= 6 {
				v.Name = g.words
				break
			}
		}
	} else {
		*at = append(*at, grouped{head: lemma, words: words, plural: plural, at: p.first})
	}
	if v.Type == news.Unnamed {
		v.Count = r.count(p, plural)
	}
	return said{voice: v, known: true}
}

// lastGroup is the group of unnamed people who spoke within the last three sentences.
func (r *resolver) lastGroup(w int) (said, bool) {
	for k := len(r.last) - 1; k >= 0; k-- {
		t := r.last[k]
		if t.at >= w {
			continue
		}
		many := t.voice.Type == news.Unnamed && t.voice.Count != 1
		return said{voice: t.voice, known: true}, many && r.sentence(w)-r.sentence(t.at) <= 3
	}
	return said{}, false
}

// partisan reports whether a bare plural is a name for all of a kind:
// "Republicans", "Iranians".
func (r *resolver) partisan(w int) bool {
	return r.capital(w) && int(r.doc.Sentences[r.sentence(w)].First) != w || roleKinds[r.lemma(w)]&partyRole != 0
}

// wider are plural nouns by which groups that were first called otherwise are
// spoken of again.
var wider = map[string]map[string]bool{
	"lawmaker": set("republican democrat senator representative member legislator congressman conservative liberal"),
	"member":   set("republican democrat senator representative lawmaker legislator"),
	"official": set("officer aide diplomat adviser staffer"),
	"expert":   set("scientist researcher analyst professor economist academic scholar"),
	"activist": set("protester demonstrator campaigner organizer organiser advocate"),
	"author":   set("researcher scientist"),
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// description is the phrase as a name for an unnamed source: without article
// and without what hangs behind a comma.
func (r *resolver) description(p np, head int) string {
	last := p.last
	for w := head + 1; w < last; w++ {
		if r.form(w) == "," {
			last = w
		}
	}
	// "every councillor on Thursday": the day is no part of it.
	if last-1 > head && r.of(last-1) == nil && calendar[r.lower(last-1)] {
		day := last
		for day--; day-1 > head && (r.doc.Words[day-1].UPOS == english.ADP || r.lower(day-1) == "late" || r.lower(day-1) == "early" || r.lower(day-1) == "last"); day-- {
		}
		if r.doc.Words[day-1].UPOS != english.VERB {
			last = day
		}
	}
	return r.printed(p.first, last)
}

func (r *resolver) count(p np, plural bool) int {
	f := r.lower(p.first)
	if f == "at" && p.first+2 < p.last && r.lower(p.first+1) == "least" {
		f = r.lower(p.first + 2)
	}
	if f == "the" && p.first+1 < p.last {
		f = r.lower(p.first + 1)
	}
	if n, err := strconv.Atoi(f); err == nil && n > 0 && n < 1000 {
		return n
	}
	if n, ok := numbers[f]; ok && (plural || n == 1) {
		return n
	}
	if !plural {
		return 1
	}
	return 0
}

// ledBody is the body that leaders or representatives are said to be of.
func (r *resolver) ledBody(p np, head int) *entity {
	for w := p.first; w < p.last; w++ {
		e := r.of(w)
		if e == nil || e.kind == news.Person || e.place {
			continue
		}
		if w < head || r.doc.Words[w-1].UPOS == english.ADP || w > head+1 && r.doc.Words[w-1].UPOS == english.DET {
			return e
		}
	}
	return nil
}

// called reports whether a named person is called by a noun.
func (r *resolver) called(lemma string) bool {
	for _, e := range r.all {
		if e.kind != news.Person {
			continue
		}
		for _, role := range e.roles {
			for _, h := range role.heads {
				if h == lemma {
					return true
				}
			}
		}
	}
	return false
}

// byRole is the person that "the minister", "the Ohio senator", "the former
// mayor" stands for: one who is called so, the last named before; for a
// description that no one is called by, the person last spoken of.
func (r *resolver) byRole(p np, lemma string, owned bool) *entity {
	var best *entity
	at := -1
	place, former := "", false
	for w := p.first + 1; w < p.last && r.lemma(w) != lemma; w++ {
		former = former || r.lower(w) == "former"
		_, country := metonyms[demonym(fold(r.form(w)))]
		if e := r.of(w); place == "" && r.capital(w) && (e != nil && e.place || e == nil && country) {
			place = r.form(w)
		}
	}
	for _, e := range r.all {
		if e.kind != news.Person {
			continue
		}
		called := false
		for _, role := range e.roles {
			if strings.Contains(strings.ToLower(role.words), "former") != former && !former {
				continue // "the president" is not who was president
			}
			if owned && !r.ownedAlike(p.first, role.words) {
				continue
			}
			for _, h := range role.heads {
				called = called || h == lemma
			}
		}
		if !called || best != nil && len(best.mentions) > 3*len(e.mentions) || place != "" && !r.from(e, place) {
			continue
		}
		if best != nil && len(e.mentions) > 3*len(best.mentions) {
			at = -1
		}
		last := -1
		for _, m := range e.mentions {
			if m.first < p.first {
				last = max(last, m.first)
			} else if last < 0 && best == nil && at < 0 {
				last = 0
			}
		}
		if last > at {
			best, at = e, last
		}
	}
	if best != nil || owned {
		return best
	}
	s := r.human(p.first, nounGender(lemma), nil)
	if s.entity != nil && len(s.voice.Candidates) == 0 {
		for _, m := range s.entity.mentions {
			if m.first < p.first && r.sentence(p.first)-r.sentence(m.first) <= 2 {
				return s.entity
			}
		}
	}
	return nil
}

// ownedAlike reports whether a role is told of whom "her lawyer" or "Ms. Adler's
// lawyer", the phrase from word w, is told of, as far as the words go.
func (r *resolver) ownedAlike(w int, role string) bool {
	mine := r.lower(w)
	first, _, _ := strings.Cut(strings.ToLower(role), " ")
	pronoun := possessives[first] != ""
	if possessives[mine] != "" {
		return first == mine || strings.Contains(role, "’s ") || strings.Contains(role, "'s ")
	}
	if pronoun {
		return true
	}
	for v := w; v < w+6 && v < len(r.doc.Words); v++ {
		if r.possessive(v) && v > 0 {
			return strings.Contains(role, r.form(v-1))
		}
	}
	return false
}

// from reports whether an article ties a person to a place or party: in a role, or
// right behind the name, "Mara Adler (D-Northgate)".
func (r *resolver) from(e *entity, place string) bool {
	stem := demonym(fold(place))
	for _, role := range e.roles {
		for w := range strings.FieldsSeq(role.words) {
			if demonym(fold(w)) == stem {
				return true
			}
		}
	}
	for _, m := range e.mentions {
		for w := m.last; w < min(m.last+6, len(r.doc.Words)); w++ {
			if f := fold(r.form(w)); demonym(f) == stem || strings.HasSuffix(f, " "+stem) {
				return true
			}
		}
	}
	return false
}

// nounGender is the gender that a noun for a person tells.
func nounGender(lemma string) gender {
	switch {
	case strings.HasSuffix(lemma, "woman"), lemma == "actress", lemma == "mother", lemma == "wife", lemma == "sister", lemma == "daughter", lemma == "widow", lemma == "queen":
		return feminine
	case lemma != "woman" && strings.HasSuffix(lemma, "man"), lemma == "father", lemma == "husband", lemma == "brother", lemma == "son", lemma == "king":
		return masculine
	}
	return anyGender
}
