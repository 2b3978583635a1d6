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

// segment is a word or sentence by the characters it covers, white space not
// counted. Words of a multiword token that are not pieces of it are told apart
// by their number within it.
type segment struct{ start, end, part int }

// measureSegments scores words and sentences found in the raw text, which is
// put together from the words: a blank line before each paragraph.
func measureSegments(bank string, gold []*english.ConlluSentence) []Score {
	var text strings.Builder
	words, sentences := map[segment]bool{}, map[segment]bool{}
	var whole []segment // multiword tokens whose words are not its pieces
	at := 0
	for i, s := range gold {
		if i > 0 {
			sep := " "
			for _, c := range s.Comments {
				if strings.HasPrefix(c, "# newpar") || strings.HasPrefix(c, "# newdoc") {
					sep = "\n\n"
				}
			}
			if last := gold[i-1].Lines; sep == " " && strings.Contains(last[len(last)-1].Misc, "SpaceAfter=No") {
				sep = ""
			}
			text.WriteString(sep)
		}
		start := at
		for k := 0; k < len(s.Lines); k++ {
			l := s.Lines[k]
			if strings.Contains(l.ID, ".") {
				continue
			}
			form := strings.Join(strings.Fields(l.Form), "")
			text.WriteString(l.Form)
			end := at + len(form)
			if l.IsWord() {
				words[segment{at, end, 0}] = true
			} else {
				n := strings.Count(l.ID, "-") + 1
				parts := s.Lines[k+1:]
				joined, count := 0, 0
				for count < len(parts) && joined < len(form) && count < n+1 && parts[count].IsWord() {
					joined += len(parts[count].Form)
					count++
				}
				if joined == len(form) {
					p := at
					for _, part := range parts[:count] {
						words[segment{p, p + len(part.Form), 0}] = true
						p += len(part.Form)
					}
				} else {
					whole = append(whole, segment{at, end, 2})
					count = 2
				}
				k += count
			}
			at = end
			if k+1 < len(s.Lines) && !strings.Contains(l.Misc, "SpaceAfter=No") {
				text.WriteByte(' ')
			}
		}
		sentences[segment{start, at, 0}] = true
	}
	d := english.Annotate(text.String())
	offset := make([]int, len(d.Text)+1) // bytes of no white space before
	for i := range len(d.Text) {
		offset[i+1] = offset[i]
		if c := d.Text[i]; c != ' ' && c != '\n' {
			offset[i+1]++
		}
	}
	rightWords, rightSentences := 0, 0
	for _, w := range d.Words {
		if words[segment{offset[w.Start], offset[w.End], 0}] {
			rightWords++
			continue
		}
		for _, t := range whole {
			if offset[w.Start] >= t.start && offset[w.End] <= t.end && w.Len() < t.end-t.start {
				rightWords++
			}
		}
	}
	for _, s := range d.Sentences {
		if sentences[segment{offset[s.Start], offset[s.End], 0}] {
			rightSentences++
		}
	}
	name := "english " + bank + "-dev raw text "
	return []Score{
		{name + "words F1", percent(2*rightWords, len(d.Words)+len(words)+2*len(whole))},
		{name + "sentences F1", percent(2*rightSentences, len(d.Sentences)+len(sentences))},
	}
}
