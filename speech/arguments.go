package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// telling is a verb of telling with its arguments, as far as the parse or the
// order of the words shows them. A word is -1 where there is none.
type telling struct {
	stanceReader
	verb        int
	lemma       string
	first, last int // the words [first, last) that it is looked at within

	subject int
	above   int // the verb that it shares its subject with: "refused to acknowledge"
	agent   int // whom a passive is by
	speaker int // the subject, else the agent
	object  int // of a passive the subject, of a relative clause the noun
	clause  int // head of the complement
	that    int // where a clause begins that the parse ties elsewhere, 0 for none
	as      bool
}

// telling reads the arguments that the parse gives to the verb at w.
func (r stanceReader) telling(w, first, last int) *telling {
	t := &telling{stanceReader: r, verb: w, lemma: lemmaOf(r.doc, w), first: first, last: last,
		subject: -1, above: -1, agent: -1, speaker: -1, object: -1, clause: -1}
	for v := max(first, w-30); v < min(last, w+40); v++ {
		if int(r.doc.Words[v].Head) != w {
			continue
		}
		switch rel := r.doc.Words[v].Deprel.String(); rel {
		case "nsubj":
			t.subject = v
		case "ccomp", "xcomp", "parataxis":
			if t.clause < 0 && (v > w || rel == "ccomp") {
				t.clause = v
			}
		case "obj", "nsubj:pass":
			t.object = v
		case "obl:agent":
			t.agent = v
		case "obl":
			if r.governor(v) == "by" {
				t.agent = v
			}
		case "mark":
			t.as = t.as || lowerOf(r.doc, v) == "as"
		}
	}
	if h := int(r.doc.Words[w].Head); h >= 0 && strings.HasPrefix(r.doc.Words[w].Deprel.String(), "acl") {
		if t.subject < 0 || t.object < 0 && t.clause < 0 && r.relayed(h, t.subject) {
			t.object = h // "a claim made by Adler", "a claim that Adler denied"
		}
	}
	return t
}

// within reports whether there is a word w and the verb reaches to it.
func (t *telling) within(w int) bool { return w >= t.first && w < t.last }

// findSubject looks for the subject that the parse gives to another verb. It
// reports false if the verb is what somebody else is to do.
func (t *telling) findSubject(outer int) bool {
	if t.subject < 0 {
		t.subject = t.strandedSubject(t.verb, t.first)
	}
	if t.subject >= 0 || t.agent >= 0 {
		return true
	}
	if t.doc.Words[t.verb].Deprel.String() == "xcomp" && !t.findControl() {
		return false
	}
	if t.subject < 0 {
		switch t.lemma {
		case "suggest", "note", "explain", "add":
			t.subject = t.sharedSubject(t.verb, t.first)
		default:
			if surely[t.lemma] || outer < 0 && t.takesUp(t.verb) {
				t.subject = t.sharedSubject(t.verb, t.first)
			}
		}
	}
	return true
}

// findControl takes the subject of the verb above: "continue to believe". It
// reports false if that has an object, whose deed this is: "expects us to
// believe".
func (t *telling) findControl() bool {
	above := int(t.doc.Words[t.verb].Head)
	if above < t.first || above >= t.verb {
		return true
	}
	for v := max(t.first, above-20); v < t.verb; v++ {
		if int(t.doc.Words[v].Head) != above {
			continue
		}
		switch t.doc.Words[v].Deprel.String() {
		case "nsubj":
			t.subject, t.above = v, above
		case "obj", "iobj":
			return false
		}
	}
	return true
}

// findOblique takes what a verb without an object speaks of: "warned of new
// fees".
func (t *telling) findOblique() {
	if t.object >= 0 || t.clause >= 0 || t.lemma != "warn" && t.lemma != "complain" && t.lemma != "speak" {
		return
	}
	for v := t.verb + 1; v < min(t.last, t.verb+6); v++ {
		if int(t.doc.Words[v].Head) != t.verb || t.doc.Words[v].Deprel.String() != "obl" || lowerOf(t.doc, v) == "it" {
			continue
		}
		switch t.governor(v) {
		case "of", "about", "against":
			t.object = v
		}
	}
}

// findSpeaker settles who tells, and reports whether that is someone else than
// the outer voice, for all that can be seen.
func (t *telling) findSpeaker(other bool) bool {
	if t.lemma == "accuse" && t.subject < 0 && t.agent < 0 && t.passive(t.verb) {
		t.agent = t.behindBy(t.verb, t.last)
	}
	if t.speaker = t.subject; t.speaker < 0 {
		t.speaker = t.agent
	}
	if !t.within(t.speaker) || t.above >= 0 && t.doc.Words[t.above].UPOS != english.VERB {
		return false
	}
	switch lowerOf(t.doc, t.speaker) {
	case "i", "we", "you", "it", "that", "this", "there", "what", "one":
		return false
	case "he", "she", "they":
		if !other && !t.quotedWord(t.speaker) || !surely[t.lemma] || t.lemma == "find" {
			return false // most often the outer voice itself, or anyone
		}
	}
	switch t.doc.Words[t.speaker].UPOS {
	case english.NOUN, english.PROPN, english.PRON:
		return true
	}
	return t.someOf(t.speaker)
}

// findClause looks for a clause that the parse does not give to the verb.
func (t *telling) findClause() {
	if t.clause < 0 {
		t.that = t.thatBehind(t.verb, t.last)
	}
	if t.that > 0 {
		return
	}
	switch t.lemma {
	case "find", "show", "conclude":
		if t.clause < 0 && documents[lemmaOf(t.doc, t.speaker)] {
			t.that = min(t.verb+1, t.last-1) // "a review found certain officials …", whatever the parse makes of it
		}
	case "call":
		if t.verb+2 < t.last && (lowerOf(t.doc, t.verb+1) == "on" || lowerOf(t.doc, t.verb+1) == "for") {
			t.that = t.verb + 1 // "calls on all to go"
		}
	}
}

// relayed reports whether the noun at w stands for words that the subject of
// its relative clause, somebody else, takes up.
func (r stanceReader) relayed(w, subject int) bool {
	switch lowerOf(r.doc, subject) {
	case "who", "which", "that":
		return false
	}
	return r.doc.Words[w].UPOS == english.NOUN && r.reportLike(w)
}

// someOf reports whether a determiner stands for people: "some say".
func (r stanceReader) someOf(w int) bool {
	switch lowerOf(r.doc, w) {
	case "some", "many", "others", "most", "several", "both":
		return true
	}
	return false
}
