package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// commonEnglish are words that make up about a third of any English text and
// next to nothing of a text in another language.
var commonEnglish = map[string]bool{
	"the": true, "of": true, "to": true, "and": true, "that": true, "for": true, "is": true, "was": true,
	"with": true, "as": true, "it": true, "by": true, "from": true, "has": true, "have": true, "had": true,
	"said": true, "are": true, "not": true, "which": true, "their": true, "they": true, "been": true,
	"would": true, "will": true, "were": true, "this": true, "who": true, "his": true, "her": true, "he": true,
}

// languageOf recognises the language of a text as an ISO 639-1 code ("" where
// it cannot tell). It looks at no more than the first 6,000 bytes.
func languageOf(text string) string {
	if len(text) > 6000 {
		end := 6000
		for !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	words, common := 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if len(w) <= 5 && commonEnglish[strings.ToLower(w)] {
			common++
		}
	}
	if words == 0 {
		return ""
	}
	if words >= 5 && common*100 >= words*18 {
		return "en"
	}
	info := whatlanggo.Detect(text)
	if info.Lang < 0 {
		return ""
	}
	code := whatlanggo.LangToStringShort(info.Lang)
	if !info.IsReliable() && common*100 >= words*7 {
		return "en" // a sentence or two
	}
	if code == "en" || info.IsReliable() || words >= 12 {
		return code
	}
	return ""
}
