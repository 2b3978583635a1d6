package claims

import (
	"math"
	"strings"

	"github.com/hearsay-news/hearsay/vectors"
)

// vocabulary numbers the lemmas of a story and knows how common they are.
type vocabulary struct {
	ids     map[string]int32
	lemma   []string
	printed []string  // as given first
	df      []int     // passages of the story with the lemma
	common  []float64 // 0 for the most common words of English, 1 for unknown ones
	rank    []int32   // number among the words that have vectors, -1 for those without
	length  []float64 // of the vector, infinite where there is none: nothing is like it
	stem    []uint64
}

func (v *vocabulary) id(printed string) int32 {
	lemma := strings.ToLower(printed)
	if id, ok := v.ids[lemma]; ok {
		return id
	}
	id := int32(len(v.df))
	v.ids[lemma] = id
	v.df = append(v.df, 0)
	v.lemma, v.printed, v.stem = append(v.lemma, lemma), append(v.printed, printed), append(v.stem, stem(lemma))
	rank := vectors.Index(lemma)
	rare, length := 1.0, math.Inf(1)
	if rank >= 0 {
		rare = math.Log(float64(rank)+20) / math.Log(float64(vectors.Len())+20)
		vector := vectors.At(rank)
		length = math.Sqrt(float64(vectors.Dot(vector, vector)))
	}
	v.common = append(v.common, rare)
	v.rank, v.length = append(v.rank, int32(rank)), append(v.length, length)
	return id
}
