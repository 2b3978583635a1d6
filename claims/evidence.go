package claims

import (
	"math"
)

// evidence are the features on which two passages are judged to be about one
// proposition.
type evidence [features]float64

const (
	bias = iota
	termCosine
	containmentHigh // share of the weight of the smaller passage found in the other
	containmentLow
	meaning     // cosine of the mean word vectors
	sharedNames // Jaccard
	sharedNumbers
	differentNumbers
	samePredicate
	sharedRare // the heaviest shared term
	sharedCount
	sameReport
	adjacent
	oneVague
	bothVague
	shortest
	coverHigh
	coverLow
	contextMeaning
	apart
	sameStatement
	near   // falls off within two sentences of one report
	nearby // within six
	placeGap
	sameHead
	headsSaid
	headSaid
	sameSubject
	sameObject
	modality
	passageWords
	features
)

var featureNames = [features]string{"bias", "terms", "containment", "containment of the longer", "meaning", "names", "numbers", "numbers differ", "predicate",
	"rarest shared word", "shared words", "same report", "adjacent", "one points back", "both point back", "length", "cover", "cover low", "context", "apart", "same statement", "near", "nearby", "place", "head", "heads said", "one head said", "subject", "object", "modality", "words of the passages"}

func (v *vocabulary) compare(a, b *sense, p, q *passage) evidence {
	var e evidence
	e[bias] = 1
	shared, dot, na, nb, rare, count := 0.0, 0.0, 0.0, 0.0, 0.0, 0
	for _, t := range a.terms {
		na += float64(t.weight * t.weight)
	}
	for _, t := range b.terms {
		nb += float64(t.weight * t.weight)
	}
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			w := math.Min(x.weight, y.weight)
			shared += w
			dot += float64(x.weight * y.weight)
			rare = math.Max(rare, w)
			count++
			i++
			j++
		}
	}
	if na > 0 && nb > 0 {
		e[termCosine] = dot / math.Sqrt(na*nb)
		e[containmentHigh] = shared / math.Min(a.total, b.total)
		e[containmentLow] = shared / math.Max(a.total, b.total)
	}
	for d := range a.mean {
		e[meaning] += float64(a.mean[d] * b.mean[d])
		e[contextMeaning] += float64(a.context[d] * b.context[d])
	}
	x, y := v.covers(a, b)
	e[coverHigh], e[coverLow] = max(x, y), min(x, y)
	e[passageWords] = a.words.cosine(b.words)
	e[sharedNames] = jaccard(a.names, b.names)
	if common := intersect(a.numbers, b.numbers); common > 0 {
		e[sharedNumbers] = 1
	} else if len(a.numbers) > 0 && len(b.numbers) > 0 {
		e[differentNumbers] = 1
	}
	if intersect(a.predicates, b.predicates) > 0 {
		e[samePredicate] = 1
	}
	e[sharedRare] = rare / 4
	e[sharedCount] = math.Min(float64(count), 8) / 8
	if p.report == q.report {
		e[sameReport] = 1
		if d := p.sentence - q.sentence; d >= -1 && d <= 1 {
			e[adjacent] = 1
		}
		d := math.Abs(float64(p.sentence - q.sentence))
		e[apart] = math.Min(d, 20) / 20
		e[near], e[nearby] = math.Exp(-d/2), math.Exp(-d/6)
	}
	e[sameHead] = v.akin(a.frame.head, b.frame.head)
	x, y = v.said(a.frame.head, b), v.said(b.frame.head, a)
	e[headsSaid], e[headSaid] = min(x, y), max(x, y)
	e[sameSubject], e[sameObject] = v.akin(a.frame.subject, b.frame.subject), v.akin(a.frame.object, b.frame.object)
	if (a.frame.mood == supposed) != (b.frame.mood == supposed) {
		e[modality] = 1
	}
	e[placeGap] = math.Abs(a.place - b.place)
	if a.vague != b.vague {
		e[oneVague] = 1
	}
	if a.vague && b.vague {
		e[bothVague] = 1
	}
	e[shortest] = math.Min(float64(min(len(a.terms), len(b.terms))), 12) / 12
	if p.report == q.report && p.statement >= 0 && p.statement == q.statement {
		e[sameStatement] = 1
	}
	return e
}

func jaccard(a, b []int32) float64 {
	n := intersect(a, b)
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// intersect counts what two sorted lists share.
func intersect[T int32 | string](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}
