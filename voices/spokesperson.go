package voices

import (
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
		return r.unlisted(name, p)
	}
	if e := r.definiteBody(head); e != nil {
		return r.known(e, p)
	}
	return said{voice: news.Voice{Name: r.printed(p.first, p.last), Type: news.Organisation}, known: true}
}

func officeOf(e *entity) said {
	return said{voice: news.Voice{Name: e.name() + "'s office", Type: news.Office}, known: true}
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
		if t := r.last[k]; t.at < w && t.entity != nil && t.entity.kind != news.Person && t.entity.kind != news.OutletVoice && !t.entity.place && !unlike(r.lemma(w), t.entity) {
			if e := r.namedHere(w); e != nil && r.sentence(t.at) < r.sentence(w) {
				return e
			}
			if r.paragraph(w)-r.paragraph(t.at) <= 1 {
				return t.entity
			}
			break
		}
	}
	var best *entity
	score := -2.5
	for _, e := range r.all {
		if e.kind == news.Person || e.kind == news.OutletVoice || e.place && roleKinds[r.lemma(w)]&spokesRole == 0 || unlike(r.lemma(w), e) {
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

// namedHere is the body of the sort of the noun at word w that its sentence names
// before it, nil for none: "A Northgate executive resigned, but the company".
func (r *resolver) namedHere(w int) *entity {
	if nounSorts[r.lemma(w)] == "" {
		return nil
	}
	for v := w - 1; v >= int(r.doc.Sentences[r.sentence(w)].First); v-- {
		if e := r.of(v); e != nil && e.kind != news.Person && e.kind != news.OutletVoice && !e.place && !unlike(r.lemma(w), e) {
			return e
		}
	}
	return nil
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
