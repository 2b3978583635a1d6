// Package lexicon reads the lists of words that rules look words up in.
package lexicon

import "strings"

// Lists are sets of words by name.
type Lists map[string]map[string]bool

// Read reads lists: a name at the beginning of a line, its words below it, set
// in. What stands behind a # is a comment.
func Read(text string) Lists {
	lists := Lists{}
	var list map[string]bool
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if line[0] != ' ' {
			list = map[string]bool{}
			lists[words[0]] = list
			continue
		}
		for _, w := range words {
			list[w] = true
		}
	}
	return lists
}

// Of is the list of a name. It panics where there is none: the lists are part
// of the program.
func (l Lists) Of(name string) map[string]bool {
	list, ok := l[name]
	if !ok {
		panic("lexicon: no list " + name)
	}
	return list
}
