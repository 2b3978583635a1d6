package claims

import (
	"math"
	"slices"

	"github.com/hearsay-news/hearsay/english"
)

// bag is the content words of a stretch with weights, by id; length 1.
type bag []term

// bagged reports whether a word is a content word.
func bagged(w *english.Word) bool {
	switch w.UPOS {
	case english.NOUN, english.PROPN, english.VERB, english.ADJ, english.ADV, english.NUM:
		return true
	}
	return false
}

// set sorts the words and keeps each once.
func (b bag) set() bag {
	slices.SortFunc(b, func(x, y term) int { return int(x.id - y.id) })
	return slices.CompactFunc(b, func(x, y term) bool { return x.id == y.id })
}

// weighBags weighs words by how few of the bags have them.
func weighBags(bags []bag, words int) {
	df := make([]float64, words)
	for _, b := range bags {
		for _, t := range b {
			df[t.id]++
		}
	}
	n := float64(len(bags))
	for _, b := range bags {
		sum := 0.0
		for i := range b {
			t := &b[i]
			t.weight = math.Log((n+1)/(df[t.id]+1)) + 1
			sum += t.weight * t.weight
		}
		for i := range b {
			b[i].weight /= math.Sqrt(sum)
		}
	}
}

// cosine of two bags.
func (b bag) cosine(o bag) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(b) && j < len(o); {
		switch x, y := b[i], o[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			dot += x.weight * y.weight
			i++
			j++
		}
	}
	return dot
}
