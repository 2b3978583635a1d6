package speech

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Stances fills in the stance of each statement: where its voice stands on
// what it speaks of.
func Stances(doc *english.Document, statements []news.Statement) {
	for i := range statements {
		s := &statements[i]
		s.Stance = StanceIn(doc, s, s.Extent())
	}
}

// StanceIn is where the voice of a statement stands on what one passage of it
// states, for statements that run over several sentences or clauses.
func StanceIn(doc *english.Document, s *news.Statement, passage news.Span) news.Stance {
	r := stanceReader{doc: doc}
	ops := r.cues(s)
	said := r.said(s, passage)
	if len(said) == 0 {
		return compose(ops)
	}
	own := true
	if len(ops) == 0 {
		switch r.cueClass(s) {
		case accuseClass:
			if r.conditional(said) {
				return news.Conditional
			}
			return news.Affirms
		case demandClass:
			own = false
		}
		if o, ok := r.phraseOp(said); ok {
			return compose([]op{o})
		}
	}
	stance := compose(append(ops, r.clause(said, s, own)...))
	if stance != news.Affirms {
		return stance
	}
	// "was aware of the reports but would not say …": a later clause that is
	// no plain affirmation is what counts.
	inside := among(said)
	head := r.top(said, inside)
	for w := said[0].first; head >= 0 && w < said[len(said)-1].last; w++ {
		if w == head || !inside(w) {
			continue
		}
		if !r.coordinate(w, head, inside) {
			continue
		}
		switch later := compose(append(ops, r.predicates(w, inside, s, own, 0)...)); later {
		case news.Declines, news.Doubts:
			return later
		}
	}
	return stance
}

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
	for _, p := range stancePhrases {
		if p.re.MatchString(text) {
			return p.op, true
		}
	}
	return 0, false
}

// cues are the operators of all cues of a statement.
func (r stanceReader) cues(s *news.Statement) []op {
	var ops []op
	for _, c := range s.Cue {
		ops = append(ops, r.cue(c, s)...)
	}
	return ops
}

// ops are the operators of a statement's cue and of what it says in a passage.
func (r stanceReader) ops(s *news.Statement, passage news.Span) []op {
	ops := r.cues(s)
	if said := r.said(s, passage); len(said) > 0 {
		ops = append(ops, r.clause(said, s, true)...)
	}
	return ops
}

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

// NarrationStance is where an article stands on what a passage of its own
// narration states.
func NarrationStance(doc *english.Document, passage news.Span) news.Stance {
	r := stanceReader{doc: doc}
	first, last := r.words(passage)
	if first >= last {
		return news.Affirms
	}
	return compose(r.clause([]stretch{{first, last}}, nil, false))
}

// op is one thing on the way from a voice to what it speaks of.
type op uint8

const (
	opNegate  op = iota // "not"
	opDeny              // "reject"
	opDispute           // "dispute": negated it grants
	opDoubt             // "question"
	opDecline           // "declined to comment"
	opSilent            // "comment": only negated it matters
	opBelieve           // "think"
	opSure              // "convinced", "always"
	opFail              // "failed to"
	opIf                // "if confirmed"
	opTrue              // "is true"
)

// compose works out the stance from the operators, outermost first.
func compose(ops []op) news.Stance {
	stance := news.Affirms
	for i := len(ops) - 1; i >= 0; i-- {
		switch ops[i] {
		case opDeny, opDispute:
			stance = news.Denies
		case opDoubt:
			stance = news.Doubts
		case opDecline:
			stance = news.Declines
		case opIf:
			if stance != news.Declines {
				stance = news.Conditional
			}
		case opNegate, opFail:
			inner := opTrue
			if i+1 < len(ops) {
				inner = ops[i+1]
			}
			stance = negated(inner, stance, ops[i] == opFail)
		}
	}
	return stance
}

// negated is the stance where inner, and what it led to, is negated.
func negated(inner op, stance news.Stance, failed bool) news.Stance {
	switch inner {
	case opDeny:
		return news.Declines
	case opDispute, opDoubt:
		return news.Affirms
	case opDecline:
		return news.Affirms
	case opSilent:
		return news.Declines
	case opSure:
		return news.Doubts
	case opFail:
		return news.Affirms
	case opIf:
		return news.Conditional
	case opNegate:
		if failed {
			return news.Declines
		}
		return news.Affirms
	}
	switch stance {
	case news.Affirms:
		return news.Denies
	case news.Denies:
		return news.Affirms
	}
	return stance
}

// stretch is the words [first, last).
type stretch struct{ first, last int }

// stanceReader reads operators off a document.
type stanceReader struct{ doc *english.Document }

func (r stanceReader) words(s news.Span) (first, last int) {
	first = sort.Search(len(r.doc.Words), func(i int) bool { return r.doc.Words[i].End > s.Start })
	last = first
	for last < len(r.doc.Words) && r.doc.Words[last].Start < s.End {
		last++
	}
	return first, last
}

// said is the content of s within the passage, as stretches of words.
func (r stanceReader) said(s *news.Statement, passage news.Span) []stretch {
	var out []stretch
	for _, c := range s.Content {
		c.Start, c.End = max(c.Start, passage.Start), min(c.End, passage.End)
		if c.Start >= c.End {
			continue
		}
		if first, last := r.words(c); first < last {
			out = append(out, stretch{first, last})
		}
	}
	return out
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
	end := last
	// Where nothing is said, the complement belongs to the cue: "failed to
	// follow suit", "issued a strong denial".
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
	return append(ops, r.scan(first, min(end, last+6))...)
}

// scan reads operators from left to right.
func (r stanceReader) scan(first, last int) []op {
	var ops []op
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
	case "n't", "never", "neither", "nor", "cannot", "nobody", "nothing", "none", "nowhere":
		return true
	case "no":
		return r.doc.Words[w].UPOS == english.DET || r.doc.Words[w].UPOS == english.ADV
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
			if w > head && complement < 0 {
				complement = w
			}
		case r.negator(w) && rel != "conj":
			neg = true
		case rel == "det" && lowerOf(r.doc, w) == "no":
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
	self := own && (subject < 0 || r.self(subject))
	if self || class == failClass && own {
		switch class {
		case denyClass, disputeClass, doubtClass, declineClass:
			return append(ops, classOps[class])
		case silentClass, convincedClass:
			if neg {
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
	if subject >= 0 {
		if l := lowerOf(r.doc, subject); l == "i" || l == "we" {
			return false
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
	return lemmaOf(r.doc, head) == "let"
}

// transparent verbs hand the stance on to their complement: "continue to
// reject", "must dismiss".
var transparent = map[string]bool{"continue": true, "want": true, "try": true, "seek": true, "have": true, "go": true, "begin": true, "start": true,
	"need": true, "be": true, "feel": true, "think": true, "believe": true, "say": true, "repeat": true, "insist": true, "like": true, "wish": true, "attempt": true, "move": true, "choose": true, "conclude": true, "decide": true, "determine": true, "realize": true, "make": true, "mean": true, "understand": true, "know": true}

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
		case rel == "det" && (lowerOf(r.doc, v) == "no" || lowerOf(r.doc, v) == "neither"):
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
				if w == p.first && w+2 < p.last && r.doc.Words[w].UPOS == english.AUX && r.doc.Words[w+1].UPOS != english.VERB && r.doc.Words[w+1].UPOS != english.PUNCT {
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
