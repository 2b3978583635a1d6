package english

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// abbreviation says of a word that ends in a full stop of its own what follows.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	beforeName
	beforeNumber
	beforeAnything
)

//go:embed abbreviations.txt
var abbreviationsFile string

var abbreviations = readAbbreviations(abbreviationsFile)

func readAbbreviations(file string) map[string]abbreviation {
	kinds := map[string]abbreviation{"title": beforeName, "number": beforeNumber, "any": beforeAnything}
	m := map[string]abbreviation{}
	for line := range strings.Lines(file) {
		if f := strings.Fields(line); len(f) == 2 && kinds[f[0]] != notAbbreviated {
			m[f[1]] = kinds[f[0]]
		}
	}
	return m
}

// initials reports single letters parted by full stops: U.S, e.g, Ph.D.
func initials(s string) bool {
	if len(s) == 1 {
		return isLetter(s[0]) && s[0] < utf8.RuneSelf
	}
	if s == "Ph.D" {
		return true
	}
	for i := 0; i < len(s); i++ {
		if i%2 == 0 && !isLetter(s[i]) || i%2 == 1 && s[i] != '.' {
			return false
		}
	}
	return len(s)%2 == 1
}

// abbreviated says what follows the word [i, j) if it is an abbreviation, which
// the full stop after it belongs to.
func (t *tokenizer) abbreviated(i, j int) abbreviation {
	if j-i > 8 {
		return notAbbreviated
	}
	s := t.text[i:j]
	kind := abbreviations[string(t.fold(s))]
	switch {
	case len(s) == 1 && isUpper(s[0]) && s != "I":
		return beforeName // an initial
	case kind == beforeNumber:
		k := j + 1
		for k < len(t.text) && t.text[k] == ' ' {
			k++
		}
		if k == len(t.text) || !isDigit(t.text[k]) {
			return notAbbreviated
		}
	case kind != notAbbreviated && !isUpper(s[0]) && splits.ordinary[s]:
		return notAbbreviated
	case kind == notAbbreviated && len(s) > 1 && initials(s):
		return beforeAnything
	}
	return kind
}
