package english

import (
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
		}
		if strings.HasPrefix(s[j:end], "’") {
			k = j + len("’")
			joined = isLetter(s[j-1]) && isWordByte(s, k, end) && isLetter(s[k])
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

func (t token) span() news.Span { return news.Span{Start: int(t.start), End: int(t.end)} }
