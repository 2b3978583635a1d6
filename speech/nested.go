package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Nested appends, to the statements of a document, those found inside what
// others say: "The Journal reported that the ministry had warned …". Parent
// tells the outer one, which is kept as it is.
func Nested(doc *english.Document, statements []news.Statement) []news.Statement {
	r := stanceReader{doc: doc}
	outer := len(statements)
	for i := range outer {
		// Behind "according to" he and she are someone else than who is named there.
		other := len(statements[i].Cue) > 0 && r.startsWith(statements[i].Cue[0], "according")
		for _, c := range statements[i].Content {
			statements = append(statements, r.nestedIn(c, i, other)...)
		}
		if other {
			r.handOn(statements, i, outer)
		}
	}
	return statements
}

// handOn gives the quotations that go on behind "…, said Adler, according to
// the Post" to whom the first one is.
func (r stanceReader) handOn(statements []news.Statement, i, outer int) {
	s := &statements[i]
	for k := outer; k < len(statements) && len(s.Content) > 1; k++ {
		n := &statements[k]
		if n.Parent != i || len(n.Content) != 1 || !s.Content[0].Contains(n.Content[0]) {
			continue
		}
		w, last := r.words(n.Content[0])
		if w >= last || !r.quotedWord(w) || r.doc.Quotations[r.doc.Words[w].Quote].Start > r.doc.Words[w].Start {
			continue
		}
		for at, c := range s.Content {
			if w, last := r.words(c); at > 0 && w < last && c.Start > s.Cue[0].End && r.quotedWord(w) {
				n.Content = append(n.Content, s.Content[at:]...)
				n.Kind = news.Direct
				s.Content = s.Content[:at:at]
				return
			}
		}
	}
}

// tellers are verbs by which words inside words are told.
var tellers = map[string]bool{"say": true, "tell": true, "state": true, "report": true, "claim": true, "warn": true, "deny": true,
	"confirm": true, "announce": true, "brief": true, "allege": true, "argue": true, "insist": true, "suggest": true, "find": true,
	"testify": true, "admit": true, "acknowledge": true, "conclude": true, "note": true, "assert": true, "contend": true, "maintain": true,
	"promise": true, "vow": true, "accuse": true, "declare": true, "reveal": true, "indicate": true, "believe": true, "write": true,
	"advise": true, "inform": true, "predict": true, "estimate": true, "caution": true, "reject": true, "dispute": true, "express": true,
	"share": true, "provide": true, "call": true, "describe": true, "show": true, "explain": true, "reiterate": true, "liken": true, "pledge": true,
	"repeat": true, "issue": true, "make": true, "stress": true, "emphasize": true, "brand": true, "point": true, "compare": true, "emerge": true, "surface": true}

// needsClause are tellers that tell only with a clause or a report behind them.
var needsClause = map[string]bool{"share": true, "provide": true, "call": true, "describe": true, "show": true, "express": true, "find": true, "write": true, "make": true, "suggest": true, "indicate": true, "believe": true, "note": true, "point": true, "emerge": true, "surface": true}

// wholes are tellers of which what is said runs on behind the object: "likened
// it to a circus".
var wholes = map[string]bool{"liken": true, "compare": true, "accuse": true, "describe": true, "blame": true, "warn": true}

// nestedIn finds statements within the content c of statement outer; other
// tells that he and she in it are not who speaks.
func (r stanceReader) nestedIn(c news.Span, outer int, other bool) []news.Statement {
	first, last := r.words(c)
	if last-first < 6 {
		return nil
	}
	var out []news.Statement
	for w := first; w < last; w++ {
		word := &r.doc.Words[w]
		if l := lowerOf(r.doc, w); l == "as" && w+2 < last && w > first && lowerOf(r.doc, w+1) == "saying" {
			if s, ok := r.quotedAs(first, w, last, outer); ok {
				out = append(out, s)
			}
			continue
		}
		if s, ok := r.nominal(w, first, last, outer); ok {
			out = append(out, s)
			continue
		}
		if word.UPOS != english.VERB {
			continue
		}
		lemma := lemmaOf(r.doc, w)
		if !tellers[lemma] && lemma != "read" && lemma != "add" {
			continue
		}
		if s, ok := r.nestedVerb(w, lemma, first, last, outer, other); ok {
			out = append(out, s)
		}
	}
	return out
}

