package voices

import (
	_ "embed"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

//go:embed things.txt
var thingsText string

// thingNouns are common nouns for what cannot speak.
var thingNouns = func() map[string]bool {
	out := map[string]bool{}
	for line := range lines(thingsText) {
		for noun := range strings.FieldsSeq(line) {
			out[noun] = true
		}
	}
	return out
}()

// abstract are endings of nouns for qualities and deeds.
var abstract = []string{"ness", "ability", "ibility", "ation", "ition", "ction", "ssion", "ement", "ality"}

// collective are nouns with such an ending that stand for people.
var collective = set("administration organization organisation association federation corporation foundation delegation opposition population congregation coalition prosecution commission faction " +
	"generation nation convention government management parliament department establishment electorate leadership regiment movement mission section")

// mute reports whether the noun at word w, which names no role, is one for
// what cannot speak, or no noun at all and none of the words for some people.
func (r *resolver) mute(w int) bool {
	switch r.doc.Words[w].UPOS {
	case english.NOUN:
	case english.AUX, english.ADP, english.SCONJ, english.CCONJ, english.PUNCT, english.PART:
		return true
	case english.DET:
		switch r.lower(w) {
		case "the", "a", "an", "this", "that", "every":
			return true
		}
		return false
	default:
		return false
	}
	lemma := r.lemma(w)
	if r.capital(w) || collective[lemma] {
		return false // a capital may be that of a name
	}
	if thingNouns[lemma] {
		return true
	}
	for _, end := range abstract {
		if len(lemma) > len(end)+2 && strings.HasSuffix(lemma, end) {
			return true
		}
	}
	return false
}
