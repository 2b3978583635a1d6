package voices

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/speech"
)

// officeWords give away an office: a seat of authority rather than the body
// of people.
var officeWords = map[string]bool{"house": true, "kremlin": true, "ministry": true, "department": true, "office": true,
	"mission": true, "embassy": true, "pentagon": true, "palace": true, "secretariat": true, "consulate": true, "presidency": true, "bureau": true}

// bodyType is the type of voice behind a name that is not a person's.
func bodyType(form string, t english.NameType) news.VoiceType {
	if speech.IsOutlet(form) {
		return news.OutletVoice
	}
	words := bodyWords(form)
	if len(words) == 0 {
		return news.Organisation
	}
	last := words[len(words)-1]
	if last == "house" && strings.Join(words, " ") != "white house" {
		return news.Organisation
	}
	if officeWords[last] || officeWords[words[0]] && len(words) > 1 && words[1] == "of" {
		return news.Office
	}
	if k := roleKinds[last]; t == english.OtherName && k&documentRole != 0 && k&bodyRole == 0 {
		return news.Document
	}
	return news.Organisation
}
