package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Take is a clause of what is said and where the voice stands on it.
type Take struct {
	news.Span
	Stance news.Stance
}

// Takes parts what a statement says within a passage (of one sentence) into
// its coordinate clauses and its condition, each with the voice's stance:
// "said it had seen the reports but could not confirm them if …". There is at
// least one; a statement without content has one that covers the passage.
func Takes(doc *english.Document, s *news.Statement, passage news.Span) []Take {
	r := stanceReader{doc: doc}
	said := r.said(s, passage)
	whole := []Take{{passage, StanceIn(doc, s, passage)}}
	if len(said) == 0 {
		return whole
	}
	inside := among(said)
	head := r.top(said, inside)
	if head < 0 {
		return whole
	}
	roots := []int{head}
	for w := said[0].first; w < said[len(said)-1].last; w++ {
		if w == head || !inside(w) {
			continue
		}
		if r.coordinate(w, head, inside) || r.doc.Words[w].Deprel.String() == "advcl" && r.marked(w, "if", "unless") {
			roots = append(roots, w)
		}
	}
	if len(roots) == 1 {
		return whole
	}
	owner := map[int]int{}
	for i, root := range roots {
		owner[root] = i
	}
	bounds := make([]stretch, len(roots))
	for w := said[0].first; w < said[len(said)-1].last; w++ {
		if !inside(w) || r.doc.Words[w].UPOS == english.PUNCT || r.doc.Words[w].UPOS == english.CCONJ {
			continue
		}
		v := w
		for n := 0; n < 60 && v >= 0; n++ {
			if i, ok := owner[v]; ok {
				b := &bounds[i]
				if b.last == 0 {
					b.first = w
				}
				b.last = w + 1
				break
			}
			v = int(r.doc.Words[v].Head)
		}
	}
	inverted := r.inverted(said[0])
	var out []Take
	for i, b := range bounds {
		if b.last-b.first < 2 && i > 0 {
			continue
		}
		// Clauses that lie within each other are shown whole.
		for _, o := range bounds[i+1:] {
			if o.last > 0 && o.first < b.last && o.first > b.first {
				b.last = min(b.last, o.first)
			}
		}
		for b.last > b.first+1 && (r.doc.Words[b.last-1].UPOS == english.PUNCT || r.doc.Words[b.last-1].UPOS == english.CCONJ) {
			b.last--
		}
		if b.last <= b.first {
			continue
		}
		span := news.Span{Start: doc.Words[b.first].Start, End: doc.Words[b.last-1].End}
		stance := StanceIn(doc, s, span)
		// A condition holds for what it is a condition of.
		if (i == 0 || inverted || r.marked(roots[i], "if", "unless")) && r.conditional(said) {
			stance = condition(stance)
		}
		out = append(out, Take{span, stance})
	}
	if len(out) == 0 {
		return whole
	}
	return out
}

func condition(s news.Stance) news.Stance {
	if s == news.Affirms || s == news.Denies {
		return news.Conditional
	}
	return s
}

// top is the main predicate of what is said, -1 for none.
func (r stanceReader) top(parts []stretch, inside func(int) bool) int {
	head := -1
	for w := parts[0].first; w < parts[len(parts)-1].last; w++ {
		word := &r.doc.Words[w]
		if !inside(w) || word.UPOS == english.PUNCT {
			continue
		}
		if h := int(word.Head); h >= 0 && inside(h) {
			continue
		}
		if head < 0 || predicate(word) && !predicate(&r.doc.Words[head]) {
			head = w
		}
		if predicate(&r.doc.Words[head]) {
			break
		}
	}
	return head
}

// joined reports whether w is coordinated with head, or over other conjuncts.
func (r stanceReader) joined(w, head int, inside func(int) bool) bool {
	for range 6 {
		h := int(r.doc.Words[w].Head)
		if h == head {
			return true
		}
		if h < 0 || !inside(h) {
			return false
		}
		switch r.doc.Words[h].Deprel.String() {
		case "conj", "parataxis":
		default:
			return false
		}
		w = h
	}
	return false
}

// clausal reports whether the word at w heads a clause: a verb, or a
// predicate with a copula or a subject.
func (r stanceReader) clausal(w int, inside func(int) bool) bool {
	if r.doc.Words[w].UPOS == english.VERB {
		return true
	}
	for v := max(0, w-20); v < w; v++ {
		if int(r.doc.Words[v].Head) != w || !inside(v) {
			continue
		}
		switch r.doc.Words[v].Deprel.String() {
		case "cop", "nsubj", "nsubj:pass", "aux":
			return true
		}
	}
	return false
}

// marked reports whether the clause of w begins with one of the words.
func (r stanceReader) marked(w int, words ...string) bool {
	for v := max(0, w-20); v < w; v++ {
		if int(r.doc.Words[v].Head) == w && oneOf(words, lowerOf(r.doc, v)) {
			return true
		}
	}
	return false
}
