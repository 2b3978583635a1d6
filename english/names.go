package english

import (
	"slices"
	"sync"

	"github.com/hearsay-news/hearsay/learn"
	"github.com/hearsay-news/hearsay/news"
)

// The labels of words: none, or the first, an inner, the last or the only word
// of a name of each type.
const (
	labelNone = 0
	labels    = 17

	placeFirst = 1
	placeInner = 2
	placeLast  = 3
	placeOnly  = 4
)

func labelOf(t NameType, place int) uint8 { return uint8(4*int(t) + place) }

func typeAndPlace(label uint8) (NameType, int) {
	return NameType((label - 1) / 4), int(label-1)%4 + 1
}

// voteOf is the type of a label's name, 4 for none.
func voteOf(label uint8) int {
	if label == labelNone {
		return 4
	}
	return int(label-1) / 4
}

// follows reports whether label b may stand after label a.
func follows(a, b uint8) bool {
	inside := func(l uint8) bool { return l != labelNone && (l-1)%4+1 <= placeInner }
	continues := func(l uint8) bool {
		return l != labelNone && ((l-1)%4+1 == placeInner || (l-1)%4+1 == placeLast)
	}
	if inside(a) {
		return continues(b) && (a-1)/4 == (b-1)/4
	}
	return !continues(b)
}

// labelsBefore lists, for each label, those that may stand before it.
var labelsBefore = func() (before [labels][]uint8) {
	for b := range uint8(labels) {
		for a := range uint8(labels) {
			if follows(a, b) {
				before[b] = append(before[b], a)
			}
		}
	}
	return before
}()

// nameScratch is what finding names needs; it is used again.
type nameScratch struct {
	words  []nameWord
	forms  map[uint64]int32
	seen   []seenForm
	feats  []learn.Feature
	scores []int32
	backs  []uint8
	path   []uint8
}

var nameScratches = sync.Pool{New: func() any { return &nameScratch{forms: map[uint64]int32{}} }}

// annotateNames finds the names of d.
func annotateNames(d *Document) {
	if len(nameFile) == 0 { // while the first is trained
		return
	}
	s := nameScratches.Get().(*nameScratch)
	defer nameScratches.Put(s)
	nameModels().find(d, s)
	if len(s.seen) > 1<<16 { // a map does not shrink
		s.forms = map[uint64]int32{}
	}
}

func (m *nameModel) find(d *Document, s *nameScratch) {
	s.prepare(d)
	m.first.label(d, s, false)
	s.vote()
	m.second.label(d, s, true)
	s.spellOut(d)
	d.Names = appendNames(d.Names[:0], d, s.words)
}

// label labels the words of a document.
func (m *namePass) label(d *Document, s *nameScratch, second bool) {
	for _, sentence := range d.Sentences {
		first, last := int(sentence.First), int(sentence.Last)
		for i := first; i < last; {
			if !s.words[i].candidate {
				s.words[i].label = labelNone
				i++
				continue
			}
			end := i
			s.scores = s.scores[:0]
			for end < last && s.words[end].candidate {
				s.features(end, first, last, second)
				at := len(s.scores)
				s.scores = append(s.scores, make([]int32, labels)...)
				m.score(s.feats, s.scores[at:])
				end++
			}
			s.path = bestLabels(s.scores, &m.steps, s)
			for k := i; k < end; k++ {
				s.words[k].label = s.path[k-i]
			}
			i = end
		}
	}
}

