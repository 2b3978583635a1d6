package speech

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// cueClass is the class of the main verb of a cue among accusing and
// demanding, noClass for neither.
func (r stanceReader) cueClass(s *news.Statement) stanceClass {
	for _, c := range s.Cue {
		first, last := r.words(c)
		for w := first; w < last; w++ {
			if c, _ := patternAt(r.doc, w, min(last+2, len(r.doc.Words)), func(c stanceClass) bool { return c == accuseClass || c == demandClass }); c != noClass && r.doc.Words[w].UPOS == english.VERB {
				return c
			}
		}
	}
	return noClass
}

// phraseOp is what a phrase at the beginning of what is said tells.
func (r stanceReader) phraseOp(said []stretch) (op, bool) {
	var b strings.Builder
	for _, p := range said {
		for w := p.first; w < p.last && w < p.first+30; w++ {
			word := &r.doc.Words[w]
			if w > p.first && r.doc.Words[w-1].End < word.Start {
				b.WriteByte(' ')
			}
			b.WriteString(lowerOf(r.doc, w))
		}
		b.WriteByte(' ')
	}
	text := b.String()
	for i := range stancePhrases {
		p := &stancePhrases[i]
		if !p.in(text) || p.op == opDecline && relative(text[:p.re.FindStringIndex(text)[0]]) {
			continue
		}
		return p.op, true
	}
	return 0, false
}

// relative reports whether a phrase, from what stands before it, is part of a
// relative clause: "comments that the mayor could not verify".
func relative(before string) bool {
	words := strings.Fields(before)
	for k := max(2, len(words)-5); k < len(words); k++ {
		switch words[k] {
		case "that", "which", "who":
			return true
		}
	}
	return false
}

// cues are the operators of all cues of a statement.
func (r stanceReader) cues(s *news.Statement) []op {
	var ops []op
	for _, c := range s.Cue {
		ops = append(ops, r.cue(c, s)...)
	}
	return ops
}

// nobody reports whether a source negates the cue that it is the subject of:
// "neither the guild nor the palace would confirm", "no official denied".
func (r stanceReader) nobody(source []news.Span, cue news.Span) bool {
	if len(source) == 0 || source[0].Start >= cue.Start {
		return false
	}
	first, last := r.words(source[0])
	if first >= last {
		return false
	}
	switch lowerOf(r.doc, first) {
	case "neither", "none", "nobody", "no":
		return true
	}
	return lowerOf(r.doc, last-1) == "neither" // "the ministry neither confirmed nor denied"
}

// cue reads the operators of a cue: its words, and what negates them.
func (r stanceReader) cue(c news.Span, s *news.Statement) []op {
	first, last := r.words(c)
	if first >= last {
		return nil
	}
	var ops []op
	// A negation may stand just before the cue span.
	for w := first - 1; w >= 0 && w >= first-3; w-- {
		if r.negator(w) && int(r.doc.Words[w].Head) >= first && int(r.doc.Words[w].Head) < last {
			ops = append(ops, opNegate)
		}
	}
	if len(ops) == 0 && c == s.Cue[0] && r.nobody(s.Source, c) {
		ops = append(ops, opNegate)
	}
	end := last
	// Where nothing is said, the complement belongs to the cue: "failed to
	// answer the mayor", "issued a denial".
	if len(s.Content) == 0 {
		end = r.sentenceEnd(last - 1)
	} else {
		for _, x := range s.Content {
			a, _ := r.words(x)
			if a >= last && a-last <= 4 {
				end = a
			}
		}
	}
	return r.scan(ops, first, min(end, last+6))
}

// scan reads operators from left to right, behind those read before.
func (r stanceReader) scan(ops []op, first, last int) []op {
	limit := min(len(r.doc.Words), last+6)
	for w := first; w < last; {
		if r.negator(w) {
			ops = append(ops, opNegate)
			w++
			continue
		}
		class, end := patternAt(r.doc, w, limit, func(c stanceClass) bool {
			return c >= denyClass && c <= failClass || c == muteClass
		})
		if o, ok := classOps[class]; ok && r.verbal(w, class) {
			if o != opSilent && o != opBelieve && o != opSure || len(ops) > 0 && (ops[len(ops)-1] == opNegate || ops[len(ops)-1] == opFail) {
				ops = append(ops, o)
			}
			w = max(w+1, end)
			continue
		}
		w++
	}
	return ops
}

