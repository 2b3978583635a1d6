package english

import (
	"github.com/hearsay-news/hearsay/learn"
	"github.com/hearsay-news/hearsay/vectors"
)

// nameWord is what the features of a word are made of.
type nameWord struct {
	fold          uint64 // hash of the word without case
	form          uint64 // the same, other for short words in capitals: "WHO" is not "who"
	lead, trail   uint64 // hashes of its first three, last three bytes
	shape         wordShape
	lists         nameLists
	run           nameLists // the lists of the run of words that it is in
	runPlace      uint8     // its place in that run: 0 none, 1 first, 2 within, 3 last, 4 all of it
	candidate     bool
	fine, coarse  uint16 // clusters, from 1
	upos          UPOS
	xpos          XPOS
	deprel        Deprel
	head          int32
	first, last   int32 // the run of candidates it is in
	seen          int32 // index of its form in the document's forms, -1 for none
	label         uint8 // of the pass before
	sentenceFirst bool
	shouted       bool // in a sentence without small letters, or a title in capitals
}

// seenForm is what a document shows of a form over all its occurrences.
type seenForm struct {
	small, capital  int32    // written small; with a capital within a sentence
	afterGiven      int32    // after a given name or a title
	votes           [5]int32 // of the pass before: types of names, and none
	multi           [4]int32 // the last of a longer name of the type
	abbreviates     nameLists
	abbreviatesVote uint8 // 1 + type
}

// prepare fills s.words for a document.
func (s *nameScratch) prepare(d *Document) {
	t := nameTables()
	s.words = s.words[:0]
	clear(s.forms)
	s.seen = s.seen[:0]
	for i := range d.Words {
		w := &d.Words[i]
		text := w.In(d.Text)
		n := nameWord{fold: foldHash(text), shape: shapeOf(text), upos: w.UPOS, xpos: w.XPOS, deprel: w.Deprel, head: w.Head, seen: -1}
		n.form = n.fold
		n.lists = t.get(runHash(0, n.fold))
		if n.shape == shapeInitials && n.lists == 0 && len(text) > len("A.") {
			n.fold = foldWithout(text, '.') // I.R.S. is in the lists as IRS
			n.lists = t.get(runHash(0, n.fold))
		}
		n.lead = learn.Hash(text[:min(3, len(text))])
		n.trail = learn.Hash(text[max(0, len(text)-3):])
		if v := vectors.Index(text); v >= 0 {
			n.fine, n.coarse = uint16(vectors.Cluster1024(v)+1), uint16(vectors.Cluster256(v)+1)
		}
		s.words = append(s.words, n)
	}
	for _, sentence := range d.Sentences {
		s.prepareSentence(d, t, int(sentence.First), int(sentence.Last))
	}
	for i := range s.words {
		s.note(i)
	}
}

func (s *nameScratch) prepareSentence(d *Document, t *nameTable, first, last int) {
	words := s.words[first:last]
	small, big := 0, 0
	for i := range words {
		switch sh := words[i].shape; {
		case sh == shapeSmall && words[i].upos != ADP && words[i].upos != DET && words[i].upos != CCONJ && words[i].upos != PART:
			small++
		case sh.big():
			big++
		}
	}
	for i := range words {
		words[i].shouted = small*4 < big && big > 3
		words[i].first, words[i].last = int32(first), int32(last)
		if w := &words[i]; w.shape == shapeAll && !w.shouted && len(d.Words[first+i].In(d.Text)) <= 4 {
			w.form = ^w.fold
			w.fine, w.coarse = 0, 0
		}
	}
	// A sentence begins after its opening quotation marks.
	begin := 0
	for begin < len(words)-1 && words[begin].shape == shapeMark {
		begin++
	}
	if len(words) > 0 {
		words[begin].sentenceFirst = true
	}
	for i := range words {
		s.matchRun(t, words, i)
	}
	for i := range words {
		w := &words[i]
		switch {
		case w.shape.big():
			w.candidate = true
		case w.shape == shapeNumber:
			w.candidate = i > 0 && words[i-1].shape.big() || i+1 < len(words) && words[i+1].shape.big()
		case nameLink(d.Words[first+i].In(d.Text)):
			left, right := false, false
			for k := 1; k <= 3; k++ {
				left = left || i-k >= 0 && words[i-k].shape.big()
				right = right || i+k < len(words) && words[i+k].shape.big()
			}
			w.candidate = left && right
		}
	}
	for i := 0; i < len(words); {
		if !words[i].shape.big() {
			i++
			continue
		}
		end := i + 1
		for end < len(words) && words[end].candidate && (words[end].shape.big() || end+1 < len(words) && words[end+1].candidate) {
			end++
		}
		for k := i; k < end; k++ {
			words[k].first, words[k].last = int32(first+i), int32(first+end)
		}
		i = end
	}
}

// nameLink reports whether a word that is written small may stand in a name.
func nameLink(word string) bool {
	switch word {
	case "of", "the", "and", "for", "&", "-", "–", "'", "’", "'s", "’s", "in", "on", "to",
		"de", "del", "della", "der", "den", "di", "da", "do", "dos", "du", "des", "la", "le", "las", "los", "van", "von", "bin", "bint", "ibn", "al", "el", "ben", "abu", "y", "e", "ul", "ur", "zu", "af", "av":
		return true
	}
	return false
}

// matchRun finds the longest run of listed words that begins at i.
func (s *nameScratch) matchRun(t *nameTable, words []nameWord, i int) {
	if !words[i].shape.big() {
		return
	}
	run, best, lists := uint64(0), 0, nameLists(0)
	for k, n := i, 0; k < len(words) && n < 6; k++ {
		if words[k].shape == shapeMark && words[k].xpos == TagHYPH {
			continue
		}
		run = runHash(run, words[k].fold)
		n++
		l := t.get(run)
		if m := l & (inPlaces | inOrganisations); m != 0 && words[k].shape != shapeSmall {
			best, lists = k+1-i, m
		}
		if l&inPrefix == 0 {
			break
		}
	}
	if best < 2 && lists == 0 {
		return
	}
	if words[i].run != 0 && words[i].runPlace != 4 { // inside a longer run already
		return
	}
	for k := i; k < i+best; k++ {
		words[k].run = lists
		switch {
		case best == 1:
			words[k].runPlace = 4
		case k == i:
			words[k].runPlace = 1
		case k == i+best-1:
			words[k].runPlace = 3
		default:
			words[k].runPlace = 2
		}
	}
}

// note counts an occurrence of a form.
func (s *nameScratch) note(i int) {
	w := &s.words[i]
	if w.shape == shapeMark || w.shape == shapeNumber {
		return
	}
	at, ok := s.forms[w.fold]
	if !ok {
		at = int32(len(s.seen))
		s.forms[w.fold] = at
		s.seen = append(s.seen, seenForm{})
	}
	w.seen = at
	f := &s.seen[at]
	switch {
	case w.shape == shapeSmall:
		f.small++
	case !w.sentenceFirst && !w.shouted:
		f.capital++
		if i > 0 && s.words[i-1].shape.big() && s.words[i-1].lists&(inGiven|inTitles) != 0 {
			f.afterGiven++
		}
	}
	if w.shape == shapeAll && i > 1 && s.words[i-1].xpos == TagLRB && s.words[i-2].shape.big() {
		for k := s.words[i-2].first; k < int32(i-1); k++ {
			f.abbreviates |= s.words[k].lists & (inOrganisationWords | inPlaceWords)
		}
		f.abbreviates |= inPrefix
	}
}
