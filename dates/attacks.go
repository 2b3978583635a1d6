package dates

import "strings"

// datedAttacks settles the year of "the Sept. 11 attack": the one that the text
// prints with that day elsewhere; else 2001 where some word of the text points
// to the attacks of that year, which the rules take to be meant. Where more than
// one attack is spoken of, or its victims, it stays with that.
func datedAttacks(text string, list []Expression) {
	year, named := int32(0), false
	for i := range list {
		f := &list[i].frame
		if f.value[fieldGuard] != guardAttacks && f.value[fieldMonth] == 9 && f.value[fieldDay] == 11 && f.has(fieldYear) {
			named = named || f.value[fieldYear] == 2001
			year = f.value[fieldYear]
		}
	}
	for i := range list {
		e := &list[i]
		f := &e.frame
		switch {
		case f.value[fieldGuard] != guardAttacks || named || !strings.EqualFold(wordAfter(text, e.End), "attack"):
		case year != 0:
			f.put(feature{fieldYear, year})
		case !recallsAttacks(text):
			f.drop(fieldYear)
			e.tense = tenseOf(text, e.Start, e.End)
		}
	}
}

// recallsAttacks reports whether some word of a text is one by which the
// attacks of 2001 are told of.
func recallsAttacks(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isWordByte(text[i]) {
			continue
		}
		start := i
		for i < len(text) && isWordByte(text[i]) {
			i++
		}
		if listed("attacks-recalled", text[start:i]) {
			return true
		}
	}
	return false
}
