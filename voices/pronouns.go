package voices

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// pronoun is what a pronoun asks of whom it stands for.
type pronoun struct {
	gender gender
	person int  // 1, 2, 3
	plural bool // they, we
	thing  bool // it
}

var pronouns = map[string]pronoun{
	"he": {gender: masculine, person: 3}, "him": {gender: masculine, person: 3}, "his": {gender: masculine, person: 3}, "himself": {gender: masculine, person: 3},
	"she": {gender: feminine, person: 3}, "her": {gender: feminine, person: 3}, "hers": {gender: feminine, person: 3}, "herself": {gender: feminine, person: 3},
	"they": {person: 3, plural: true}, "them": {person: 3, plural: true}, "their": {person: 3, plural: true},
	"it": {person: 3, thing: true}, "its": {person: 3, thing: true},
	"i": {person: 1}, "me": {person: 1}, "my": {person: 1}, "we": {person: 1, plural: true}, "us": {person: 1, plural: true}, "our": {person: 1, plural: true},
	"you": {person: 2}, "your": {person: 2},
}

// possessives are the pronouns that own the noun after them.
var possessives = map[string]string{"his": "he", "her": "she", "its": "it", "their": "they", "my": "i", "our": "we", "your": "you"}

// pronoun resolves the pronoun at word w, the source of statement i.
func (r *resolver) pronoun(w int, p pronoun, statements []news.Statement, i int) said {
	switch {
	case p.person == 1:
		return r.speakerAt(w, statements, i)
	case p.person == 2:
		return unknown()
	case p.thing || p.plural:
		return r.they(w, p)
	}
	if v, ok := r.unnamedBefore(w, p.gender); ok {
		return v
	}
	var speaker *entity
	if r.doc.Words[w].Quote >= 0 {
		// Who speaks the quotation calls himself I in it.
		speaker = r.speakerAt(w, statements, i).entity
	} else if i >= 0 {
		speaker = r.claimant(statements, i)
	}
	return r.human(w, p.gender, speaker)
}

// claimant is who says what statement i is a denial of: "Adler said that the
// mayor was paid, a claim she denied" is of another woman; nil for none.
func (r *resolver) claimant(statements []news.Statement, i int) *entity {
	for k := range i {
		if len(statements[i].Content) > 0 && slices.Equal(statements[k].Content, statements[i].Content) {
			return r.voiced[k].entity
		}
	}
	return nil
}

// unnamedBefore is the one unnamed person who spoke just before he or she at word
// w: "A friend said the lake was calm. She added".
func (r *resolver) unnamedBefore(w int, g gender) (said, bool) {
	if len(r.last) == 0 || r.doc.Words[w].Quote >= 0 {
		return said{}, false
	}
	t := r.last[len(r.last)-1]
	one := t.voice.Type == news.Unnamed && t.voice.Count == 1 || t.voice.Role != "" && t.entity != nil && t.entity.kind != news.Person && roleKinds[lastWord(t.voice.Role)]&spokesRole != 0
	if !one || t.at >= w || r.sentence(w)-r.sentence(t.at) > 2 || r.paragraph(w)-r.paragraph(t.at) > 1 {
		return said{}, false
	}
	words := strings.Fields(t.voice.Name + " " + t.voice.Role)
	if first := strings.ToLower(words[0]); t.voice.Type == news.Unnamed && first != "a" && first != "an" && first != "one" && first != "another" {
		return said{}, false // "the former mayor" may be somebody named
	}
	for _, f := range words {
		if n := nounGender(strings.ToLower(f)); n != anyGender && n != g {
			return said{}, false
		}
	}
	for _, e := range r.all {
		if e.kind != news.Person || e.gender != anyGender && e.gender != g {
			continue
		}
		for _, m := range e.mentions {
			if m.subject && m.first > t.at && m.first < w && r.doc.Words[m.first].Quote < 0 {
				return said{}, false // somebody named was spoken of since
			}
		}
	}
	return said{voice: t.voice, known: true}, true
}

func unknown(candidates ...string) said {
	return said{voice: news.Voice{Type: news.UnknownVoice, Candidates: candidates}}
}

// speakerAt is who speaks the words around w: of the statement that statement
// i is nested in, or whose content holds w.
func (r *resolver) speakerAt(w int, statements []news.Statement, i int) said {
	if i < 0 {
		return unknown()
	}
	at := r.doc.Words[w].Start
	if p := statements[i].Parent; p >= 0 && p < len(statements) && p != i && r.voiced[p].known {
		return r.voiced[p]
	}
	best := -1
	for k := range statements {
		if k == i || !r.voiced[k].known {
			continue
		}
		for _, c := range statements[k].Content {
			if c.Start <= at && at < c.End && (best < 0 || statements[k].Extent().Len() < statements[best].Extent().Len()) {
				best = k
			}
		}
	}
	if best >= 0 {
		return r.voiced[best]
	}
	return unknown()
}

