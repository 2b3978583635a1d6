package voices

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/news"
)

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

// settle ends the reading: names grew while the article was read, so each
// voice gets the fullest form, and sources the reason why they are unnamed.
func (r *resolver) settle(statements []news.Statement) {
	for i := range statements {
		before := r.voiced[i].entity
		if r.revealed(statements, i); r.voiced[i].entity == before || len(statements[i].Source) == 0 {
			continue
		}
		for k := range statements { // what the same words say beside
			if k != i && len(statements[k].Source) > 0 && statements[k].Source[0] == statements[i].Source[0] {
				r.voiced[k], statements[k].Voice = r.voiced[i], statements[i].Voice
			}
		}
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
