package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// subjectAt reports whether a subject begins at word w, which a "that" before it
// therefore is not.
func (r stanceReader) subjectAt(w int) bool {
	switch r.doc.Words[w].UPOS {
	case english.PRON, english.DET, english.PROPN:
		return true
	}
	return false
}

// nominal makes a statement of the noun for something said at word w, where
// the words [first, last) tell whose it is and what.
func (r stanceReader) nominal(w, first, last, outer int) (news.Statement, bool) {
	if r.doc.Words[w].UPOS != english.NOUN || !sayings[lemmaOf(r.doc, w)] || r.quotedWord(w) {
		return news.Statement{}, false
	}
	a, b := -1, -1 // whose
	that := -1
	for v := w + 1; v < min(last, w+16) && that < 0; v++ {
		switch l := lowerOf(r.doc, v); {
		case l == "that" && (r.doc.Words[v].UPOS == english.SCONJ || v+1 < last && r.subjectAt(v+1)):
			that = v
		case l == "to" && a < 0 && v == w+1 && bySaying[lemmaOf(r.doc, w)] && v+1 < last && (r.doc.Words[v+1].UPOS == english.VERB || r.doc.Words[v+1].UPOS == english.AUX):
			that = v
		case (l == "from" || l == "by") && v == w+1:
			a = v + 1
		case !r.nounPart(v) && (a < 0 || r.doc.Words[v].UPOS != english.PUNCT):
			return news.Statement{}, false
		}
	}
	if that < 0 || that+3 > last {
		return news.Statement{}, false
	}
	if a >= 0 {
		b = that
	} else {
		for v := max(first, w-8); v < w; v++ {
			if int(r.doc.Words[v].Head) == w && r.doc.Words[v].Deprel.String() == "nmod:poss" {
				a, b = r.under(v, first, w)
				for b > a+1 && strings.HasPrefix(lowerOf(r.doc, b-1), "'") {
					b--
				}
				break
			}
		}
	}
	if a < 0 || b <= a || lowerOf(r.doc, a) == "its" || r.doc.Words[a].In(r.doc.Text) == "my" || r.doc.Words[a].In(r.doc.Text) == "our" {
		return news.Statement{}, false
	}
	end := that + 1
	for v := that; v < min(last, that+40); v++ {
		if h := int(r.doc.Words[v].Head); (h == w || h < that) && r.doc.Words[v].UPOS != english.PUNCT {
			_, e := r.under(v, that, last)
			end = max(end, e)
			break
		}
	}
	if end-that < 4 {
		return news.Statement{}, false
	}
	return r.inner(stretch{a, b}, stretch{w, w + 1}, stretch{that, end}, outer), true
}
