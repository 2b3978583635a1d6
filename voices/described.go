package voices

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// spokesperson resolves a phrase whose head speaks for someone: an unnamed
// spokesperson speaks for the organisation, or for the office of the person.
func (r *resolver) spokesperson(p np, head int) said {
	if p.last-p.first <= 2 && r.definite(p.first) {
		// "the spokesperson": who last spoke as one.
		for k := len(r.last) - 1; k >= 0; k-- {
			t := r.last[k]
			if t.entity != nil && t.entity.kind == news.Person {
				for _, role := range t.entity.roles {
					for _, h := range role.heads {
						if roleKinds[h]&spokesRole != 0 {
							return r.known(t.entity, p)
						}
					}
				}
			} else if strings.Contains(t.voice.Role, "spokes") || roleKinds[lastWord(t.voice.Role)]&spokesRole != 0 && t.voice.Role != "" {
				return said{entity: t.entity, voice: t.voice, known: true}
			}
		}
	}
	role := r.printed(p.first, min(p.last, head+1))
	for _, lead := range []string{"a ", "an ", "the ", "A ", "An ", "The "} {
		role = strings.TrimPrefix(role, lead)
	}
	finish := func(s said) said {
		s.voice.Role = role
		return s
	}
	// "a spokesman for the ministry", "a representative for his office".
	for w := head + 1; w < p.last; w++ {
		if u := r.doc.Words[w].UPOS; u == english.PUNCT {
			break
		} else if u != english.ADP {
			continue
		}
		if f := r.lower(w); f != "for" && f != "of" && f != "at" && f != "with" && f != "from" {
			continue
		}
		first, last := w+1, p.last
		if c := r.comma(np{first, last}); c > 0 {
			last = c
		}
		if first < last {
			return finish(r.body0(np{first, last}))
		}
	}
	// "a NATO spokesperson", "the company's spokesman", "Iran's Foreign Ministry spokesman".
	first := p.first
	for first < head && (r.doc.Words[first].UPOS == english.DET || r.doc.Words[first].UPOS == english.ADJ && !r.capital(first)) {
		first++
	}
	last := head
	for last > first && r.possessive(last-1) {
		last--
	}
	if first < last {
		return finish(r.body0(np{first, last}))
	}
	// "a spokesman": of whoever was spoken of last.
	if e := r.lastBody(head); e != nil {
		s := r.known(e, p)
		return finish(s)
	}
	return finish(said{voice: news.Voice{Name: r.printed(p.first, p.last), Type: news.Unnamed, Count: 1}, known: true})
}

func lastWord(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToLower(s)
}

// body0 is the body that a phrase names or describes; for a person it is the
// person's office.
func (r *resolver) body0(p np) said {
	for p.first < p.last-1 && r.doc.Words[p.first].UPOS == english.DET {
		p.first++
	}
	for p.last > p.first+1 && r.possessive(p.last-1) {
		p.last--
	}
	officeOf := func(e *entity) said {
		return said{entity: nil, voice: news.Voice{Name: e.name() + "'s office", Type: news.Office}, known: true}
	}
	if g, ok := pronouns[r.lower(p.first)]; ok && !g.thing && !g.plural && g.person == 3 {
		if h := r.human(p.first, g.gender, nil); h.entity != nil {
			return officeOf(h.entity)
		}
		return unknown()
	}
	if n, ok := r.personIn(p); ok {
		if e := r.of(int(n.First)); e != nil {
			return officeOf(e)
		}
	}
	head := r.nounHead(p.first, p.last)
	if e := r.of(head); e != nil && e.kind != news.Person && int(p.last-p.first) <= r.mentionLen(e, head)+1 {
		return r.known(e, p)
	}
	if name := r.capitalised(p.first, p.last, head); name != "" {
		return r.named(name, p)
	}
	if e := r.definiteBody(head); e != nil {
		return r.known(e, p)
	}
	return said{voice: news.Voice{Name: r.printed(p.first, p.last), Type: news.Organisation}, known: true}
}

func (r *resolver) mentionLen(e *entity, w int) int {
	for _, m := range e.mentions {
		if m.first <= w && w < m.last {
			return m.last - m.first
		}
	}
	return 0
}

