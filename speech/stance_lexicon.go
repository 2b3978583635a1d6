package speech

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

//go:embed stance.txt
var stanceText string

// stanceClass is what an expression does to what is said.
type stanceClass uint8

const (
	noClass stanceClass = iota
	denyClass
	disputeClass
	doubtClass
	declineClass
	silentClass
	believeClass
	convincedClass
	failClass
	falseClass
	trueClass
	reportClass
	proofClass
	belieClass
	muteClass
	accuseClass
	demandClass
	supportClass
)

var stanceClasses = map[string]stanceClass{"deny": denyClass, "dispute": disputeClass, "doubt": doubtClass, "decline": declineClass,
	"silent": silentClass, "believe": believeClass, "convinced": convincedClass, "fail": failClass, "false": falseClass,
	"true": trueClass, "report": reportClass, "proof": proofClass, "belie": belieClass,
	"mute": muteClass, "accuse": accuseClass, "demand": demandClass, "support": supportClass}

// stancePattern is lemmas in order; a nil element lets up to four words pass.
type stancePattern struct {
	class stanceClass
	parts [][]string
}

// stancePatterns are keyed by their first lemma, longer ones first.
var (
	stancePatterns = readStance(stanceText)
	stancePhrases  = readPhrases(stanceText)
)

func readStance(text string) map[string][]stancePattern {
	out := map[string][]stancePattern{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "phrase ") {
			continue
		}
		name, list, _ := strings.Cut(line, ":")
		class, ok := stanceClasses[name]
		if !ok {
			panic(fmt.Sprintf("stance.txt: no class %q", name))
		}
		for one := range strings.SplitSeq(list, "|") {
			p := stancePattern{class: class}
			for word := range strings.FieldsSeq(one) {
				if word == "*" {
					p.parts = append(p.parts, nil)
				} else {
					p.parts = append(p.parts, strings.Split(word, "/"))
				}
			}
			if len(p.parts) == 0 {
				continue
			}
			for _, first := range p.parts[0] {
				out[first] = append(out[first], p)
			}
		}
	}
	for _, ps := range out {
		// Insertion keeps the order of the file among patterns of one length.
		for i := 1; i < len(ps); i++ {
			for j := i; j > 0 && len(ps[j].parts) > len(ps[j-1].parts); j-- {
				ps[j], ps[j-1] = ps[j-1], ps[j]
			}
		}
	}
	return out
}

// lemmaOf is the lemma of a word in lower case, with plain apostrophes.
func lemmaOf(doc *english.Document, w int) string {
	word := &doc.Words[w]
	if word.Lemma != "" && word.Lemma != "_" {
		return strings.ToLower(word.Lemma)
	}
	return lowerOf(doc, w)
}

func lowerOf(doc *english.Document, w int) string {
	return strings.ReplaceAll(strings.ToLower(doc.Words[w].In(doc.Text)), "’", "'")
}

// patternAt finds the longest pattern of the wanted classes that begins at
// word w and ends before word last.
func patternAt(doc *english.Document, w, last int, want func(stanceClass) bool) (class stanceClass, end int) {
	for _, key := range wordForms(doc, w) {
		for _, p := range stancePatterns[key] {
			if !want(p.class) {
				continue
			}
			if e := p.match(doc, w, last); e > end {
				class, end = p.class, e
			}
		}
	}
	return class, end
}

// wordForms are the forms under which a word may stand in the lexicon: its
// lemma, itself, and what a lemmatiser that stumbles leaves of it.
func wordForms(doc *english.Document, w int) []string {
	lemma, lower := lemmaOf(doc, w), lowerOf(doc, w)
	out := []string{lemma}
	if lower != lemma {
		out = append(out, lower)
	}
	if strings.HasSuffix(lower, "ed") && lower[:len(lower)-1] != lemma {
		out = append(out, lower[:len(lower)-1])
	}
	if stem, ok := strings.CutSuffix(lower, "ing"); ok && stem+"e" != lemma {
		out = append(out, stem+"e")
	}
	return out
}

// match returns where the pattern that begins at word w ends, 0 for no match.
func (p stancePattern) match(doc *english.Document, w, last int) int {
	at, gap := w, 0
	for _, part := range p.parts {
		if part == nil {
			gap = 4
			continue
		}
		hit := -1
		for v := at; v <= at+gap && v < last; v++ {
			for _, form := range wordForms(doc, v) {
				if oneOf(part, form) {
					hit = v
				}
			}
			if hit >= 0 {
				break
			}
		}
		if hit < 0 {
			return 0
		}
		at, gap = hit+1, 0
	}
	return at
}

func oneOf(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
