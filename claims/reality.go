package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
)

// prospective verbs have what is not so yet, and may never be, as their
// complement.
var prospective = map[string]bool{"expect": true, "plan": true, "intend": true, "hope": true, "aim": true, "prepare": true, "await": true}

// averting verbs, with "against", tell of what somebody wants not to happen.
var averting = map[string]bool{"warn": true, "caution": true, "advise": true, "argue": true, "guard": true}

// reality is how what a passage tells of stands to what is so.
type reality uint8

const (
	real     reality = iota
	awaited          // it is expected or planned
	averted          // somebody wants it not to happen
	possible         // it is called so
)

// realityOf is other than real where a passage says neither that something is
// so nor that it is not.
func realityOf(rep *annotate.Annotated, p *passage) reality {
	d := rep.Doc
	sent := &d.Sentences[p.sentence]
	for w := sent.First; w < sent.Last; w++ {
		x := &d.Words[w]
		if !p.Contains(x.Span) {
			continue
		}
		lemma := strings.ToLower(x.Lemma)
		switch {
		case prospective[lemma] && x.UPOS == english.VERB && within(p, x) && heads(d, p, w):
			return awaited
		case lemma == "against" && x.Head >= 0 && governed(d, x.Head, averting):
			return averted
		case (lemma == "possible" || lemma == "potential") && x.Deprel.Base() == english.RelAmod && within(p, x):
			return possible
		}
	}
	if warnsOf(rep, p) {
		return possible
	}
	return real
}

// warnsOf reports whether a passage only names what somebody warns of, which has
// not come: "warned of thieves", but not "warned that the dam leaks".
func warnsOf(rep *annotate.Annotated, p *passage) bool {
	if p.statement < 0 || len(p.content) == 0 {
		return false
	}
	d := rep.Doc
	sent := &d.Sentences[p.sentence]
	warns := false
	for w := sent.First; w < sent.Last; w++ {
		x := &d.Words[w]
		if x.UPOS == english.VERB && averting[strings.ToLower(x.Lemma)] && x.Lemma != "argue" {
			for _, c := range rep.Statements[p.statement].Cue {
				warns = warns || c.Contains(x.Span)
			}
		}
		if within(p, x) && (x.UPOS == english.VERB || x.UPOS == english.AUX) && x.Feats.Has(english.Finite) {
			return false
		}
	}
	return warns
}

// heads reports whether a verb heads what a passage says: nothing in it governs
// the verb but other verbs that it is coordinated with.
func heads(d *english.Document, p *passage, w int32) bool {
	for d.Words[w].Deprel.Base() == english.RelConj {
		w = d.Words[w].Head
	}
	h := d.Words[w].Head
	return h < 0 || !within(p, &d.Words[h])
}

// governed reports whether a word or what it hangs on is one of some verbs.
func governed(d *english.Document, w int32, verbs map[string]bool) bool {
	for range 3 {
		if w < 0 {
			return false
		}
		if verbs[strings.ToLower(d.Words[w].Lemma)] {
			return true
		}
		w = d.Words[w].Head
	}
	return false
}
