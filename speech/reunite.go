package speech

import (
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// reunite ties what belongs to one statement and was found as two: "Adler said
// after the report came out that …", "…, according to the terms of the bill".
func (r stanceReader) reunite(statements []news.Statement) []news.Statement {
	gone := make([]bool, len(statements))
	for i := range statements {
		s := &statements[i]
		if len(s.Content) == 2 && len(s.Source) == 1 && s.Content[0].End <= s.Source[0].Start && s.Source[0].End <= s.Content[1].Start && len(s.Cue) == 1 {
			// What was found in the rest of its sentence stands inside of what it says.
			for k := range statements {
				if o := &statements[k]; k != i && len(o.Cue) > 0 && (s.Content[1].Contains(o.Cue[0]) || s.Content[0].Contains(o.Cue[0])) {
					gone[k] = true
				}
			}
		}
		if len(s.Content) > 0 || len(s.Source) == 0 || len(s.Cue) == 0 {
			continue
		}
		if r.startsWith(s.Cue[0], "according") || r.saidBefore(s) {
			r.clauseBefore(statements, i, gone)
		} else if i+1 < len(statements) {
			gone[i+1] = r.interrupted(s, &statements[i+1])
		}
	}
	out := statements[:0:0]
	for i := range statements {
		if !gone[i] {
			out = append(out, statements[i])
		}
	}
	return out
}

// interrupted gives s what the next statement says, where that only stands in
// a clause between the verb of s and its "that", and reports whether it did.
func (r stanceReader) interrupted(s, next *news.Statement) bool {
	if len(next.Content) == 0 || len(next.Cue) == 0 || len(next.Source) == 0 {
		return false
	}
	_, after := r.words(s.Cue[len(s.Cue)-1])
	if after >= len(r.doc.Words) || !r.startsWith(next.Content[0], "that") {
		return false
	}
	switch lowerOf(r.doc, after) {
	case "after", "before", "when", "while", "as", "once":
	default:
		return false
	}
	w, _ := r.words(next.Source[0])
	verb, end := r.words(next.Cue[0])
	if w != after+1 || end <= verb || surely[lemmaOf(r.doc, verb)] || r.sentenceOf(verb) != r.sentenceOf(after) {
		return false
	}
	s.Content, s.Kind = next.Content, next.Kind
	return true
}

// saidBefore reports whether what a statement says stands before its source:
// "The dam had leaked, Radio Sund reported".
func (r stanceReader) saidBefore(s *news.Statement) bool {
	cue, last := r.words(s.Cue[0])
	source, _ := r.words(s.Source[0])
	if last != cue+1 || source >= cue || source == 0 || r.doc.Words[source-1].In(r.doc.Text) != "," || !r.tells(s.Cue[0]) {
		return false
	}
	for w := source - 1; w >= int(r.doc.Sentences[r.sentenceOf(cue)].First); w-- {
		if int(r.doc.Words[w].Head) == cue && r.doc.Words[w].Deprel.String() == "ccomp" {
			return true
		}
	}
	return false
}

// clauseBefore gives an "according to" or a verb of saying at the end of a
// sentence the clause before it, in which only parts without a source were found.
func (r stanceReader) clauseBefore(statements []news.Statement, i int, gone []bool) {
	s := &statements[i]
	last, _ := r.words(news.Span{Start: min(s.Cue[0].Start, s.Source[0].Start), End: s.Cue[0].End})
	sent := r.doc.Sentences[r.sentenceOf(last)]
	for last > int(sent.First) && r.doc.Words[last-1].UPOS == english.PUNCT && !r.closes(last-1) {
		last--
	}
	if last-int(sent.First) < 4 {
		return
	}
	clause := r.span(int(sent.First), last)
	for k := range statements {
		if o := &statements[k]; k != i && o.Extent().Overlap(clause) > 0 && (len(o.Source) > 0 || !clause.Contains(o.Extent())) {
			return
		}
	}
	for k := range statements {
		if k != i && statements[k].Extent().Overlap(clause) > 0 {
			gone[k] = true
		}
	}
	s.Content = []news.Span{clause}
}
