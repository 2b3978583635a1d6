package copying

import (
	_ "embed"
	"strings"
)

//go:embed words/function.txt
var functionText string

//go:embed words/same.txt
var sameText string

//go:embed words/furniture.txt
var furnitureText string

// Weights of words when passages are compared.
const (
	functionWeight = 1
	contentWeight  = 4
)

var (
	functionWords = func() map[string]bool {
		m := map[string]bool{}
		for line := range dataLines(functionText) {
			for word := range strings.FieldsSeq(line) {
				m[word] = true
			}
		}
		return m
	}()
	// sameWords maps a word to the first word of its line in same.txt. A word
	// of two lines belongs to the first.
	sameWords = func() map[string]string {
		m := map[string]string{}
		for line := range dataLines(sameText) {
			words := strings.Fields(line)
			for _, word := range words {
				if _, ok := m[word]; !ok {
					m[word] = words[0]
				}
			}
		}
		return m
	}()
	furnitureOpenings = func() [][]string {
		var all [][]string
		for line := range dataLines(furnitureText) {
			all = append(all, strings.Fields(line))
		}
		return all
	}()
)

// dataLines yields the lines of an embedded list that are neither empty nor
// comments.
func dataLines(text string) func(func(string) bool) {
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

// class is the form under which words count as nearly the same: synonyms by
// the list, else the stem.
func class(word string) string {
	if s, ok := sameWords[word]; ok {
		return s
	}
	s := stem(word)
	if t, ok := sameWords[s]; ok {
		return t
	}
	return s
}

// stem takes the commonest English endings off a word and levels British and
// American spelling. It need not yield a word, only the same for the forms of
// one.
func stem(w string) string {
	if len(w) < 4 || w[0] < 'a' || w[0] > 'z' {
		return w
	}
	for _, ending := range [...]string{"ings", "ing", "edly", "ies", "ied", "ed", "es", "s", "ly", "y", "e"} {
		if len(w)-len(ending) >= 3 && strings.HasSuffix(w, ending) && !(ending == "s" && (w[len(w)-2] == 's' || w[len(w)-2] == 'u' || w[len(w)-2] == 'i')) {
			w = w[:len(w)-len(ending)]
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		w = w[:n-1] // stopp-ed
	}
	if strings.HasSuffix(w, "i") || strings.HasSuffix(w, "e") {
		w = w[:len(w)-1]
	}
	w = strings.Replace(w, "our", "or", 1)
	if strings.HasSuffix(w, "is") && len(w) > 5 {
		w = w[:len(w)-2] + "iz"
	}
	return w
}
