package english

import (
	"unicode"
	"unicode/utf8"
)

// wordShape is how a word is written.
type wordShape uint8

const (
	shapeMark wordShape = iota
	shapeSmall
	shapeCapital  // Tehran
	shapeAll      // NATO
	shapeLetter   // A
	shapeInitials // J., U.S.
	shapeMixed    // McKay, iPad
	shapeNumber
	shapeLettersDigits
)

func shapeOf(word string) wordShape {
	upper, lower, digits, dots, n := 0, 0, 0, 0, 0
	first := false
	for i, r := range word {
		n++
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
			first = first || i == 0
		case '0' <= r && r <= '9':
			digits++
		case r == '.':
			dots++
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			first = first || i == 0
		case unicode.IsLetter(r):
			lower++
		}
		if n > 64 {
			break
		}
	}
	switch {
	case upper == 0 && lower == 0 && digits == 0:
		return shapeMark
	case digits > 0 && upper == 0 && lower == 0:
		return shapeNumber
	case digits > 0:
		return shapeLettersDigits
	case upper == 0:
		return shapeSmall
	case dots > 0 && lower == 0:
		return shapeInitials
	case upper == 1 && lower == 0:
		return shapeLetter
	case lower == 0:
		return shapeAll
	case upper == 1 && first:
		return shapeCapital
	}
	return shapeMixed
}

// big reports whether a word of the shape can begin or end a name.
func (s wordShape) big() bool {
	return s >= shapeCapital && s != shapeNumber
}
