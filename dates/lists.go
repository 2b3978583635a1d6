package dates

import (
	_ "embed"
	"strings"
	"sync"
)

// readLists reads lists of words: a name at the line's beginning, its words
// below it, set in.
func readLists(data string) map[string][]string {
	lists := map[string][]string{}
	name := ""
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		switch words := strings.Fields(line); {
		case len(words) == 0:
		case line[0] == ' ':
			lists[name] = append(lists[name], words...)
		default:
			name = words[0]
		}
	}
	return lists
}

//go:embed rules/surroundings.words
var surroundingsFile string

var surroundings = sync.OnceValue(func() map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for name, words := range readLists(surroundingsFile) {
		sets[name] = map[string]bool{}
		for _, w := range words {
			sets[name][w] = true
		}
	}
	return sets
})

// listed reports whether a word, in whatever case, stands in a list of
// surroundings.words.
func listed(list, word string) bool {
	return word != "" && surroundings()[list][strings.ToLower(word)]
}
