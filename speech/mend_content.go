package speech

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// claimsThat gives the subject of what is said back to it, where it was taken
// for part of the cue or left out: "[said claims] that the dam leaks were
// false", "[said] claims [that the dam leaks were false]".
func (r stanceReader) claimsThat(s *news.Statement) {
	if len(s.Cue) != 1 || len(s.Content) == 0 || s.Content[0].Start < s.Cue[0].End || !r.startsWith(s.Content[0], "that") {
		return
	}
	first, last := r.words(s.Cue[0])
	that, end := r.words(s.Content[0])
	if that == last+1 && r.doc.Words[last-1].UPOS == english.VERB && strings.HasSuffix(lowerOf(r.doc, last), "s") && r.reportLike(last) {
		s.Content[0] = r.span(last, end)
		return
	}
	noun := last - 1
	if last-first < 2 || !strings.HasSuffix(lowerOf(r.doc, noun), "s") || !r.reportLike(noun) || r.doc.Words[noun-1].UPOS != english.VERB && r.doc.Words[noun-1].UPOS != english.ADJ {
		return
	}
	for noun > first+1 && r.doc.Words[noun-1].UPOS == english.ADJ {
		noun--
	}
	s.Cue[0] = r.span(first, noun)
	s.Content[0] = r.span(noun, end)
}

// parenthetical completes what is said around a "he said" that parts a phrase
// from its clause: "The dam, Adler said, had been inspected".
func (r stanceReader) parenthetical(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || len(s.Content) == 0 || s.Source[0].Start > s.Cue[0].Start || !r.tells(s.Cue[0]) {
		return
	}
	first, _ := r.words(s.Source[0])
	_, last := r.words(s.Cue[0])
	sent := r.doc.Sentences[r.sentenceOf(first)]
	start, end := int(sent.First), r.sentenceEnd(first)
	if first-1 <= start || last+2 >= end || r.doc.Words[first-1].In(r.doc.Text) != "," || r.doc.Words[last].In(r.doc.Text) != "," || r.finite(start, first-1) || !r.finite(last+1, end) {
		return
	}
	for ; start < first-1 && r.doc.Words[start].UPOS == english.CCONJ; start++ {
	}
	for end > last+2 && r.doc.Words[end-1].UPOS == english.PUNCT && !r.closes(end-1) {
		end--
	}
	for w := start; w < end; w++ {
		if q := r.doc.Words[w].Quote; q >= 0 && (r.doc.Quotations[q].Start < sent.Start || w < first) {
			return
		}
	}
	switch r.doc.Words[last+1].UPOS {
	case english.SCONJ, english.CCONJ, english.PUNCT:
		return
	case english.VERB, english.PRON:
		if x := r.doc.Words[last+1].XPOS.String(); x == "VBG" || x == "WP" || x == "WDT" {
			return
		}
	}
	s.Content = []news.Span{r.span(start, first-1), r.span(last+1, end)}
	s.Kind = r.kindOf(s)
}

// otherClause leaves out a second part of what is said whose verb stands
// outside of it in a later clause: "[The dam leaked], Adler said, and the town
// told people [not to drink]".
func (r stanceReader) otherClause(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || len(s.Content) != 2 || s.Content[0].End > s.Source[0].Start || s.Content[1].Start < s.Cue[0].End {
		return
	}
	_, cue := r.words(s.Cue[0])
	first, last := r.words(s.Content[1])
	for w := first; w < last; w++ {
		if h := int(r.doc.Words[w].Head); h >= cue && h < first && r.doc.Words[h].UPOS == english.VERB {
			s.Content = s.Content[:1]
			return
		}
	}
}

// citesOnly makes the verb that a "citing" hangs on the cue, where only whom the
// source cites was found: "…, Radio Sund reported, [citing] [the Lantern]".
func (r stanceReader) citesOnly(s *news.Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || len(s.Content) != 1 || !r.startsWith(s.Cue[0], "citing") {
		return
	}
	citing, _ := r.words(s.Cue[0])
	first, last := r.words(s.Content[0])
	for w := first; w < last; w++ {
		if !r.nounPart(w) {
			return
		}
	}
	verb := int(r.doc.Words[citing].Head)
	source, end := r.words(s.Source[0])
	if verb < end || verb > citing || !r.tells(r.doc.Words[verb].Span) {
		return
	}
	for w := source; w < end; w++ {
		if int(r.doc.Words[w].Head) == verb && r.doc.Words[w].Deprel.String() == "nsubj" {
			s.Cue, s.Content = []news.Span{r.doc.Words[verb].Span}, nil
			return
		}
	}
}
