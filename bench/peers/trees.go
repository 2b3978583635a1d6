package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

var banks = []string{"ewt", "gum"}

// alike are the relations that Universal Dependencies and spaCy's English scheme
// attach to the same head; of those that hang on a predicate only where it is a
// verb, for with a copula the two differ.
var (
	alike       = []string{"det", "amod", "nummod", "compound", "nmod:poss"}
	alikeOnVerb = []string{"nsubj", "nsubj:pass", "obj", "iobj", "aux", "aux:pass"}
)

// treebanks writes the words of the development treebanks one after the other,
// without what is to be found.
func treebanks(b *bench) (work, error) {
	w := work{whole: b.file("dev.conllu"), single: b.file("one-sentence.conllu")}
	var out strings.Builder
	for _, bank := range banks {
		rows, err := readRows(b.data("syntax/" + bank + "-dev.conllu"))
		if err != nil {
			return w, err
		}
		for i, r := range rows {
			if i > 0 && r[0] == "1" {
				out.WriteByte('\n')
			}
			misc := "_"
			if strings.Contains(r[9], "SpaceAfter=No") {
				misc = "SpaceAfter=No"
			}
			fmt.Fprintf(&out, "%s\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", r[0], r[1], misc)
		}
		out.WriteByte('\n')
		w.units += len(rows)
	}
	one := "1\tShe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	if err := os.WriteFile(w.single, []byte(one), 0o644); err != nil {
		return w, err
	}
	return w, os.WriteFile(w.whole, []byte(out.String()), 0o644)
}

// readRows reads the words of a CoNLL-U file.
func readRows(path string) ([][]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for line := range strings.Lines(string(raw)) {
		columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(columns) != 10 {
			continue
		}
		if _, err := strconv.Atoi(columns[0]); err == nil {
			rows = append(rows, columns)
		}
	}
	return rows, nil
}

// scoreTrees counts tags, heads and labels as score/syntax.py does, and the heads
// of the relations that all schemes attach alike. Tags that a contender does not
// give, and heads and labels of another scheme than Universal Dependencies, are
// left out.
func scoreTrees(b *bench, _ work, out string) (map[string]float64, error) {
	got, err := readRows(out)
	if err != nil {
		return nil, err
	}
	figures := map[string]float64{}
	for _, bank := range banks {
		gold, err := readRows(b.data("syntax/" + bank + "-dev.conllu"))
		if err != nil {
			return nil, err
		}
		if len(got) < len(gold) {
			return nil, fmt.Errorf("%d words found of %d", len(got), len(gold))
		}
		countTrees(figures, bank+" ", gold, got[:len(gold)])
		got = got[len(gold):]
	}
	return figures, nil
}

func countTrees(figures map[string]float64, name string, gold, got [][]string) {
	var upos, xpos, heads, labels, alikes, alikeHeads float64
	universal, tagged := false, false
	for start := 0; start < len(gold); {
		end := start + 1
		for end < len(gold) && gold[end][0] != "1" {
			end++
		}
		copular := map[string]bool{} // heads that are predicates of a copula
		for _, g := range gold[start:end] {
			if g[7] == "cop" {
				copular[g[6]] = true
			}
		}
		for i := start; i < end; i++ {
			g, p := gold[i], got[i]
			tagged = tagged || p[3] != "_"
			universal = universal || strings.HasPrefix(p[7], "obl")
			upos += one(g[3] == p[3])
			xpos += one(g[4] == p[4])
			heads += one(g[6] == p[6])
			labels += one(g[6] == p[6] && plainLabel(g[7]) == plainLabel(p[7]))
			head, err := strconv.Atoi(g[6])
			onVerb := err == nil && head > 0 && gold[start+head-1][3] == "VERB" && !copular[g[6]]
			if slices.Contains(alike, g[7]) || onVerb && slices.Contains(alikeOnVerb, g[7]) {
				alikes++
				alikeHeads += one(g[6] == p[6])
			}
		}
		start = end
	}
	each := 100 / max(1, float64(len(gold)))
	figures[name+"XPOS"] = each * xpos
	figures[name+"heads alike"] = 100 * alikeHeads / max(1, alikes)
	if tagged {
		figures[name+"UPOS"] = each * upos
	}
	if universal {
		figures[name+"UAS"], figures[name+"LAS"] = each*heads, each*labels
	}
}

func plainLabel(label string) string {
	label, _, _ = strings.Cut(label, ":")
	return label
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
