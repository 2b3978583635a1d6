package english

import "strings"

// UPOS is a universal part of speech, https://universaldependencies.org/u/pos.
type UPOS uint8

// The universal parts of speech.
const (
	X UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var uposNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (u UPOS) String() string { return uposNames[u] }

// NameType is the type of a named entity.
type NameType uint8

// The types of names.
const (
	OtherName NameType = iota
	PersonName
	OrganisationName
	PlaceName
)

var nameTypes = [...]string{"other", "person", "organisation", "place"}

func (t NameType) String() string { return nameTypes[t] }

// XPOS is a Penn Treebank tag, as EWT and GUM use it. The zero value is "_".
type XPOS uint8

var xposNames = [...]string{"_", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``"}

// The Penn tags.
const (
	TagNone XPOS = iota
	TagDollar
	TagCloseQuote
	TagComma
	TagLRB
	TagRRB
	TagPeriod
	TagColon
	TagADD
	TagAFX
	TagCC
	TagCD
	TagDT
	TagEX
	TagFW
	TagGW
	TagHYPH
	TagIN
	TagJJ
	TagJJR
	TagJJS
	TagLS
	TagMD
	TagNFP
	TagNN
	TagNNP
	TagNNPS
	TagNNS
	TagPDT
	TagPOS
	TagPRP
	TagPRPS
	TagRB
	TagRBR
	TagRBS
	TagRP
	TagSYM
	TagTO
	TagUH
	TagVB
	TagVBD
	TagVBG
	TagVBN
	TagVBP
	TagVBZ
	TagWDT
	TagWP
	TagWPS
	TagWRB
	TagOpenQuote
)

func (x XPOS) String() string { return xposNames[x] }

// Deprel is a dependency relation of Universal Dependencies 2, subtype
// included. The zero value is "_".
type Deprel uint8

var deprelNames = [...]string{"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

// The relations.
const (
	RelNone Deprel = iota
	RelAcl
	RelAclRelcl
	RelAdvcl
	RelAdvclRelcl
	RelAdvmod
	RelAmod
	RelAppos
	RelAux
	RelAuxPass
	RelCase
	RelCc
	RelCcPreconj
	RelCcomp
	RelCompound
	RelCompoundPrt
	RelConj
	RelCop
	RelCsubj
	RelCsubjOuter
	RelCsubjPass
	RelDep
	RelDet
	RelDetPredet
	RelDiscourse
	RelDislocated
	RelExpl
	RelFixed
	RelFlat
	RelGoeswith
	RelIobj
	RelList
	RelMark
	RelNmod
	RelNmodDesc
	RelNmodPoss
	RelNmodUnmarked
	RelNsubj
	RelNsubjOuter
	RelNsubjPass
	RelNummod
	RelObj
	RelObl
	RelOblAgent
	RelOblUnmarked
	RelOrphan
	RelParataxis
	RelPunct
	RelReparandum
	RelRoot
	RelVocative
	RelXcomp
)

func (d Deprel) String() string { return deprelNames[d] }

// Feats is a set of morphological features.
type Feats uint32

// The features that are kept.
const (
	Plural Feats = 1 << iota
	Singular
	Person1
	Person2
	Person3
	Past
	Present
	Finite
	Infinitive
	Participle
	Gerund
	Imperative
	Passive
	Masculine
	Feminine
	Neuter
	Possessive
)

// Has reports whether all of g are in f.
func (f Feats) Has(g Feats) bool { return f&g == g }

// Base is the relation without its subtype.
func (d Deprel) Base() Deprel { return deprelBase[d] }

var deprelBase = func() (base [len(deprelNames)]Deprel) {
	for i, name := range deprelNames {
		stem, _, _ := strings.Cut(name, ":")
		base[i] = deprels[stem]
	}
	return base
}()

var (
	uposes  = index[UPOS](uposNames[:])
	xposes  = index[XPOS](xposNames[:])
	deprels = index[Deprel](deprelNames[:])
)

func index[T ~uint8](names []string) map[string]T {
	m := make(map[string]T, len(names))
	for i, name := range names {
		m[name] = T(i)
	}
	return m
}

// ParseUPOS reads a universal part of speech; X is what it does not know.
func ParseUPOS(s string) UPOS { return uposes[s] }

// ParseXPOS reads a Penn tag; TagNone is what it does not know.
func ParseXPOS(s string) XPOS { return xposes[s] }

// ParseDeprel reads a relation; of an unknown subtype it keeps the relation.
func ParseDeprel(s string) Deprel {
	if d, ok := deprels[s]; ok {
		return d
	}
	stem, _, _ := strings.Cut(s, ":")
	if d, ok := deprels[stem]; ok {
		return d
	}
	return RelDep
}
