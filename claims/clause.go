package claims

import (
	"strings"

	"github.com/hearsay-news/hearsay/english"
)

// frame is the main clause of what a passage says: ids of lemmas, -1 where
// there is none.
type frame struct {
	head, subject, object int32
	mood                  mood
	reality               reality
}

// light verbs leave the saying to their object: "poses a threat".
var light = map[string]bool{"have": true, "make": true, "represent": true, "mark": true, "issue": true, "pose": true, "do": true, "get": true, "take": true, "give": true, "become": true, "constitute": true, "be": true, "begin": true, "start": true, "continue": true, "seek": true, "try": true, "want": true, "need": true, "go": true, "use": true}

func (v *vocabulary) frame(d *english.Document, p *passage) frame {
	f := frame{head: -1, subject: -1, object: -1}
	sent := &d.Sentences[p.sentence]
	top := int32(-1)
	for w := sent.First; w < sent.Last; w++ {
		x := &d.Words[w]
		if !within(p, x) || x.UPOS == english.PUNCT || x.Head >= 0 && within(p, &d.Words[x.Head]) {
			continue
		}
		if top < 0 || x.UPOS == english.VERB && d.Words[top].UPOS != english.VERB {
			top = w
		}
	}
	if top < 0 {
		return f
	}
	object, clause := int32(-1), int32(-1)
	for w := sent.First; w < sent.Last; w++ {
		x := &d.Words[w]
		if x.Head != top {
			continue
		}
		switch x.Deprel.Base() {
		case english.RelNsubj, english.RelCsubj:
			if x.UPOS != english.PRON && f.subject < 0 {
				f.subject = v.id(x.Lemma)
			}
		case english.RelObj:
			object = w
		case english.RelXcomp:
			clause = w
		}
	}
	f.mood = moodOf(d, top)
	if lemma := strings.ToLower(d.Words[top].Lemma); light[lemma] {
		switch {
		case clause >= 0:
			top = clause
		case object >= 0:
			top, object = object, -1
		}
	}
	if object >= 0 && d.Words[object].UPOS != english.PRON {
		f.object = v.id(d.Words[object].Lemma)
	}
	if d.Words[top].UPOS != english.PRON {
		f.head = v.id(d.Words[top].Lemma)
	}
	return f
}
