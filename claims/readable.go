package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// readable weighs how well a stretch of a sentence states a proposition to
// somebody who reads nothing else but the titles of the story: about 0 for a
// plain whole sentence, less for each thing that is wanting.
func readable(rep *annotate.Annotated, p *passage, s news.Span, titled map[string]bool) float64 {
	d := rep.Doc
	sent := trim(d.Text, d.Sentences[p.sentence].Span)
	x := stretch{d: d, Span: s, titled: titled, first: d.Sentences[p.sentence].First, last: d.Sentences[p.sentence].Last}
	for x.first < x.last && d.Words[x.first].Start < s.Start {
		x.first++
	}
	for x.last > x.first && d.Words[x.last-1].End > s.End {
		x.last--
	}
	score := x.length() + x.predicate() + x.references(p) + x.manner() + printed(&rep.Article, s)
	if s != sent && s != bared(d, p.sentence, sent) {
		score -= x.cut(p)
	}
	if broken(d.Text, s) {
		score -= 1
	}
	return score
}

// stretch is the words [first, last) of one sentence.
type stretch struct {
	d *english.Document
	news.Span
	first, last int32
	titled      map[string]bool // nouns of the story's titles
}

// length prefers stretches that say enough and not too much.
func (x *stretch) length() float64 {
	words := 0
	for i := x.first; i < x.last; i++ {
		if x.d.Words[i].UPOS != english.PUNCT {
			words++
		}
	}
	switch {
	case words < 4:
		return -1.2
	case words < 6:
		return -0.7
	case words < 8:
		return -0.25
	case words > 50:
		return -0.7
	case words > 40:
		return -0.35
	case words > 32:
		return -0.15
	}
	return 0
}

// predicate wants a main clause with a subject that is no pronoun.
func (x *stretch) predicate() float64 {
	root, top := int32(-1), int32(-1)
	pieces := -1
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if w.UPOS == english.PUNCT || w.Head >= x.first && w.Head < x.last {
			continue
		}
		if top < 0 {
			top = i
		}
		pieces++
		if root < 0 && (w.UPOS == english.VERB || w.UPOS == english.AUX) {
			root = i
		}
	}
	if root < 0 {
		root = top
	}
	if root < 0 {
		return -1
	}
	finite := x.d.Words[root].Feats.Has(english.Finite)
	subject, pronoun, before, says := false, false, false, speaks[strings.ToLower(x.d.Words[root].Lemma)] && moodOf(x.d, root) == indicative
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if i > root && w.UPOS == english.SCONJ && strings.EqualFold(w.Lemma, "that") && !x.aside(i, root) {
			says = false
		}
		if w.Head != root {
			continue
		}
		switch w.Deprel.Base() {
		case english.RelCcomp, english.RelObj, english.RelXcomp, english.RelParataxis:
			says = false
		case english.RelNsubj, english.RelCsubj:
			subject, pronoun = true, pronoun || w.UPOS == english.PRON
		case english.RelExpl:
			subject = true
		case english.RelAux, english.RelCop:
			before = before || x.d.Words[root].Head < 0 && strings.EqualFold(w.In(x.d.Text), "had")
			finite = finite || w.Feats.Has(english.Finite)
		}
	}
	score := float64(-0.6 * float64(min(pieces, 2))) // of more than one phrase
	if !finite {
		score -= 0.5
	}
	if !subject {
		score -= 0.5
	} else if pronoun {
		score -= 0.1
	}
	if (says || x.unsaid()) && !strings.ContainsAny(x.In(x.d.Text), "“\"") {
		score -= 1 // and does not tell what
	}
	if x.reacts(root) {
		score -= 0.4
	}
	if x.subjectless(root) {
		score -= 0.5
	}
	if before {
		score -= 0.2 // of what went before the news
	}
	return score
}

// aside reports whether a word stands in what hangs on a verb as an aside:
// "said on Monday, adding that …".
func (x *stretch) aside(i, root int32) bool {
	for range 8 {
		w := &x.d.Words[i]
		if w.Head < x.first || w.Head >= x.last || i == root {
			return false
		}
		if w.Head == root {
			return w.Deprel.Base() == english.RelAdvcl
		}
		i = w.Head
	}
	return false
}

// unsaid reports whether a verb of saying breaks off before what is said: "was
// quoted as saying, adding that …".
func (x *stretch) unsaid() bool {
	for i := x.first; i+1 < x.last; i++ {
		w := &x.d.Words[i]
		if w.Lemma != "say" || !w.Feats.Has(english.Gerund) && !w.Feats.Has(english.Participle) || w.Deprel.Base() == english.RelParataxis || x.d.Words[i+1].In(x.d.Text) != "," {
			continue
		}
		told := false
		for k := x.first; k < x.last && !told; k++ {
			if o := &x.d.Words[k]; o.Head == i {
				switch o.Deprel.Base() {
				case english.RelCcomp, english.RelObj, english.RelXcomp, english.RelParataxis:
					told = true
				}
			}
		}
		if !told {
			return true
		}
	}
	return false
}

