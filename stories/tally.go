package stories

import "slices"

// tallies count the terms of one article at a time, in a table that is never
// emptied: what is left of earlier articles has another round.
type tallies struct {
	slots []tally // open addressing, a power of two
	used  []uint32
	round uint32
}

type tally struct {
	term, round        uint32
	words, lead, names float32
	name               bool // written large within a sentence
}

func (t *tallies) begin() {
	if t.slots == nil {
		t.slots = make([]tally, 1024)
	}
	t.used = t.used[:0]
	t.round++
	if t.round == 0 { // once in four milliards
		clear(t.slots)
		t.round = 1
	}
}

// of returns the tally of a term. It is valid until the next call.
func (t *tallies) of(term uint32) *tally {
	if 2*(len(t.used)+4) > len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for i := term & mask; ; i = (i + 1) & mask {
		switch s := &t.slots[i]; {
		case s.round != t.round:
			*s = tally{term: term, round: t.round}
			t.used = append(t.used, i)
			return s
		case s.term == term:
			return s
		}
	}
}

func (t *tallies) grow() {
	old, used := t.slots, t.used
	t.slots, t.used = make([]tally, 2*len(old)), make([]uint32, 0, len(old))
	for _, i := range used {
		*t.of(old[i].term) = old[i]
	}
}

// terms are the terms counted, ascending.
func (t *tallies) terms() []uint32 {
	out := make([]uint32, len(t.used))
	for k, i := range t.used {
		out[k] = t.slots[i].term
	}
	slices.Sort(out)
	return out
}

// add counts mentions, the first of them as the lead too.
func (t *tallies) add(ms []mention, lead int) {
	nameBefore := false
	for i, m := range ms {
		c := t.of(m.term)
		c.words++
		if i < lead {
			c.lead++
		}
		name := m.kind == capital && c.name
		if name {
			t.of(asName(m.term)).names++
			if nameBefore && m.joined {
				t.of(asRun(ms[i-1].term, m.term)).names++
			}
		}
		nameBefore = name
	}
}
