package claims

import (
	"fmt"
	"io"
	"math"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// Example is a story whose claims are annotated: passages that take a stance,
// each with the claim it is about.
type Example struct {
	Reports []*annotate.Annotated // voices unified
	Items   []Item
}

// Item is an annotated passage.
type Item struct {
	Report int // index of the report
	news.Span
	Claim string
}

// pair is the evidence of two passages, and whether they share a claim.
type pair struct {
	evidence evidence
	same     float64
}

// Train fits the weights of the evidence by logistic regression, each story
// counting as much as another, and reports on log how well passages are
// grouped by weights fitted to the other stories. The outcome depends on
// nothing but the examples.
func Train(examples []Example, log io.Writer) map[string]float64 {
	stories := make([]*labelled, len(examples))
	for i := range examples {
		stories[i] = label(&examples[i])
	}
	if len(stories) > 1 {
		crossValidate(stories, log)
	}
	w := fit(stories, -1)
	byName := map[string]float64{}
	for f, name := range featureNames {
		byName[name] = math.Round(w[f]*1000) / 1000
	}
	return byName
}

// labelled is a story with its passages and the claims they are annotated with.
type labelled struct {
	*grouping
	items []Item
	at    []int // passage of each item, -1 where none fits
	pairs []pair
}

func label(x *Example) *labelled {
	l := &labelled{grouping: read(x.Reports, nil), items: x.Items}
	claims := make([]map[string]bool, len(l.ps))
	for _, it := range x.Items {
		best, most := -1, 0.0
		for i := range l.ps {
			p := &l.ps[i]
			shared := p.Overlap(it.Span)
			if p.report != it.Report || shared == 0 || 2*shared < min(p.Len(), it.Len()) {
				continue
			}
			if j := float64(shared) / float64(p.Len()+it.Len()-shared); j > most {
				best, most = i, j
			}
		}
		l.at = append(l.at, best)
		if best >= 0 {
			if claims[best] == nil {
				claims[best] = map[string]bool{}
			}
			claims[best][it.Claim] = true
		}
	}
	for i := range l.ps {
		for j := range i {
			if claims[i] == nil || claims[j] == nil {
				continue
			}
			p := pair{evidence: l.v.compare(&l.senses[i], &l.senses[j], &l.ps[i], &l.ps[j])}
			for c := range claims[i] {
				if claims[j][c] {
					p.same = 1
				}
			}
			l.pairs = append(l.pairs, p)
		}
	}
	return l
}

// fit leaves out the story with index without.
func fit(stories []*labelled, without int) linear {
	const rounds, step, decay = 150, 0.5, 0.5
	var w, squares linear
	for range rounds {
		for s, l := range stories {
			if s == without || len(l.pairs) == 0 {
				continue
			}
			weight := 1000 / float64(len(l.pairs))
			var gradient linear
			for k := range l.pairs {
				p := &l.pairs[k]
				d := (p.same - 1/(1+math.Exp(-w.score(&p.evidence)))) * weight
				for f := range gradient {
					gradient[f] += d * p.evidence[f]
				}
			}
			for f := range w {
				g := gradient[f] - decay*w[f]
				squares[f] += g * g
				w[f] += step * g / (math.Sqrt(squares[f]) + 1e-6) // AdaGrad
			}
		}
	}
	return w
}

// crossValidate prints B-cubed over the annotated passages, each story grouped
// with weights fitted to the others.
func crossValidate(stories []*labelled, log io.Writer) {
	weights := make([]linear, len(stories))
	for i := range stories {
		weights[i] = fit(stories, i)
	}
	for _, at := range []float64{-1.6, -1.3, joinAt, -0.7} {
		p, r, n := 0.0, 0.0, 0
		for i, l := range stories {
			l.weights = &weights[i]
			dp, dr := l.bCubed(l.group(at))
			p, r, n = p+dp, r+dr, n+len(l.items)
		}
		p, r = p/float64(n), r/float64(n)
		fmt.Fprintf(log, "join at %5.2f: B-cubed P %.1f R %.1f F1 %.1f\n", at, 100*p, 100*r, 200*p*r/(p+r))
	}
}

// bCubed sums precision and recall over the items (Amigó and others 2009).
func (l *labelled) bCubed(groups [][]int) (p, r float64) {
	group := make([]int, len(l.ps))
	for k, members := range groups {
		for _, m := range members {
			group[m] = k
		}
	}
	for i := range l.items {
		mates, same, all := 0, 0, 0
		for j := range l.items {
			claim := l.items[i].Claim == l.items[j].Claim
			if claim {
				all++
			}
			if i == j || l.at[i] >= 0 && l.at[j] >= 0 && group[l.at[i]] == group[l.at[j]] {
				mates++
				if claim {
					same++
				}
			}
		}
		p += float64(same) / float64(mates)
		r += float64(same) / float64(all)
	}
	return p, r
}
