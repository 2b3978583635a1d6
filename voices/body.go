package voices

import "strings"

// legal are endings of company names that carry no identity.
var legal = map[string]bool{"inc": true, "incorporated": true, "ltd": true, "limited": true, "corp": true,
	"corporation": true, "co": true, "llc": true, "plc": true, "ag": true, "gmbh": true, "sa": true, "nv": true, "company": true}

var small = map[string]bool{"of": true, "the": true, "and": true, "for": true, "on": true, "in": true, "to": true, "a": true, "an": true}

var bodyMarks = strings.NewReplacer("’s ", " ", "'s ", " ", "’ ", " ", "&", " and ")

// bodyWords are the folded words of an organisation's name without articles
// and legal endings; "'s" after a country is dropped.
func bodyWords(printed string) []string {
	s := strip(printed)
	s = bodyMarks.Replace(s)
	words := strings.Fields(fold(s))
	kept := words[:0:0]
	for i, w := range words {
		if (w == "the" || w == "a" || w == "an") && i == 0 {
			continue
		}
		kept = append(kept, w)
	}
	for len(kept) > 1 && legal[kept[len(kept)-1]] {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// demonym brings "Iranian Foreign Ministry" and "Iran's Foreign Ministry"
// together by rule; what the rule misses stays apart.
func demonym(w string) string {
	for _, end := range []string{"ian", "ean", "an", "i", "ish", "ese"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			for _, tail := range []string{"", "a", "e", "ia", "y"} {
				if _, ok := metonyms[stem+tail]; ok {
					return stem + tail
				}
			}
		}
	}
	return w
}

// acronym is the initials of the words that carry them.
func acronym(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !small[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// bodyName is an organisation's name taken apart.
type bodyName struct {
	words    []string
	key      string
	initials string
}

func parseBody(printed string) bodyName {
	b := bodyName{words: bodyWords(printed)}
	b.initials = acronym(b.words)
	key := strings.Join(b.words, " ")
	if c, ok := metonyms[key]; ok {
		b.key = fold(c)
		return b
	}
	words := make([]string, len(b.words))
	for i, w := range b.words {
		words[i] = demonym(w)
	}
	b.key = strings.Join(words, " ")
	return b
}

// same is how surely two names name one organisation, 0 to 1.
func (b bodyName) same(o bodyName) float64 {
	if len(b.words) == 0 || len(o.words) == 0 {
		return 0
	}
	if b.key == o.key {
		return 1
	}
	if len(b.words) == 1 && len(o.words) > 2 && len(b.words[0]) > 2 && o.initials == b.words[0] ||
		len(o.words) == 1 && len(b.words) > 2 && len(o.words[0]) > 2 && b.initials == o.words[0] {
		return .96
	}
	if len(b.words) != len(o.words) {
		return 0
	}
	s := 1.0
	for i, w := range b.words {
		v := o.words[i]
		p, particle := particles[w]
		if q, also := particles[v]; particle && also && p == q {
			continue
		}
		if s = min(s, similarWord(w, v)); s < .9 {
			return 0
		}
	}
	return s
}

// sameBody is how surely two printed names name one organisation.
func sameBody(a, b string) float64 { return parseBody(a).same(parseBody(b)) }

// similarWord is similar for the words of organisations, of which short ones
// and the names of countries have near neighbours ("Austria", "Australia").
func similarWord(a, b string) float64 {
	if a == b {
		return 1
	}
	_, known := metonyms[a]
	_, also := metonyms[b]
	if known || also || len(a) < 5 || len(b) < 5 {
		return 0
	}
	return similar(a, b)
}
