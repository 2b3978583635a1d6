package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// told makes a statement of the verb of telling at w and its arguments, all
// within the words [first, last), if someone else than the outer voice is its
// subject or agent. Outer is the statement that these words are said in, -1
// for none; other tells that he and she are someone else than its voice.
func (r stanceReader) told(w, first, last, outer int, other bool) (news.Statement, bool) {
	t := r.telling(w, first, last)
	if !t.findSubject(outer) || r.supposed(w, first) || r.unproven(w) {
		return news.Statement{}, false
	}
	if surely[t.lemma] || t.lemma == "read" || t.lemma == "write" || t.lemma == "add" {
		if s, ok := r.signed(w, first, last, outer); ok {
			return s, true
		}
	}
	t.findOblique()
	if !t.findSpeaker(other) {
		return news.Statement{}, false
	}
	t.findClause()
	if r.unsaid(w, t.lemma) || !t.saysSomething() {
		return news.Statement{}, false
	}
	source := t.source()
	cue := t.cue(source)
	said := t.content(source)
	if !r.nominalPhrase(source) || source.first < cue.last && source.last > cue.first || said.first >= said.last || said.last-said.first < 3 && t.clause >= 0 {
		return news.Statement{}, false
	}
	return r.inner(source, cue, said, outer), true
}

// saysSomething reports whether the verb, with the arguments that it has here,
// tells words and not a deed or a thing: "found that", not "found a box".
func (t *telling) saysSomething() bool {
	complement := t.clause >= 0 || t.that > 0
	ofWords := t.object >= 0 && (t.reportLike(t.object) || sayings[lemmaOf(t.doc, t.object)])
	switch t.lemma {
	case "emerge", "surface":
		if !documents[lemmaOf(t.doc, t.speaker)] {
			return false
		}
	case "make":
		if t.clause >= 0 || !ofWords {
			return false
		}
	case "advise", "brief", "inform", "find", "issue", "repeat":
		if !complement && !t.as && !ofWords && (t.object < 0 || !t.issued(t.object, t.object+1) && (!t.quotedWord(t.object) || t.quotedWord(t.verb))) {
			return false // "briefed the mayor"
		}
	case "deny":
		if !complement && t.object >= 0 && withheld[lemmaOf(t.doc, t.object)] {
			return false // "denied entry"
		}
	case "show", "reveal", "suggest", "indicate":
		if l := lemmaOf(t.doc, t.speaker); t.doc.Words[t.speaker].UPOS == english.NOUN && !documents[l] && !citable[l] && !evidences[l] {
			return false // "the march showed"
		}
	}
	if needsClause[t.lemma] && !complement && !(t.within(t.object) && t.reportLike(t.object)) {
		return false
	}
	return complement || t.object >= 0 || t.as || t.inverted()
}

// inverted reports whether what stands before the verb is said: "“…,” said
// Adler" within a longer passage.
func (t *telling) inverted() bool {
	return t.clause < 0 && surely[t.lemma] && t.speaker > t.verb && t.verb > t.first && t.doc.Words[t.verb].Deprel.String() == "parataxis"
}

// source is the phrase of who tells, without its relative clause.
func (t *telling) source() stretch {
	a, b := t.under(t.speaker, t.first, t.last)
	for v := max(a, t.speaker) + 1; v < b; v++ {
		switch lowerOf(t.doc, v) {
		case "who", "which", "whose":
			b = v
		}
	}
	for b > a+1 && t.doc.Words[b-1].UPOS == english.PUNCT {
		b--
	}
	return stretch{a, b}
}

// nominalPhrase reports whether a source names or describes anyone.
func (r stanceReader) nominalPhrase(source stretch) bool {
	if r.doc.Words[source.first].UPOS == english.ADP && lowerOf(r.doc, source.first) != "at" {
		return false
	}
	for w := source.first; w < source.last; w++ {
		switch r.doc.Words[w].UPOS {
		case english.NOUN, english.PROPN, english.PRON, english.NUM:
			return true
		}
	}
	return r.someOf(source.first)
}

// cue is the verb with its auxiliaries, adverbs and the verb that governs it.
func (t *telling) cue(source stretch) stretch {
	first := t.verb
	if t.above >= source.last && t.above < first && first-t.above <= 5 {
		first = t.above
	}
	for first > t.first && t.ofVerbGroup(first-1) {
		first--
	}
	return stretch{first, t.verb + 1}
}

func (t *telling) ofVerbGroup(w int) bool {
	if int(t.doc.Words[w].Head) != t.verb {
		return false
	}
	switch t.doc.Words[w].UPOS {
	case english.AUX, english.ADV, english.PART:
		return true
	}
	return false
}

// content is what the verb tells: its clause, or what stands for one; empty
// where nothing does.
func (t *telling) content(source stretch) stretch {
	by := t.accusedBy()
	switch {
	case t.inverted():
		return stretch{max(t.first, int(t.doc.Sentences[t.sentenceOf(t.verb)].First)), t.verb}
	case t.that > 0:
		return t.thatClause()
	case by >= 0:
		return stretch{t.verb + 1, by}
	case t.clause >= 0 && t.lemma != "read" && t.lemma != "add":
		a, b := t.under(t.clause, t.first, t.last)
		if a < t.verb && b > t.verb {
			a = t.verb + 1
		}
		return stretch{a, b}
	case t.as:
		// "As the guild has said, …": the rest of the sentence.
		return stretch{max(t.verb+1, source.last), min(t.last, t.sentenceEnd(t.verb))}
	case t.within(t.object):
		return t.objectPhrase(source)
	}
	return stretch{}
}

// thatClause is the clause that the parse ties elsewhere. Without a "that" it
// ends at the first comma.
func (t *telling) thatClause() stretch {
	end := t.clauseEnd(t.that, t.last)
	if t.that == t.verb+1 && lowerOf(t.doc, t.that) != "that" && t.lemma != "call" {
		for v := t.that; v < end; v++ {
			if t.doc.Words[v].In(t.doc.Text) == "," && !t.quotedWord(v) {
				end = v
			}
		}
	}
	return stretch{t.that, end}
}

// accusedBy is the "by" of "accused of fraud by the guild", -1 for none.
func (t *telling) accusedBy() int {
	if t.lemma != "accuse" || t.speaker != t.agent {
		return -1
	}
	for v := t.agent; v > t.verb+1; v-- {
		if lowerOf(t.doc, v) == "by" {
			return v
		}
	}
	return -1
}

// objectPhrase is the object with what hangs on it; where that takes in who
// tells or the verb, what stands before them.
func (t *telling) objectPhrase(source stretch) stretch {
	a, b := t.under(t.object, t.first, t.last)
	switch {
	case (a >= source.last || b <= source.first) && (a > t.verb || b <= t.verb):
		if wholes[t.lemma] {
			b = max(b, t.objects(t.verb, t.last))
		}
		return stretch{a, b}
	case t.agent >= 0:
		return stretch{a, min(b, t.verb)}
	}
	return stretch{t.first, min(t.verb, source.first)}
}
