package stories

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// stateVersion is raised with every change of the saved form.
const stateVersion = 1

// The saved form: slices in a fixed order, so that one state has one form.
type (
	savedState struct {
		Version  int
		Start    time.Time
		Now      float64
		Swept    float64
		Next     uint32
		Articles float64
		Slots    []savedSlot
		Odd      int
		Stories  int // that follow, each on its own
		Lists    int // that follow those
	}
	savedSlot  struct{ Slot, Count uint32 }
	savedStory struct {
		ID                 string
		Number             uint32
		Words, Lead, Names savedVector
		Latest             []savedMember
		Articles           []string
		Oldest, Newest     float64
		Seen               float64
		Longest            int
		Roundup            bool
		Keys               []uint32
	}
	savedMember struct {
		ID                 string
		At                 float64
		Length             int
		Words, Lead, Names savedVector
	}
	savedVector struct {
		Terms   []uint32
		Weights []float32
		Length  float32
	}
	savedList struct {
		Term    uint32
		Stories []uint32 // by number
	}
)

// Save writes what the Assigner remembers. An Assigner restored from it goes
// on as this one would.
func (a *Assigner) Save(w io.Writer) error {
	s := savedState{Version: stateVersion, Start: a.start, Now: a.now, Swept: a.swept, Next: a.next, Odd: a.odd,
		Articles: a.frequencies.articles, Stories: len(a.live), Lists: len(a.index.lists)}
	for i, n := range a.frequencies.slots {
		if n > 0 {
			s.Slots = append(s.Slots, savedSlot{uint32(i), n})
		}
	}
	to := gob.NewEncoder(w)
	err := to.Encode(s)
	for _, t := range a.inOrder() {
		if err == nil {
			err = to.Encode(t.saved())
		}
	}
	for _, term := range slices.Sorted(maps.Keys(a.index.lists)) {
		l := savedList{Term: term}
		for _, t := range a.index.lists[term] {
			l.Stories = append(l.Stories, t.number)
		}
		if err == nil {
			err = to.Encode(l)
		}
	}
	if err != nil {
		return fmt.Errorf("save stories: %w", err)
	}
	return nil
}

// Restore returns an Assigner as it was saved, with the options given anew.
func Restore(r io.Reader, o Options) (*Assigner, error) {
	a, err := restore(gob.NewDecoder(r), o)
	if err != nil {
		return nil, fmt.Errorf("restore stories: %w", err)
	}
	return a, nil
}

var errDamaged = errors.New("the saved state is damaged")

func restore(from *gob.Decoder, o Options) (*Assigner, error) {
	var s savedState
	if err := from.Decode(&s); err != nil {
		return nil, err
	}
	if s.Version != stateVersion {
		return nil, fmt.Errorf("saved by another version (%d, not %d)", s.Version, stateVersion)
	}
	a := New(o)
	a.start, a.now, a.swept, a.next, a.odd, a.frequencies.articles = s.Start, s.Now, s.Swept, s.Next, s.Odd, s.Articles
	clear(a.frequencies.slots)
	for _, n := range s.Slots {
		if n.Slot >= frequencySlots {
			return nil, errDamaged
		}
		a.frequencies.slots[n.Slot] = n.Count
	}
	byNumber := map[uint32]*story{}
	for range s.Stories {
		var v savedStory
		if err := from.Decode(&v); err != nil {
			return nil, err
		}
		t := v.story()
		a.live[t.id], byNumber[t.number] = t, t
	}
	for range s.Lists {
		var l savedList
		if err := from.Decode(&l); err != nil {
			return nil, err
		}
		for _, n := range l.Stories {
			if byNumber[n] == nil {
				return nil, errDamaged
			}
			a.index.lists[l.Term] = append(a.index.lists[l.Term], byNumber[n])
		}
	}
	return a, nil
}

func (t *story) saved() savedStory {
	v := savedStory{ID: t.id, Number: t.number, Words: pack(t.words), Lead: pack(t.lead), Names: pack(t.names),
		Articles: t.articles, Oldest: t.oldest, Newest: t.newest, Seen: t.seen, Longest: t.longest, Roundup: t.roundup, Keys: t.keys}
	for _, m := range t.latest {
		v.Latest = append(v.Latest, savedMember{m.id, m.at, m.length, pack(m.words), pack(m.lead), pack(m.names)})
	}
	return v
}

func (v *savedStory) story() *story {
	t := &story{id: v.ID, number: v.Number, words: v.Words.unpack(), lead: v.Lead.unpack(), names: v.Names.unpack(),
		articles: v.Articles, oldest: v.Oldest, newest: v.Newest, seen: v.Seen, longest: v.Longest, roundup: v.Roundup, keys: v.Keys}
	for _, m := range v.Latest {
		t.latest = append(t.latest, member{m.ID, m.At, m.Length, m.Words.unpack(), m.Lead.unpack(), m.Names.unpack()})
	}
	return t
}

func pack(v vector) savedVector {
	s := savedVector{Terms: make([]uint32, len(v.terms)), Weights: make([]float32, len(v.terms)), Length: v.length}
	for i, t := range v.terms {
		s.Terms[i], s.Weights[i] = t.term, t.weight
	}
	return s
}

func (s savedVector) unpack() vector {
	v := vector{terms: make([]weighted, min(len(s.Terms), len(s.Weights))), length: s.Length}
	for i := range v.terms {
		v.terms[i] = weighted{s.Terms[i], s.Weights[i]}
	}
	return v
}
