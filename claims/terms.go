package claims

import (
	"math"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// term is a content word of a passage: its lemma's number and weight.
type term struct {
	id     int32
	weight float64
}

// weigh gives every passage its terms: lemmas of content words, weighted by
// how few passages of the story have them. Words that are everywhere in the
// story tell its claims apart least.
func weigh(reports []Report, ps []passage) {
	ids := map[string]int32{}
	var df []int
	for i := range ps {
		p := &ps[i]
		doc := reports[p.report].Doc
		sent := &doc.Sentences[p.sentence]
		var list []int32
		for w := sent.First; w < sent.Last; w++ {
			word := &doc.Words[w]
			if !contentWord(word) || !within(p, word) {
				continue
			}
			lemma := strings.ToLower(word.Lemma)
			id, ok := ids[lemma]
			if !ok {
				id = int32(len(ids))
				ids[lemma] = id
				df = append(df, 0)
			}
			list = append(list, id)
		}
		slices.Sort(list)
		list = slices.Compact(list)
		for _, id := range list {
			df[id]++
			p.terms = append(p.terms, term{id: id})
		}
	}
	n := float64(len(ps))
	for i := range ps {
		sum := 0.0
		for k := range ps[i].terms {
			t := &ps[i].terms[k]
			t.weight = math.Log((n + 1) / (float64(df[t.id]) + 0.5))
			sum += t.weight * t.weight
		}
		ps[i].norm = math.Sqrt(sum)
	}
}

func within(p *passage, w *english.Word) bool {
	if len(p.content) == 0 {
		return p.Contains(w.Span)
	}
	for _, c := range p.content {
		if c.Contains(w.Span) {
			return true
		}
	}
	return false
}

func contentWord(w *english.Word) bool {
	switch w.UPOS {
	case english.NOUN, english.PROPN, english.VERB, english.ADJ, english.NUM, english.ADV:
		return true
	}
	return false
}

// cosine of two passages' weighted terms.
func cosine(a, b *passage) float64 {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	sum := 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			sum += x.weight * y.weight
			i++
			j++
		}
	}
	return sum / (a.norm * b.norm)
}
