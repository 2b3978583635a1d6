package dates

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lexicon"
)

//go:embed rules/surroundings.words
var surroundingsFile string

var surroundings = sync.OnceValue(func() lexicon.Lists { return lexicon.Read(surroundingsFile) })

// listed reports whether a word, in whatever case, stands in a list of
// surroundings.words.
func listed(list, word string) bool {
	return word != "" && surroundings().Of(list)[strings.ToLower(word)]
}
