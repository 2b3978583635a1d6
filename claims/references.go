package claims

import (
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/english"
)

// references count what a stranger cannot look up: pronouns that stand for
// nobody named before, speakers who say "we", things called "the bill" that
// nothing introduces.
func (x *stretch) references(p *passage) float64 {
	score, definite, beside := 0.0, 0.0, 0.0
	own, speaker := false, p.statement < 0 // named beside what is said
	seen := map[string]bool{}
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		lemma := strings.ToLower(w.Lemma)
		switch w.UPOS {
		case english.PRON:
			own = own || ownWords[lemma]
		case english.PROPN:
			speaker = speaker || !within(p, w)
		case english.NOUN:
			if known := x.definite(i, lemma); seen[lemma] {
			} else if x.subject(i) {
				definite += known
			} else {
				beside += known
			}
			seen[lemma] = true
		case english.DET:
			if pointers[lemma] && (w.Head < 0 || !ofTime[x.d.Words[w.Head].Lemma]) {
				beside += 0.3
			}
		}
	}
	if x.dangling() {
		score -= 0.7
	}
	if own {
		score -= 0.3
		if !speaker {
			score -= 0.4
		}
	}
	return score - min(definite+min(beside, 0.35), 0.7)
}

// ownWords are those by which speakers speak of themselves and whom they speak
// to.
var ownWords = setOf("we i you my our your us me mine ours yours")

var pointers = setOf("this that these those such")

// definite weighs a noun that is taken as known: "the" and nothing that tells
// which. What the titles of the story name is known in part.
func (x *stretch) definite(noun int32, lemma string) float64 {
	if unique[lemma] || ofTime[lemma] {
		return 0
	}
	the := false
	for i := max(x.first, noun-3); i < noun; i++ {
		the = the || x.d.Words[i].Head == noun && strings.EqualFold(x.d.Words[i].In(x.d.Text), "the")
	}
	if !the {
		return 0
	}
	if x.titled[lemma] {
		return 0.5 * x.unknown(noun, lemma)
	}
	return x.unknown(noun, lemma)
}

// unknown weighs how little is told of a noun that is taken as known.
func (x *stretch) unknown(noun int32, lemma string) float64 {
	subject := x.subject(noun)
	known := 0.2
	if subject {
		known = 0.4
	}
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if w.Head != noun {
			continue
		}
		switch w.Deprel.Base() {
		case english.RelDet, english.RelCase, english.RelPunct, english.RelCc, english.RelConj:
		case english.RelAmod, english.RelCompound, english.RelNummod:
			if w.UPOS == english.PROPN || strings.HasSuffix(strings.ToLower(w.In(x.d.Text)), "est") {
				return 0
			}
			known = 0.1
			if subject {
				known = 0.25 // "the second bill"
			}
		default:
			if !human(lemma) || x.names(noun) || x.of(i) {
				return 0
			}
			known = 0.2 // "the man, from the valley"
		}
	}
	if x.d.Words[noun].Deprel.Base() == english.RelCompound {
		return 0
	}
	return known
}

// subject reports whether a noun is the subject of the stretch, or of what
// somebody says in it.
func (x *stretch) subject(noun int32) bool {
	w := &x.d.Words[noun]
	if w.Deprel.Base() != english.RelNsubj || w.Head < 0 {
		return false
	}
	verb := &x.d.Words[w.Head]
	outside := func(i int32) bool { return i < x.first || i >= x.last }
	return outside(verb.Head) || (verb.Deprel.Base() == english.RelCcomp || verb.Deprel.Base() == english.RelParataxis) && outside(x.d.Words[verb.Head].Head)
}

// of reports whether what hangs on a noun tells whose it is by a name: "of the
// council of Halvern".
func (x *stretch) of(dependent int32) bool {
	of := false
	for i := max(x.first, dependent-4); i < x.last; i++ {
		w := &x.d.Words[i]
		of = of || w.Head == dependent && strings.EqualFold(w.In(x.d.Text), "of")
		if of && w.UPOS == english.PROPN && i >= dependent-3 {
			return true
		}
		if w.Head < dependent-4 && i > dependent {
			return false
		}
	}
	return false
}

// names reports whether a name stands soon after a noun: "the suspect, named
// as …".
func (x *stretch) names(noun int32) bool {
	for i := noun + 1; i < min(noun+9, x.last); i++ {
		if x.d.Words[i].UPOS == english.PROPN && x.person(i) {
			return true
		}
	}
	return false
}

// unique things need no introduction.
var unique = setOf("president government world country nation state public police economy media press sun internet web army military law court scene ground end beginning rest majority number way fact future past first last area air sea market house street north south east west city region hospital road")

var ofTime = setOf("day week month year morning evening night afternoon time weekend summer winter spring autumn hour minute moment season decade century date")

// titled are the nouns of the titles of the story's reports, in the singular.
func (g *grouping) titled() map[string]bool {
	set := map[string]bool{}
	for _, rep := range g.reports {
		for w := range strings.FieldsFuncSeq(strings.ToLower(rep.Article.Title), func(r rune) bool { return !unicode.IsLetter(r) }) {
			set[w], set[strings.TrimSuffix(w, "s")] = true, true
		}
	}
	return set
}