// subjectless reports whether what is said has a verb and no subject: "an
// official said is unlicensed".
func (x *stretch) subjectless(root int32) bool {
	if !speaks[strings.ToLower(x.d.Words[root].Lemma)] {
		return false
	}
	for i := root + 1; i < x.last; i++ {
		w := &x.d.Words[i]
		if w.Head != root || w.Deprel.Base() != english.RelCcomp {
			continue
		}
		finite, subject := w.Feats.Has(english.Finite), false
		for k := x.first; k < x.last; k++ {
			if o := &x.d.Words[k]; o.Head == i {
				switch o.Deprel.Base() {
				case english.RelNsubj, english.RelCsubj, english.RelExpl:
					subject = true
				case english.RelAux, english.RelCop:
					finite = finite || o.Feats.Has(english.Finite)
				}
			}
		}
		return finite && !subject && w.Feats&english.Imperative == 0
	}
	return false
}

// reacts reports whether a stretch only tells how somebody took or gave words
// that it does not tell: "criticized the mayor's assessment".
func (x *stretch) reacts(root int32) bool {
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if !words[strings.ToLower(w.Lemma)] || w.Head < 0 || w.Deprel.Base() != english.RelObj && w.Deprel.Base() != english.RelNsubj {
			continue
		}
		verb := &x.d.Words[w.Head]
		if w.Head != root && !(verb.Head == root && verb.Deprel.Base() == english.RelXcomp) {
			continue
		}
		owned, told := false, false
		for k := x.first; k < x.last; k++ {
			o := &x.d.Words[k]
			owned = owned || o.Head == i && o.Deprel == english.RelNmodPoss
			switch o.Deprel.Base() {
			case english.RelAcl, english.RelCcomp, english.RelAppos:
				told = told || o.Head == i || o.Head == root
			case english.RelNmod:
				told = told || o.Head == i && o.Deprel != english.RelNmodPoss
			case english.RelAdvcl, english.RelParataxis, english.RelConj:
				told = told || o.Head == root
			}
		}
		if owned && !told {
			return true
		}
	}
	return false
}

// words are nouns for what somebody has said.
var words = setOf("warning answer assessment comment remark claim statement accusation allegation criticism view opinion demand response explanation argument suggestion assertion complaint reply")

var speaks = setOf("report announce claim confirm warn argue state suggest say tell write add explain note testify tweet speak comment respond reply answer insist")

// informs weighs names in what a passage says, and in who says it: they tell a
// stranger what it is about.
func informs(d *english.Document, p *passage, s news.Span) float64 {
	said, by := 0, 0
	sent := &d.Sentences[p.sentence]
	for i := sent.First; i < sent.Last; i++ {
		if w := &d.Words[i]; w.UPOS == english.PROPN && s.Contains(w.Span) {
			if within(p, w) {
				said++
			} else {
				by++
			}
		}
	}
	return 0.1*float64(min(said, 3)) + 0.03*float64(min(by, 3))
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// hedges are words by which a thing is not said outright.
var hedges = setOf("may might could would can if whether not never allegedly reportedly no")

// hedged reports whether a stretch of a sentence says a thing outright or not.
func hedged(d *english.Document, sentence int, s news.Span) bool {
	sent := &d.Sentences[sentence]
	for i := sent.First; i < sent.Last; i++ {
		if w := &d.Words[i]; s.Contains(w.Span) && hedges[strings.ToLower(w.Lemma)] {
			return true
		}
	}
	return false
}

// cut weighs what a stretch that is less than its sentence has lost.
func (x *stretch) cut(p *passage) float64 {
	loss := 0.1
	capital, _ := firstLetter(x.In(x.d.Text))
	if c, whole := clause(x.d, p.sentence, x.Span); !capital && (!whole || c.Start > x.Start) {
		loss += 0.6 // begins inside of a sentence and is no clause
	} else if relative[strings.ToLower(x.d.Words[x.first].In(x.d.Text))] {
		loss += 0.6 // hangs on something before it
	} else if !capital {
		loss += 0.1
	}
	for i := x.last; i < x.d.Sentences[p.sentence].Last; i++ {
		w := &x.d.Words[i]
		if i == x.last && strings.EqualFold(w.In(x.d.Text), "?") {
			loss += 0.8
		}
		if w.Head < x.first || w.Head >= x.last {
			continue
		}
		switch w.Deprel.Base() {
		case english.RelPunct, english.RelConj, english.RelCc, english.RelParataxis, english.RelAdvcl, english.RelAppos:
		default:
			return loss + 0.4 // something that hangs on it stands outside
		}
	}
	return loss
}

var relative = setOf("who which whose whom where what whether how why when")

// firstLetter reports whether a text begins with a capital letter, after
// quotation marks.
func firstLetter(text string) (capital, ok bool) {
	text = strings.TrimLeft(text, "\"'“‘ ")
	if text == "" {
		return false, false
	}
	return text[0] >= 'A' && text[0] <= 'Z' || text[0] >= '0' && text[0] <= '9' || text[0] == '$', true
}
