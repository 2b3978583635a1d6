package voices

import (
	_ "embed"
	"strings"
)

//go:embed titles.txt
var titlesText string

//go:embed metonyms.txt
var metonymsText string

//go:embed givens.txt
var givensText string

//go:embed roles.txt
var rolesText string

// gender is what a title, name or pronoun tells.
type gender byte

const (
	anyGender gender = iota
	masculine
	feminine
)

var (
	titles    = map[string]gender{} // folded words -> gender
	genders   = map[string]gender{} // folded given name -> gender
	nicknames = map[string][]int{}  // folded given name -> groups of forms
	metonyms  = map[string]string{} // folded other name -> canonical name
	seats     = map[string]string{} // as metonyms, but only for the source of a statement
	roleKinds = map[string]roleKind{}
)

// roleKind is how a common noun can speak; a noun can be of several kinds.
type roleKind uint8

const (
	spokesRole roleKind = 1 << iota
	personRole
	manyRole
	bodyRole
	documentRole
	wordsRole
	partyRole
)

func init() {
	for line := range lines(titlesText) {
		f := strings.Fields(line)
		g := anyGender
		switch f[len(f)-1] {
		case "m":
			g, f = masculine, f[:len(f)-1]
		case "f":
			g, f = feminine, f[:len(f)-1]
		}
		titles[fold(strings.Join(f, " "))] = g
	}
	group := 0
	for line := range lines(givensText) {
		which, names, _ := strings.Cut(line, ":")
		for set := range strings.FieldsSeq(names) {
			group++
			for name := range strings.SplitSeq(set, "=") {
				name = fold(name)
				g := map[string]gender{"m": masculine, "f": feminine}[which]
				if old, ok := genders[name]; ok && old != g {
					g = anyGender
				}
				genders[name] = g
				if which != "u" {
					nicknames[name] = append(nicknames[name], group)
				}
			}
		}
	}
	for line := range lines(metonymsText) {
		canonical, others, _ := strings.Cut(line, "=")
		canonical = strings.TrimSpace(canonical)
		metonyms[fold(canonical)] = canonical
		for other := range strings.SplitSeq(others, "|") {
			other = strings.TrimSpace(other)
			if seat, ok := strings.CutPrefix(other, "~"); ok {
				seats[fold(seat)] = canonical
			} else {
				metonyms[fold(other)] = canonical
			}
		}
	}
	kinds := map[string]roleKind{"spokes": spokesRole, "person": personRole, "many": manyRole,
		"body": bodyRole, "document": documentRole, "words": wordsRole, "party": partyRole}
	for line := range lines(rolesText) {
		kind, nouns, _ := strings.Cut(line, ":")
		for noun := range strings.FieldsSeq(nouns) {
			roleKinds[noun] |= kinds[kind]
		}
	}
}

// kindOf is how a common noun can speak: as the list has it, else as its
// ending tells.
func kindOf(lemma string) roleKind {
	if k := roleKinds[lemma]; k != 0 {
		return k
	}
	for _, end := range []string{"ist", "ician", "woman", "sman", "eer"} {
		if len(lemma) > len(end)+3 && strings.HasSuffix(lemma, end) {
			return personRole
		}
	}
	return 0
}

// lines yields the lines of a data file without comments.
func lines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
