package claims

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// mentions are the words of a stretch, read so far, that a pronoun may stand
// for.
type mentions struct {
	people, things, groups []int32
}

// dangling reports whether a pronoun of the stretch stands for nothing that
// the stretch names before it.
func (x *stretch) dangling() bool {
	var m mentions
	genders := english.Feats(0)
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		lemma := strings.ToLower(w.Lemma)
		switch w.UPOS {
		case english.PROPN:
			switch {
			case w.Deprel.Base() == english.RelFlat || w.Deprel == english.RelNmodDesc || w.Deprel.Base() == english.RelCompound && !x.owned(i) || ofTime[lemma] || calendar[lemma]:
			case x.person(i):
				m.people = append(m.people, i)
			default:
				m.things, m.groups = append(m.things, i), append(m.groups, i)
			}
		case english.NOUN:
			if ofTime[lemma] || !x.argument(i) {
				continue
			}
			switch {
			case w.Feats.Has(english.Plural):
				m.groups = append(m.groups, i)
			case human(lemma):
				m.people = append(m.people, i)
			default:
				m.things = append(m.things, i)
				if collective[lemma] {
					m.groups = append(m.groups, i)
				}
			}
			if w.Deprel.Base() == english.RelConj {
				m.groups = append(m.groups, i)
			}
		case english.PRON, english.DET:
			switch lemma {
			case "it", "its", "itself":
				if !x.empty(i) && !x.stands(i, m.things) {
					return true
				}
			case "he", "him", "his", "himself", "she", "her", "hers", "herself":
				genders |= w.Feats & (english.Masculine | english.Feminine)
				if !x.stands(i, m.people) {
					return true
				}
			case "they", "them", "their", "theirs", "themselves":
				if !x.stands(i, m.groups) && !x.stands(i, m.people) {
					return true
				}
			case "this", "these", "those":
				if w.UPOS == english.PRON && !x.told(i) {
					return true
				}
			}
		}
	}
	return genders == english.Masculine|english.Feminine && len(m.people) < 2
}

// stands reports whether a pronoun may stand for one of some words: one that
// is not the subject of the pronoun's own clause, as in "asked it to stop".
func (x *stretch) stands(pronoun int32, words []int32) bool {
	if x.awaits(pronoun) {
		return true
	}
	w := &x.d.Words[pronoun]
	if !object(w) || w.Head < 0 {
		return len(words) > 0
	}
	taken := x.subjects(w.Head, w.Feats.Has(english.Neuter))
	return slices.ContainsFunc(words, func(m int32) bool { return !slices.Contains(taken, m) })
}

// subjects are what does a verb: its own subject, else whom the verb that it
// hangs on names or what does that one ("asked the council to stop"). With all,
// both: in "Halvern asked Orsel to stop it", it is neither.
func (x *stretch) subjects(verb int32, all bool) []int32 {
	var out []int32
	for {
		for i := x.first; i < x.last; i++ {
			w := &x.d.Words[i]
			if w.Head != verb {
				continue
			}
			switch w.Deprel.Base() {
			case english.RelNsubj:
				out = append(out, i)
			case english.RelObj, english.RelIobj:
				if w.UPOS != english.PRON {
					out = append([]int32{i}, out...)
				}
			}
		}
		if w := &x.d.Words[verb]; len(out) > 0 || w.Deprel.Base() != english.RelXcomp || w.Head < x.first || w.Head >= x.last {
			break
		}
		verb = x.d.Words[verb].Head
	}
	if !all && len(out) > 1 {
		return out[:1]
	}
	return out
}

// awaits reports whether a pronoun comes before the subject that it stands
// for: "In her speech, the mayor …".
func (x *stretch) awaits(pronoun int32) bool {
	w := &x.d.Words[pronoun]
	if w.Deprel.Base() != english.RelNmod || w.Head < 0 {
		return false
	}
	head := x.d.Words[w.Head].Head
	for i := pronoun + 1; i < x.last; i++ {
		if s := &x.d.Words[i]; i != w.Head && s.Deprel.Base() == english.RelNsubj && s.Head == head && (s.UPOS == english.NOUN || s.UPOS == english.PROPN) {
			return true
		}
	}
	return false
}

