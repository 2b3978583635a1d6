package voices

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/speech"
)

// Within fills in the voice of each statement of one article: who the source
// is by the fullest name printed, with role, type and printed variants. Joint
// speakers after the first go to With. It returns all whom the article names
// in full, speaking or not.
func Within(doc *english.Document, statements []news.Statement, article news.Article) []news.Voice {
	r := &resolver{cast: gather(&reader{doc: doc, text: doc.Text}), outlet: article.Outlet.Name, voiced: make([]said, len(statements))}
	for i := range statements {
		r.statement(statements, i)
	}
	r.settle(statements)
	return r.named()
}

// named are the persons and bodies of the cast that are named by more than one word.
func (r *resolver) named() []news.Voice {
	var out []news.Voice
	for _, e := range r.all {
		if v := r.voiceOf(e); strings.Contains(v.Name, " ") {
			out = append(out, v)
		}
	}
	return out
}

// resolver walks the statements of an article in order and remembers who
// spoke.
type resolver struct {
	*cast
	outlet string
	voiced []said
	last   []turn    // statements resolved so far, in order
	groups []grouped // unnamed sources described so far
	papers []grouped // documents described so far
}

// said is what was found for a statement.
type said struct {
	entity *entity
	voice  news.Voice
	known  bool
}

// turn is one resolved statement: the entity that spoke, and where.
type turn struct {
	entity *entity
	voice  news.Voice
	at     int // word
	plural bool
}

// grouped is a described but unnamed source or document.
type grouped struct {
	head   string // lemma of the head noun
	words  string // description
	plural bool
	at     int
}

func (r *resolver) statement(statements []news.Statement, i int) {
	s := &statements[i]
	var span news.Span
	if len(s.Source) == 0 {
		if span = speech.Subject(r.doc, s); span.Len() == 0 {
			r.floating(statements, i)
			return
		}
	} else {
		span = news.Span{Start: s.Source[0].Start, End: s.Source[len(s.Source)-1].End}
	}
	if len(s.Source) > 1 && span.Len() > 400 {
		span = s.Source[0]
	}
	first, last := r.words(span)
	if first >= last {
		return
	}
	first = r.beforeTag(first)
	if last-first == 1 && r.lower(first) == "both" {
		if q, ok := r.listBefore(first); ok {
			first, last = q.first, q.last
		}
	}
	var voices []said
	for _, np := range r.speakers(first, last) {
		voices = append(voices, r.phrase(np, statements, i))
	}
	if v := voices[0].voice; len(voices) == 1 && v.Type == news.Unnamed && v.Count != 1 {
		end := first
		for end < last && r.form(end) != "," && !dash(r.form(end)) {
			end++
		}
		list, all := r.members(end)
		if all {
			voices = nil
		}
		for _, m := range list {
			voices = append(voices, r.phrase(m, statements, i))
		}
		if len(voices) == 0 {
			voices = []said{{voice: v, known: true}}
		}
	}
	v := voices[0]
	s.Voice = v.voice
	s.With = nil
	for _, w := range voices[1:] {
		if w.voice.Name != "" && w.voice.Name != v.voice.Name {
			s.With = append(s.With, w.voice)
		}
	}
	r.voiced[i] = v
	for k, c := range s.Cites {
		if at := strings.Index(r.text[s.Extent().Start:], c.Name); at >= 0 {
			a, b := r.words(news.Span{Start: s.Extent().Start + at, End: s.Extent().Start + at + len(c.Name)})
			if a < b {
				s.Cites[k] = r.phrase(np{a, b}, statements, i).voice
			}
		}
	}
	if s.Parent >= 0 {
		return
	}
	for _, v := range voices {
		r.last = append(r.last, turn{entity: v.entity, voice: v.voice, at: first, plural: len(voices) > 1})
	}
}

// beforeTag moves from a party and state ("D-Ohio") that was taken for a
// source to the name before it.
func (r *resolver) beforeTag(w int) int {
	f := r.form(w)
	if len(f) < 2 || !strings.ContainsRune("DRI", rune(f[0])) || f[1] != '-' || w < 2 {
		return w
	}
	v := w - 1
	if r.form(v) == "," || r.form(v) == "(" {
		v--
	}
	if e := r.of(v); e != nil && e.kind == news.Person {
		for v > 0 && r.of(v-1) == e {
			v--
		}
		return v
	}
	return w
}

// floating gives a quotation without a source the voice that it goes on from.
func (r *resolver) floating(statements []news.Statement, i int) {
	s := &statements[i]
	s.Voice = news.Voice{Type: news.UnknownVoice}
	e := s.Extent()
	if e.Len() == 0 {
		return
	}
	at := r.at(e.Start)
	if at >= len(r.doc.Words) {
		return
	}
	for k := len(r.last) - 1; k >= 0; k-- {
		t := r.last[k]
		if t.at > at {
			continue
		}
		if t.voice.Name == "" {
			return
		}
		if r.paragraph(at)-r.paragraph(t.at) > 2 || s.Kind != news.Direct && r.paragraph(at) != r.paragraph(t.at) {
			s.Voice.Candidates = []string{t.voice.Name}
			return
		}
		s.Voice = t.voice
		r.voiced[i] = said{entity: t.entity, voice: t.voice, known: true}
		return
	}
}

