package speech

import (
	_ "embed"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

//go:embed attitudes.txt
var attitudesFile string

var attitudeLemmas = func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(attitudesFile) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}()

// spokenCue reports whether a cue of the words first to last tells of
// something said or written rather than thought, felt or wished. Quoted words
// were said whatever the cue.
func (v *view) spokenCue(first, last int32, kind news.Kind) bool {
	if kind != news.Indirect {
		return true
	}
	attitude := false
	for i := first; i <= last; i++ {
		w := &v.doc.Words[i]
		switch w.UPOS {
		case english.VERB, english.NOUN, english.ADJ:
			if !attitudeLemmas[w.Lemma] {
				return true
			}
			attitude = true
		}
	}
	return !attitude
}