// bestLabels finds the best sequence of labels, Viterbi's way, given the
// scores of each word's labels, which it uses up, and of steps between labels.
func bestLabels[T int32 | float32](scores []T, steps *[labels][labels]T, s *nameScratch) []uint8 {
	n := len(scores) / labels
	s.backs, s.path = slices.Grow(s.backs[:0], len(scores))[:len(scores)], slices.Grow(s.path[:0], n)[:n]
	for b := range labels {
		if follows(labelNone, uint8(b)) {
			scores[b] += steps[labelNone][b]
		} else {
			scores[b] = -1 << 28
		}
	}
	for i := 1; i < n; i++ {
		was, now, back := scores[(i-1)*labels:i*labels], scores[i*labels:(i+1)*labels], s.backs[i*labels:(i+1)*labels]
		for b := range labels {
			before := labelsBefore[b]
			from := before[0]
			best := was[from] + steps[from][b]
			for _, a := range before[1:] {
				if v := was[a] + steps[a][b]; v > best {
					best, from = v, a
				}
			}
			now[b] += best
			back[b] = from
		}
		top := slices.Max(now) // only differences count; sums stay small
		for b := range now {
			now[b] = max(now[b]-top, -1<<28)
		}
	}
	last := scores[(n-1)*labels:]
	best := -1
	for b := range labels {
		if !follows(uint8(b), labelNone) {
			continue
		}
		last[b] += steps[b][labelNone]
		if best < 0 || last[b] > last[best] {
			best = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		s.path[i] = uint8(best)
		best = int(s.backs[i*labels+best])
	}
	return s.path
}

// vote gathers what the labels say of each form.
func (s *nameScratch) vote() {
	for i := range s.seen {
		f := &s.seen[i]
		f.votes, f.multi, f.abbreviatesVote = [5]int32{}, [4]int32{}, 0
	}
	for i := range s.words {
		w := &s.words[i]
		if w.seen < 0 || w.shape == shapeSmall {
			continue
		}
		f := &s.seen[w.seen]
		f.votes[voteOf(w.label)]++
		if w.label == labelNone {
			continue
		}
		t, place := typeAndPlace(w.label)
		if place == placeLast {
			f.multi[t]++
		}
		if i >= 2 && s.words[i-1].xpos == TagLRB && s.words[i-2].label != labelNone && w.shape == shapeAll {
			t, _ := typeAndPlace(s.words[i-2].label)
			f.abbreviatesVote = uint8(t) + 1
		}
	}
}

// appendNames appends the names that the labels of words tell.
func appendNames(names []Name, d *Document, words []nameWord) []Name {
	add := func(first, last int, t NameType) {
		names = append(names, Name{
			Span:  news.Span{Start: d.Words[first].Start, End: d.Words[last].End},
			First: int32(first), Last: int32(last + 1), Type: t,
		})
	}
	first := 0
	for i := range words {
		if words[i].label == labelNone {
			continue
		}
		t, place := typeAndPlace(words[i].label)
		if place == placeFirst || place == placeOnly {
			first = i
		}
		if place != placeLast && place != placeOnly {
			continue
		}
		first = withParticles(d, words, first, t)
		if body := bodyBefore(words[first:i+1], t); body > 0 {
			start := first
			for body == 1 && start > 0 && words[start-1].label == labelNone && words[start-1].candidate && words[start-1].shape.big() {
				start--
			}
			add(start, first+body-1, OrganisationName)
			first, t = first+body, PersonName
		}
		if t != PersonName {
			add(first, i, listedType(words[first:i+1], t))
			continue
		}
		for first < i && words[first].lists&inTitles != 0 {
			first++
		}
		add(first, i, PersonName)
	}
	return names
}

// withParticles begins a name with the particle written small before its first
// word: "al Qaeda", "al-Assad", "de Witt".
func withParticles(d *Document, words []nameWord, first int, t NameType) int {
	at := first - 1
	if at > 0 && words[at].xpos == TagHYPH && d.Words[at].End == d.Words[first].Start {
		at--
	}
	if at < 0 || words[at].label != labelNone {
		return first
	}
	switch d.Words[at].In(d.Text) {
	case "al", "el", "bin", "bint", "ibn", "abu":
		return at
	case "de", "del", "della", "di", "da", "dos", "du", "von", "van":
		if t == PersonName && at == first-1 && words[at].upos == PROPN {
			return at
		}
	}
	return first
}

// listedType is the type of a name that is in the lists as a whole: countries
// and cities are places also where they stand for a government or a team, seats
// that the lists have as organisations ("White House") are organisations.
func listedType(name []nameWord, t NameType) NameType {
	first, last := &name[0], &name[len(name)-1]
	if first.run != last.run || first.runPlace != 1 && first.runPlace != 4 || last.runPlace != 3 && last.runPlace != 4 {
		return t
	}
	switch {
	case first.run == inOrganisations && t == PlaceName:
		return OrganisationName
	case first.run == inPlaces && t == OrganisationName && len(name) > 1:
		return PlaceName
	}
	return t
}

// bodyBefore is how many of the first words of a name name a body that the
// person named by the others speaks for: "Northern Command Ivan Dale".
func bodyBefore(name []nameWord, t NameType) int {
	for k := len(name) - 2; k >= 0; k-- {
		l := name[k].lists
		if l&inOrganisationWords == 0 || l&(inGiven|inSurnames) != 0 || !name[k].shape.big() {
			continue
		}
		if t == PersonName && (k > 0 || len(name) > 2) {
			return k + 1
		}
		person := len(name)-k > 2 && name[k+1].lists&inGiven != 0
		for _, w := range name[k+1:] {
			person = person && w.lists&(inOrganisationWords|inPlaceWords) == 0
		}
		if person {
			return k + 1
		}
		return 0
	}
	return 0
}

// spellOut gives an abbreviation that follows a name in brackets the name's
// type, wherever it stands in the text: "World Health Organization (WHO)".
func (s *nameScratch) spellOut(d *Document) {
	for i := range s.seen {
		s.seen[i].abbreviatesVote = 0
	}
	any := false
	for i := 2; i < len(s.words); i++ {
		w := &s.words[i]
		if w.shape != shapeAll || w.shouted || s.words[i-1].xpos != TagLRB || s.words[i-2].label == labelNone {
			continue
		}
		if t, place := typeAndPlace(s.words[i-2].label); place == placeLast && s.initials(d, i) {
			s.seen[w.seen].abbreviatesVote = uint8(t) + 1
			any = true
		}
	}
	for i := 0; any && i < len(s.words); i++ {
		w := &s.words[i]
		if w.shape != shapeAll || w.label != labelNone && (w.label-1)%4+1 != placeOnly {
			continue
		}
		if t := s.seen[w.seen].abbreviatesVote; t > 0 {
			w.label = labelOf(NameType(t-1), placeOnly)
		}
	}
}

// initials reports whether abbreviation i is made of initials of the name that
// ends two words before it, the first of them included.
func (s *nameScratch) initials(d *Document, i int) bool {
	letters := d.Words[i].In(d.Text)
	at := len(letters) - 1
	for k := i - 2; k >= 0 && at >= 0 && s.words[k].label != labelNone; k-- {
		if c := d.Words[k].In(d.Text)[0]; c == letters[at] {
			at--
		}
		if _, place := typeAndPlace(s.words[k].label); place == placeFirst {
			break
		}
	}
	return at < 0
}
