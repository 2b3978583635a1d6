package claims

import (
	"math/rand/v2"
	"testing"
)

func TestCoversAreTwoCovers(t *testing.T) {
	v := &vocabulary{ids: map[string]int32{}}
	lemmas := []string{"report", "reporter", "river", "river", "stream", "qzxv", "qzxvish", "qzxvists", "say", "tell", "leak", "leakage", "12"}
	read := func(r *rand.Rand, n int) *sense {
		s := &sense{}
		for range n {
			id := v.id(lemmas[r.IntN(len(lemmas))])
			s.terms = append(s.terms, term{id, 1 + r.Float64()})
			s.ranks = append(s.ranks, v.rank[id])
			s.total += s.terms[len(s.terms)-1].weight
		}
		return s
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 5, 20, 3 * fewTerms} {
		a, b := read(r, n), read(r, 12)
		x, y := v.covers(a, b)
		if x != v.cover(a, b) || y != v.cover(b, a) {
			t.Errorf("%v, %v, not %v, %v", x, y, v.cover(a, b), v.cover(b, a))
		}
		for _, t1 := range a.terms {
			top := 0.0
			for _, t2 := range b.terms {
				top = max(top, v.kinship(t1.id, t2.id))
			}
			if got := v.said(t1.id, b); got != top {
				t.Errorf("%s is said to %v, not %v", v.lemma[t1.id], got, top)
			}
		}
	}
	for _, c := range []struct {
		a, b string
		low  float64
		high float64
	}{{"report", "reporter", 0.8, 0.95}, {"qzxvish", "qzxvists", 0.8, 0.8}, {"qzxv", "qzxvish", 0, 0}, {"river", "river", 1, 1}, {"river", "12", 0, 0}} {
		if k := v.kinship(v.id(c.a), v.id(c.b)); k < c.low-1e-6 || k > c.high+1e-6 {
			t.Errorf("%s and %s: %v", c.a, c.b, k)
		}
	}
}
