package english

import (
	"slices"
	"strings"
)

// featNames gives the features as Universal Dependencies writes them, in the
// order of their names.
var featNames = []struct {
	bit  Feats
	name string
}{
	{Feminine, "Gender=Fem"}, {Masculine, "Gender=Masc"}, {Neuter, "Gender=Neut"},
	{Imperative, "Mood=Imp"},
	{Plural, "Number=Plur"}, {Singular, "Number=Sing"},
	{Person1, "Person=1"}, {Person2, "Person=2"}, {Person3, "Person=3"},
	{Possessive, "Poss=Yes"},
	{Past, "Tense=Past"}, {Present, "Tense=Pres"},
	{Finite, "VerbForm=Fin"}, {Gerund, "VerbForm=Ger"}, {Infinitive, "VerbForm=Inf"}, {Participle, "VerbForm=Part"},
	{Passive, "Voice=Pass"},
}

// String is the FEATS column of CoNLL-U.
func (f Feats) String() string {
	if f == 0 {
		return "_"
	}
	var b strings.Builder
	for _, n := range featNames {
		if f.Has(n.bit) {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			b.WriteString(n.name)
		}
	}
	return b.String()
}

// pronouns have their features by form.
var pronouns = map[string]Feats{
	"i": Person1 | Singular, "me": Person1 | Singular, "my": Person1 | Singular | Possessive, "mine": Person1 | Singular | Possessive, "myself": Person1 | Singular,
	"we": Person1 | Plural, "us": Person1 | Plural, "our": Person1 | Plural | Possessive, "ours": Person1 | Plural | Possessive, "ourselves": Person1 | Plural,
	"you": Person2, "your": Person2 | Possessive, "yours": Person2 | Possessive, "yourself": Person2 | Singular, "yourselves": Person2 | Plural,
	"he": Person3 | Singular | Masculine, "him": Person3 | Singular | Masculine, "his": Person3 | Singular | Masculine | Possessive, "himself": Person3 | Singular | Masculine,
	"she": Person3 | Singular | Feminine, "her": Person3 | Singular | Feminine, "hers": Person3 | Singular | Feminine | Possessive, "herself": Person3 | Singular | Feminine,
	"it": Person3 | Singular | Neuter, "its": Person3 | Singular | Neuter | Possessive, "itself": Person3 | Singular | Neuter,
	"they": Person3 | Plural, "them": Person3 | Plural, "their": Person3 | Plural | Possessive, "theirs": Person3 | Plural | Possessive, "themselves": Person3 | Plural,
	"this": Singular, "that": Singular, "these": Plural, "those": Plural,
}

// features gives the morphological features that follow from the word, its
// tags and its place in the tree.
func features(d *Document, s Sentence, i int32, lower []byte) Feats {
	w := &d.Words[i]
	switch w.XPOS {
	case TagNN, TagNNP:
		return Singular
	case TagNNS, TagNNPS:
		return Plural
	case TagPRP, TagPRPS:
		f := pronouns[string(lower)]
		if w.XPOS == TagPRPS {
			f |= Possessive
		}
		return f
	case TagDT:
		return pronouns[string(lower)]
	case TagVBD:
		return Past | Finite | agreement(d, s, i)
	case TagVBZ:
		return Present | Finite | Singular | Person3
	case TagVBP:
		return Present | Finite | agreement(d, s, i)
	case TagMD:
		return Finite
	case TagVBG:
		if w.Deprel == RelAmod || dependent(d, s, i, RelAux) >= 0 {
			return Present | Participle
		}
		return Gerund
	case TagVBN:
		if passive(d, s, i) {
			return Past | Participle | Passive
		}
		return Past | Participle
	case TagVB:
		if imperative(d, s, i) {
			return Imperative | Finite
		}
		return Infinitive
	}
	return 0
}

// agreement is the person and number that a finite verb has from its subject.
func agreement(d *Document, s Sentence, i int32) Feats {
	w := &d.Words[i]
	switch w.Deprel {
	case RelAux, RelAuxPass, RelCop:
		if w.Head >= 0 {
			i = w.Head
		}
	}
	subject := int32(-1)
	for range 4 { // a coordinated verb shares the subject of the first
		if subject = dependent(d, s, i, RelNsubj, RelNsubjPass, RelNsubjOuter); subject >= 0 || d.Words[i].Deprel != RelConj || d.Words[i].Head < 0 {
			break
		}
		i = d.Words[i].Head
	}
	if subject < 0 {
		return 0
	}
	switch x := d.Words[subject].XPOS; {
	case dependent(d, s, subject, RelConj) >= 0:
		return Person3 | Plural
	case x == TagPRP:
		return pronouns[strings.ToLower(d.Words[subject].In(d.Text))] &^ (Masculine | Feminine | Neuter)
	case x == TagNNS || x == TagNNPS:
		return Person3 | Plural
	case x == TagNN || x == TagNNP || x == TagVBG:
		return Person3 | Singular
	case x == TagDT:
		return Person3 | pronouns[strings.ToLower(d.Words[subject].In(d.Text))]
	}
	return Person3
}

// dependent is the first word that depends on i by one of the relations, -1
// for none.
func dependent(d *Document, s Sentence, i int32, relations ...Deprel) int32 {
	for k := s.First; k < s.Last; k++ {
		if w := &d.Words[k]; w.Head == i && slices.Contains(relations, w.Deprel) {
			return k
		}
	}
	return -1
}

// passive reports a participle that has an auxiliary of the passive, or none
// of the perfect and stands in a noun's place of modifier.
func passive(d *Document, s Sentence, i int32) bool {
	for k := s.First; k < s.Last; k++ {
		if w := &d.Words[k]; w.Head == i {
			switch w.Deprel {
			case RelAuxPass, RelNsubjPass, RelCsubjPass:
				return true
			case RelAux:
				return false
			}
		}
	}
	switch d.Words[i].Deprel {
	case RelAcl, RelAmod, RelAdvcl:
		return true
	}
	return false
}

// imperative reports a bare verb without "to", auxiliary or subject that heads
// a clause.
func imperative(d *Document, s Sentence, i int32) bool {
	switch d.Words[i].Deprel {
	case RelRoot, RelParataxis, RelConj, RelCcomp:
	default:
		return false
	}
	for k := s.First; k < s.Last; k++ {
		if w := &d.Words[k]; w.Head == i {
			switch w.Deprel {
			case RelAux, RelMark, RelNsubj:
				return false
			}
		}
	}
	if h := d.Words[i].Head; d.Words[i].Deprel == RelConj && h >= 0 {
		return d.Words[h].XPOS == TagVB && imperative(d, s, h)
	}
	return true
}
