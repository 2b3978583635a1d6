package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// mood tells what is so from what might be and what is foretold.
type mood uint8

const (
	indicative mood = iota
	supposed        // "would", "could", "might"
	foretold        // "will", "shall"
)

// moods are auxiliaries that give a mood, by their lemmas.
var moods = map[string]mood{"would": supposed, "could": supposed, "might": supposed, "will": foretold, "shall": foretold, "'ll": foretold}

// auxiliariesBefore bounds the words in front of a predicate among which its
// auxiliaries stand, coordinatedTo how far a coordination is followed.
const auxiliariesBefore, coordinatedTo = 8, 10

// moodOf is the mood of the predicate at w, that of the one it goes on from
// where it has no auxiliary: "will mark a change and cost lives".
func moodOf(d *english.Document, w int32) mood {
	for range coordinatedTo {
		auxiliary := false
		for i := max(0, w-auxiliariesBefore); i < w; i++ {
			x := &d.Words[i]
			if x.Head != w || x.Deprel.Base() != english.RelAux {
				continue
			}
			auxiliary = true
			if m := moods[strings.ToLower(x.Lemma)]; m != indicative {
				return m
			}
		}
		x := &d.Words[w]
		// An inflected verb begins anew: "would mark a change and costs lives".
		if auxiliary || x.Deprel.Base() != english.RelConj || x.Head < 0 || !strings.EqualFold(x.In(d.Text), x.Lemma) {
			return indicative
		}
		w = x.Head
	}
	return indicative
}
