package claims

import (
	"math"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/vectors"
)

// sense is what a passage says, reduced to what can be compared.
type sense struct {
	terms      []term // by id
	total      float64
	mean       [vectors.Dims]float64 // direction of the weighted word vectors, length 1
	names      []int32               // ids of proper nouns
	numbers    []string
	predicates []int32               // ids of verbs that head clauses
	context    [vectors.Dims]float64 // mean, with that of the sentences around
	vague      bool                  // it leans on words said before: "the report", "it", "this"
}

// term is a content word: its lemma's number in the story and its weight, how
// much it tells passages apart.
type term struct {
	id     int32
	weight float64
}

// vocabulary numbers the lemmas of a story and knows how common they are.
type vocabulary struct {
	ids    map[string]int32
	lemma  []string
	df     []int     // passages of the story with the lemma
	common []float64 // 0 for the most common words of English, 1 for unknown ones
	vector [][]int8
	length []float64 // of vector
	kin    map[[2]int32]float64
}

// kinship of two lemmas: 1 for the same, less for derivations of one stem and
// words of like use, 0 for others.
func (v *vocabulary) kinship(a, b int32) float64 {
	if a == b {
		return 1
	}
	k := [2]int32{min(a, b), max(a, b)}
	if x, ok := v.kin[k]; ok {
		return x
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
	v.kin[k] = x
	return x
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

func (v *vocabulary) id(lemma string) int32 {
	lemma = strings.ToLower(lemma)
	if id, ok := v.ids[lemma]; ok {
		return id
	}
	id := int32(len(v.df))
	v.ids[lemma] = id
	v.df = append(v.df, 0)
	v.lemma = append(v.lemma, lemma)
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

// pointing nouns name a proposition without saying it.
var pointing = map[string]bool{"report": true, "claim": true, "allegation": true, "accusation": true, "denial": true, "statement": true, "story": true, "comment": true, "matter": true, "issue": true, "charge": true, "news": true, "information": true, "question": true}

// understand reads every passage of a story.
func understand(reports []*annotate.Annotated, ps []passage) (*vocabulary, []sense) {
	v := &vocabulary{ids: map[string]int32{}, kin: map[[2]int32]float64{}}
	senses := make([]sense, len(ps))
	for i := range ps {
		senses[i] = v.read(reports[ps[i].report].Doc, &ps[i])
		for _, t := range senses[i].terms {
			v.df[t.id]++
		}
	}
	n := float64(len(ps))
	for i := range senses {
		s := &senses[i]
		specific := 0.0
		for k := range s.terms {
			t := &s.terms[k]
			local := math.Log((n + 1) / (float64(v.df[t.id]) + 0.5))
			t.weight *= v.common[t.id] * (0.5 + local)
			s.total += t.weight
			specific += t.weight
			if vec := v.vector[t.id]; vec != nil {
				for d, x := range vec {
					s.mean[d] += t.weight * float64(x)
				}
			}
		}
		normalise(&s.mean)
	}
	for i := range senses {
		s := &senses[i]
		s.context = s.mean
		for j := range senses {
			d := ps[i].sentence - ps[j].sentence
			if ps[i].report != ps[j].report || d == 0 || d > 2 || d < -1 {
				continue
			}
			for k := range s.context {
				s.context[k] += 0.4 * senses[j].mean[k]
			}
		}
		normalise(&s.context)
	}
	return v, senses
}

func normalise(v *[vectors.Dims]float64) {
	sum := 0.0
	for _, x := range v {
		sum += x * x
	}
	if sum == 0 {
		return
	}
	sum = math.Sqrt(sum)
	for d := range v {
		v[d] /= sum
	}
}

func (v *vocabulary) read(doc *english.Document, p *passage) sense {
	var s sense
	sent := &doc.Sentences[p.sentence]
	content, points := 0, false
	for w := sent.First; w < sent.Last; w++ {
		word := &doc.Words[w]
		if !within(p, word) {
			continue
		}
		lemma := strings.ToLower(word.Lemma)
		switch word.UPOS {
		case english.PRON:
			if lemma == "it" || lemma == "this" || lemma == "that" {
				points = true
			}
			continue
		case english.NUM:
			s.numbers = append(s.numbers, lemma)
		case english.PROPN:
			s.names = append(s.names, v.id(lemma))
		case english.VERB:
			switch word.Deprel.Base() {
			case english.RelRoot, english.RelCcomp, english.RelConj, english.RelParataxis, english.RelAdvcl, english.RelAcl, english.RelXcomp:
				s.predicates = append(s.predicates, v.id(lemma))
			}
		case english.NOUN, english.ADJ, english.ADV:
		default:
			continue
		}
		if pointing[lemma] {
			points = true
		} else {
			content++
		}
		weight := 1.0
		switch word.UPOS {
		case english.ADV:
			weight = 0.5
		case english.ADJ:
			weight = 0.8
		}
		s.terms = append(s.terms, term{v.id(lemma), weight})
	}
	slices.SortFunc(s.terms, func(a, b term) int { return int(a.id - b.id) })
	s.terms = slices.CompactFunc(s.terms, func(a, b term) bool { return a.id == b.id })
	slices.Sort(s.names)
	s.names = slices.Compact(s.names)
	slices.Sort(s.predicates)
	s.predicates = slices.Compact(s.predicates)
	slices.Sort(s.numbers)
	s.numbers = slices.Compact(s.numbers)
	s.vague = points && content <= 4
	return s
}

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
	features
)

var featureNames = [features]string{"bias", "terms", "containment", "containment of the longer", "meaning", "names", "numbers", "numbers differ", "predicate",
	"rarest shared word", "shared words", "same report", "adjacent", "one points back", "both point back", "length", "cover", "cover low", "context", "apart"}

func (v *vocabulary) compare(a, b *sense, p, q *passage) evidence {
	var e evidence
	e[bias] = 1
	shared, dot, na, nb, rare, count := 0.0, 0.0, 0.0, 0.0, 0.0, 0
	for _, t := range a.terms {
		na += t.weight * t.weight
	}
	for _, t := range b.terms {
		nb += t.weight * t.weight
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
			dot += x.weight * y.weight
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
		e[meaning] += a.mean[d] * b.mean[d]
		e[contextMeaning] += a.context[d] * b.context[d]
	}
	x, y := v.cover(a, b), v.cover(b, a)
	e[coverHigh], e[coverLow] = max(x, y), min(x, y)
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
		e[apart] = math.Min(math.Abs(float64(p.sentence-q.sentence)), 20) / 20
	}
	if a.vague != b.vague {
		e[oneVague] = 1
	}
	if a.vague && b.vague {
		e[bothVague] = 1
	}
	e[shortest] = math.Min(float64(min(len(a.terms), len(b.terms))), 12) / 12
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