// lastBody is the organisation that spoke or was named last before word w.
func (r *resolver) lastBody(w int) *entity {
	for k := len(r.last) - 1; k >= 0; k-- {
		if t := r.last[k]; t.at < w && t.entity != nil && t.entity.kind != news.Person && t.entity.kind != news.OutletVoice && !t.entity.place {
			if r.paragraph(w)-r.paragraph(t.at) <= 1 {
				return t.entity
			}
			break
		}
	}
	var best *entity
	score := -2.5
	for _, e := range r.all {
		if e.kind == news.Person || e.kind == news.OutletVoice || e.place && roleKinds[r.lemma(w)]&spokesRole == 0 {
			continue
		}
		for _, m := range e.mentions {
			if m.first >= w {
				continue
			}
			s := -float64(r.sentence(w) - r.sentence(m.first))
			if m.subject {
				s += 1.5
			}
			if s > score {
				best, score = e, s
			}
		}
	}
	return best
}

// definiteBody is the organisation that a common noun such as "ministry"
// stands for: one whose name holds the noun, else the last body named.
func (r *resolver) definiteBody(head int) *entity {
	lemma := r.lemma(head)
	var best *entity
	at := -1
	for _, e := range r.all {
		if e.kind == news.Person {
			continue
		}
		holds := false
		for _, f := range e.forms {
			for _, w := range bodyWords(f) {
				holds = holds || w == lemma
			}
		}
		if !holds {
			continue
		}
		for _, m := range e.mentions {
			if m.first < head && m.first > at {
				best, at = e, m.first
			}
		}
	}
	if best != nil {
		return best
	}
	switch lemma {
	case "group", "company", "firm", "corporation", "giant", "agency", "organization", "organisation", "body", "network", "maker", "retailer", "carrier", "institution", "bank", "union", "party", "team", "club", "site", "website", "platform", "newspaper", "paper", "magazine", "outlet", "broadcaster":
		return r.lastBody(head)
	}
	return nil
}

// definite reports whether a phrase points back: "the", "this", "his".
func (r *resolver) definite(w int) bool {
	switch r.lower(w) {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their":
		return true
	}
	return false
}

// author resolves "a statement issued by the mission", "his tweet", "Adler's
// letter" to whose words they are.
func (r *resolver) author(p np, head int, statements []news.Statement, i int) (said, bool) {
	for w := head + 1; w < p.last-1; w++ {
		f := r.lower(w)
		if f != "by" && f != "from" {
			continue
		}
		return r.phrase(np{w + 1, p.last}, statements, i), true
	}
	// "a statement" whose author stands behind the source: "issued by the mission".
	for w := p.last; w < min(p.last+3, len(r.doc.Words)-1); w++ {
		if f := r.lower(w); f != "by" && f != "from" {
			if r.doc.Words[w].UPOS != english.VERB {
				break
			}
			continue
		}
		end := w + 1
		for end < len(r.doc.Words) && end < w+12 && r.doc.Words[end].UPOS != english.PUNCT && r.doc.Words[end].UPOS != english.VERB && r.sentence(end) == r.sentence(w) {
			end++
		}
		if end > w+1 {
			return r.phrase(np{w + 1, end}, statements, i), true
		}
	}
	if head > p.first {
		first, last := p.first, head
		if g, ok := pronouns[r.lower(first)]; ok && g.person == 3 {
			return r.pronoun(first, g, statements, i), true
		}
		for w := first; w < last; w++ {
			if r.possessive(w) {
				return r.phrase(np{first, w}, statements, i), true
			}
		}
	}
	// "… in a tweet that accused": of whoever spoke in the sentence.
	if k := len(r.last) - 1; k >= 0 && r.last[k].at < p.first && r.sentence(r.last[k].at) == r.sentence(p.first) && r.last[k].voice.Name != "" {
		return said{entity: r.last[k].entity, voice: r.last[k].voice, known: true}, true
	}
	return said{}, false
}

// numbers are the counts that a description may open with.
var numbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "both": 2, "dozen": 12, "a": 1, "an": 1, "one": 1, "another": 1}

