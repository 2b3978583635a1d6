package speech

import "github.com/hearsay-news/hearsay/english"

// What belongs to a verb of telling though the parse ties it to another word.

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
