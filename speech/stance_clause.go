package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// coordinate reports whether w heads a further main clause of what is said
// beside the one of head.
func (r stanceReader) coordinate(w, head int, inside func(int) bool) bool {
	if !r.clausal(w, inside) {
		return false
	}
	if h := int(r.doc.Words[w].Head); h < 0 || !inside(h) {
		return true
	}
	rel := r.doc.Words[w].Deprel.String()
	return (rel == "conj" || rel == "parataxis") && r.joined(w, head, inside)
}

// among tells the words of some stretches from others.
func among(parts []stretch) func(int) bool {
	return func(w int) bool {
		for _, p := range parts {
			if w >= p.first && w < p.last {
				return true
			}
		}
		return false
	}
}

// clause reads the operators inside what is said: of its main predicate and
// of the predicates of opinion above it that are the voice's own.
func (r stanceReader) clause(parts []stretch, s *news.Statement, own bool) []op {
	inside := among(parts)
	head := r.top(parts, inside)
	if head < 0 {
		return nil
	}
	var ops []op
	if s != nil && r.conditional(parts) {
		ops = append(ops, opIf)
	}
	if r.asks(head, parts) {
		return append(ops, opDoubt)
	}
	return append(ops, r.predicates(head, inside, s, own, 0)...)
}

func predicate(w *english.Word) bool {
	switch w.UPOS {
	case english.VERB, english.ADJ, english.AUX:
		return true
	}
	return w.Deprel.String() == "root" || w.Deprel.String() == "ccomp"
}

// predicates reads the operators of the predicate at head and goes on into
// its complement where the predicate is an opinion.
func (r stanceReader) predicates(head int, inside func(int) bool, s *news.Statement, own bool, depth int) []op {
	var ops []op
	neg, universal, proof, subject := false, false, false, -1
	failed := depth > 0 && r.failing(head) // "was unable to confirm"
	complement := -1
	for w := max(0, head-40); w < min(len(r.doc.Words), head+40); w++ {
		word := &r.doc.Words[w]
		if int(word.Head) != head || !inside(w) {
			continue
		}
		rel := word.Deprel.String()
		switch {
		case strings.HasPrefix(rel, "nsubj"):
			subject = w
			if n, u := r.negatedPhrase(w); n {
				neg, universal = true, universal || u
				proof = proof || r.isProof(w) || lowerOf(r.doc, w) == "nothing" && r.supports(head)
			}
		case rel == "obj" || rel == "obl" && r.governor(w) == "":
			if n, u := r.negatedPhrase(w); n {
				neg, universal = true, universal || u
				proof = proof || r.isProof(w)
			}
		case rel == "ccomp" || rel == "xcomp":
			if w > head && (complement < 0 || rel == "ccomp" && r.doc.Words[complement].UPOS == english.ADJ) {
				complement = w // "made it clear that": the clause, not "clear"
			}
		case r.negator(w) && rel != "conj":
			neg = true
		case rel == "det" && lowerOf(r.doc, w) == "no" && !r.idiom(w):
			neg = true
			proof = proof || r.isProof(head)
		}
		if rel == "advmod" || rel == "det" {
			if c, _ := patternAt(r.doc, w, w+1, func(c stanceClass) bool { return c == convincedClass }); c != noClass {
				universal = true
			}
			if l := lowerOf(r.doc, w); l == "hardly" || l == "barely" || l == "scarcely" {
				neg = true
			}
			if strings.HasPrefix(lowerOf(r.doc, w), "no") && w+1 < len(r.doc.Words) && lowerOf(r.doc, w+1) == "longer" {
				neg = true
			}
		}
	}
	if !neg && depth == 0 {
		neg = r.negatedStart(inside, head)
	}
	if neg && r.forbids(head, subject) {
		neg = false
	}
	limit := min(len(r.doc.Words), head+8)
	class, _ := patternAt(r.doc, head, limit, func(c stanceClass) bool { return c >= denyClass && c <= failClass })
	if !r.verbal(head, class) {
		class = noClass
	}
	if neg && !proof {
		ops = append(ops, opNegate)
	}
	if proof {
		return append(ops, opDoubt)
	}
	if neg && universal {
		return append(ops, opSure)
	}
	if c, _ := patternAt(r.doc, head, limit, func(c stanceClass) bool { return c == belieClass }); c == belieClass {
		return append(ops, opDispute)
	}
	if !own && class == failClass && lemmaOf(r.doc, head) == "fail" {
		return append(ops, opNegate)
	}
	if !own && class == disputeClass && neg {
		return append(ops, opDispute)
	}
	if class == failClass && complement < 0 && lemmaOf(r.doc, head) == "fail" {
		return ops // "the valve had failed" says what happened
	}
	self := own && (subject < 0 || r.self(subject))
	if self || class == failClass && own {
		switch class {
		case denyClass, disputeClass, doubtClass, declineClass:
			return append(ops, classOps[class])
		case silentClass, convincedClass:
			if neg || failed && class == silentClass {
				return append(ops, classOps[class])
			}
			if class == convincedClass && complement >= 0 && depth < 3 {
				return append(ops, r.predicates(complement, inside, s, own, depth+1)...)
			}
		case believeClass, failClass:
			if class == failClass {
				ops = append(ops, opFail)
			}
			if complement >= 0 && depth < 3 {
				return append(ops, r.predicates(complement, inside, s, own, depth+1)...)
			}
			return ops
		}
		if complement >= 0 && depth < 3 && !neg && class == noClass && transparent[lemmaOf(r.doc, head)] {
			return append(ops, r.predicates(complement, inside, s, own, depth+1)...)
		}
	}
	if subject < 0 || r.reportLike(subject) {
		if c, _ := patternAt(r.doc, head, limit, func(c stanceClass) bool { return c == falseClass || c == trueClass }); c == falseClass && own {
			ops = append(ops, opDeny)
			if neg {
				return []op{opTrue}
			}
		}
	}
	return ops
}