// quotedAs is "quoted Y as saying P", where the words from first are Y's.
func (r stanceReader) quotedAs(first, as, last, outer int) (news.Statement, bool) {
	start := first
	for w := as - 1; w >= first; w-- {
		if p := r.doc.Words[w].UPOS; p == english.VERB {
			start = w + 1
			break
		}
	}
	end := as
	for end > start && r.doc.Words[end-1].UPOS == english.PUNCT {
		end--
	}
	if end <= start {
		return news.Statement{}, false
	}
	return r.inner(start, end, as, as+2, as+2, last, outer), true
}

func (r stanceReader) inner(s0, s1, c0, c1, t0, t1, outer int) news.Statement {
	for t0 < t1 && r.doc.Words[t0].UPOS == english.PUNCT && r.doc.Words[t0].In(r.doc.Text) == "," {
		t0++
	}
	st := news.Statement{Parent: outer, Speech: true, Kind: news.Indirect, Confidence: .5}
	st.Source = []news.Span{{Start: r.doc.Words[s0].Start, End: r.doc.Words[s1-1].End}}
	st.Cue = []news.Span{{Start: r.doc.Words[c0].Start, End: r.doc.Words[c1-1].End}}
	if t0 < t1 {
		st.Content = []news.Span{{Start: r.doc.Words[t0].Start, End: r.doc.Words[t1-1].End}}
	}
	return st
}

