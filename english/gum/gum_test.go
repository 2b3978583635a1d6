package gum

import (
	"fmt"
	"strings"
	"testing"
)

// A made-up text in the manner of the corpus: form, UPOS, head, deprel, Entity.
const text = `# newdoc id = GUM_news_mill
# text = Kremlin spokesman Ivan Dale, Ms. Ann Price of the Bank of Norland and Americans met in Port Ellis, Norland's King's College on Friday.
Kremlin PROPN 2 compound (1-person-new-s-cf1-2,3,4-sgl(2-organization-new-s-cf1-1-sgl)
spokesman NOUN 16 nsubj
Ivan PROPN 2 flat
Dale PROPN 3 flat 1)
, PUNCT 6 punct
Ms. PROPN 2 conj (3-person-new-s-cf1-1,2,3-sgl
Ann PROPN 6 flat
Price PROPN 6 flat
of ADP 11 case
the DET 11 det (4-organization-new-s-cf1-2-sgl
Bank PROPN 6 nmod
of ADP 13 case
Norland PROPN 11 nmod (5-place-new-s-cf1-1-sgl)4)3)
and CCONJ 15 cc
Americans PROPN 2 conj (6-person-new-s-cf1-1-sgl)
met VERB 0 root
in ADP 19 case
Port PROPN 19 compound (7-place-new-s-cf1-1,2-sgl
Ellis PROPN 16 obl
, PUNCT 21 punct
Norland PROPN 19 appos (5-place-giv-s-cf1-1-coref)7)
's PART 21 case
on ADP 24 case
Friday PROPN 16 obl (8-time-new-s-cf1-1-sgl)
`

func TestRead(t *testing.T) {
	var conllu strings.Builder
	n := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		f := strings.Fields(line)
		if f[0] == "#" {
			fmt.Fprintln(&conllu, line)
			continue
		}
		n++
		xpos, misc := "_", "_"
		if f[1] == "PROPN" {
			xpos = "NNP"
		}
		if f[0] == "Americans" {
			xpos = "NNPS"
		}
		if len(f) > 4 {
			misc = "Discourse=joint|Entity=" + f[4]
		}
		fmt.Fprintf(&conllu, "%d\t%s\t_\t%s\t%s\t_\t%s\t%s\t_\t%s\n", n, f[0], f[1], xpos, f[2], f[3], misc)
	}
	texts, err := Read(strings.NewReader(conllu.String() + "\n"))
	if err != nil || len(texts) != 1 || texts[0].Genre() != "news" {
		t.Fatal(texts, err)
	}
	words := texts[0].Words()[0]
	var got []string
	for _, n := range texts[0].Names {
		got = append(got, n.Type.String()+" "+strings.Join(words[n.First:n.Last], " "))
	}
	want := "organisation Kremlin; person Ivan Dale; person Ann Price; organisation Bank of Norland; place Port Ellis; place Norland"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
}

func TestReadBroken(t *testing.T) {
	if _, err := Read(strings.NewReader("1\tMill\t_\tNOUN\tNN\t_\t0\troot\t_\tEntity=(1-object\n\n")); err == nil {
		t.Error("a sentence of no text passes")
	}
	texts, err := Read(strings.NewReader("# newdoc id = GUM_bio_x\n1\tMill\t_\tPROPN\tNNP\t_\t0\troot\t_\tEntity=1)((((2-place)9)(\n\n"))
	if err != nil || len(texts) != 1 {
		t.Fatal(texts, err)
	}
}
