package voices

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

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
		if r.partner(head, w) && r.doc.Words[start].UPOS != english.ADP {
			cuts = append(cuts, start)
		}
	}
	if list := r.people(first, last); len(list) > 1 {
		return list
	}
	if len(cuts) == 0 {
		if w := r.andOthers(first, last); w > 0 {
			cuts = []int{w}
		}
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

// andOthers is where a group begins that speaks beside a named person, where
// the parse does not show it: "Mara Adler, the mayor, and other councillors".
func (r *resolver) andOthers(first, last int) int {
	person := false
	for w := first; w < last-1; w++ {
		if e := r.of(w); e != nil && e.kind == news.Person {
			person = true
		}
		if r.doc.Words[w].UPOS == english.ADP {
			person = false
		}
		if !person || r.lower(w) != "and" {
			continue
		}
		switch r.lower(w + 1) {
		case "other", "others", "several", "some", "many", "two", "three", "four":
			if r.lower(w+1) == "others" || r.plural(last-1) {
				return w + 1
			}
		}
	}
	return -1
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
		if n.First > 0 && (r.lower(int(n.First)-1) == "including" || dash(r.form(int(n.First)-1))) && int(n.First) > first {
			return nil // members of a group
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
		case "who", "whom", "whose", "which", "speaking", "citing", "including", "obtained", "—", "–", "--", "(":
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
	if r.lower(w) == "who" && !r.mayBeWho(head) {
		// A person or body nearer by is meant: "of interest to officials who insist".
		for v := end - 1; v >= max(first, end-12); v-- {
			if (r.doc.Words[v].UPOS == english.NOUN || r.doc.Words[v].UPOS == english.PROPN) && r.mayBeWho(v) {
				head = v
				break
			}
		}
	}
	if u := r.doc.Words[head].UPOS; u != english.NOUN && u != english.PROPN && u != english.PRON {
		return np{}, false
	}
	if q, ok := r.renamed(head, first); ok {
		return q, true
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

// mayBeWho reports whether a noun may be one of persons.
func (r *resolver) mayBeWho(w int) bool {
	if e := r.of(w); e != nil {
		return e.kind == news.Person || !e.place
	}
	return roleKinds[r.lemma(w)]&(personRole|manyRole|spokesRole|bodyRole) != 0 || r.doc.Words[w].UPOS == english.PRON
}

// renamed is the name that a phrase behind a dash or comma, the head of which
// is word w, only says something of: "Mara and Jo — two pilots who …".
func (r *resolver) renamed(w, first int) (np, bool) {
	if r.of(w) != nil {
		return np{}, false
	}
	v := w
	for v > first && (r.doc.Words[v-1].UPOS == english.ADJ || r.doc.Words[v-1].UPOS == english.NOUN || r.doc.Words[v-1].UPOS == english.NUM || r.doc.Words[v-1].UPOS == english.DET || r.doc.Words[v-1].UPOS == english.PROPN || r.form(v-1) == "-") {
		v--
	}
	if v <= first+1 {
		return np{}, false
	}
	switch r.form(v - 1) {
	case ",", "—", "–", "--":
	default:
		return np{}, false
	}
	last := v - 1
	start := last
	for start > first && (r.capital(start-1) || start < last && r.lower(start-1) == "and") {
		start--
	}
	for start < last && !r.capital(start) {
		start++
	}
	if e := r.of(start); start == last || e != nil && e.place {
		return np{}, false
	}
	return np{start, last}, true
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
		for int(n.Last-n.First) > 1 && r.of(int(n.First)) == nil && r.of(int(n.Last)-1) != nil {
			n.First++ // "Secretary of [State Adler]"
		}
		e := r.of(int(n.First))
		if n.Type != english.PersonName && (e == nil || e.kind != news.Person) || e != nil && e.firm {
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
	if r.lower(w) == "of" && w > first && titleAt(r.form(w-1)) || w > first+1 && r.lower(w-1) == "of" && departments[r.lower(w)] && titleAt(r.form(w-2)) {
		return false // "Secretary of State Mara Adler"
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