// described resolves a phrase with a common noun as its head.
func (r *resolver) described(p np, head int, lemma string, kind roleKind) said {
	plural := r.plural(head)
	definite := r.definite(p.first)
	if plural && (lemma == "leader" || lemma == "representative") {
		// "Guild leaders", "representatives of the guild": the guild speaks.
		if e := r.ledBody(p, head); e != nil {
			return r.known(e, p)
		}
	}
	bare := p.last-p.first <= 2
	owned := false
	for w := p.first + 1; w < head; w++ {
		owned = owned || r.possessive(w)
	}
	switch {
	case (definite || owned) && !plural && kind&(personRole|spokesRole) != 0:
		if e := r.byRole(p, lemma, owned); e != nil {
			return r.known(e, p)
		}
	case definite && !plural && kind&bodyRole != 0:
		if e := r.definiteBody(head); e != nil {
			return r.known(e, p)
		}
	case definite && !plural && kind == 0:
		// "the tech giant", "the Ohio native": a body, else a person.
		if e := r.lastBody(head); e != nil && !bare {
			return r.known(e, p)
		}
	}
	words := r.description(p, head)
	at := &r.groups
	v := news.Voice{Name: words, Type: news.Unnamed}
	switch {
	case kind&documentRole != 0 && !(kind&manyRole != 0 && plural):
		at, v.Type = &r.papers, news.Document
	case kind&bodyRole != 0 && !plural:
		v.Type = news.Organisation
	}
	if bare || definite || plural && p.last-p.first == 1 {
		for k := len(*at) - 1; k >= 0; k-- {
			g := (*at)[k]
			if g.head == lemma && g.plural == plural && len(g.words) > len(strings.TrimPrefix(words, "the ")) {
				v.Name = g.words
				break
			}
		}
	} else {
		*at = append(*at, grouped{head: lemma, words: words, plural: plural, at: p.first})
	}
	if v.Type == news.Unnamed {
		v.Count = r.count(p, plural)
	}
	return said{voice: v, known: true}
}

// description is the phrase as a name for an unnamed source: without article
// and without what hangs behind a comma.
func (r *resolver) description(p np, head int) string {
	last := p.last
	for w := head + 1; w < last; w++ {
		if r.form(w) == "," {
			last = w
		}
	}
	return r.printed(p.first, last)
}

func (r *resolver) count(p np, plural bool) int {
	f := r.lower(p.first)
	if f == "at" && p.first+2 < p.last && r.lower(p.first+1) == "least" {
		f = r.lower(p.first + 2)
	}
	if f == "the" && p.first+1 < p.last {
		f = r.lower(p.first + 1)
	}
	if n, err := strconv.Atoi(f); err == nil && n > 0 && n < 1000 {
		return n
	}
	if n, ok := numbers[f]; ok && (plural || n == 1) {
		return n
	}
	if !plural {
		return 1
	}
	return 0
}

// ledBody is the body that leaders or representatives are said to be of.
func (r *resolver) ledBody(p np, head int) *entity {
	for w := p.first; w < p.last; w++ {
		e := r.of(w)
		if e == nil || e.kind == news.Person || e.place {
			continue
		}
		if w < head || r.doc.Words[w-1].UPOS == english.ADP || w > head+1 && r.doc.Words[w-1].UPOS == english.DET {
			return e
		}
	}
	return nil
}

// byRole is the person that "the minister", "the Ohio senator", "the former
// mayor" stands for: one who is called so, the last named before; for a
// description that no one is called by, the person last spoken of.
func (r *resolver) byRole(p np, lemma string, owned bool) *entity {
	var best *entity
	at := -1
	for _, e := range r.all {
		if e.kind != news.Person {
			continue
		}
		called := false
		for _, role := range e.roles {
			for _, h := range role.heads {
				called = called || h == lemma
			}
		}
		if !called {
			continue
		}
		last := -1
		for _, m := range e.mentions {
			if m.first < p.first {
				last = max(last, m.first)
			} else if last < 0 && best == nil && at < 0 {
				last = 0
			}
		}
		if last > at {
			best, at = e, last
		}
	}
	if best != nil || owned {
		return best
	}
	s := r.human(p.first, nounGender(lemma), nil)
	if s.entity != nil && len(s.voice.Candidates) == 0 {
		for _, m := range s.entity.mentions {
			if m.first < p.first && r.sentence(p.first)-r.sentence(m.first) <= 2 {
				return s.entity
			}
		}
	}
	return nil
}

// revealed names a source that the article first leaves unnamed and then, in
// what follows, gives away: the one spokesman of a body, or an official whose
// words come next with a name.
func (r *resolver) revealed(statements []news.Statement, i int) {
	v := &r.voiced[i]
	s := &statements[i]
	if v.entity != nil && v.entity.kind != news.Person && s.Voice.Role != "" && roleKinds[lastWord(s.Voice.Role)]&spokesRole != 0 {
		if e := r.spokesmanOf(v.entity); e != nil {
			v.entity = e
			s.Voice = r.voiceOf(e)
		}
		return
	}
	if v.entity != nil || s.Voice.Type != news.Unnamed || s.Voice.Count != 1 || len(s.Source) == 0 {
		return
	}
	first, last := r.words(s.Source[0])
	if first >= last || r.lower(first) != "a" && r.lower(first) != "an" {
		return
	}
	said := 0
	for k := i + 1; k < len(statements) && said < 2; k++ {
		e := r.voiced[k].entity
		if statements[k].Parent >= 0 || len(statements[k].Source) == 0 {
			continue
		}
		at, _ := r.words(statements[k].Source[0])
		if r.paragraph(min(at, len(r.doc.Words)-1))-r.paragraph(first) > 2 {
			return
		}
		said++
		if e == nil || e.kind != news.Person || len(e.mentions) == 0 || e.mentions[0].first < first || len(e.roles) == 0 {
			continue
		}
		if statements[k].Stance != s.Stance || s.Stance == news.Affirms {
			continue
		}
		for _, role := range e.roles {
			if r.shares(first, last, role.words) {
				v.entity = e
				s.Voice = r.voiceOf(e)
				return
			}
		}
	}
}

