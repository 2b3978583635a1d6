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
		for _, c := range statements[i].Content {
			statements = append(statements, r.nestedIn(c, i)...)
		}
	}
	return statements
}

// tellers are verbs by which words inside words are told.
var tellers = map[string]bool{"say": true, "tell": true, "state": true, "report": true, "claim": true, "warn": true, "deny": true,
	"confirm": true, "announce": true, "brief": true, "allege": true, "argue": true, "insist": true, "suggest": true, "find": true,
	"testify": true, "admit": true, "acknowledge": true, "conclude": true, "note": true, "assert": true, "contend": true, "maintain": true,
	"promise": true, "vow": true, "accuse": true, "declare": true, "reveal": true, "indicate": true, "believe": true, "write": true,
	"advise": true, "inform": true, "predict": true, "estimate": true, "caution": true, "reject": true, "dispute": true, "express": true,
	"share": true, "provide": true, "call": true, "describe": true, "show": true, "explain": true, "reiterate": true, "liken": true, "pledge": true,
	"repeat": true, "issue": true, "make": true, "stress": true, "emphasize": true, "brand": true}

// needsClause are tellers that tell only with a clause or a report behind them.
var needsClause = map[string]bool{"share": true, "provide": true, "call": true, "describe": true, "show": true, "express": true, "find": true, "write": true, "make": true, "suggest": true, "indicate": true, "believe": true, "note": true}

// nestedIn finds statements within the content c of statement outer.
func (r stanceReader) nestedIn(c news.Span, outer int) []news.Statement {
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
		if word.UPOS != english.VERB {
			continue
		}
		lemma := lemmaOf(r.doc, w)
		if !tellers[lemma] && lemma != "read" && lemma != "add" {
			continue
		}
		if s, ok := r.nestedVerb(w, lemma, first, last, outer); ok {
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
// than the outer voice is its subject or agent.
func (r stanceReader) nestedVerb(w int, lemma string, first, last, outer int) (news.Statement, bool) {
	subject, clause, object, agent, as := -1, -1, -1, -1, false
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
	if strings.HasPrefix(r.doc.Words[w].Deprel.String(), "acl") && subject < 0 {
		object = int(r.doc.Words[w].Head)
	}
	if subject < 0 && agent < 0 && r.doc.Words[w].Deprel.String() == "xcomp" {
		// "continue to believe": the subject of the verb above.
		if g := int(r.doc.Words[w].Head); g >= first && g < w {
			for v := max(first, g-20); v < g; v++ {
				if int(r.doc.Words[v].Head) == g && r.doc.Words[v].Deprel.String() == "nsubj" {
					subject = v
				}
			}
		}
	}
	if r.supposed(w, first) {
		return news.Statement{}, false
	}
	if surely[lemma] || lemma == "read" || lemma == "write" || lemma == "add" {
		if s, ok := r.signed(w, first, last, outer); ok {
			return s, true
		}
	}
	who := subject
	if who < 0 {
		who = agent
	}
	if who < first || who >= last {
		return news.Statement{}, false
	}
	switch lowerOf(r.doc, who) {
	case "i", "we", "you", "it", "that", "this", "there", "what", "one":
		return news.Statement{}, false
	case "he", "she", "they":
		if !r.quotedWord(who) || !surely[lemma] || lemma == "find" {
			return news.Statement{}, false // most often the outer voice itself, or anyone
		}
	}
	if u := r.doc.Words[who].UPOS; u != english.NOUN && u != english.PROPN && u != english.PRON {
		return news.Statement{}, false
	}
	if needsClause[lemma] && clause < 0 && !(object >= first && object < last && r.reportLike(object)) {
		return news.Statement{}, false
	}
	// "“…,” said Adler" within a longer passage: what stands before is said.
	inverted := clause < 0 && surely[lemma] && who > w && w > first && r.doc.Words[w].Deprel.String() == "parataxis"
	if clause < 0 && object < 0 && !as && !inverted {
		return news.Statement{}, false
	}
	s0, s1 := r.under(who, first, last)
	c0, c1 := w, w+1
	for c0 > first && int(r.doc.Words[c0-1].Head) == w && (r.doc.Words[c0-1].UPOS == english.AUX || r.doc.Words[c0-1].UPOS == english.ADV || r.doc.Words[c0-1].UPOS == english.PART) {
		c0--
	}
	var t0, t1 int
	switch {
	case inverted:
		t0, t1 = max(first, int(r.doc.Sentences[r.sentenceOf(w)].First)), w
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
		}
	}
	if s0 < c1 && s1 > c0 || t0 >= t1 || t1-t0 < 3 && clause >= 0 {
		return news.Statement{}, false
	}
	return r.inner(s0, s1, c0, c1, t0, t1, outer), true
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
		a++
	}
	return a, b
}
