package english

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// token is a word before its layers: its bytes and what follows it.
type token struct {
	start, end int32
	paragraph  int32
	glued      bool // no space before it
	abbreviate abbreviation
}

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

// tokenizer cuts a text into words, as the English treebanks of Universal
// Dependencies do: clitics, hyphens and slashes apart, numbers and addresses
// whole.
type tokenizer struct {
	text   string
	tokens []token
	glued  bool
	para   int32
	folded []byte
}

// maxAddress bounds the length of an address in bytes, and with it the work.
const maxAddress = 1024

// chunk cuts the white-space-free stretch [i, end).
func (t *tokenizer) chunk(i, end int) {
	t.glued = false
	if emoticon(t.text[i:end]) {
		t.emit(i, end)
		return
	}
	for i < end {
		next := t.next(i, end)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

func (t *tokenizer) emit(i, j int) {
	t.tokens = append(t.tokens, token{start: int32(i), end: int32(j), paragraph: t.para, glued: t.glued})
	t.glued = true
}

// next emits the word or words at i and returns where they end.
func (t *tokenizer) next(i, end int) int {
	s := t.text
	if !t.glued || !isWordByteBefore(s, i) {
		if j := address(s, i, min(end, i+maxAddress)); j > i {
			t.emit(i, j)
			return j
		}
	}
	c := s[i]
	r, size := utf8.DecodeRuneInString(s[i:end])
	if isWordRune(r) {
		return t.word(i, end)
	}
	j := i + size
	switch {
	case c == '.' || c == '!' || c == '?':
		if c == '.' && j < end && isWordRune(rune(s[j])) && s[j] < utf8.RuneSelf && !t.glued {
			if k := wordEnd(s, j, end); isDigit(s[j]) || k == end && k-j <= 4 {
				t.emit(i, k) // .5, .doc
				return k
			}
		}
		for j < end && (s[j] == '.' || s[j] == '!' || s[j] == '?') {
			j++
		}
		t.emit(i, j)
		return j
	case c == '\'' || r == '’' || r == '‘' || c == '`':
		if k := t.apostrophe(i, j, end); k > 0 {
			return k
		}
		for j < end && strings.HasPrefix(s[j:end], s[i:i+size]) {
			j += size
		}
		t.emit(i, j)
		return j
	case strings.IndexByte("-*=_~+<>#", c) >= 0 || r == '…':
		if (c == '+' || c == '-') && !t.glued && j < end && isDigit(s[j]) && c == '+' {
			k := wordEnd(s, j, end)
			t.emit(i, k)
			return k
		}
		if c == '-' && j < end && s[j] == '-' || c != '-' {
			for j < end && strings.HasPrefix(s[j:end], s[i:i+size]) {
				j += size
			}
		}
		t.emit(i, j)
		return j
	}
	for j < end {
		r, n := utf8.DecodeRuneInString(s[j:end])
		if !isJoined(r) {
			break
		}
		j += n
		if r == 0x200d && j < end { // an emoji joined to the next
			_, n := utf8.DecodeRuneInString(s[j:end])
			j += n
		}
	}
	t.emit(i, j)
	return j
}

// apostrophe takes what starts with an apostrophe: a clitic, or a year like
// '72. It returns 0 where the apostrophe is a quotation mark.
func (t *tokenizer) apostrophe(i, j, end int) int {
	s := t.text
	k := wordEnd(s, j, end)
	if k == j {
		return 0
	}
	rest := s[j:k]
	switch strings.ToLower(rest) {
	case "s", "m", "d", "re", "ve", "ll":
		if t.glued || rest == "s" {
			t.emit(i, k)
			return k
		}
	case "em", "n", "cause", "til", "tis", "twas":
		t.emit(i, k)
		return k
	}
	if isDigit(s[j]) && (k-j == 2 || k-j == 3 && s[k-1] == 's') && !t.glued {
		t.emit(i, k)
		return k
	}
	return 0
}

func isWordByteBefore(s string, i int) bool {
	if i == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isWordRune(r)
}

// wordEnd is the end of the run of letters and digits at i.
func wordEnd(s string, i, end int) int {
	for i < end {
		if c := s[i]; c < utf8.RuneSelf {
			if !isWordRune(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:end])
		if !isWordRune(r) {
			return i
		}
		i += n
	}
	return i
}

// word emits the word at i, with what joins it inside, its clitics apart.
func (t *tokenizer) word(i, end int) int {
	s := t.text
	j := wordEnd(s, i, end)
	for j < end {
		k := j + 1
		joined := false
		switch c := s[j]; {
		case k == end || !isWordByte(s, k, end):
		case c == '.':
			joined = true
			if isLetter(s[j-1]) && !isUpper(s[j-1]) && isUpper(s[k]) && k+1 < end && isLetter(s[k+1]) && !isUpper(s[k+1]) {
				joined = false // a full stop without its space
			}
		case c == ',':
			joined = isDigit(s[j-1]) && isDigit(s[k]) && k+2 < end && isDigit(s[k+1]) && isDigit(s[k+2]) && (k+3 == end || !isDigit(s[k+3]))
		case c == ':':
			joined = isDigit(s[j-1]) && isDigit(s[k])
		case c == '\'':
			joined = isLetter(s[j-1]) && isLetter(s[k])
		case c == '&':
			joined = isLetter(s[j-1]) && isLetter(s[k]) && j-i <= 3
		case c == '@':
			joined = true
		case c == '/':
			joined = isDigit(s[j-1]) && isDigit(s[k])
		case c == '-':
			joined = t.hyphen(i, j, k, end)
		case strings.HasPrefix(s[j:end], "’"):
			k = j + len("’")
			joined = k < end && isLetter(s[j-1]) && isLetter(s[k]) && isWordByte(s, k, end)
		}
		if !joined && s[j] >= utf8.RuneSelf && strings.HasPrefix(s[j:end], "’") {
			k = j + len("’")
			joined = k < end && isLetter(s[j-1]) && isWordByte(s, k, end) && isLetter(s[k])
		}
		if !joined {
			break
		}
		j = wordEnd(s, k, end)
	}
	// A full stop of its own: an initial, an abbreviation.
	if j < end && s[j] == '.' && (j+1 == end || s[j+1] != '.') {
		if kind := t.abbreviated(i, j); kind != notAbbreviated {
			t.emit(i, j+1)
			t.tokens[len(t.tokens)-1].abbreviate = kind
			return j + 1
		}
	}
	if j < end && s[j] == '$' && (s[i:j] == "US" || s[i:j] == "C" || s[i:j] == "A" || s[i:j] == "HK" || s[i:j] == "NZ") {
		t.emit(i, j+1)
		return j + 1
	}
	t.clitics(i, j)
	return j
}

func isWordByte(s string, i, end int) bool {
	if i >= end {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return isWordRune(rune(s[i]))
	}
	r, _ := utf8.DecodeRuneInString(s[i:end])
	return isWordRune(r)
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

func (t *tokenizer) abbreviated(i, j int) abbreviation {
	if j-i > 8 {
		return notAbbreviated
	}
	s := t.text[i:j]
	t.folded = t.folded[:0]
	for k := 0; k < len(s); k++ {
		c := s[k]
		if isUpper(c) {
			c |= 0x20
		}
		t.folded = append(t.folded, c)
	}
	kind := abbreviations[string(t.folded)]
	switch {
	case kind == beforeNumber:
		k := j + 1
		for k < len(t.text) && t.text[k] == ' ' {
			k++
		}
		if k == len(t.text) || !isDigit(t.text[k]) {
			return notAbbreviated
		}
	case kind != notAbbreviated && !isUpper(s[0]) && ordinary[s]:
		return notAbbreviated
	case kind == notAbbreviated && len(s) == 1 && isUpper(s[0]) && s != "I":
		return beforeName
	case kind == notAbbreviated && len(s) > 1 && initials(s):
		return beforeAnything
	}
	return kind
}

// ordinary words that are abbreviations only with a capital.
var ordinary = map[string]bool{"co": true, "ed": true, "est": true, "fig": true, "gen": true, "mar": true, "mon": true, "no": true, "rep": true, "sat": true, "sun": true, "wed": true, "al": false}

// clitics emits [i, j), with 's, n't and their like apart.
func (t *tokenizer) clitics(i, j int) {
	s := t.text[i:j]
	t.folded = t.folded[:0]
	for k := 0; k < len(s); k++ {
		c := s[k]
		if isUpper(c) {
			c |= 0x20
		}
		if c == 0xe2 && strings.HasPrefix(s[k:], "’") {
			c = '\''
			k += 2
		}
		t.folded = append(t.folded, c)
	}
	w := t.folded
	mark := 1
	if len(w) < len(s) {
		mark = len("’")
	}
	n := len(w)
	switch {
	case n > 3 && string(w[n-3:]) == "n't":
		t.emit(i, j-2-mark)
		t.emit(j-2-mark, j)
		return
	case n > 2 && w[n-2] == '\'' && (w[n-1] == 's' || w[n-1] == 'm' || w[n-1] == 'd'):
		t.emitWord(i, j-1-mark)
		t.emit(j-1-mark, j)
		return
	case n > 3 && w[n-3] == '\'' && (string(w[n-2:]) == "re" || string(w[n-2:]) == "ve" || string(w[n-2:]) == "ll"):
		t.emitWord(i, j-2-mark)
		t.emit(j-2-mark, j)
		return
	}
	if cut := contractions[string(w)]; cut > 0 {
		t.emit(i, i+cut)
		t.emit(i+cut, j)
		return
	}
	if cut := unitStart(s); cut > 0 {
		t.emit(i, i+cut)
		t.emit(i+cut, j)
		return
	}
	t.emit(i, j)
}

// emitWord emits what stands before a clitic, which may end in one itself
// (couldn't've) or be a contraction.
func (t *tokenizer) emitWord(i, j int) { t.clitics(i, j) }

// contractions that no apostrophe marks, and where they part.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "doesnt": 4, "didnt": 3, "wouldnt": 5,
	"couldnt": 5, "isnt": 2, "wasnt": 3, "arent": 3, "havent": 4, "aint": 2, "im": 1, "ive": 1, "youre": 3,
	"thats": 4, "whats": 4, "theres": 5, "lemme": 3, "gimme": 3,
}

// unitStart is where the unit starts in a number with a unit: 10km, 1.2m, 5pm.
func unitStart(s string) int {
	if !isDigit(s[0]) {
		return 0
	}
	k := 0
	for k < len(s) && (isDigit(s[k]) || s[k] == '.' || s[k] == ',' || s[k] == ':') {
		k++
	}
	if k < len(s) && units[s[k:]] {
		return k
	}
	return 0
}

var units = map[string]bool{
	"m": true, "k": true, "K": true, "M": true, "bn": true, "mn": true, "tn": true, "mm": true, "cm": true, "km": true, "kg": true,
	"mg": true, "g": true, "lb": true, "lbs": true, "ft": true, "mph": true, "kph": true, "am": true, "pm": true, "AM": true, "PM": true,
	"a.m": true, "p.m": true, "kW": true, "MW": true, "GW": true, "kWh": true, "MB": true, "GB": true, "TB": true, "Hz": true, "GHz": true, "MHz": true, "ml": true, "hrs": true, "yrs": true, "bp": true, "bps": true, "mi": true, "in": true, "oz": true, "p": true,
}

// prefixes stay with the word after their hyphen.
var prefixes = map[string]bool{
	"anti": true, "bi": true, "co": true, "counter": true, "cross": true, "de": true, "e": true, "ex": true, "extra": true,
	"hyper": true, "inter": true, "intra": true, "macro": true, "mega": true, "micro": true, "mid": true, "mini": true,
	"multi": true, "neo": true, "non": true, "over": true, "pan": true, "post": true, "pre": true, "pro": true, "pseudo": true,
	"psycho": true, "quasi": true, "re": true, "semi": true, "socio": true, "sub": true, "super": true, "trans": true, "ultra": true,
	"un": true, "under": true, "arch": true,
}

// hyphen reports whether the hyphen at j stays inside the word [i, …).
func (t *tokenizer) hyphen(i, j, k, end int) bool {
	s := t.text
	if j-i > 24 {
		return false
	}
	t.folded = t.folded[:0]
	digits := true
	for n := i; n < j; n++ {
		c := s[n]
		if isUpper(c) {
			c |= 0x20
		}
		if !isDigit(c) && c != '/' && c != '-' {
			digits = false
		}
		t.folded = append(t.folded, c)
	}
	if prefixes[string(t.folded)] {
		return isLetter(s[k]) || isDigit(s[k])
	}
	if !digits || !isDigit(s[k]) {
		return false
	}
	// Telephone numbers and dates: 555-0100, 11-20-2000.
	n := k
	for n < end && isDigit(s[n]) {
		n++
	}
	if n < end && s[n] == '-' && n+1 < end && isDigit(s[n+1]) {
		return true
	}
	first := j - i
	return strings.IndexByte(s[i:j], '-') > 0 || first == 3 && n-k == 4
}

func emoticon(s string) bool {
	if len(s) < 2 || len(s) > 4 {
		return false
	}
	switch s {
	case ":)", ":(", ";)", ":D", ":-)", ":-(", ";-)", ":P", ":-P", ":/", "=)", ":')", "<3", "^_^", ":-D", "(:", "XD", "T.T", "o_O":
		return true
	}
	return false
}

// address is the end of the web address, mail address or file path at i, or i.
func address(s string, i, end int) int {
	rest := s[i:end]
	web := strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.") || strings.HasPrefix(rest, "ftp://") || strings.HasPrefix(rest, "mailto:")
	j := i
	if web {
		for j < end && s[j] != '<' && s[j] != '>' && s[j] != '"' && s[j] != '|' && !strings.HasPrefix(s[j:end], "”") {
			j++
		}
		open := strings.Count(s[i:j], "(")
		for j > i && (strings.IndexByte(".,;:!?'*]}", s[j-1]) >= 0 || s[j-1] == ')' && open == 0) {
			j--
		}
		return j
	}
	if (s[i] == '@' || s[i] == '#') && i+1 < end && isWordByte(s, i+1, end) && isLetter(s[i+1]) {
		return wordEnd(s, i+1, end)
	}
	if !isWordByte(s, i, end) || strings.IndexByte(rest, '@') < 0 {
		return i
	}
	at := -1
	for j < end && (isWordByte(s, j, end) || strings.IndexByte(".-+%@", s[j]) >= 0) {
		if s[j] == '@' {
			at = j
		}
		_, n := utf8.DecodeRuneInString(s[j:end])
		j += n
	}
	for j > i && strings.IndexByte(".-+%@", s[j-1]) >= 0 {
		j--
	}
	if at > i && at < j-1 {
		return j
	}
	return i
}

func (t token) span() news.Span { return news.Span{Start: int(t.start), End: int(t.end)} }
