package speech

import (
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Speakers mends the source of statements where grammar says plainly that
// someone else speaks: "Adler was quoted by the agency as saying" is Adler's,
// the agency relays; "the Post reported, citing officials, that" is the
// Post's, and the officials are whom it cites.
func Speakers(doc *english.Document, statements []news.Statement) []news.Statement {
	r := stanceReader{doc: doc}
	for i := range statements {
		s := &statements[i]
		r.mend(s)
		r.unanswered(s)
		r.titles(s)
		r.quotedBy(s)
		r.accordingTo(s, statements)
		r.citing(s)
		r.deeds(s)
	}
	return r.noStatements(withoutEchoes(r.reunite(r.rejoin(statements))))
}

// withoutEchoes leaves out "X was quoted", where X himself was taken for the
// content, beside what X was quoted as saying.
func withoutEchoes(statements []news.Statement) []news.Statement {
	out := statements[:0:0]
	for i, s := range statements {
		echo := false
		if len(s.Source) == 1 && len(s.Content) == 1 && s.Source[0].Contains(s.Content[0]) {
			for k, o := range statements {
				echo = echo || k != i && len(o.Source) == 1 && o.Source[0] == s.Source[0] && len(o.Content) > 0 && !o.Source[0].Contains(o.Content[0])
			}
		}
		if !echo {
			out = append(out, s)
		}
	}
	return out
}

// quotedBy moves the agent of "was quoted by" from the source to the relays.
func (r stanceReader) quotedBy(s *news.Statement) {
	if len(s.Source) == 0 || len(s.Cue) == 0 {
		return
	}
	first, _ := r.words(s.Source[0])
	if first < 3 || lowerOf(r.doc, first-1) != "by" {
		return
	}
	verb := -1
	for v := first - 2; v >= first-3 && v >= 0; v-- {
		switch lemmaOf(r.doc, v) {
		case "quote", "cite":
			verb = v
		}
	}
	if verb < 0 {
		return
	}
	a, b, ok := r.subjectBefore(verb)
	if !ok {
		return
	}
	s.Via = []news.Relay{{Name: plainName(s.Source[0].In(r.doc.Text)), Span: s.Source[0]}}
	s.Source = []news.Span{{Start: r.doc.Words[a].Start, End: r.doc.Words[b-1].End}}
}

// titles takes the title of a programme, quoted behind "told", out of what is
// said.
func (r stanceReader) titles(s *news.Statement) {
	if len(s.Content) < 2 {
		return
	}
	kept := s.Content[:0]
	for i, c := range s.Content {
		w, last := r.words(c)
		if i > 0 && w < last {
			if _, end, ok := r.outletAt(w); ok && (last-end < 6 || w > 0 && lemmaOf(r.doc, w-1) == "tell") {
				continue
			}
		}
		kept = append(kept, c)
	}
	s.Content = kept
}

// accordingTo gives "“…,” the letter reads, according to the Post" to the
// letter, and lets the outlet relay it.
func (r stanceReader) accordingTo(s *news.Statement, statements []news.Statement) {
	if len(s.Source) == 0 || len(s.Cue) == 0 || s.Kind == news.Indirect || !IsOutlet(s.Source[0].In(r.doc.Text)) || !r.startsWith(s.Cue[0], "according") {
		return
	}
	for _, w := range r.frame(s) {
		word := &r.doc.Words[w]
		if l := lemmaOf(r.doc, w); word.UPOS != english.VERB || !tellers[l] && !surely[l] && l != "read" && l != "add" {
			continue
		}
		for k := range statements {
			if inSpans(statements[k].Cue, word.Span) {
				return
			}
		}
		sent := r.doc.Sentences[r.sentenceOf(w)]
		for v := int(sent.First); v < int(sent.Last); v++ {
			if int(r.doc.Words[v].Head) != w || r.doc.Words[v].Deprel.String() != "nsubj" || inSpans(s.Content, r.doc.Words[v].Span) || inSpans(s.Source, r.doc.Words[v].Span) {
				continue
			}
			a, b := r.under(v, int(sent.First), int(sent.Last))
			s.Via = []news.Relay{{Name: plainName(s.Source[0].In(r.doc.Text)), Span: s.Source[0]}}
			s.Source = []news.Span{{Start: r.doc.Words[a].Start, End: r.doc.Words[b-1].End}}
			s.Cue = []news.Span{word.Span}
			return
		}
	}
}

func plainName(s string) string {
	for _, the := range []string{"the ", "The "} {
		if len(s) > len(the) && s[:len(the)] == the {
			return s[len(the):]
		}
	}
	return s
}

// subjectBefore is the noun phrase that ends just before the verb group of
// the verb at w: its subject by the parse, else by position.
func (r stanceReader) subjectBefore(w int) (a, b int, ok bool) {
	s := r.doc.Sentences[r.sentenceOf(w)]
	for v := int(s.First); v < w; v++ {
		if int(r.doc.Words[v].Head) == w && (r.doc.Words[v].Deprel.String() == "nsubj:pass" || r.doc.Words[v].Deprel.String() == "nsubj") {
			a, b = r.under(v, int(s.First), w)
			return a, b, true
		}
	}
	end := w
	for end > int(s.First) && (r.doc.Words[end-1].UPOS == english.AUX || r.doc.Words[end-1].UPOS == english.ADV || r.doc.Words[end-1].UPOS == english.PUNCT) {
		end--
	}
	start := end
	for start > int(s.First) {
		word := &r.doc.Words[start-1]
		if word.UPOS == english.VERB || word.UPOS == english.SCONJ || word.UPOS == english.CCONJ || word.Quote >= 0 {
			break
		}
		start--
	}
	for start < end && r.doc.Words[start].UPOS == english.PUNCT {
		start++
	}
	return start, end, start < end
}

// Subject is the subject of the verb of a statement's cue, for statements
// whose source was not found; the zero span where there is none.
func Subject(doc *english.Document, s *news.Statement) news.Span {
	if len(s.Cue) == 0 {
		return news.Span{}
	}
	r := stanceReader{doc: doc}
	first, last := r.words(s.Cue[0])
	verb := -1
	for w := first; w < last; w++ {
		if r.doc.Words[w].UPOS == english.VERB {
			verb = w
			break
		}
	}
	for n := 0; verb >= 0 && n < 4; n++ {
		sent := r.doc.Sentences[r.sentenceOf(verb)]
		for v := int(sent.First); v < int(sent.Last); v++ {
			word := &r.doc.Words[v]
			if int(word.Head) != verb || word.Deprel.String() != "nsubj" || inSpans(s.Content, word.Span) {
				continue
			}
			a, b := r.under(v, int(sent.First), int(sent.Last))
			span := news.Span{Start: r.doc.Words[a].Start, End: r.doc.Words[b-1].End}
			if !inSpans(s.Content, span) && !inSpans(s.Cue, span) && lowerOf(r.doc, v) != "there" {
				return span
			}
			return news.Span{}
		}
		// "…, saying that", "and warned of": the subject of the verb above.
		switch r.doc.Words[verb].Deprel.String() {
		case "conj", "advcl", "xcomp":
			verb = int(r.doc.Words[verb].Head)
			if verb >= 0 && (r.doc.Words[verb].UPOS != english.VERB || inSpans(s.Content, r.doc.Words[verb].Span)) {
				return news.Span{}
			}
		default:
			return news.Span{}
		}
	}
	return news.Span{}
}

// citing takes whom a voice cites out of the cue and content: "citing two
// officials", and leaves what is said.
func (r stanceReader) citing(s *news.Statement) {
	e := s.Extent()
	if e.Len() == 0 {
		return
	}
	first, _ := r.words(e)
	if first >= len(r.doc.Words) {
		return
	}
	sent := r.doc.Sentences[r.sentenceOf(first)]
	for w := int(sent.First); w < int(sent.Last)-1; w++ {
		if lowerOf(r.doc, w) != "citing" || r.quotedWord(w) {
			continue
		}
		a, b := w+1, w+1
		for b < int(sent.Last) {
			word := &r.doc.Words[b]
			if word.UPOS == english.VERB || word.UPOS == english.SCONJ || word.UPOS == english.PUNCT || word.UPOS == english.PRON && lowerOf(r.doc, b) == "that" {
				break
			}
			b++
		}
		if b == a || !r.peopleOrOutlet(a, b) {
			return
		}
		whom := news.Span{Start: r.doc.Words[a].Start, End: r.doc.Words[b-1].End}
		s.Cites = []news.Voice{{Name: whom.In(r.doc.Text), Type: news.Unnamed}}
		for k := range s.Content {
			c := &s.Content[k]
			if c.Overlap(whom) > 0 && c.End > whom.End {
				// What is said begins behind the cited source.
				v := b
				for v < int(sent.Last) && r.doc.Words[v].UPOS == english.PUNCT {
					v++
				}
				if v < int(sent.Last) && r.doc.Words[v].Start < c.End {
					c.Start = r.doc.Words[v].Start
				}
			}
		}
		return
	}
}

func (r stanceReader) peopleOrOutlet(a, b int) bool {
	for w := a; w < b; w++ {
		if r.doc.Words[w].UPOS == english.PROPN || citable[lemmaOf(r.doc, w)] {
			return true
		}
	}
	return false
}

// rejoin makes one statement of a report without content and the "citing"
// that took the content for its own.
func (r stanceReader) rejoin(statements []news.Statement) []news.Statement {
	drop := -1
	out := statements[:0]
	for i := range statements {
		s := statements[i]
		if n := len(out); n > 0 && len(s.Cites) > 0 && len(s.Cue) > 0 && len(out[n-1].Content) == 0 && len(s.Source) > 0 && len(out[n-1].Source) > 0 &&
			out[n-1].Source[0] == s.Source[0] && r.startsWith(s.Cue[0], "citing") {
			out[n-1].Content, out[n-1].Cites, out[n-1].Kind = s.Content, s.Cites, s.Kind
			out[n-1].Cue = append(out[n-1].Cue, s.Cue...)
			sort.Slice(out[n-1].Cue, func(a, b int) bool { return out[n-1].Cue[a].Start < out[n-1].Cue[b].Start })
			drop = i
			continue
		}
		if n := len(out); n > 0 && len(s.Cites) > 0 && len(s.Cue) > 0 && len(s.Content) == 1 && len(out[n-1].Cites) > 0 && len(out[n-1].Content) > 0 &&
			r.startsWith(s.Cue[0], "citing") && s.Content[0].In(r.doc.Text) == out[n-1].Cites[0].Name {
			drop = i // whom the report cites is no statement of its own
			continue
		}
		out = append(out, s)
	}
	if drop >= 0 {
		for i := range out {
			out[i].Parent = -1
		}
	}
	return out
}

func (r stanceReader) startsWith(s news.Span, word string) bool {
	w, last := r.words(s)
	return w < last && lowerOf(r.doc, w) == word
}