// failing reports whether the word that the predicate at head completes says
// that it was not done: "failed", "unable", "yet".
func (r stanceReader) failing(head int) bool {
	above := int(r.doc.Words[head].Head)
	if above < 0 {
		return false
	}
	c, _ := patternAt(r.doc, above, min(len(r.doc.Words), above+3), func(c stanceClass) bool { return c == failClass })
	return c == failClass
}

// negatedStart reports whether the first verb group of what is said is
// negated, for sentences that the parse gets wrong.
func (r stanceReader) negatedStart(inside func(int) bool, head int) bool {
	s := r.doc.Sentences[r.sentenceOf(head)]
	for w := int(s.First); w < int(s.Last); w++ {
		if !inside(w) {
			continue
		}
		switch word := &r.doc.Words[w]; word.UPOS {
		case english.SCONJ:
			if l := lowerOf(r.doc, w); l != "that" {
				return false
			}
		case english.VERB, english.AUX:
			for v := w + 1; v < w+3 && v < int(s.Last) && inside(v); v++ {
				if l := lowerOf(r.doc, v); r.negator(v) && l != "nor" && l != "no" {
					return true
				}
				if r.doc.Words[v].UPOS != english.ADV && r.doc.Words[v].UPOS != english.PART && r.doc.Words[v].UPOS != english.PRON {
					break
				}
			}
			return false
		}
	}
	return false
}

// forbids reports whether the negation of the predicate at head is one of
// what may be, not of what is: "they should not", "you cannot".
func (r stanceReader) forbids(head, subject int) bool {
	if lemmaOf(r.doc, head) == "let" {
		return true
	}
	if subject >= 0 {
		switch lowerOf(r.doc, subject) {
		case "i", "we":
			return false
		case "you":
			if lemmaOf(r.doc, head) == "get" {
				return true // "you don't get to choose"
			}
		}
	}
	for w := max(0, head-6); w < head; w++ {
		if r.doc.Words[w].UPOS != english.AUX || int(r.doc.Words[w].Head) != head && w < head-3 {
			continue
		}
		switch lemmaOf(r.doc, w) {
		case "should", "must", "ought", "shall":
			return true
		case "can":
			if subject >= 0 && lowerOf(r.doc, subject) == "you" || w+2 < head && lowerOf(r.doc, head-1) == "be" {
				return true
			}
		}
	}
	return false
}

// governor is the preposition of an oblique, "" for none.
func (r stanceReader) governor(w int) string {
	for v := max(0, w-6); v < w; v++ {
		if int(r.doc.Words[v].Head) == w && r.doc.Words[v].Deprel.String() == "case" {
			return lowerOf(r.doc, v)
		}
	}
	return ""
}

// negatedPhrase reports whether the noun phrase of head w is negated ("no
// missile", "nothing"), and whether only its universality is ("not all").
func (r stanceReader) negatedPhrase(w int) (negated, universal bool) {
	if r.negator(w) {
		return true, false
	}
	for v := max(0, w-10); v < min(len(r.doc.Words), w+4); v++ {
		if int(r.doc.Words[v].Head) != w {
			continue
		}
		switch rel := r.doc.Words[v].Deprel.String(); {
		case rel == "det" && (lowerOf(r.doc, v) == "no" && !r.idiom(v) || lowerOf(r.doc, v) == "neither"):
			negated = true
		case rel == "advmod" && lowerOf(r.doc, v) == "not":
			negated = true
		case rel == "det" || rel == "det:predet" || rel == "advmod" || rel == "amod":
			switch lowerOf(r.doc, v) {
			case "all", "every", "always", "necessarily", "each":
				if v > 0 && lowerOf(r.doc, v-1) == "not" {
					return true, true
				}
			}
		}
	}
	return negated, universal
}

