package stories

import (
	_ "embed"
	"strings"
	"sync"
)

// roundups.txt lists words of titles that announce many stories in one.
//
//go:embed roundups.txt
var roundupsText string

var roundupTitles = sync.OnceValue(func() []string {
	var out []string
	for line := range strings.Lines(roundupsText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
})

func isRoundup(title string) bool {
	title = strings.ToLower(title)
	for _, words := range roundupTitles() {
		if i := strings.Index(title, words); i >= 0 && (i == 0 || title[i-1] == ' ') {
			return true
		}
	}
	return false
}

// scattered reports whether an article lies near three stories that have
// nothing to do with each other.
func scattered(cs []Candidate) bool {
	var apart []*story
	for i := range cs {
		if cs[i].Chance < scatterChance {
			break
		}
		alone := true
		for _, s := range apart {
			alone = alone && cosine(&cs[i].story.words, &s.words) < 0.1
		}
		if alone {
			apart = append(apart, cs[i].story)
		}
	}
	return len(apart) >= 3
}

// scatterChance is how likely each of the stories must be to count.
const scatterChance = 0.2