// spokesmanOf is the only named person whom the article calls a spokesperson
// of a body, nil for none or several.
func (r *resolver) spokesmanOf(body *entity) *entity {
	var found *entity
	for _, e := range r.all {
		if e.kind != news.Person {
			continue
		}
		for _, role := range e.roles {
			speaks := false
			for _, h := range role.heads {
				speaks = speaks || roleKinds[h]&spokesRole != 0
			}
			if !speaks || !slices.ContainsFunc(body.forms, func(f string) bool { return strings.Contains(role.words, f) }) {
				continue
			}
			if found != nil && found != e {
				return nil
			}
			found = e
		}
	}
	return found
}

// shares reports whether the description at words [first, last) and a role
// name the same country, body or rank.
func (r *resolver) shares(first, last int, role string) bool {
	have := map[string]bool{}
	for w := range strings.FieldsSeq(strings.NewReplacer("’s", "", "'s", "").Replace(role)) {
		have[demonym(fold(w))] = true
	}
	for w := first + 1; w < last; w++ {
		f := demonym(fold(r.form(w)))
		if have[f] && (r.capital(w) || roleKinds[f]&personRole != 0) {
			return true
		}
	}
	return false
}

// nounGender is the gender that a noun for a person tells.
func nounGender(lemma string) gender {
	switch {
	case strings.HasSuffix(lemma, "woman"), lemma == "actress", lemma == "mother", lemma == "wife", lemma == "sister", lemma == "daughter", lemma == "widow", lemma == "queen":
		return feminine
	case lemma != "woman" && strings.HasSuffix(lemma, "man"), lemma == "father", lemma == "husband", lemma == "brother", lemma == "son", lemma == "king":
		return masculine
	}
	return anyGender
}

// settle ends the reading: names grew while the article was read, so each
// voice gets the fullest form, and sources the reason why they are unnamed.
func (r *resolver) settle(statements []news.Statement) {
	for i := range statements {
		r.revealed(statements, i)
	}
	for i := range statements {
		v := &r.voiced[i]
		s := &statements[i]
		if v.entity != nil {
			role := s.Voice.Role
			full := r.voiceOf(v.entity)
			s.Voice.Name, s.Voice.Variants = full.Name, full.Variants
			if role == "" {
				s.Voice.Role = full.Role
			}
		}
		if s.Voice.Type == news.Unnamed || s.Voice.Type == news.UnknownVoice {
			s.Voice.Reason = r.reason(s)
		}
	}
}

// reason finds why a source is unnamed in the sentence of its statement: "on
// condition of anonymity because …".
func (r *resolver) reason(s *news.Statement) string {
	if len(s.Source) == 0 {
		return ""
	}
	first, _ := r.words(s.Source[0])
	if first >= len(r.doc.Words) {
		return ""
	}
	sentence := r.doc.Sentences[r.sentence(first)]
	text := sentence.In(r.text)
	low := asciiLower(text)
	k := -1
	for _, sign := range []string{"anonymity", "asked not to be", "requested not to be", "declined to be named", "declined to be identified", "not authorized to speak", "not authorised to speak", "not be named", "not be identified"} {
		if k = strings.Index(low, sign); k >= 0 {
			break
		}
	}
	if k < 0 {
		return ""
	}
	for _, why := range []string{"because ", "since ", "citing ", "in order to ", "to discuss ", "to describe ", "to speak ", "out of ", "for fear ", "as they ", "as he ", "as she "} {
		if j := strings.Index(low[k:], why); j >= 0 {
			rest := text[k+j:]
			if end := strings.IndexAny(rest, ".,;\n"); end >= 0 {
				rest = rest[:end]
			}
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// asciiLower lowers A to Z only, so that offsets stay.
func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 32
		}
		return r
	}, s)
}
