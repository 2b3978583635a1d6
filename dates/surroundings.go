package dates

import "strings"

// reach is how many words around a date are looked at.
const reach = 14

// wordBefore returns the word before a place where nothing but white space
// parts them, as printed.
func wordBefore(text string, at int) string {
	i := at
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\n' && (i < 2 || text[i-2] != '\n')) {
		i--
	}
	end := i
	for i > 0 && isWordByte(text[i-1]) && end-i < 40 {
		i--
	}
	return text[i:end]
}

// wordAfter returns the word after a place where nothing but spaces part them.
func wordAfter(text string, at int) string {
	i := at
	for i < len(text) && text[i] == ' ' {
		i++
	}
	start := i
	for i < len(text) && isWordByte(text[i]) && i-start < 40 {
		i++
	}
	return text[start:i]
}

func capitalised(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// wordsBefore returns the words of the sentence before a place, nearest first.
func wordsBefore(text string, at int) []string {
	var words []string
	for i := at; i > 0 && len(words) < reach; {
		for i > 0 && !isWordByte(text[i-1]) {
			if i--; endsSentence(text, i) {
				return words
			}
		}
		end := i
		for i > 0 && isWordByte(text[i-1]) && end-i < 40 {
			i--
		}
		if w := strings.Trim(text[i:end], "'"); w != "" {
			words = append(words, w)
		}
	}
	if n := len(words); n > 0 && n < reach { // the text's first word
		words[n-1] = strings.ToLower(words[n-1])
	}
	return words
}

// wordsAfter returns the words of the sentence after a place, in order, no more
// than reach.
func wordsAfter(text string, at, reach int) []string {
	var words []string
	for i := at; i < len(text) && len(words) < reach; {
		for i < len(text) && !isWordByte(text[i]) {
			if endsSentence(text, i) {
				return words
			}
			i++
		}
		start := i
		for i < len(text) && isWordByte(text[i]) && i-start < 40 {
			i++
		}
		if w := strings.Trim(text[start:i], "'"); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// sameSentence reports whether no sentence ends between two places, which lie
// near each other.
func sameSentence(text string, from, to int) bool {
	if to-from > 500 {
		return false
	}
	for i := from; i < to; i++ {
		if endsSentence(text, i) {
			return false
		}
	}
	return true
}

func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '\'' || c >= 0x80 }

// endsSentence reports whether the mark at i ends a sentence, as far as one
// can tell from the characters around it.
func endsSentence(text string, i int) bool {
	switch text[i] {
	case '!', '?', ';':
		return true
	case '.':
		if i+1 >= len(text) {
			return true
		}
		next := i + 1
		if next+1 < len(text) && (text[next] == '"' || text[next] == '\'') {
			next++
		}
		if next+1 >= len(text) || text[next] != ' ' && text[next] != '\n' || text[next+1] >= 'a' || i < 3 {
			return false
		}
		return isDigit(text[i-1]) || text[i-1] >= 'a' && text[i-2] >= 'a' && text[i-3] >= 'a'
	case '\n':
		return i+1 < len(text) && text[i+1] == '\n' || i > 0 && text[i-1] == '\n'
	}
	return false
}
