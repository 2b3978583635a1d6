package speech

import "github.com/hearsay-news/hearsay/english"

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
