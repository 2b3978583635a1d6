package voices

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/speech"
)

// Within fills in the voice of each statement of one article: who the source
// is by the fullest name printed, with role, type and printed variants. Joint
// speakers after the first go to With.
func Within(doc *english.Document, statements []news.Statement, article news.Article) {
	r := &resolver{cast: gather(&reader{doc: doc, text: doc.Text}), outlet: article.Outlet.Name, voiced: make([]said, len(statements))}
	for i := range statements {
		r.statement(statements, i)
	}
	r.settle(statements)
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

// np is a noun phrase: the words [first, last).
type np struct{ first, last int }

// speakers parts a source into its coordinated phrases: "CNN and the Journal".
func (r *resolver) speakers(first, last int) []np {
	first, last = r.core(first, last)
	head := r.head(first, last)
	var cuts []int // words at which a further phrase begins
	for w := head + 1; w < last; w++ {
		word := &r.doc.Words[w]
		if word.Deprel.String() != "conj" || !r.conjOf(w, head) {
			continue
		}
		if word.UPOS != english.NOUN && word.UPOS != english.PROPN && word.UPOS != english.PRON {
			continue
		}
		start := w
		for start > head && start-1 > head {
			b := r.form(start - 1)
			if b == "," || b == "and" || b == "or" || b == "&" {
				break
			}
			start--
		}
		if r.partner(head, w) {
			cuts = append(cuts, start)
		}
	}
	if list := r.people(first, last); len(list) > 1 {
		return list
	}
	if len(cuts) == 0 {
		return []np{{first, last}}
	}
	var out []np
	for _, cut := range append(cuts, last+1) {
		end := min(cut, last)
		for end > first && slices.Contains([]string{",", "and", "or", "&", "both"}, r.lower(end-1)) {
			end--
		}
		if first < end {
			out = append(out, np{first, end})
		}
		first = cut
	}
	if len(out) == 0 {
		return []np{{first, last}}
	}
	return out
}

// people parts a phrase that lists persons: "U.S. Reps. A, B and C".
func (r *resolver) people(first, last int) []np {
	var out []np
	from, end := first, first
	for _, n := range r.names(first, last) {
		e := r.of(int(n.First))
		if e == nil || e.kind != news.Person {
			continue
		}
		if int(n.Last) < last && r.possessive(int(n.Last)) || r.governed(first, int(n.First)) {
			return nil
		}
		if len(out) > 0 {
			joined := false
			for w := end; w < int(n.First); w++ {
				switch u := r.doc.Words[w].UPOS; {
				case r.lower(w) == "and" || r.lower(w) == "or" || r.form(w) == "&":
					joined = true
				case u == english.ADP || u == english.VERB || u == english.AUX || u == english.DET || u == english.NOUN && roleKinds[r.lemma(w)]&personRole == 0 && !r.capital(w):
					return nil
				case r.form(w) == ",":
					joined = joined || w+1 == int(n.First)
				}
			}
			if !joined {
				return nil
			}
			from = int(n.First)
		}
		out = append(out, np{from, int(n.Last)})
		end = int(n.Last)
	}
	return out
}

// conjOf reports whether w is joined to head, over other conjuncts.
func (r *resolver) conjOf(w, head int) bool {
	for range 8 {
		h := int(r.doc.Words[w].Head)
		if h == head {
			return true
		}
		if h < 0 || r.doc.Words[w].Deprel.String() != "conj" {
			return false
		}
		w = h
	}
	return false
}

// partner reports whether two coordinated words are each a speaker: both
// named, or each with a determiner or plural of its own ("Diamond and Silk"
// as one name stays one).
func (r *resolver) partner(a, b int) bool {
	x, y := r.of(a), r.of(b)
	if x != nil && x == y {
		return false
	}
	if x != nil && y != nil {
		return true
	}
	det := func(w int) bool {
		for v := max(0, w-8); v < w; v++ {
			if int(r.doc.Words[v].Head) == w && (r.doc.Words[v].Deprel.String() == "det" || r.doc.Words[v].Deprel.String() == "nmod:poss" || r.doc.Words[v].Deprel.String() == "nummod") {
				return true
			}
		}
		return r.doc.Words[w].Feats.Has(english.Plural) || r.of(w) != nil || r.doc.Words[w].UPOS == english.PRON
	}
	return det(a) && det(b)
}

// core drops what surrounds a source's noun phrase: prepositions before,
// relative clauses and conditions of anonymity after.
func (r *resolver) core(first, last int) (int, int) {
	for first < last-1 {
		w := &r.doc.Words[first]
		f := r.lower(first)
		if w.UPOS == english.PUNCT || f == "by" || f == "to" || f == "from" || f == "both" || f == "but" || f == "and" || f == "even" || f == "like" || f == "as" {
			first++
			continue
		}
		break
	}
	for w := first + 1; w < last; w++ {
		f := r.lower(w)
		switch f {
		case "who", "whom", "whose", "which", "speaking", "citing", "—", "–", "--", "(":
			// "The Times (London)" keeps its bracket out of the way as well.
			if w > first {
				return first, r.unpunct(first, w)
			}
		case "that":
			if p := r.doc.Words[w].UPOS; p == english.PRON || p == english.SCONJ {
				return first, r.unpunct(first, w)
			}
		}
	}
	return first, r.unpunct(first, last)
}

func (r *resolver) unpunct(first, last int) int {
	for last > first+1 && r.doc.Words[last-1].UPOS == english.PUNCT && r.form(last-1) != ")" {
		last--
	}
	return last
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
	kind := roleKinds[lemma]
	if g, ok := pronouns[r.lower(head)]; ok && head == p.first && r.doc.Words[head].Deprel.String() != "nmod:poss" && possessives[r.lower(head)] == "" {
		return r.pronoun(head, g, statements, i)
	}
	switch {
	case kind&spokesRole != 0 && !r.plural(head):
		return r.spokesperson(p, head)
	case kind&wordsRole != 0 && !r.plural(head):
		if v, ok := r.author(p, head, statements, i); ok {
			return v
		}
	}
	described := kind&(personRole|manyRole) != 0 && kind&bodyRole == 0 && head > p.first
	if e := r.of(head); e != nil && !(described && e.kind != news.Person) && r.namesAll(e, p.first, end, head) {
		return r.known(e, p)
	}
	if kind&bodyRole != 0 && !r.plural(head) {
		// "the Saudi government", "the Adler administration"
		first := p.first
		for first < head && (r.doc.Words[first].UPOS == english.DET || r.doc.Words[first].UPOS == english.PRON) {
			first++
		}
		if first < head && r.capital(first) {
			return r.named(r.printed(first, head+1), p)
		}
	}
	if name := r.capitalised(p.first, end, head); name != "" && kind&(personRole|manyRole) == 0 {
		return r.named(name, p)
	}
	return r.described(p, head, lemma, kind)
}

// roleAfter moves from a name to the noun behind it that the name only
// describes: "Trump supporters", "the Revenue Service official".
func (r *resolver) roleAfter(head, last int) int {
	for w := head + 1; w < last; w++ {
		switch r.doc.Words[w].UPOS {
		case english.NOUN, english.PROPN:
			if roleKinds[r.lemma(w)]&(personRole|manyRole|spokesRole|documentRole) != 0 {
				head = w
			}
		default:
			return head
		}
	}
	return head
}

// listBefore is the phrase of persons from the beginning of the sentence to w.
func (r *resolver) listBefore(w int) (np, bool) {
	first := int(r.doc.Sentences[r.sentence(w)].First)
	for v := first; v < w; v++ {
		if e := r.of(v); e != nil && e.kind == news.Person {
			return np{first, w}, true
		}
	}
	return np{}, false
}

// antecedent is the noun phrase that a relative pronoun stands for.
func (r *resolver) antecedent(w int) (np, bool) {
	sent := r.doc.Sentences[r.sentence(w)]
	first := int(sent.First)
	end := w
	for end > first && (r.doc.Words[end-1].UPOS == english.PUNCT || r.doc.Words[end-1].UPOS == english.ADP) {
		end--
	}
	head := -1
	for v, n := int(r.doc.Words[w].Head), 0; v >= 0 && n < 4; v, n = int(r.doc.Words[v].Head), n+1 {
		if d := r.doc.Words[v].Deprel.String(); strings.HasPrefix(d, "acl") {
			head = int(r.doc.Words[v].Head)
			break
		}
	}
	if end == first {
		return np{}, false
	}
	if head < 0 || head >= end || head < first {
		// The nearest noun; a name takes all of its words along.
		head = end - 1
		for head > first && r.doc.Words[head].UPOS != english.NOUN && r.doc.Words[head].UPOS != english.PROPN {
			head--
		}
	}
	if u := r.doc.Words[head].UPOS; u != english.NOUN && u != english.PROPN && u != english.PRON {
		return np{}, false
	}
	under := func(v int) bool {
		for range 12 {
			if v == head {
				return true
			}
			if v < first || v >= end {
				return false
			}
			v = int(r.doc.Words[v].Head)
		}
		return false
	}
	start := head
	for start > first && under(start-1) && r.doc.Words[start-1].UPOS != english.ADP {
		start--
	}
	if e := r.of(head); e != nil {
		for start > first && r.of(start-1) == e {
			start--
		}
		for head+1 < end && r.of(head+1) == e {
			head++
		}
	}
	last := head + 1
	for last < end && under(last) {
		last++
	}
	return np{start, last}, start < last
}

// comma is the first comma of a phrase that parts an apposition, 0 for none.
func (r *resolver) comma(p np) int {
	for w := p.first + 1; w < p.last; w++ {
		if r.form(w) == "," {
			return w
		}
	}
	return 0
}

// nounHead is the last noun before the first preposition: the head of an
// English noun phrase even where the parse is off.
func (r *resolver) nounHead(first, last int) int {
	h := r.head(first, last)
	if u := r.doc.Words[h].UPOS; u == english.NOUN || u == english.PROPN || u == english.PRON {
		// A flat name or a compound hangs on its first or last word.
		return h
	}
	found := -1
	for w := first; w < last; w++ {
		switch r.doc.Words[w].UPOS {
		case english.NOUN, english.PROPN, english.PRON:
			found = w
		case english.ADP, english.VERB, english.SCONJ:
			if found >= 0 {
				return found
			}
		}
	}
	if found >= 0 {
		return found
	}
	return h
}

func (r *resolver) plural(w int) bool {
	if r.doc.Words[w].Feats.Has(english.Plural) {
		return true
	}
	x := r.doc.Words[w].XPOS.String()
	return x == "NNS" || x == "NNPS"
}

// personIn finds the person that a phrase names as its head or apposition,
// not one who only belongs to it ("a spokeswoman for Mr. Adler", "an Adler
// aide", "Adler's lawyer").
func (r *resolver) personIn(p np) (english.Name, bool) {
	for _, n := range r.names(p.first, p.last) {
		e := r.of(int(n.First))
		if n.Type != english.PersonName && (e == nil || e.kind != news.Person) {
			continue
		}
		last := int(n.Last)
		if r.possessive(last-1) && last < p.last {
			continue
		}
		if last < p.last {
			if r.possessive(last) && last+1 < p.last {
				continue
			}
			if w := &r.doc.Words[last]; w.UPOS == english.NOUN && !r.capital(last) {
				continue
			}
			if r.capital(last) && r.doc.Words[last].UPOS == english.PROPN && r.of(last) != e && r.doc.Words[n.First].Deprel.String() == "compound" {
				continue
			}
		}
		if r.governed(p.first, int(n.First)) {
			continue
		}
		return n, true
	}
	return english.Name{}, false
}

// governed reports whether a name that begins at word n of a phrase from
// first hangs on a preposition, titles before it skipped.
func (r *resolver) governed(first, n int) bool {
	w := n - 1
	for w >= first {
		if _, title := titles[fold(r.form(w))]; title && r.capital(w) || r.form(w) == "." {
			w--
			continue
		}
		break
	}
	if w < first {
		return false
	}
	if r.doc.Words[w].UPOS == english.ADP || r.lower(w) == "to" {
		return true
	}
	// "members of the Adler family" and "a lawyer for the late John Adler".
	for v := w; v >= first && v > n-6; v-- {
		switch r.doc.Words[v].UPOS {
		case english.ADP:
			return r.doc.Words[n].Deprel.String() != "flat" && r.doc.Words[n].Deprel.String() != "appos" && !r.capital(n-1)
		case english.PUNCT:
			return false
		case english.DET, english.ADJ, english.NOUN, english.PROPN:
		default:
			return false
		}
	}
	return false
}

// namesAll reports whether the entity named at head is what the phrase is
// about: no common noun follows that it only describes.
func (r *resolver) namesAll(e *entity, first, last, head int) bool {
	for w := head + 1; w < last; w++ {
		if r.of(w) == e {
			continue
		}
		switch r.doc.Words[w].UPOS {
		case english.ADP, english.PUNCT:
			return true
		case english.NOUN:
			return false
		}
	}
	return true
}

// capitalised is the run of capitalised words around head that name
// something the name finder missed, "" for none.
func (r *resolver) capitalised(first, last, head int) string {
	if !r.capital(head) || head == first && r.doc.Words[head].UPOS != english.PROPN {
		return ""
	}
	a, b := head, head+1
	for a > first && (r.capital(a-1) && r.doc.Words[a-1].UPOS != english.DET && r.doc.Words[a-1].UPOS != english.PRON || r.possessive(a-1) && a-2 >= first && r.capital(a-2)) {
		a--
	}
	for b < last && (r.capital(b) || (r.lower(b) == "of" || r.lower(b) == "for" || r.lower(b) == "the" || r.lower(b) == "and") && b+1 < last && r.capital(b+1)) {
		b++
	}
	return r.printed(a, b)
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

// named is the voice of a name that is no entity of the cast.
func (r *resolver) named(name string, p np) said {
	if at := r.find(name); at >= 0 {
		return r.known(r.all[at], p)
	}
	e := &entity{kind: bodyType(name, english.OrganisationName)}
	e.addForm(name)
	r.enter(len(r.all), parseBody(name).keys())
	r.all = append(r.all, e)
	return r.known(e, p)
}
