package speech

import (
	_ "embed"
	"strings"

	"github.com/hearsay-news/hearsay/outlets"
)

//go:embed outlets.txt
var outletsText string

var outletWords, outletNames = readOutlets()

func readOutlets() (words, names map[string]bool) {
	words, names = map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(outletsText) {
		if list, ok := strings.CutPrefix(line, "words:"); ok {
			for w := range strings.FieldsSeq(list) {
				words[w] = true
			}
		}
		if list, ok := strings.CutPrefix(line, "names:"); ok {
			for n := range strings.SplitSeq(list, "|") {
				names[outletKey(n)] = true
			}
		}
	}
	return words, names
}

var quoteMarks = strings.NewReplacer("’", "'", "“", "", "”", "", "\"", "")

// outletKey is a printed outlet name without article, marks and apostrophes.
func outletKey(name string) string {
	name = quoteMarks.Replace(name)
	name = strings.ToLower(strings.Trim(name, " \t\n,.;:'‘"))
	name = strings.TrimSuffix(name, "'s")
	return strings.TrimPrefix(name, "the ")
}

// IsOutlet reports whether a name is that of a news outlet, agency or
// programme: one that is listed, or one that ends like one.
func IsOutlet(name string) bool {
	key := outletKey(name)
	if outletNames[key] {
		return true
	}
	if _, ok := outlets.Default().Lookup(key); ok {
		return true
	}
	words := strings.Fields(key)
	if len(words) < 2 {
		return false
	}
	first, last := words[0], strings.Trim(words[len(words)-1], "'")
	if last == "agency" || last == "press" || last == "network" || last == "program" {
		return strings.Contains(key, "news") || last == "press" && len(words) < 4 || strings.Contains(key, "tv") || strings.Contains(key, "radio")
	}
	if outletWords[last] {
		return true
	}
	return first == "daily" || first == "radio" || outletNames[strings.Join(words[:len(words)-1], " ")] && outletWords[last]
}