// empty reports whether "it" stands for what the sentence goes on to say: "it
// is hard to tell".
func (x *stretch) empty(it int32) bool {
	w := &x.d.Words[it]
	if w.Deprel.Base() == english.RelExpl {
		return true
	}
	for i := it + 1; i < x.last && w.Head >= 0; i++ {
		o := &x.d.Words[i]
		if o.Head != w.Head {
			continue
		}
		switch o.Deprel.Base() {
		case english.RelCsubj, english.RelExpl:
			return true
		case english.RelCcomp, english.RelXcomp:
			if x.d.Words[w.Head].UPOS == english.ADJ || seeming[strings.ToLower(x.d.Words[w.Head].Lemma)] {
				return true
			}
		}
	}
	return false
}

var seeming = setOf("seem appear take happen turn rain snow")

// told reports whether something in the stretch tells which "those" are meant.
func (x *stretch) told(pronoun int32) bool {
	for i := pronoun + 1; i < x.last; i++ {
		if w := &x.d.Words[i]; w.Head == pronoun {
			switch w.Deprel.Base() {
			case english.RelAcl, english.RelNmod, english.RelAmod, english.RelAdvmod:
				return true
			}
		}
	}
	return false
}

// owned reports whether something is said to be a word's: "Brennick's".
func (x *stretch) owned(i int32) bool {
	return x.d.Words[i].Deprel == english.RelNmodPoss
}

// argument reports whether a noun is subject or object: what a sentence goes on
// to speak of.
func (x *stretch) argument(noun int32) bool {
	switch x.d.Words[noun].Deprel.Base() {
	case english.RelNsubj, english.RelObj, english.RelIobj, english.RelConj:
		return true
	}
	return x.d.Words[noun].Deprel == english.RelNmodPoss || x.d.Words[noun].Deprel == english.RelOblAgent
}

// object reports whether a pronoun is one, and so not what the subject is.
func object(w *english.Word) bool {
	switch w.Deprel.Base() {
	case english.RelObj, english.RelIobj:
		return true
	}
	return false
}

// collective nouns are one thing or many people.
var collective = setOf("police government council team group company committee family party army crowd staff board union crew jury public court ministry")

var calendar = setOf("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december sept dec nov oct jan feb aug mon tue wed thu fri sat sun")

// person reports whether a word is part of a person's name: there, elsewhere in
// the report, or by the title before it.
func (x *stretch) person(i int32) bool {
	names := x.d.Names
	k := sort.Search(len(names), func(k int) bool { return names[k].Last > i })
	if k < len(names) && names[k].First <= i && names[k].Type == english.PersonName {
		return true
	}
	if i > 0 && titles[strings.ToLower(strings.TrimSuffix(x.d.Words[i-1].In(x.d.Text), "."))] {
		return true
	}
	for k := range names {
		if names[k].Type == english.PersonName && x.d.Words[names[k].Last-1].In(x.d.Text) == x.d.Words[i].In(x.d.Text) {
			return true
		}
	}
	return false
}

var titles = setOf("mr mrs ms miss dr sen rep gov sir lady lord judge justice")

// humans are nouns for people that their endings do not tell.
var humans = setOf("man woman men women person teen chief head judge mother father son daughter wife husband brother sister boy girl victim aide guard pilot coach king queen prince friend colleague boss mayor deputy witness suspect nurse star captain general secretary attorney neighbour neighbor")

// human reports whether a noun is one for a person.
func human(lemma string) bool {
	if humans[lemma] {
		return true
	}
	for _, end := range []string{"er", "or", "ist", "man", "woman", "ian", "ant", "ent", "ee", "person"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+2 {
			return !strings.HasSuffix(lemma, "ment")
		}
	}
	return false
}
