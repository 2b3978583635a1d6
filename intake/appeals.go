package intake

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed rules/appeals.txt
var appealCues string

// in reports how many different cues of a list stand in the words, and
// whether a strong one (marked "!") is among them.
func (c cueList) in(words []lineWord) (n int, strong bool) {
	for i := range words {
		for _, cue := range c[words[i].lower] {
			if len(cue.words) > len(words)-i {
				continue
			}
			hit := true
			for k, w := range cue.words {
				if words[i+k].lower != w {
					hit = false
					break
				}
			}
			if hit {
				n++
				strong = strong || cue.strong
				break
			}
		}
	}
	return n, strong
}

// cueList holds phrases by their first word.
type cueList map[string][]cue

type cue struct {
	words  []string
	strong bool
}

var appeals = sync.OnceValue(func() cueList { return parseCues(appealCues) })

func parseCues(text string) cueList {
	list := cueList{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		phrase, strong := strings.CutSuffix(line, "!")
		for _, p := range writtenOut(phrase) {
			if words := strings.Fields(p); len(words) > 0 {
				list[words[0]] = append(list[words[0]], cue{words, strong})
			}
		}
	}
	return list
}
