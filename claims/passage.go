package claims

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
	"github.com/hearsay-news/hearsay/speech"
)

// passage is a stretch of one sentence that takes a stance on something.
type passage struct {
	report    int // index of the report
	statement int // index among its statements, -1 for narration
	sentence  int
	news.Span             // what is shown: content and, in the same sentence, source and cue
	content   []news.Span // what is said, without source and cue
	stance    news.Stance
	part      bool // one clause of several that the statement has in the sentence
}

// passages lists what the reports say, in order: each sentence of each
// statement's content, then sentences of narration.
func passages(reports []*annotate.Annotated) []passage {
	of := make([][]passage, len(reports))
	parallel.Each(len(reports), func(r int) {
		of[r] = append(withoutNotice(reports[r].Doc, statementPassages(r, reports[r])), narration(r, reports[r])...)
		slices.SortStableFunc(of[r], func(a, b passage) int { return a.Start - b.Start })
	})
	return slices.Concat(of...)
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
			p.Span = trim(rep.Doc.Text, completed(rep.Doc, s, k, clip(extent, sent)))
			if worded(p.Span.In(rep.Doc.Text)) && !silent(rep, s, &p) {
				out = append(out, clauses(rep, s, p)...)
			}
		}
	}
	return out
}

// completed takes in what hangs on a cue that ends a stretch of a sentence:
// the addressee of "told", the relay of "was quoted by".
func completed(d *english.Document, s *news.Statement, sentence int, span news.Span) news.Span {
	sent := &d.Sentences[sentence]
	cue := func(w *english.Word) bool {
		return slices.ContainsFunc(s.Cue, func(c news.Span) bool { return c.Contains(w.Span) })
	}
	i := sent.First
	for i < sent.Last && d.Words[i].End <= span.End {
		i++
	}
	if i == sent.First || !cue(&d.Words[i-1]) {
		return span
	}
	first := i
	for ; i < sent.Last && d.Words[i].UPOS != english.PUNCT; i++ {
		w := &d.Words[i]
		if w.Head >= first {
			continue // of what follows
		}
		if w.Head < 0 || !cue(&d.Words[w.Head]) {
			break
		}
		switch w.Deprel.Base() {
		case english.RelObj, english.RelIobj, english.RelObl:
		default:
			return span
		}
		span.End = w.End
	}
	if i > first {
		span.End = max(span.End, reach(d, first, i, span.End))
	}
	return span
}

// reach is the end of the words in [first, last) that depend on one that ends
// at or before end.
func reach(d *english.Document, first, last int32, end int) int {
	for i := first; i < last; i++ {
		w := &d.Words[i]
		if w.Head >= first && w.Head < last && d.Words[w.Head].End <= end {
			end = max(end, w.End)
		}
	}
	return end
}

