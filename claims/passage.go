package claims

import (
	"slices"

	"github.com/hearsay-news/hearsay/annotate"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// passage is a stretch of one sentence that takes a stance on something.
type passage struct {
	report    int // index of the report
	statement int // index among its statements, -1 for narration
	sentence  int
	news.Span             // what is shown: content and, in the same sentence, source and cue
	content   []news.Span // what is said, without source and cue
}

// passages lists what the reports say, in order: each sentence of each
// statement's content, then sentences of narration.
func passages(reports []*annotate.Annotated) []passage {
	var out []passage
	for r := range reports {
		out = append(out, statementPassages(r, reports[r])...)
		out = append(out, narration(r, reports[r])...)
	}
	slices.SortStableFunc(out, func(a, b passage) int {
		if a.report != b.report {
			return a.report - b.report
		}
		return a.Start - b.Start
	})
	return out
}

func statementPassages(r int, rep *annotate.Annotated) []passage {
	var out []passage
	for i := range rep.Statements {
		s := &rep.Statements[i]
		if !s.Speech || len(s.Content) == 0 && len(s.Cue) == 0 {
			continue
		}
		extent := s.Extent()
		for k := range rep.Doc.Sentences {
			sent := rep.Doc.Sentences[k].Span
			if sent.Overlap(extent) == 0 {
				continue
			}
			p := passage{report: r, statement: i, sentence: k}
			said := 0
			for _, c := range s.Content {
				if o := clip(c, sent); o.Len() > 0 {
					p.content = append(p.content, o)
					said += o.Len()
				}
			}
			if said == 0 && len(s.Content) > 0 {
				continue // the sentence holds only source or cue of words said elsewhere
			}
			p.Span = trim(rep.Doc.Text, clip(extent, sent))
			if p.Len() > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// narration is what the article says in its own voice: sentences, or main
// clauses of them, that no statement covers.
func narration(r int, rep *annotate.Annotated) []passage {
	var out []passage
	for k := range rep.Doc.Sentences {
		sent := &rep.Doc.Sentences[k]
		if !mayState(&rep.Article, sent.Span) || !finite(rep.Doc, sent) {
			continue
		}
		covered := 0
		for i := range rep.Statements {
			if rep.Statements[i].Speech {
				covered += rep.Statements[i].Extent().Overlap(sent.Span)
			}
		}
		if 2*covered > sent.Len() {
			continue
		}
		p := passage{report: r, statement: -1, sentence: k, Span: trim(rep.Doc.Text, sent.Span)}
		p.content = []news.Span{p.Span}
		out = append(out, p)
	}
	return out
}

// mayState keeps furniture and metadata out.
func mayState(a *news.Article, s news.Span) bool {
	for _, b := range a.Blocks {
		if b.Overlap(s) > 0 {
			return b.Kind == news.Body || b.Kind == news.Heading || b.Kind == news.Quote
		}
	}
	return len(a.Blocks) == 0
}

// finite reports whether a sentence has a subject and a predicate: less than
// that states nothing.
func finite(d *english.Document, s *english.Sentence) bool {
	subject, verb := false, false
	for _, w := range d.Words[s.First:s.Last] {
		switch w.UPOS {
		case english.VERB, english.AUX:
			verb = true
		case english.NOUN, english.PROPN, english.PRON:
			subject = true
		}
	}
	return subject && verb && s.Last-s.First >= 5
}

func clip(s, to news.Span) news.Span {
	return news.Span{Start: max(s.Start, to.Start), End: min(s.End, to.End)}
}

// trim leaves out white space and a comma at the edges.
func trim(text string, s news.Span) news.Span {
	for s.Start < s.End && (text[s.Start] <= ' ' || text[s.Start] == ',') {
		s.Start++
	}
	for s.End > s.Start && (text[s.End-1] <= ' ' || text[s.End-1] == ',') {
		s.End--
	}
	return s
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
