package english

import (
	"strings"
	"unicode/utf8"
)

// maxAddress bounds the length of an address in bytes, and with it the work.
const maxAddress = 1024

// emoticon reports a face drawn in signs, which is one word.
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
