package voices

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold lowers s, strips accents, apostrophes and full stops, and turns every
// other mark into a space.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’', r == '‘', r == 'ʿ', r == 'ʾ', r == 'ʻ', r == '`':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteString(letter(unicode.ToLower(r)))
		default:
			space = true
		}
	}
	return b.String()
}

// letter spells the Latin letters that do not decompose.
func letter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	}
	return string(r)
}

// particles are the spellings of particles of Arabic, Hebrew and European
// names, and the form they are brought to; "" drops them.
var particles = map[string]string{
	"al": "", "el": "", "ul": "", "an": "", "as": "", "ash": "", "ad": "", "ar": "", "at": "", "az": "",
	"bin": "ben", "ibn": "ben", "ben": "ben", "bint": "bint",
	"abdul": "abd", "abdel": "abd", "abdal": "abd", "abd": "abd",
	"abou": "abu", "abu": "abu",
	"de": "", "da": "", "di": "", "du": "", "von": "", "van": "", "der": "", "den": "", "la": "", "le": "",
}

// tokens are the words of a folded name with particles unified. A name that
// is nothing but particles keeps them.
func tokens(folded string) []string {
	words := strings.Fields(folded)
	kept := make([]string, 0, len(words))
	for _, w := range words {
		if p, ok := particles[w]; ok {
			w = p
		}
		if w != "" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// spellings are transcription variants, longest first, and what they become.
var spellings = strings.NewReplacer(
	"sch", "sh", "tch", "ch", "iyya", "ia", "iyah", "ia", "iya", "ia", "yya", "ia",
	"ph", "f", "ck", "k", "kh", "h", "gh", "g", "dj", "j", "zh", "j", "cz", "ch",
	"ou", "u", "oo", "u", "ee", "i", "ei", "ai", "ey", "ai", "ay", "ai", "ie", "i",
	"q", "k", "w", "v", "y", "i", "x", "ks", "off", "ov",
)

// sound brings a folded word to a spelling that its transcriptions share.
func sound(word string) string {
	w := spellings.Replace(word)
	var b []byte
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i] == w[i-1] {
			continue
		}
		b = append(b, w[i])
	}
	s := string(b)
	for _, end := range []string{"eh", "ah"} {
		if len(s) > 4 && strings.HasSuffix(s, end) {
			return s[:len(s)-2] + "a"
		}
	}
	if len(s) > 4 && strings.HasSuffix(s, "e") {
		s = s[:len(s)-1]
	}
	return s
}

// skeleton is a word's consonants, its first letter kept: the key under which
// variants are looked for.
func skeleton(word string) string {
	s := sound(word)
	var b strings.Builder
	for i, r := range s {
		if i > 0 && strings.ContainsRune("aeiou", r) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
