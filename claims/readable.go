package claims

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// readable weighs how well a stretch of a sentence states a proposition to
// somebody who reads nothing else: about 0 for a plain whole sentence, less for
// each thing that is wanting.
func readable(rep *annotate.Annotated, p *passage, s news.Span) float64 {
	d := rep.Doc
	sent := trim(d.Text, d.Sentences[p.sentence].Span)
	x := stretch{d: d, Span: s, first: d.Sentences[p.sentence].First, last: d.Sentences[p.sentence].Last}
	for x.first < x.last && d.Words[x.first].Start < s.Start {
		x.first++
	}
	for x.last > x.first && d.Words[x.last-1].End > s.End {
		x.last--
	}
	score := x.length() + x.predicate() + x.references(p) + x.manner() + printed(&rep.Article, s)
	if whole := afterDateline(d.Text, sent); s != sent && s != whole {
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
	subject, pronoun, before, says := false, false, false, speaks[strings.ToLower(x.d.Words[root].Lemma)]
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if w.Deprel.Base() == english.RelCcomp || i > root && w.UPOS == english.SCONJ && strings.EqualFold(w.Lemma, "that") {
			says = false
		}
		if w.Head != root {
			continue
		}
		switch w.Deprel.Base() {
		case english.RelObj, english.RelXcomp, english.RelParataxis:
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
	if says && !strings.ContainsAny(x.In(x.d.Text), "“\"") {
		score -= 0.8 // and does not tell what
	}
	if before {
		score -= 0.2 // of what went before the news
	}
	return score
}

var speaks = setOf("report announce claim confirm warn argue state suggest say tell write add explain note testify tweet speak comment respond reply answer insist")

// references count what a stranger cannot look up: pronouns that stand for
// nobody named before, speakers who say "we", things called "the bill" that
// nothing introduces.
func (x *stretch) references(p *passage) float64 {
	score := 0.0
	named, somebody := false, false // that a later pronoun may stand for
	candidates := 0
	speaker := p.statement < 0 // named beside what is said
	dangling, own, definite := false, false, 0.0
	seen := map[string]bool{}
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		lemma := strings.ToLower(w.Lemma)
		switch w.UPOS {
		case english.PRON:
			switch lemma {
			case "it":
				dangling = dangling || !named && w.Deprel.Base() != english.RelExpl
			case "he", "she", "him", "his", "her":
				dangling = dangling || !somebody || candidates < 2 && object(w)
			case "they", "this", "these", "those", "their", "its", "them":
				dangling = dangling || !named || candidates < 2 && object(w)
			case "we", "i", "you", "my", "our", "your", "us", "me", "mine", "ours":
				own = true
			}
		case english.PROPN:
			named = true
			somebody = somebody || x.person(i)
			speaker = speaker || !within(p, w)
			if w.Deprel.Base() != english.RelFlat && w.Deprel.Base() != english.RelCompound {
				candidates++
			}
		case english.NOUN:
			if w.Deprel.Base() == english.RelNsubj {
				named, somebody = true, somebody || human(lemma)
			}
			if !seen[lemma] {
				definite += x.definite(i, lemma)
			}
			seen[lemma] = true
		case english.DET:
			switch lemma {
			case "this", "that", "these", "those", "such":
				if w.Head < 0 || !ofTime[x.d.Words[w.Head].Lemma] {
					definite += 0.3
				}
			}
		}
	}
	if dangling {
		score -= 0.7
	}
	if own {
		score -= 0.3
		if !speaker {
			score -= 0.4
		}
	}
	return score - min(definite, 0.5)
}

// person reports whether a word is part of a person's name.
func (x *stretch) person(i int32) bool {
	names := x.d.Names
	k := sort.Search(len(names), func(k int) bool { return names[k].Last > i })
	return k < len(names) && names[k].First <= i && names[k].Type == english.PersonName
}

// humans are nouns for people that their endings do not tell.
var humans = setOf("man woman men women person teen chief head judge mother father son daughter wife husband brother sister boy girl victim aide guard pilot coach king queen prince friend colleague boss mayor deputy witness suspect nurse star captain general secretary attorney neighbour neighbor")

// human reports whether a noun is one for a person.
func human(lemma string) bool {
	if humans[lemma] {
		return true
	}
	for _, end := range []string{"er", "or", "ist", "man", "woman", "ian", "ant", "ent", "ee", "person"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+2 {
			return !strings.HasSuffix(lemma, "ment")
		}
	}
	return false
}

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

// definite weighs a noun that is taken as known: "the" and nothing that tells
// which.
func (x *stretch) definite(noun int32, lemma string) float64 {
	if unique[lemma] || ofTime[lemma] {
		return 0
	}
	the := false
	for i := max(x.first, noun-3); i < noun; i++ {
		the = the || x.d.Words[i].Head == noun && strings.EqualFold(x.d.Words[i].In(x.d.Text), "the")
	}
	if !the {
		return 0
	}
	known := 0.25
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		if w.Head == noun {
			switch w.Deprel.Base() {
			case english.RelDet, english.RelCase, english.RelPunct, english.RelCc, english.RelConj:
			case english.RelAmod, english.RelCompound, english.RelNummod:
				if w.UPOS == english.PROPN || x.d.Words[noun].Deprel.Base() != english.RelNsubj {
					return 0
				}
				known = 0.12 // "the second bill"
			default:
				if !human(lemma) || x.names(noun) {
					return 0
				}
				known = 0.2 // "the man, from the valley"
			}
		}
	}
	switch x.d.Words[noun].Deprel.Base() {
	case english.RelNsubj, english.RelObj:
		return known
	case english.RelCompound:
		return 0
	}
	return 0.2
}