// worded reports whether a text has more than marks.
func worded(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// silent reports whether a passage has neither words that are said nor a
// stance on what was said before: "two officials said".
func silent(rep *annotate.Annotated, s *news.Statement, p *passage) bool {
	return len(p.content) == 0 && speech.StanceIn(rep.Doc, s, p.Span) == news.Affirms && !points(rep.Doc, p.Span) && !endorses(rep.Doc, p)
}

// clauses parts a passage that states several propositions: coordinate
// clauses, and the condition that others hang on. All show the whole passage.
func clauses(rep *annotate.Annotated, s *news.Statement, p passage) []passage {
	takes := speech.Takes(rep.Doc, s, p.Span)
	var out []passage
	for _, t := range takes {
		if condition(t.Span.In(rep.Doc.Text)) && !points(rep.Doc, t.Span) {
			continue // it stays with what it is a condition of
		}
		q := p
		q.stance, q.content, q.part = t.Stance, nil, true
		for _, c := range p.content {
			if o := clip(c, t.Span); o.Len() > 0 {
				q.content = append(q.content, o)
			}
		}
		if len(q.content) > 0 && states(rep.Doc, &q) && !remarks(rep.Doc, &q) {
			out = append(out, q)
		}
	}
	if len(out) < 2 {
		if len(takes) == 1 {
			p.stance = takes[0].Stance
		} else {
			p.stance = speech.StanceIn(rep.Doc, s, p.Span)
		}
		return []passage{p}
	}
	return out
}

// withoutNotice leaves out passages that only say that somebody knows of a
// claim ("was aware of the reports"), where another passage of the sentence
// says how they stand on it.
func withoutNotice(d *english.Document, ps []passage) []passage {
	var out []passage
	for i := range ps {
		p := &ps[i]
		if p.stance != news.Affirms || !notices(d, p) || !slices.ContainsFunc(ps, func(q passage) bool { return q.sentence == p.sentence && q.stance != news.Affirms }) {
			out = append(out, *p)
		}
	}
	return out
}

// remarks reports whether a clause says something of a claim without being for
// or against it, as "we have seen the report" or "this claim is propaganda":
// its stance shows only with the clauses beside it.
func remarks(d *english.Document, p *passage) bool {
	first := true
	sent := &d.Sentences[p.sentence]
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !within(p, w) || w.UPOS == english.PUNCT || w.UPOS == english.CCONJ || w.UPOS == english.SCONJ {
			continue
		}
		lemma := strings.ToLower(w.Lemma)
		if first && (lemma == "it" || lemma == "this" || lemma == "that" || lemma == "such") {
			return true
		}
		first = false
		switch w.Deprel.Base() {
		case english.RelNsubj, english.RelObj:
			if pointing[lemma] {
				return true
			}
		}
	}
	return notices(d, p)
}

// notices reports whether a passage says that somebody knows of a claim.
func notices(d *english.Document, p *passage) bool {
	sent := &d.Sentences[p.sentence]
	for _, w := range d.Words[sent.First:sent.Last] {
		if within(p, &w) && w.Deprel.Base() == english.RelObl && pointing[strings.ToLower(w.Lemma)] && w.Head >= 0 && noticing[strings.ToLower(d.Words[w.Head].Lemma)] {
			return true
		}
	}
	return false
}

// noticing words say that somebody knows of a claim, as in "aware of the
// reports".
var noticing = map[string]bool{"aware": true, "know": true, "hear": true, "familiar": true, "learn": true}

func condition(clause string) bool {
	first, _, _ := strings.Cut(strings.ToLower(clause), " ")
	return first == "if" || first == "unless"
}

// points reports whether a clause is about whether something said before is
// so: "if confirmed", "if the reports are true".
func points(d *english.Document, s news.Span) bool {
	for _, w := range d.Words {
		if s.Contains(w.Span) && (pointing[w.Lemma] || verifying[w.Lemma]) {
			return true
		}
	}
	return false
}

var verifying = map[string]bool{"confirm": true, "true": true, "verify": true, "accurate": true, "prove": true, "correct": true}

// states reports whether a clause says enough to be a proposition of its own:
// three content words, or a subject and a predicate.
func states(d *english.Document, p *passage) bool {
	content, subject := 0, false
	sent := &d.Sentences[p.sentence]
	for i := sent.First; i < sent.Last; i++ {
		w := &d.Words[i]
		if !within(p, w) {
			continue
		}
		switch w.UPOS {
		case english.NOUN, english.PROPN, english.VERB, english.ADJ, english.NUM:
			content++
		}
		switch w.Deprel.Base() {
		case english.RelNsubj, english.RelCsubj:
			subject = true
		}
	}
	return content >= 4 || subject && content >= 2
}

// subjected reports whether a clause has a subject of its own.
func subjected(d *english.Document, p *passage) bool {
	sent := &d.Sentences[p.sentence]
	for w := sent.First; w < sent.Last; w++ {
		x := &d.Words[w]
		if !within(p, x) {
			continue
		}
		switch x.Deprel.Base() {
		case english.RelNsubj, english.RelCsubj, english.RelExpl:
			return true
		}
	}
	return false
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
		p.content, p.stance = []news.Span{p.Span}, speech.NarrationStance(rep.Doc, p.Span)
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