// supports reports whether the verb at w is one of evidence for something.
func (r stanceReader) supports(w int) bool {
	c, _ := patternAt(r.doc, w, min(w+2, len(r.doc.Words)), func(c stanceClass) bool { return c == supportClass })
	return c == supportClass
}

// isProof reports whether the noun at w is one of evidence.
func (r stanceReader) isProof(w int) bool {
	c, _ := patternAt(r.doc, w, w+1, func(c stanceClass) bool { return c == proofClass })
	return c == proofClass
}

// self reports whether a subject is likely the voice itself.
func (r stanceReader) self(w int) bool {
	switch lowerOf(r.doc, w) {
	case "i", "we", "he", "she", "they", "it":
		return true
	}
	return false
}

// reportLike reports whether a subject stands for what others said.
func (r stanceReader) reportLike(w int) bool {
	c, _ := patternAt(r.doc, w, w+1, func(c stanceClass) bool { return c == reportClass })
	return c == reportClass
}

// inverted reports whether a stretch begins with a condition without an "if":
// "Should the dam burst, we will leave".
func (r stanceReader) inverted(p stretch) bool {
	for w := p.first; w < p.last; w++ {
		if r.doc.Words[w].UPOS != english.PUNCT {
			return lowerOf(r.doc, w) == "should" && r.doc.Words[w].UPOS == english.AUX
		}
	}
	return false
}

// opens reports whether word w is the first of a stretch but for marks.
func (r stanceReader) opens(p stretch, w int) bool {
	for v := p.first; v < w; v++ {
		if r.doc.Words[v].UPOS != english.PUNCT {
			return false
		}
	}
	return true
}

// conditional reports whether what is said hangs on an if.
func (r stanceReader) conditional(parts []stretch) bool {
	for _, p := range parts {
		for w := p.first; w < p.last; w++ {
			switch lowerOf(r.doc, w) {
			case "if", "unless":
			case "provided", "assuming", "providing":
				if w+1 < p.last && lowerOf(r.doc, w+1) == "that" {
					return true
				}
				continue
			case "should":
				if r.opens(p, w) && w+2 < p.last && r.doc.Words[w].UPOS == english.AUX && r.doc.Words[w+1].UPOS != english.VERB && r.doc.Words[w+1].UPOS != english.PUNCT {
					if r.endsSentence(w, '?') {
						continue
					}
					return true
				}
				continue
			default:
				continue
			}
			if w > 0 {
				switch lowerOf(r.doc, w-1) {
				case "as", "even", "what", "know", "ask", "asked", "see", "wonder", "wondering", "sure", "doubt", "say", "clear", "unclear", "tell", "knows", "asking", "question":
					continue
				}
			}
			// "asked if it had", but not "if it had, …".
			head := int(r.doc.Words[w].Head)
			if head >= 0 && r.doc.Words[head].Deprel.String() == "ccomp" && w > p.first {
				if g := int(r.doc.Words[head].Head); g >= 0 && g < w {
					continue
				}
			}
			return true
		}
	}
	return false
}

// asks reports whether what is said is a question that doubts: a polar one
// that is not negated, or "how come", "why would".
func (r stanceReader) asks(head int, parts []stretch) bool {
	if !r.endsSentence(parts[0].first, '?') {
		return false
	}
	w := parts[0].first
	for w < parts[0].last && r.doc.Words[w].UPOS == english.PUNCT {
		w++
	}
	if w+1 >= parts[0].last {
		return false
	}
	switch lowerOf(r.doc, w) {
	case "how":
		return lowerOf(r.doc, w+1) == "come"
	case "why":
		return lowerOf(r.doc, w+1) == "would" || lowerOf(r.doc, w+1) == "should"
	}
	if r.doc.Words[w].UPOS != english.AUX {
		return false
	}
	for v := w; v < w+3 && v < parts[0].last; v++ {
		if r.negator(v) {
			return false
		}
	}
	return true
}

// endsSentence reports whether the sentence of word w ends in mark, closing
// quotation marks aside.
func (r stanceReader) endsSentence(w int, mark byte) bool {
	end := r.sentenceEnd(w)
	for v := end - 1; v >= w && v > end-4; v-- {
		f := r.doc.Words[v].In(r.doc.Text)
		if strings.IndexByte(f, mark) >= 0 {
			return true
		}
		if r.doc.Words[v].UPOS != english.PUNCT {
			return false
		}
	}
	return false
}