// nestedVerb makes a statement of the verb of telling at w, if someone else
// than the outer voice is its subject or agent; other tells that he and she
// are someone else.
func (r stanceReader) nestedVerb(w int, lemma string, first, last, outer int, other bool) (news.Statement, bool) {
	subject, clause, object, agent, as, above := -1, -1, -1, -1, false, -1
	for v := max(first, w-30); v < min(last, w+40); v++ {
		if int(r.doc.Words[v].Head) != w {
			continue
		}
		switch rel := r.doc.Words[v].Deprel.String(); rel {
		case "nsubj":
			subject = v
		case "ccomp", "xcomp", "parataxis":
			if clause < 0 && (v > w || rel == "ccomp") {
				clause = v
			}
		case "obj":
			object = v
		case "obl:agent":
			agent = v
		case "obl":
			if r.governor(v) == "by" {
				agent = v
			}
		case "mark":
			as = as || lowerOf(r.doc, v) == "as"
		case "nsubj:pass":
			object = v
		}
	}
	if h := int(r.doc.Words[w].Head); strings.HasPrefix(r.doc.Words[w].Deprel.String(), "acl") && h >= 0 && (subject < 0 || object < 0 && clause < 0 && r.relayed(h, subject)) {
		object = h // "a claim made by Adler", "a claim that Adler denied"
	}
	if subject < 0 {
		subject = r.strandedSubject(w, first)
	}
	if subject < 0 && agent < 0 && r.doc.Words[w].Deprel.String() == "xcomp" {
		// "continue to believe": the subject of the verb above.
		if g := int(r.doc.Words[w].Head); g >= first && g < w {
			for v := max(first, g-20); v < w; v++ {
				if int(r.doc.Words[v].Head) != g {
					continue
				}
				switch rel := r.doc.Words[v].Deprel.String(); {
				case rel == "nsubj":
					subject, above = v, g
				case rel == "obj" || rel == "iobj": // "expects us to believe"
					return news.Statement{}, false
				}
			}
		}
	}
	if subject < 0 && agent < 0 && (surely[lemma] || lemma == "suggest" || lemma == "note" || lemma == "explain" || lemma == "add" || outer < 0 && r.takesUp(w)) {
		subject = r.sharedSubject(w, first)
	}
	if r.supposed(w, first) || r.unproven(w) {
		return news.Statement{}, false
	}
	if object < 0 && clause < 0 && (lemma == "warn" || lemma == "complain" || lemma == "speak") {
		for v := w + 1; v < min(last, w+6); v++ {
			if l := lowerOf(r.doc, v); int(r.doc.Words[v].Head) == w && r.doc.Words[v].Deprel.String() == "obl" && (r.governor(v) == "of" || r.governor(v) == "about" || r.governor(v) == "against") && l != "it" {
				object = v // "warned of new fees"
			}
		}
	}
	if surely[lemma] || lemma == "read" || lemma == "write" || lemma == "add" {
		if s, ok := r.signed(w, first, last, outer); ok {
			return s, true
		}
	}
	if lemma == "accuse" && subject < 0 && agent < 0 && r.passive(w) {
		agent = r.behindBy(w, last)
	}
	who := subject
	if who < 0 {
		who = agent
	}
	if who < first || who >= last || above >= 0 && r.doc.Words[above].UPOS != english.VERB {
		return news.Statement{}, false
	}
	switch lowerOf(r.doc, who) {
	case "i", "we", "you", "it", "that", "this", "there", "what", "one":
		return news.Statement{}, false
	case "he", "she", "they":
		if !other && !r.quotedWord(who) || !surely[lemma] || lemma == "find" {
			return news.Statement{}, false // most often the outer voice itself, or anyone
		}
	}
	if u := r.doc.Words[who].UPOS; u != english.NOUN && u != english.PROPN && u != english.PRON && !r.someOf(who) {
		return news.Statement{}, false
	}
	that := 0
	if clause < 0 {
		that = r.thatBehind(w, last)
	}
	if (lemma == "emerge" || lemma == "surface") && !documents[lemmaOf(r.doc, who)] {
		return news.Statement{}, false
	}
	if clause < 0 && that == 0 && (lemma == "find" || lemma == "show" || lemma == "conclude") && documents[lemmaOf(r.doc, who)] {
		that = min(w+1, last-1) // "a review found certain officials …", whatever the parse makes of it
	}
	if lemma == "call" && that == 0 && w+2 < last && (lowerOf(r.doc, w+1) == "on" || lowerOf(r.doc, w+1) == "for") {
		that = w + 1 // "calls on all to go"
	}
	if r.unsaid(w, lemma) {
		return news.Statement{}, false
	}
	switch lemma {
	case "make":
		if clause >= 0 || object < 0 || object >= len(r.doc.Words) || !r.reportLike(object) && !sayings[lemmaOf(r.doc, object)] {
			return news.Statement{}, false
		}
	case "advise", "brief", "inform", "find", "issue", "repeat":
		if clause < 0 && that == 0 && !as && (object < 0 || object >= len(r.doc.Words) || !r.reportLike(object) && !sayings[lemmaOf(r.doc, object)] && !r.issued(object, object+1) && (!r.quotedWord(object) || r.quotedWord(w))) {
			return news.Statement{}, false // "briefed the mayor", "found a box"
		}
	case "deny":
		if clause < 0 && that == 0 && object >= 0 && object < len(r.doc.Words) && withheld[lemmaOf(r.doc, object)] {
			return news.Statement{}, false // "denied entry"
		}
	case "show", "reveal", "suggest", "indicate":
		if r.doc.Words[who].UPOS == english.NOUN && !documents[lemmaOf(r.doc, who)] && !citable[lemmaOf(r.doc, who)] && !evidences[lemmaOf(r.doc, who)] {
			return news.Statement{}, false // "the march showed"
		}
	}
	if needsClause[lemma] && clause < 0 && that == 0 && !(object >= first && object < last && r.reportLike(object)) {
		return news.Statement{}, false
	}
	// "“…,” said Adler" within a longer passage: what stands before is said.
	inverted := clause < 0 && surely[lemma] && who > w && w > first && r.doc.Words[w].Deprel.String() == "parataxis"
	if clause < 0 && that == 0 && object < 0 && !as && !inverted {
		return news.Statement{}, false
	}
	s0, s1 := r.under(who, first, last)
	for v := max(s0, who) + 1; v < s1; v++ {
		if l := lowerOf(r.doc, v); l == "who" || l == "which" || l == "whose" {
			s1 = v
		}
	}
	for s1 > s0+1 && r.doc.Words[s1-1].UPOS == english.PUNCT {
		s1--
	}
	c0, c1 := w, w+1
	if above > s1-1 && above < c0 && c0-above <= 5 {
		c0 = above // "refused to acknowledge"
	}
	accused := -1 // "accused of fraud by the guild": the "by"
	if lemma == "accuse" && who == agent {
		accused = agent
		for accused > w && lowerOf(r.doc, accused) != "by" {
			accused--
		}
		if accused <= w+1 {
			accused = -1
		}
	}
	for c0 > first && int(r.doc.Words[c0-1].Head) == w && (r.doc.Words[c0-1].UPOS == english.AUX || r.doc.Words[c0-1].UPOS == english.ADV || r.doc.Words[c0-1].UPOS == english.PART) {
		c0--
	}
	var t0, t1 int
	switch {
	case inverted:
		t0, t1 = max(first, int(r.doc.Sentences[r.sentenceOf(w)].First)), w
	case that > 0:
		t0, t1 = that, r.clauseEnd(that, last)
		if that == w+1 && lowerOf(r.doc, that) != "that" && lemma != "call" {
			for v := that; v < t1; v++ {
				if r.doc.Words[v].In(r.doc.Text) == "," && !r.quotedWord(v) {
					t1 = v
				}
			}
		}
	case accused >= 0:
		t0, t1 = c1, accused
	case clause >= 0 && lemma != "read" && lemma != "add":
		t0, t1 = r.under(clause, first, last)
		if t0 < w && t1 > w {
			t0 = w + 1
		}
	case as:
		// "As the guild has said, …": the rest of the sentence.
		t0, t1 = max(w+1, s1), min(last, r.sentenceEnd(w))
	case object >= first && object < last:
		t0, t1 = r.under(object, first, last)
		if t0 < s1 && t1 > s0 || t0 <= w && t1 > w {
			t0, t1 = first, min(w, s0)
			if agent >= 0 {
				t0, t1 = r.under(object, first, last)
				t1 = min(t1, w)
			}
		} else if wholes[lemma] {
			t1 = max(t1, r.objects(w, last))
		}
	}
	named := false
	for v := s0; v < s1; v++ {
		switch r.doc.Words[v].UPOS {
		case english.NOUN, english.PROPN, english.PRON, english.NUM:
			named = true
		}
	}
	if !named && !r.someOf(s0) {
		return news.Statement{}, false
	}
	if r.doc.Words[s0].UPOS == english.ADP && lowerOf(r.doc, s0) != "at" || s0 < c1 && s1 > c0 || t0 >= t1 || t1-t0 < 3 && clause >= 0 {
		return news.Statement{}, false
	}
	return r.inner(s0, s1, c0, c1, t0, t1, outer), true
}

