package main

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// segment is a word or sentence by the bytes it covers, white space not
// counted.
type segment struct{ start, end int }

// segments are the right ones of a text, which is put together from them: a
// blank line before each paragraph.
type segments struct {
	text             strings.Builder
	end              int // of what is not white space
	words, sentences map[segment]bool
	whole            []segment // tokens of two words that are not pieces of them
}

// measureSegments scores words and sentences found in the raw text.
func measureSegments(bank string, gold []*english.ConlluSentence) []Score {
	g := goldSegments(gold)
	d := english.Annotate(g.text.String())
	offset := make([]int, len(d.Text)+1) // bytes of no white space before
	for i := range len(d.Text) {
		offset[i+1] = offset[i]
		if c := d.Text[i]; c != ' ' && c != '\n' {
			offset[i+1]++
		}
	}
	rightWords, rightSentences := 0, 0
	for _, w := range d.Words {
		s := segment{offset[w.Start], offset[w.End]}
		if g.words[s] {
			rightWords++
			continue
		}
		for _, t := range g.whole {
			if s.start >= t.start && s.end <= t.end && w.Len() < t.end-t.start {
				rightWords++
			}
		}
	}
	for _, s := range d.Sentences {
		if g.sentences[segment{offset[s.Start], offset[s.End]}] {
			rightSentences++
		}
	}
	name := "english " + bank + "-dev raw text "
	return []Score{
		{name + "words F1", percent(2*rightWords, len(d.Words)+len(g.words)+2*len(g.whole))},
		{name + "sentences F1", percent(2*rightSentences, len(d.Sentences)+len(g.sentences))},
	}
}

func goldSegments(gold []*english.ConlluSentence) *segments {
	g := &segments{words: map[segment]bool{}, sentences: map[segment]bool{}}
	for i, s := range gold {
		if i > 0 {
			g.text.WriteString(separator(gold[i-1], s))
		}
		start := g.end
		for k := 0; k < len(s.Lines); k++ {
			l := s.Lines[k]
			if strings.Contains(l.ID, ".") {
				continue
			}
			k += g.add(l, s.Lines[k+1:])
			if k+1 < len(s.Lines) && !strings.Contains(l.Misc, "SpaceAfter=No") {
				g.text.WriteByte(' ')
			}
		}
		g.sentences[segment{start, g.end}] = true
	}
	return g
}

// separator is what stands between two sentences.
func separator(before, s *english.ConlluSentence) string {
	for _, c := range s.Comments {
		if strings.HasPrefix(c, "# newpar") || strings.HasPrefix(c, "# newdoc") {
			return "\n\n"
		}
	}
	if strings.Contains(before.Lines[len(before.Lines)-1].Misc, "SpaceAfter=No") {
		return ""
	}
	return " "
}

// add takes in a token and, where it is of several words, the lines of these
// from the ones behind it. It returns how many they are.
func (g *segments) add(l english.ConlluLine, behind []english.ConlluLine) int {
	form := strings.Join(strings.Fields(l.Form), "")
	g.text.WriteString(l.Form)
	start := g.end
	g.end += len(form)
	if l.IsWord() {
		g.words[segment{start, g.end}] = true
		return 0
	}
	joined, count := 0, 0
	for count < min(3, len(behind)) && joined < len(form) && behind[count].IsWord() {
		joined += len(behind[count].Form)
		count++
	}
	if joined != len(form) {
		g.whole = append(g.whole, segment{start, g.end})
		return 2
	}
	for _, part := range behind[:count] {
		g.words[segment{start, start + len(part.Form)}] = true
		start += len(part.Form)
	}
	return count
}
