package account

import (
	"cmp"
	"math"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// foremost is how many claims are chosen one by one.
const foremost = 40

// diversify orders claims by importance and novelty, as maximal marginal
// relevance does (Carbonell and Goldstein 1998): the next one is the most
// important after what its passage repeats of those above it is taken off. told
// are the words of each claim's passage.
func diversify(a *news.Account, told [][]string) {
	left := weighed(a.Claims, told)
	slices.SortStableFunc(left, func(x, y *saying) int { return cmp.Compare(y.claim.Importance, x.claim.Importance) })
	for i := range left {
		best, top := i, -1.0
		for k := i; k < len(left) && i < foremost; k++ {
			if left[k].claim.Importance <= top {
				break // as are all that follow
			}
			if v := left[k].claim.Importance * novel(left[k].repeated); v > top {
				best, top = k, v
			}
		}
		s := left[best]
		copy(left[i+1:best+1], left[i:best])
		left[i] = s
		if i < foremost {
			for _, o := range left[i+1:] {
				o.repeated = max(o.repeated, s.overlap(o))
			}
		}
	}
	list := make([]news.Claim, len(left))
	for i, s := range left {
		list[i] = s.claim
		list[i].Importance *= novel(s.repeated)
	}
	slices.SortStableFunc(list, func(x, y news.Claim) int { return cmp.Compare(y.Importance, x.Importance) })
	a.Claims = list
}

// novel is the share of its importance that a claim keeps of which a share is
// said above it: all up to a third, little from two thirds.
func novel(repeated float64) float64 {
	return max(0.2, min(1, 1-float64(2.4*(repeated-1.0/3))))
}

// saying is a claim with the words of its passage.
type saying struct {
	claim    news.Claim
	words    []weighedWord // by number
	total    float64
	repeated float64 // the share of it that a claim above says
}

type weighedWord struct {
	number int
	weight float64 // the less the more claims have it
}

func weighed(claims []news.Claim, told [][]string) []*saying {
	number, having := map[string]int{}, []int(nil)
	out := make([]*saying, len(claims))
	for i := range claims {
		s := &saying{claim: claims[i], words: make([]weighedWord, 0, len(told[i]))}
		for _, w := range told[i] {
			n, ok := number[w]
			if !ok {
				n = len(number)
				number[w], having = n, append(having, 0)
			}
			having[n]++
			s.words = append(s.words, weighedWord{number: n})
		}
		slices.SortFunc(s.words, func(x, y weighedWord) int { return x.number - y.number })
		out[i] = s
	}
	for _, s := range out {
		for k := range s.words {
			w := &s.words[k]
			w.weight = math.Log(1 + float64(len(out))/float64(having[w.number]))
			s.total += w.weight
		}
	}
	return out
}

// overlap is the share of the lighter of two passages that the other says.
func (s *saying) overlap(o *saying) float64 {
	both := 0.0
	for i, j := 0, 0; i < len(s.words) && j < len(o.words); {
		switch a, b := s.words[i], o.words[j]; {
		case a.number < b.number:
			i++
		case a.number > b.number:
			j++
		default:
			both += a.weight
			i, j = i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return both / min(s.total, o.total)
}