// human resolves he or she at word w: the person, named before, who is
// likeliest by nearness, subjecthood and having spoken; not is nil or whom it
// cannot be.
func (r *resolver) human(w int, g gender, not *entity) said {
	type candidate struct {
		e     *entity
		score float64
	}
	var found []candidate
	sentence := r.sentence(w)
	for _, e := range r.all {
		if e == not || e.kind != news.Person || e.gender != anyGender && g != anyGender && e.gender != g {
			continue
		}
		best := -1e9
		near := 0
		for _, m := range e.mentions {
			if m.first >= w {
				continue
			}
			d := sentence - r.sentence(m.first)
			if d > 8 {
				continue
			}
			near++
			s := -float64(d)
			if m.subject {
				s += 1.2
			}
			if m.owner {
				s -= .6
			}
			if d == 0 && m.subject {
				s += .5
			}
			if r.quotedApart(m.first, w) && r.doc.Words[w].Quote < 0 {
				s -= 2
			}
			s += float64(.002 * float64(min(0, m.first-w)))
			best = max(best, s)
		}
		for k := len(r.last) - 1; k >= 0 && k > len(r.last)-6; k-- {
			t := r.last[k]
			if t.entity != e || t.at >= w {
				continue
			}
			d := sentence - r.sentence(t.at)
			if d > 8 {
				break
			}
			s := 1.8 - float64(d)
			if k == len(r.last)-1 {
				s += .3
			}
			best = max(best, s)
			break
		}
		if best < -8 {
			continue
		}
		if r.namedBehind(e, w) {
			best -= 3 // "he told Adler": not Adler
		}
		switch {
		case e.gender == anyGender && g == masculine && e.person.soundsFeminine():
			best -= 1.5
		case e.gender == anyGender:
			best -= .8
		}
		best += float64(.15 * float64(min(near, 4)))
		found = append(found, candidate{e, best})
	}
	if len(found) == 0 {
		return unknown()
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	e := found[0].e
	v := r.voiceOf(e)
	for _, c := range found[1:min(len(found), 4)] {
		if found[0].score-c.score < .5 {
			v.Candidates = append(v.Candidates, c.e.name())
		}
	}
	if e.gender == anyGender && g != anyGender {
		e.gender = g
	}
	return said{entity: e, voice: v, known: true}
}

// namedBehind reports whether a person is named in full or by surname later in
// the sentence of word w.
func (r *resolver) namedBehind(e *entity, w int) bool {
	for _, m := range e.mentions {
		if m.first > w && r.sentence(m.first) == r.sentence(w) && !m.subject && !r.quotedApart(m.first, w) {
			return true
		}
	}
	return false
}

// they resolves they and it at word w: the group, body or document that spoke
// or was the subject last.
func (r *resolver) they(w int, p pronoun) said {
	sentence := r.sentence(w)
	for k := len(r.last) - 1; k >= 0; k-- {
		t := r.last[k]
		if t.at >= w {
			continue
		}
		if sentence-r.sentence(t.at) > 4 {
			break
		}
		if t.voice.Name == "" || t.voice.Type == news.Person && !(p.plural && t.plural) {
			continue
		}
		if p.thing && t.voice.Type == news.Unnamed || p.plural && t.voice.Type == news.Unnamed && t.voice.Count == 1 {
			continue
		}
		if p.plural {
			if g, ok := r.pluralSubject(w, r.sentence(t.at)+1); ok {
				return g
			}
		}
		return said{entity: t.entity, voice: t.voice, known: true}
	}
	var best *entity
	score := -4.0
	for _, e := range r.all {
		if e.kind == news.Person {
			continue
		}
		for _, m := range e.mentions {
			if m.first >= w {
				continue
			}
			s := -float64(sentence - r.sentence(m.first))
			if m.subject {
				s += 1.5
			}
			if m.owner {
				s -= .5
			}
			if s > score {
				best, score = e, s
			}
		}
	}
	if p.plural {
		if g, ok := r.pluralSubject(w, sentence-2); ok {
			return g
		}
	}
	if best == nil || score < -1 {
		return unknown()
	}
	return said{entity: best, voice: r.voiceOf(best), known: true}
}

// pluralSubject is the group that they at word w stands for, named since a
// sentence: the nearest plural noun for people that is a subject, in the
// sentence just before also one that is none.
func (r *resolver) pluralSubject(w, since int) (said, bool) {
	other := -1
	for v := w - 1; v >= 0 && r.sentence(v) >= max(since, r.sentence(w)-2); v-- {
		word := &r.doc.Words[v]
		if word.UPOS != english.NOUN && word.UPOS != english.PROPN || !r.plural(v) || r.quotedApart(v, w) {
			continue
		}
		if kind := roleKinds[r.lemma(v)]; kind&(manyRole|personRole) == 0 && (word.UPOS != english.PROPN || kind != 0) {
			continue
		}
		if d := word.Deprel.String(); d == "nsubj" || d == "nsubj:pass" {
			return r.group(v), true
		}
		if other < 0 && word.UPOS == english.PROPN == (r.of(v) == nil) && r.sentence(w)-r.sentence(v) == 1 && word.Deprel.String() != "nmod:poss" && word.Deprel.String() != "compound" {
			other = v
		}
	}
	if other >= 0 {
		return r.group(other), true
	}
	return said{}, false
}

// group is the voice of the noun phrase with a plural head at word w.
func (r *resolver) group(w int) said {
	first, last := w, w+1
	for first > 0 && int(r.doc.Words[first-1].Head) == w && r.doc.Words[first-1].UPOS != english.PUNCT && r.doc.Words[first-1].UPOS != english.ADP {
		first--
	}
	for last < len(r.doc.Words) && r.under(last, w) {
		switch r.doc.Words[last].UPOS {
		case english.PUNCT, english.VERB, english.PRON, english.SCONJ, english.AUX:
			return r.phrase(np{first, last}, nil, -1)
		}
		last++
	}
	return r.phrase(np{first, last}, nil, -1)
}

// under reports whether word v hangs on word w.
func (r *resolver) under(v, w int) bool {
	for range 8 {
		if v == w {
			return true
		}
		if v < 0 {
			return false
		}
		v = int(r.doc.Words[v].Head)
	}
	return false
}