var classOps = map[stanceClass]op{denyClass: opDeny, disputeClass: opDispute, doubtClass: opDoubt, declineClass: opDecline,

	silentClass: opSilent, muteClass: opSilent, believeClass: opBelieve, convincedClass: opSure, failClass: opFail}

// verbal keeps words that are verbs in one reading and something else in
// another from acting as operators in the other.
func (r stanceReader) verbal(w int, class stanceClass) bool {
	switch lemmaOf(r.doc, w) {
	case "question", "object", "challenge", "contest", "address", "share", "name", "detail", "state", "return", "offer", "pan", "lack", "clear", "right", "contradict":
		return r.doc.Words[w].UPOS == english.VERB || class == doubtClass && r.doc.Words[w].UPOS == english.NOUN && lowerOf(r.doc, w) == "questions"
	case "no":
		return class == declineClass || class == falseClass || class == failClass
	}
	return true
}

// negator reports whether word w negates by itself.
func (r stanceReader) negator(w int) bool {
	switch lowerOf(r.doc, w) {
	case "not":
		if w+1 < len(r.doc.Words) {
			switch lowerOf(r.doc, w+1) {
			case "only", "just", "merely", "simply", "least", "alone":
				return false
			case "the":
				if w+2 < len(r.doc.Words) {
					switch lowerOf(r.doc, w+2) {
					case "first", "only", "last":
						return false
					}
				}
			}
		}
		return true
	case "nothing":
		return !r.idiom(w)
	case "n't", "never", "neither", "nor", "cannot", "nobody", "none", "nowhere":
		return true
	case "no":
		return !r.idiom(w) && r.doc.Words[w].UPOS == english.DET || r.doc.Words[w].UPOS == english.ADV
	}
	return false
}

// idiom reports whether the "no" or "nothing" at w belongs to a phrase that
// affirms: "leaves no doubt", "nothing to hide".
func (r stanceReader) idiom(w int) bool {
	if w+1 >= len(r.doc.Words) {
		return false
	}
	next := lowerOf(r.doc, w+1)
	if lowerOf(r.doc, w) == "no" {
		switch next {
		case "doubt", "secret", "wonder", "fewer", "less":
			return true
		}
		return false
	}
	if lowerOf(r.doc, w) != "nothing" || next != "to" || w+2 >= len(r.doc.Words) {
		return false
	}
	switch lowerOf(r.doc, w+2) {
	case "hide", "fear", "lose", "conceal":
		return true
	}
	return false
}

// directs reports whether a statement asks somebody not to do something, which
// denies nothing: "told people not to drink".
func (r stanceReader) directs(s *news.Statement, said []stretch) bool {
	asked := false
	for _, c := range s.Cue {
		first, last := r.words(c)
		for w := first; w < last; w++ {
			asked = asked || directs[lemmaOf(r.doc, w)]
		}
	}
	if !asked {
		return false
	}
	for w := said[0].first; w+1 < said[0].last && w < said[0].first+12; w++ {
		if p := r.doc.Words[w].UPOS; p == english.VERB || p == english.AUX || p == english.SCONJ {
			return false
		}
		if l := lowerOf(r.doc, w); (l == "not" || l == "never") && lowerOf(r.doc, w+1) == "to" {
			return true
		}
	}
	return false
}

func (r stanceReader) sentenceEnd(w int) int {
	s := sort.Search(len(r.doc.Sentences), func(i int) bool { return int(r.doc.Sentences[i].Last) > w })
	if s == len(r.doc.Sentences) {
		return len(r.doc.Words)
	}
	return int(r.doc.Sentences[s].Last)
}
