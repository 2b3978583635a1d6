package speech

import (
	"sort"

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
	stance := r.stance(s, passage)
	if r.fronted(s) {
		return condition(stance)
	}
	return stance
}

// fronted reports whether a condition stands before the speaker and outside of
// what is said: "If the dam bursts, Adler has promised to resign".
func (r stanceReader) fronted(s *news.Statement) bool {
	if len(s.Source) == 0 || len(s.Cue) == 0 || s.Cue[0].Start < s.Source[0].Start {
		return false
	}
	source, _ := r.words(s.Source[0])
	if source >= len(r.doc.Words) {
		return false
	}
	w := int(r.doc.Sentences[r.sentenceOf(source)].First)
	for w < source && (r.doc.Words[w].UPOS == english.PUNCT || r.doc.Words[w].UPOS == english.CCONJ) {
		w++
	}
	if l := lowerOf(r.doc, w); l != "if" && l != "unless" || w+3 >= source || r.doc.Words[source-1].In(r.doc.Text) != "," || inSpans(s.Content, r.doc.Words[w].Span) || !r.finite(w, source) {
		return false
	}
	for v := w; v < source; v++ {
		if f := r.doc.Words[v].In(r.doc.Text); f == ";" || f == ":" || r.quotedWord(v) {
			return false
		}
	}
	return true
}

func (r stanceReader) stance(s *news.Statement, passage news.Span) news.Stance {
	ops := r.cues(s)
	said := r.said(s, passage)
	if len(said) == 0 {
		return compose(ops)
	}
	own := true
	if len(ops) == 0 {
		if r.namedFalse(s, said) {
			return news.Denies
		}
		if r.directs(s, said) {
			return news.Affirms
		}
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

// ops are the operators of a statement's cue and of what it says in a passage.
func (r stanceReader) ops(s *news.Statement, passage news.Span) []op {
	ops := r.cues(s)
	if said := r.said(s, passage); len(said) > 0 {
		ops = append(ops, r.clause(said, s, true)...)
	}
	return ops
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

func (r stanceReader) sentenceOf(w int) int {
	lo, hi := 0, len(r.doc.Sentences)-1
	for lo < hi {
		mid := (lo + hi) / 2
		if int(r.doc.Sentences[mid].Last) > w {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
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