// passive reports whether the verb at w has a passive auxiliary.
func (r stanceReader) passive(w int) bool {
	return w > 0 && r.doc.Words[w-1].UPOS == english.AUX && lemmaOf(r.doc, w-1) == "be"
}

// behindBy is the noun behind the first "by" after the passive verb at w, where
// the parse ties it to another word; -1 for none.
func (r stanceReader) behindBy(w, last int) int {
	for v := w + 1; v < min(last, w+14); v++ {
		if u := r.doc.Words[v].UPOS; u == english.PUNCT || u == english.AUX {
			return -1
		}
		if lowerOf(r.doc, v) == "by" {
			if h := int(r.doc.Words[v].Head); h > v && h < last && r.doc.Words[h].UPOS != english.VERB {
				return h
			}
			return -1
		}
	}
	return -1
}

// sharedSubject is the subject that a verb of telling shares with the verb that
// it is coordinated with, or that it is the purpose of: "Adler said …, and
// warned of", "the guild used the letter to argue"; -1 for none.
func (r stanceReader) sharedSubject(w, first int) int {
	g := int(r.doc.Words[w].Head)
	if g < first || g >= w || r.doc.Words[g].UPOS != english.VERB {
		return -1
	}
	switch r.doc.Words[w].Deprel.String() {
	case "conj":
		if x, y := r.doc.Words[w].XPOS.String(), r.doc.Words[g].XPOS.String(); x != y && x != "VBD" && x != "VBZ" && x != "VBP" {
			return -1
		}
		if r.perfect(g) && !r.perfect(w) {
			// "said that its allies had met, and warned": of who said so.
			if g = int(r.doc.Words[g].Head); g < first || g >= w || r.doc.Words[g].UPOS != english.VERB {
				return -1
			}
		}
	case "advcl":
		if w < 1 || lowerOf(r.doc, w-1) != "to" {
			return -1
		}
	default:
		return -1
	}
	for v := max(first, g-30); v < g; v++ {
		if int(r.doc.Words[v].Head) == g && r.doc.Words[v].Deprel.String() == "nsubj" {
			return v
		}
	}
	return -1
}

