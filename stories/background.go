package stories

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// background.txt counts the articles that each word occurs in.
//
//go:embed background.txt
var backgroundText string

// background holds the counts of background.txt by slot.
var background = sync.OnceValue(func() frequencies {
	var f frequencies
	for line := range strings.Lines(backgroundText) {
		word, number, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n, err := strconv.ParseUint(number, 10, 32)
		switch {
		case err != nil: // a comment
		case f.slots == nil: // the first line: how many articles
			f.articles = float64(n)
			f.slots = make([]uint32, frequencySlots)
		default:
			name, isName := strings.CutPrefix(word, "@")
			term := fold(wordSeed, name)
			if isName {
				term = asName(term)
			}
			f.slots[term%frequencySlots] += uint32(n)
		}
	}
	return f
})

// frequencies count the articles that hold a term, the background's at first,
// then those of the stream, in slots that terms share by chance.
type frequencies struct {
	articles float64
	slots    []uint32
}

const (
	frequencySlots = 1 << 21
	// faded is how many articles are counted before all counts are halved, so
	// that what was news a year ago grows rare again.
	faded = 1 << 18
	// idfFloor leaves out words that stand in a fifth of all articles.
	idfFloor = 1.6
)

func newFrequencies() frequencies {
	b := background()
	f := frequencies{b.articles, make([]uint32, frequencySlots)}
	copy(f.slots, b.slots)
	return f
}

// weigh gives the inverse document frequency of a term, 0 for common ones.
func (f *frequencies) weigh(term uint32) float32 {
	idf := math.Log((f.articles + 1) / (float64(f.slots[term%frequencySlots]) + 0.5))
	if idf < idfFloor {
		return 0
	}
	return float32(idf)
}

// count adds an article that holds the terms.
func (f *frequencies) count(terms []uint32) {
	f.articles++
	for _, t := range terms {
		f.slots[t%frequencySlots]++
	}
	if f.articles >= faded {
		f.articles /= 2
		for i := range f.slots {
			f.slots[i] /= 2
		}
	}
}
