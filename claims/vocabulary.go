package claims

import (
	"math"
	"math/bits"
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
	vector  [][]int8
	length  []float64 // of vector
	kinBits uint      // logarithm of the length of kin
	kin     []kinship // by a hash of the pair; of pairs with one hash the latest
}

// remember makes room for the kinship of pairs of lemmas, more the more
// passages there are.
func (v *vocabulary) remember(passages int) {
	v.kinBits = min(max(12, uint(bits.Len(uint(passages)))+6), 20)
	v.kin = make([]kinship, 1<<v.kinBits)
}

// kinship is what was found of a pair of lemmas, the lesser in the upper half.
// No pair is 0: a lemma is not paired with itself.
type kinship struct {
	pair  uint64
	value float32
}

// kinship of two lemmas: 1 for the same, less for derivations of one stem and
// words of like use, 0 for others.
func (v *vocabulary) kinship(a, b int32) float64 {
	if a == b {
		return 1
	}
	pair := uint64(min(a, b))<<32 | uint64(max(a, b))
	at := &v.kin[pair*0x9E3779B97F4A7C15>>(64-v.kinBits)]
	if at.pair == pair {
		return float64(at.value)
	}
	x := 0.0
	if v.vector[a] != nil && v.vector[b] != nil {
		x = float64(vectors.Dot(v.vector[a], v.vector[b])) / (v.length[a] * v.length[b])
	}
	if prefix := sharedPrefix(v.lemma[a], v.lemma[b]); prefix >= 5 || prefix >= 4 && x > 0.4 {
		x = math.Max(x, 0.8)
	} else if x < 0.5 {
		x = 0
	}
	*at = kinship{pair, float32(x)}
	return float64(at.value)
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// cover is the share of a's weight that has kin in b.
func (v *vocabulary) cover(a, b *sense) float64 {
	sum := 0.0
	for _, x := range a.terms {
		best := 0.0
		for _, y := range b.terms {
			if k := v.kinship(x.id, y.id); k > best {
				best = k
			}
		}
		sum += x.weight * best
	}
	if a.total == 0 {
		return 0
	}
	return sum / a.total
}

func (v *vocabulary) id(printed string) int32 {
	lemma := strings.ToLower(printed)
	if id, ok := v.ids[lemma]; ok {
		return id
	}
	id := int32(len(v.df))
	v.ids[lemma] = id
	v.df = append(v.df, 0)
	v.lemma, v.printed = append(v.lemma, lemma), append(v.printed, printed)
	rank := vectors.Index(lemma)
	rare, vector := 1.0, []int8(nil)
	if rank >= 0 {
		rare = math.Log(float64(rank)+20) / math.Log(float64(vectors.Len())+20)
		vector = vectors.At(rank)
	}
	v.common = append(v.common, rare)
	v.vector = append(v.vector, vector)
	v.length = append(v.length, math.Sqrt(float64(vectors.Dot(vector, vector))))
	return id
}