// perfect reports whether the verb at w has an auxiliary "have" or "will".
func (r stanceReader) perfect(w int) bool {
	for v := max(0, w-6); v < w; v++ {
		if int(r.doc.Words[v].Head) == w && r.doc.Words[v].UPOS == english.AUX && lemmaOf(r.doc, v) != "be" && lemmaOf(r.doc, v) != "do" {
			return true
		}
	}
	return false
}

// unproven reports whether the clause of the verb at w is what no proof is
// given of: "there is no evidence that Adler objected".
func (r stanceReader) unproven(w int) bool {
	that := w - 1
	for ; that > max(0, w-7) && lowerOf(r.doc, that) != "that"; that-- {
		if u := r.doc.Words[that].UPOS; u == english.VERB || u == english.PUNCT {
			return false
		}
	}
	if that < 0 || lowerOf(r.doc, that) != "that" {
		return false
	}
	for v := that - 1; v >= max(0, that-8) && r.nounPart(v); v-- {
		if r.isProof(v) {
			negated, _ := r.negatedPhrase(v)
			return negated
		}
	}
	return false
}

// withheld are what is denied to people, not of something.
var withheld = map[string]bool{"entry": true, "access": true, "term": true, "visa": true, "service": true, "request": true, "permit": true, "license": true, "licence": true, "bail": true,
	"right": true, "opportunity": true, "admission": true, "application": true, "permission": true, "aid": true, "care": true, "coverage": true, "benefit": true, "parole": true, "asylum": true}

// evidences are nouns, beside documents and people, for what shows something in so
// many words.
var evidences = map[string]bool{"evidence": true, "data": true, "figure": true, "result": true, "number": true, "statistic": true, "test": true, "finding": true, "intelligence": true,
	"footage": true, "video": true, "researcher": true, "scientist": true, "government": true, "leader": true, "minister": true, "president": true, "senator": true, "member": true}