// phrase resolves one noun phrase.
func (r *resolver) phrase(p np, statements []news.Statement, i int) said {
	if p.last-p.first == 1 {
		switch r.lower(p.first) {
		case "who", "which", "that", "whom", "whose":
			if q, ok := r.antecedent(p.first); ok {
				return r.phrase(q, statements, i)
			}
			return unknown()
		}
	}
	if f := r.lower(p.first); p.last-p.first == 1 && (f == "both" || f == "himself" || f == "herself" || f == "themselves") {
		if q, ok := r.listBefore(p.first); ok {
			return r.phrase(q, statements, i)
		}
	}
	p.first, p.last = r.core(p.first, p.last)
	if p.last-p.first == 1 || r.possessive(p.last-1) && p.last-p.first == 2 {
		if g, ok := pronouns[r.lower(p.first)]; ok {
			return r.pronoun(p.first, g, statements, i)
		}
	}
	if n, ok := r.personIn(p); ok {
		if e := r.of(int(n.First)); e != nil {
			return r.known(e, p)
		}
		return said{voice: news.Voice{Name: r.printed(int(n.First), int(n.Last)), Type: news.Person}, known: true}
	}
	end := p.last
	if comma := r.comma(p); comma > 0 {
		end = comma
	}
	head := r.roleAfter(r.nounHead(p.first, end), end)
	lemma := r.lemma(head)
	kind := kindOf(lemma)
	if g, ok := pronouns[r.lower(head)]; ok && head == p.first && r.doc.Words[head].Deprel.String() != "nmod:poss" && possessives[r.lower(head)] == "" {
		return r.pronoun(head, g, statements, i)
	}
	switch {
	case kind&spokesRole != 0 && !r.plural(head):
		return r.spokesperson(p, head)
	case kind&wordsRole != 0 && !r.plural(head) && !r.capital(head):
		if v, ok := r.author(p, head, statements, i); ok {
			return v
		}
	}
	described := kind&(personRole|manyRole) != 0 && kind&bodyRole == 0 && head > p.first
	if e := r.of(head); e != nil && !(described && e.kind != news.Person) && r.namesAll(e, p.first, end, head) {
		return r.known(e, p)
	}
	if lemma == "office" {
		// "Mr. Adler's office"
		for w := p.first; w < head; w++ {
			if e := r.of(w); e != nil && e.kind == news.Person && w+1 < head && r.possessive(w+1) {
				return officeOf(e)
			}
		}
	}
	if kind&bodyRole != 0 && !r.plural(head) {
		// "the Saudi government", "the Adler administration"
		first := p.first
		for first < head && (r.doc.Words[first].UPOS == english.DET || r.doc.Words[first].UPOS == english.PRON) {
			first++
		}
		if first < head && r.capital(first) {
			return r.unlisted(r.printed(first, head+1), p)
		}
	}
	if name := r.capitalised(p.first, end, head); name != "" && kind&(personRole|manyRole) == 0 {
		return r.unlisted(name, p)
	}
	return r.described(p, head, lemma, kind)
}

// known is the voice of an entity, as a phrase names it.
func (r *resolver) known(e *entity, p np) said {
	v := r.voiceOf(e)
	if e.kind == news.Person {
		for _, role := range e.roles {
			if role.at >= p.first && role.at < p.last {
				v.Role = role.words
				break
			}
		}
	}
	return said{entity: e, voice: v, known: true}
}

// voiceOf is an entity as a voice, with the first role that is given to it.
func (r *resolver) voiceOf(e *entity) news.Voice {
	v := news.Voice{Name: e.name(), Type: e.kind}
	if e.kind != news.Person {
		v.Name = spoken(e.forms)
	}
	for _, f := range e.forms {
		if f != v.Name {
			v.Variants = append(v.Variants, f)
		}
	}
	if len(e.roles) > 0 {
		v.Role = e.roles[0].words
	}
	return v
}

// spoken is the name of a body that speaks, from its printed forms: the
// fullest, and the body for its seat.
func spoken(forms []string) string {
	best := ""
	for _, f := range forms {
		if _, seat := seats[fold(f)]; seat {
			continue
		}
		if fuller(trimThe(f), best) {
			best = trimThe(f)
		}
	}
	if best == "" && len(forms) > 0 {
		return seats[fold(forms[0])]
	}
	return best
}

func trimThe(s string) string {
	for _, the := range []string{"the ", "The "} {
		if t, ok := strings.CutPrefix(s, the); ok && len(t) > 0 {
			return t
		}
	}
	return s
}

// unlisted is the voice of a name that is no entity of the cast.
func (r *resolver) unlisted(name string, p np) said {
	if at := r.find(name); at >= 0 {
		return r.known(r.all[at], p)
	}
	if e := r.bearerOf(name); e != nil {
		e.addForm(untitled(name))
		return r.known(e, p)
	}
	e := &entity{kind: bodyType(name, english.OrganisationName)}
	e.addForm(name)
	r.enter(len(r.all), parseBody(name).keys())
	r.all = append(r.all, e)
	return r.known(e, p)
}
