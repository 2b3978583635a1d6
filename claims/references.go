package claims

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// references count what a stranger cannot look up: pronouns that stand for
// nobody named before, speakers who say "we", things called "the bill" that
// nothing introduces.
func (x *stretch) references(p *passage) float64 {
	score := 0.0
	named, somebody := false, false // that a later pronoun may stand for
	candidates := 0
	speaker := p.statement < 0 // named beside what is said
	dangling, own, definite := false, false, 0.0
	seen := map[string]bool{}
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		lemma := strings.ToLower(w.Lemma)
		switch w.UPOS {
		case english.PRON:
			switch lemma {
			case "it":
				dangling = dangling || !named && w.Deprel.Base() != english.RelExpl
			case "he", "she", "him", "his", "her":
				dangling = dangling || !somebody || candidates < 2 && object(w)
			case "they", "this", "these", "those", "their", "its", "them":
				dangling = dangling || !named || candidates < 2 && object(w)
			case "we", "i", "you", "my", "our", "your", "us", "me", "mine", "ours":
				own = true
			}
		case english.PROPN:
			named = true
			somebody = somebody || x.person(i)
			speaker = speaker || !within(p, w)
			if w.Deprel.Base() != english.RelFlat && w.Deprel.Base() != english.RelCompound {
				candidates++
			}
		case english.NOUN:
			if w.Deprel.Base() == english.RelNsubj {
				named, somebody = true, somebody || human(lemma)
			}
			if !seen[lemma] {
				definite += x.definite(i, lemma)
			}
			seen[lemma] = true
		case english.DET:
			switch lemma {
			case "this", "that", "these", "those", "such":
				if w.Head < 0 || !ofTime[x.d.Words[w.Head].Lemma] {
					definite += 0.3
				}
			}
		}
	}
	if dangling {
		score -= 0.7
	}
	if own {
		score -= 0.3
		if !speaker {
			score -= 0.4
		}
	}
	return score - min(definite, 0.5)
}

// person reports whether a word is part of a person's name.
func (x *stretch) person(i int32) bool {
	names := x.d.Names
	k := sort.Search(len(names), func(k int) bool { return names[k].Last > i })
	return k < len(names) && names[k].First <= i && names[k].Type == english.PersonName
}

// humans are nouns for people that their endings do not tell.
var humans = setOf("man woman men women person teen chief head judge mother father son daughter wife husband brother sister boy girl victim aide guard pilot coach king queen prince friend colleague boss mayor deputy witness suspect nurse star captain general secretary attorney neighbour neighbor")

// human reports whether a noun is one for a person.
func human(lemma string) bool {
	if humans[lemma] {
		return true
	}
	for _, end := range []string{"er", "or", "ist", "man", "woman", "ian", "ant", "ent", "ee", "person"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+2 {
			return !strings.HasSuffix(lemma, "ment")
		}
	}
	return false
}

// definite weighs a noun that is taken as known: "the" and nothing that tells
// which.
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
	known := 0.25
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if w.Head == noun {
			switch w.Deprel.Base() {
			case english.RelDet, english.RelCase, english.RelPunct, english.RelCc, english.RelConj:
			case english.RelAmod, english.RelCompound, english.RelNummod:
				if w.UPOS == english.PROPN || x.d.Words[noun].Deprel.Base() != english.RelNsubj {
					return 0
				}
				known = 0.12 // "the second bill"
			default:
				if !human(lemma) || x.names(noun) {
					return 0
				}
				known = 0.2 // "the man, from the valley"
			}
		}
	}
	switch x.d.Words[noun].Deprel.Base() {
	case english.RelNsubj, english.RelObj:
		return known
	case english.RelCompound:
		return 0
	}
	return 0.2
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