// unsaid reports whether the verb of telling at w tells that something may be
// or was not said: "could have stated", "did not say".
func (r stanceReader) unsaid(w int, lemma string) bool {
	modal, negated := false, false
	for v := max(0, w-6); v < w; v++ {
		if int(r.doc.Words[v].Head) != w {
			continue
		}
		switch lowerOf(r.doc, v) {
		case "could", "should", "might", "may", "can", "would":
			modal = true
		}
		negated = negated || r.negator(v)
	}
	switch lemma {
	case "say", "tell", "state", "write", "promise", "claim":
		return modal != negated
	}
	return modal && !negated
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

// strandedSubject is the subject of a finite verb that the parse gave to a
// participle between both: "councillors preparing to vote accused", -1 for none.
func (r stanceReader) strandedSubject(w, first int) int {
	switch r.doc.Words[w].XPOS.String() {
	case "VBD", "VBZ", "VBP":
	default:
		return -1
	}
	for v := w - 1; v >= max(first, w-16); v-- {
		word := &r.doc.Words[v]
		if word.Deprel.String() != "nsubj" {
			if f := word.In(r.doc.Text); f == ";" || f == ":" || word.UPOS == english.VERB && word.XPOS.String() != "VBG" && word.XPOS.String() != "VB" {
				return -1
			}
			continue
		}
		h := int(word.Head)
		if h > v && h < w && r.doc.Words[h].XPOS.String() == "VBG" && h > 0 && r.doc.Words[h-1].UPOS != english.AUX {
			return v
		}
		return -1
	}
	return -1
}

// thatBehind is the "that" right behind a verb of telling or behind whom it
// tells, where the parse ties the clause elsewhere; 0 for none.
func (r stanceReader) thatBehind(w, last int) int {
	for v := w + 1; v < min(last-3, w+6); v++ {
		word := &r.doc.Words[v]
		switch {
		case lowerOf(r.doc, v) == "that" && (word.UPOS == english.SCONJ || r.subjectAt(v+1)):
			return v
		case int(word.Head) == w && (word.Deprel.String() == "iobj" || word.Deprel.String() == "obj" || word.UPOS == english.ADP) || word.Deprel.String() == "compound:prt":
		case v > w && int(word.Head) > v && int(word.Head) < w+6 && (word.UPOS == english.DET || word.UPOS == english.ADJ):
		default:
			return 0
		}
	}
	return 0
}

// clauseEnd is where the clause that begins at word w ends: with its sentence
// or with the words before last, marks aside.
func (r stanceReader) clauseEnd(w, last int) int {
	end := min(last, r.sentenceEnd(w))
	for end > w+1 && r.doc.Words[end-1].UPOS == english.PUNCT {
		end--
	}
	return end
}

// objects is where the objects and obliques of the verb at w end.
func (r stanceReader) objects(w, last int) int {
	end := w
	for v := w + 1; v < min(last, w+40); v++ {
		if int(r.doc.Words[v].Head) != w {
			continue
		}
		switch r.doc.Words[v].Deprel.String() {
		case "obj", "obl", "iobj", "advcl":
			switch g := r.governor(v); {
			case r.doc.Words[v].Deprel.String() == "obj" || g == "of" || g == "to" || g == "as" || g == "with" || g == "for" || g == "about" || r.marked(v, "of", "if", "for", "as"):
			default:
				continue
			}
			_, b := r.under(v, w+1, last)
			end = max(end, b)
		}
	}
	return end
}

// supposed reports whether the clause of w, from word first on, is only
// supposed: "if the agency confirms this", "should the agency confirm this".
func (r stanceReader) supposed(w, first int) bool {
	if r.marked(w, "if", "unless") {
		return true
	}
	sentence := int(r.doc.Sentences[r.sentenceOf(w)].First)
	for v := w - 1; v >= max(first, sentence, w-12); v-- {
		if l := lowerOf(r.doc, v); l != "should" && l != "were" {
			continue
		}
		if v+1 == w || r.doc.Words[v+1].UPOS == english.VERB {
			return false
		}
		// It opens the clause, and the subject stands behind it.
		before := v - 1
		for before >= max(first, sentence) && r.doc.Words[before].UPOS == english.PUNCT {
			before--
		}
		if before < max(first, sentence) {
			return !r.endsSentence(w, '?')
		}
	}
	return false
}

// closes reports whether word w is a closing quotation mark.
func (r stanceReader) closes(w int) bool {
	switch r.doc.Words[w].In(r.doc.Text) {
	case "”", "''":
		return true
	case "\"":
		return w > 0 && r.doc.Words[w-1].End == r.doc.Words[w].Start
	}
	return false
}

// signed is "“…,” said Adler in an interview" by position: a verb right behind
// closing quotation marks and the name behind it.
func (r stanceReader) signed(w, first, last, outer int) (news.Statement, bool) {
	if w-first < 4 || w+1 >= last {
		return news.Statement{}, false
	}
	start := max(first, int(r.doc.Sentences[r.sentenceOf(w)].First))
	if !r.closes(w - 1) {
		// "“…,” the letter to the mayor reads"
		for v := w - 2; v > start+3 && v > w-14 && r.doc.Words[v].UPOS != english.VERB; v-- {
			if r.closes(v) {
				return r.inner(v+1, w, w, w+1, start, v+1, outer), true
			}
		}
		return news.Statement{}, false
	}
	end := w + 1
	for end < last && end < w+6 && r.doc.Words[end].UPOS == english.PROPN {
		end++
	}
	if end == w+1 {
		return news.Statement{}, false
	}
	return r.inner(w+1, end, w, w+1, start, w, outer), true
}

// under is the stretch of words within [first, last) around head that hang on
// it, as far as it is unbroken.
func (r stanceReader) under(head, first, last int) (int, int) {
	hangs := func(w int) bool {
		for range 30 {
			if w == head {
				return true
			}
			if w < first || w >= last {
				return false
			}
			w = int(r.doc.Words[w].Head)
		}
		return false
	}
	a, b := head, head+1
	for a > first && hangs(a-1) {
		a--
	}
	for b < last && hangs(b) {
		b++
	}
	for b > a+1 && r.doc.Words[b-1].UPOS == english.PUNCT {
		b--
	}
	for a < head && (r.doc.Words[a].UPOS == english.ADP || r.doc.Words[a].UPOS == english.PUNCT) {
		if l := lowerOf(r.doc, a+1); lowerOf(r.doc, a) == "at" && (l == "least" || l == "most") {
			break // "at least two officials"
		}
		a++
	}
	return a, b
}