// names reports whether a name stands soon after a noun: "the suspect, named
// as …".
func (x *stretch) names(noun int32) bool {
	for i := noun + 1; i < min(noun+9, x.last); i++ {
		if x.d.Words[i].UPOS == english.PROPN && x.person(i) {
			return true
		}
	}
	return false
}

// unique things need no introduction.
var unique = setOf("president government world country nation state public police economy media press sun internet web army military law court scene ground end beginning rest majority number way fact future past first last area air sea market house street north south east west city region hospital road")

var ofTime = setOf("day week month year morning evening night afternoon time weekend summer winter spring autumn hour minute moment season decade century date")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// leaning words begin sentences that go on from what was said before.
var leaning = setOf("such therefore also however meanwhile instead otherwise thus moreover furthermore so but and then likewise too or because although while despite as yes no well yet still nor if when though besides indeed perhaps hence later earlier back here there that this those these")

// other things and people are told from some that were spoken of before.
var other = setOf("other another fellow latter former same further")

var everybody = setOf("everybody everyone nobody somebody someone anybody anyone")

// asides lean on what was said before wherever they stand.
var asides = setOf("also later earlier though however meanwhile likewise instead similarly nonetheless nevertheless therefore")

// onwards are openings that do the same.
var onwards = []string{"in addition", "in fact", "as a result", "at the same time", "at the time", "on the other hand", "for example", "for instance", "in other words", "after all", "by contrast", "in turn", "a few years later", "a few days later", "of course", "even so", "in that", "at that", "on that", "in this", "at this", "in response", "in the meantime"}

// manner weighs how a thing is said: asked, or tied to what went before.
func (x *stretch) manner() float64 {
	score := 0.0
	opening := true
	text := strings.ToLower(x.In(x.d.Text))
	if slices.ContainsFunc(onwards, func(o string) bool { return strings.HasPrefix(text, o+" ") || strings.HasPrefix(text, o+",") }) {
		score -= 0.3
	}
	words, names := 0, 0
	points, either := false, false
	for i := x.first; i < x.last; i++ {
		w := &x.d.Words[i]
		lemma := strings.ToLower(w.Lemma)
		if w.UPOS == english.PUNCT {
			if lemma == "?" {
				score -= 0.8
			}
			continue
		}
		if opening && leaning[strings.ToLower(w.In(x.d.Text))] {
			score -= 0.45
		} else if asides[lemma] {
			score -= 0.1
		}
		either = either || lemma == "either"
		either = either && lemma != "or"
		if i-x.first < 2 && other[lemma] {
			score -= 0.2
		}
		if everybody[lemma] && w.Deprel.Base() == english.RelNsubj {
			score -= 0.3
		}
		if lemma == "there" && w.UPOS == english.ADV {
			score -= 0.2
		}
		opening = false
		words++
		if w.UPOS == english.PROPN {
			names++
		}
		points = points || pointing[lemma]
	}
	if either {
		score -= 0.3 // and no "or"
	}
	if points && words < 9 && names == 0 {
		score -= 0.3
	}
	return score
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

// object reports whether a pronoun is one, and so not what the subject is.
func object(w *english.Word) bool {
	switch w.Deprel.Base() {
	case english.RelObj, english.RelIobj:
		return true
	}
	return false
}

// printed weighs what shows in print: a headline, quotation marks without
// partners, marks that sentences do not have.
func printed(a *news.Article, s news.Span) float64 {
	text := s.In(a.Text)
	score := 0.0
	if unbalanced(text) {
		score -= 0.5
	}
	if strings.ContainsAny(text, "|@#*•»") || strings.Contains(text, "http") || strings.HasSuffix(text, ":") || strings.Contains(text, "...") {
		score -= 0.6
	}
	if heading(a, s) {
		score -= 0.6
	}
	return score
}

// heading reports whether a stretch is a headline: by its block, or by its
// capitals and the want of a full stop.
func heading(a *news.Article, s news.Span) bool {
	if a.TitleSpan.Len() > 0 && a.TitleSpan.Contains(s) {
		return true
	}
	for _, b := range a.Blocks {
		if b.Kind == news.Heading && b.Contains(s) {
			return true
		}
	}
	text := strings.TrimRight(s.In(a.Text), "\"”’' ")
	if strings.HasSuffix(text, ".") {
		return false
	}
	long, capital := 0, 0
	for w := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"“‘'(")); unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		}
	}
	return long >= 3 && 5*capital >= 4*long
}

// broken reports whether a sentence was cut inside of a number: "about 9" of
// "about 9. 30".
func broken(text string, s news.Span) bool {
	before, after := strings.TrimRight(text[:s.Start], " "), strings.TrimLeft(text[s.End:], " ")
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	head := len(before) > 1 && before[len(before)-1] == '.' && digit(before[len(before)-2]) && digit(text[s.Start])
	own := strings.TrimRight(s.In(text), ". ")
	return head || after != "" && own != "" && digit(after[0]) && digit(own[len(own)-1])
}

// firstLetter reports whether a text begins with a capital letter, after
// quotation marks.
func firstLetter(text string) (capital, ok bool) {
	text = strings.TrimLeft(text, "\"'“‘ ")
	if text == "" {
		return false, false
	}
	return text[0] >= 'A' && text[0] <= 'Z' || text[0] >= '0' && text[0] <= '9' || text[0] == '$', true
}

func unbalanced(text string) bool {
	if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "\"")%2 != 0 {
		return true
	}
	if strings.Count(text, "(") != strings.Count(text, ")") {
		return true
	}
	opened := strings.Contains(text, " '") || strings.HasPrefix(text, "'") || strings.Contains(text, "‘")
	closed := strings.Contains(text, "' ") || strings.Contains(text, "',") || strings.HasSuffix(strings.TrimRight(text, ".,\""), "'") || strings.Contains(text, "’")
	return opened && !closed
}
