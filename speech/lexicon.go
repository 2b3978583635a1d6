package speech

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// cueLexicon knows how often each lemma stands in a cue, as learnt from the
// training data.
type cueLexicon struct {
	buckets map[lemmaKey]uint8
}

type lemmaKey struct {
	lemma string
	class byte // 'V', 'N' or 'O'
}

const (
	unseenBucket = 1
	cueLike      = 4 // from here on at least every tenth use is a cue
)

func (l *cueLexicon) bucket(lemma string, pos english.UPOS) uint8 {
	if b, ok := l.buckets[lemmaKey{lemma, lemmaClass(pos)}]; ok {
		return b
	}
	return unseenBucket
}

func lemmaClass(pos english.UPOS) byte {
	switch pos {
	case english.VERB, english.AUX:
		return 'V'
	case english.NOUN, english.PROPN:
		return 'N'
	}
	return 'O'
}

// cueBucket tells how much of a lemma's use is in cues; rare lemmas count as unseen.
func cueBucket(cue, all int) uint8 {
	if all < 3 {
		return unseenBucket
	}
	p := float64(cue) / float64(all)
	switch {
	case p < .01:
		return 0
	case p < .03:
		return 2
	case p < .1:
		return 3
	case p < .25:
		return 4
	case p < .5:
		return 5
	case p < .75:
		return 6
	}
	return 7
}

func (l *cueLexicon) sorted() []packedLemma {
	out := make([]packedLemma, 0, len(l.buckets))
	for k, b := range l.buckets {
		out = append(out, packedLemma{k.lemma, k.class, b})
	}
	slices.SortFunc(out, func(a, b packedLemma) int {
		return cmp.Or(strings.Compare(a.Lemma, b.Lemma), cmp.Compare(a.Class, b.Class))
	})
	return out
}
