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

type counts struct {
	articles float64
	of       map[uint32]float64
}

var background = sync.OnceValue(func() counts {
	c := counts{of: map[uint32]float64{}}
	for line := range strings.Lines(backgroundText) {
		word, n, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		v, _ := strconv.ParseFloat(n, 64)
		if word == "articles" && c.articles == 0 {
			c.articles = v
			continue
		}
		if name, ok := strings.CutPrefix(word, "@"); ok {
			c.of[asName(fold(wordSeed, name))] += v
		} else {
			c.of[fold(wordSeed, word)] += v
		}
	}
	return c
})

// frequencies count the articles of the stream that hold a term, in slots
// that terms share by chance, over the background.
type frequencies struct {
	articles float64
	slots    []uint32
}

const frequencySlots = 1 << 21

func (f *frequencies) weigh(term uint32) float32 {
	b := background()
	n := b.of[term] + float64(f.slots[term%frequencySlots])
	idf := math.Log((b.articles + f.articles + 1) / (n + 0.5))
	if idf < idfFloor {
		return 0
	}
	return float32(idf)
}

// idfFloor leaves out words that stand in a fifth of all articles.
const idfFloor = 1.6

func (f *frequencies) count(terms []uint32) {
	f.articles++
	for _, t := range terms {
		f.slots[t%frequencySlots]++
	}
}
