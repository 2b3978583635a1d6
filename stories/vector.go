package stories

import (
	"cmp"
	"math"
	"slices"
)

// weighted is one term of a vector.
type weighted struct {
	term   uint32
	weight float32
}

// vector is sparse: terms ascending, its length cached. Vectors share their
// terms freely and never change them in place.
type vector struct {
	terms  []weighted
	length float32
}

// add appends a term that occurs often times.
func (v *vector) add(term uint32, often, idf float32) {
	if often <= 0 || idf <= 0 {
		return
	}
	v.terms = append(v.terms, weighted{term, (1 + float32(math.Log(float64(often)))) * idf})
}

// keep drops all but the n heaviest terms and sets the length.
func (v *vector) keep(n int) {
	if len(v.terms) > n {
		v.terms = heaviest(v.terms, n)
		slices.SortFunc(v.terms, func(x, y weighted) int { return cmp.Compare(x.term, y.term) })
	}
	if len(v.terms) < cap(v.terms)*9/10 {
		v.terms = slices.Clone(v.terms) // vectors are kept for days
	}
	sum := float32(0)
	for _, t := range v.terms {
		sum += float32(t.weight * t.weight)
	}
	v.length = float32(math.Sqrt(float64(sum)))
}

// heaviest are the n terms with the most weight, the heaviest first.
func heaviest(terms []weighted, n int) []weighted {
	top := slices.Clone(terms)
	slices.SortFunc(top, func(x, y weighted) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.term, y.term))
	})
	return top[:min(n, len(top))]
}

// cosine of the angle between a and b, 0 where one is empty.
func cosine(a, b *vector) float32 {
	if a.length == 0 || b.length == 0 {
		return 0
	}
	sum := float32(0)
	x, y := a.terms, b.terms
	for i, j := 0, 0; i < len(x) && j < len(y); {
		s, t := x[i].term, y[j].term
		if s == t {
			sum += float32(x[i].weight * y[j].weight)
		}
		if s <= t {
			i++
		}
		if t <= s {
			j++
		}
	}
	return sum / (a.length * b.length)
}

// sum is a + b, cut to the n heaviest terms once there are half as many more.
func sum(a, b *vector, n int) vector {
	if len(a.terms) == 0 {
		return *b
	}
	out := make([]weighted, 0, len(a.terms)+len(b.terms))
	x, y := a.terms, b.terms
	i, j := 0, 0
	for i < len(x) && j < len(y) {
		switch s, t := x[i].term, y[j].term; {
		case s < t:
			out = append(out, x[i])
			i++
		case t < s:
			out = append(out, y[j])
			j++
		default:
			out = append(out, weighted{s, x[i].weight + y[j].weight})
			i++
			j++
		}
	}
	out = append(append(out, x[i:]...), y[j:]...)
	v := vector{terms: out}
	if len(out) > n+n/2 {
		v.keep(n)
	} else {
		v.keep(len(out))
	}
	return v
}
