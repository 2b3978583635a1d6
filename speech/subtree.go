package speech

import "github.com/hearsay-news/hearsay/english"

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

// clauseEnd is where the clause that begins at word w ends: with its sentence
// or with the words before last, marks aside.
func (r stanceReader) clauseEnd(w, last int) int {
	end := min(last, r.sentenceEnd(w))
	for end > w+1 && r.doc.Words[end-1].UPOS == english.PUNCT {
		end--
	}
	return end
}
