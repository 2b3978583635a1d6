package claims

import (
	"math"

	"github.com/hearsay-news/hearsay/vectors"
)

const (
	kinFrom     = 0.5 // cosine of the vectors of words of like use
	stemKinFrom = 0.4 // of words that share four letters
	stemKin     = 0.8 // kinship of derivations of one stem
)

// kinship of two lemmas: 1 for the same, less for derivations of one stem and
// words of like use, 0 for others.
func (v *vocabulary) kinship(a, b int32) float64 {
	var dot [1]int32
	if v.rank[a] >= 0 {
		vectors.Dots(dot[:], vectors.At(int(v.rank[a])), v.rank[b:b+1])
	}
	return v.kin(a, b, dot[0])
}

// kin is kinship where the inner product of the lemmas' vectors is known.
func (v *vocabulary) kin(a, b, dot int32) float64 {
	if a == b {
		return 1
	}
	x := float64(dot) / (v.length[a] * v.length[b])
	if prefix := sharedPrefix(v.lemma[a], v.lemma[b]); prefix >= 5 || prefix >= 4 && x > stemKinFrom {
		x = math.Max(x, stemKin)
	} else if x < kinFrom {
		return 0
	}
	return float64(float32(x))
}

// stranger reports whether two lemmas are surely not akin; most are not, and
// this is soon said.
func (v *vocabulary) stranger(a, b, dot int32) bool {
	return float64(dot) < 0.99*kinFrom*(v.length[a]*v.length[b]) && (v.stem[a] != v.stem[b] || v.stem[a] == 0) && a != b
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// stem is the first four bytes of a lemma as a number, 0 for shorter ones:
// lemmas with another are no derivations of one stem.
func stem(lemma string) uint64 {
	if len(lemma) < 4 {
		return 0
	}
	return 1<<32 | uint64(lemma[0])<<24 | uint64(lemma[1])<<16 | uint64(lemma[2])<<8 | uint64(lemma[3])
}

// fewTerms is how many terms of a passage are compared without asking for
// memory; few sentences have more.
const fewTerms = 64

// dots are the inner products of a lemma's vector and those of the terms of a
// passage, in buf where that is long enough.
func (v *vocabulary) dots(lemma int32, s *sense, buf []int32) []int32 {
	if len(s.ranks) > len(buf) {
		buf = make([]int32, len(s.ranks))
	}
	buf = buf[:len(s.ranks)]
	if r := v.rank[lemma]; r >= 0 {
		vectors.Dots(buf, vectors.At(int(r)), s.ranks)
	} else {
		clear(buf)
	}
	return buf
}

// said is how much of a lemma a passage says, in kinship.
func (v *vocabulary) said(lemma int32, s *sense) float64 {
	if lemma < 0 {
		return 0
	}
	var buf [fewTerms]int32
	best := 0.0
	for k, dot := range v.dots(lemma, s, buf[:]) {
		if id := s.terms[k].id; !v.stranger(lemma, id, dot) {
			best = max(best, v.kin(lemma, id, dot))
		}
	}
	return best
}

func (v *vocabulary) akin(a, b int32) float64 {
	if a < 0 || b < 0 {
		return 0
	}
	return v.kinship(a, b)
}

// cover is the share of a's weight that has kin in b.
func (v *vocabulary) cover(a, b *sense) float64 {
	sum := 0.0
	for _, x := range a.terms {
		sum += float64(x.weight * v.said(x.id, b))
	}
	return share(sum, a.total)
}

// covers is the share of a's weight that has kin in b, and that of b's in a.
func (v *vocabulary) covers(a, b *sense) (ofA, ofB float64) {
	var dots [fewTerms]int32
	var few [fewTerms]float64
	best := few[:] // of each term of b
	if len(b.terms) > len(best) {
		best = make([]float64, len(b.terms))
	}
	for _, x := range a.terms {
		top := 0.0
		for k, dot := range v.dots(x.id, b, dots[:]) {
			if id := b.terms[k].id; !v.stranger(x.id, id, dot) {
				kin := v.kin(x.id, id, dot)
				top, best[k] = max(top, kin), max(best[k], kin)
			}
		}
		ofA += float64(x.weight * top)
	}
	for k, y := range b.terms {
		ofB += float64(y.weight * best[k])
	}
	return share(ofA, a.total), share(ofB, b.total)
}

func share(part, total float64) float64 {
	if total == 0 {
		return 0
	}
	return part / total
}
