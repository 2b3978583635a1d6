package main

import (
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

func init() { measures["english"] = measureEnglish }

// measureEnglish scores tags and trees on given words, and words and sentences
// on raw text, over the development treebanks.
func measureEnglish(shared string) ([]Score, error) {
	var scores []Score
	for _, bank := range []string{"ewt", "gum"} {
		gold, err := english.ReadConlluFile(filepath.Join(shared, "data", "syntax", bank+"-dev.conllu"))
		if err != nil {
			return nil, err
		}
		scores = append(scores, measureTrees(bank, gold)...)
		scores = append(scores, measureSegments(bank, gold)...)
	}
	return scores, nil
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

// measureTrees counts as the CoNLL 2018 shared task does: punctuation included,
// relations without their subtypes.
func measureTrees(bank string, gold []*english.ConlluSentence) []Score {
	var words [][]string
	for _, s := range gold {
		var forms []string
		for _, w := range s.Words() {
			forms = append(forms, w.Form)
		}
		words = append(words, forms)
	}
	d := english.AnnotateWords(words)
	var count, upos, xpos, lemma, uas, las int
	for i, s := range gold {
		got := d.Conllu(i).Words()
		for k, w := range s.Words() {
			count++
			if got[k].UPOS == w.UPOS {
				upos++
			}
			if got[k].XPOS == w.XPOS {
				xpos++
			}
			if got[k].Lemma == w.Lemma || w.Lemma == "_" {
				lemma++
			}
			if got[k].Head != w.Head {
				continue
			}
			uas++
			if universal(got[k].Deprel) == universal(w.Deprel) {
				las++
			}
		}
	}
	name := "english " + bank + "-dev given words "
	return []Score{
		{name + "UPOS", percent(upos, count)}, {name + "XPOS", percent(xpos, count)}, {name + "lemmas", percent(lemma, count)},
		{name + "UAS", percent(uas, count)}, {name + "LAS", percent(las, count)},
	}
}

func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}
