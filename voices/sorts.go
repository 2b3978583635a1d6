package voices

import (
	_ "embed"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

//go:embed sorts.txt
var sortsText string

// sorts are the kinds of body that a common noun may come back to, and that
// the last word of a name gives away.
var nounSorts, nameSorts = readSorts()

func readSorts() (nouns, names map[string]string) {
	nouns, names = map[string]string{}, map[string]string{}
	for line := range lines(sortsText) {
		sort, rest, _ := strings.Cut(line, ":")
		before, after, _ := strings.Cut(rest, "<-")
		for w := range strings.FieldsSeq(before) {
			nouns[w] = sort
		}
		for w := range strings.FieldsSeq(after) {
			names[w] = sort
		}
	}
	return nouns, names
}

// unlike reports whether a body is of another sort than a common noun for
// bodies: no association is "the agency".
func unlike(noun string, e *entity) bool {
	want := nounSorts[noun]
	if want == "" {
		return false
	}
	known := false
	for _, f := range e.forms {
		words := bodyWords(f)
		if full, ok := metonyms[strings.Join(words, " ")]; ok {
			words = bodyWords(full)
		}
		if len(words) == 0 {
			continue
		}
		switch nameSorts[words[len(words)-1]] {
		case "":
		case want:
			return false
		default:
			known = true
		}
	}
	return known || e.kind == news.OutletVoice && want != "outlet"
}
