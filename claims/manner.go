package claims

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

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
	if x.relative() {
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

// relative reports whether a stretch tells its time by another that it does not
// give: "a day earlier", "hours later", "the next day", "that night".
func (x *stretch) relative() bool {
	for i := x.first + 1; i < x.last; i++ {
		w, before := &x.d.Words[i], &x.d.Words[i-1]
		lemma, ahead := strings.ToLower(w.Lemma), strings.ToLower(before.In(x.d.Text))
		switch {
		case (lemma == "earlier" || lemma == "later" || lemma == "early" || lemma == "late") && ofTime[strings.ToLower(before.Lemma)]:
			if form := strings.ToLower(w.In(x.d.Text)); form == "earlier" || form == "later" {
				return i-x.first < 4
			}
		case ofTime[lemma] && (ahead == "following" || ahead == "next" || ahead == "previous" || ahead == "same") && i-2 >= x.first && strings.EqualFold(x.d.Words[i-2].In(x.d.Text), "the"):
			return true
		case ofTime[lemma] && ahead == "that" && before.UPOS == english.DET:
			return true
		}
	}
	return false
}
