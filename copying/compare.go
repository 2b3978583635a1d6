package copying

import (
	"math"
	"slices"
)

// comparer compares articles pair by pair; one for each worker.
type comparer struct {
	aligner
	vocabulary *vocabulary
	loaded     *document
	slots      []int32 // by class: 1 + index of the first of chain
	chain      []unitEntry
	runs       runs
	hopeful    []bool // by unit of the copy: it may be a strong match
	units      []tried
	found      []match
	shared     []int32 // [unit of the copy][unit of the source] content mass shared
}

// tried is what became of a unit.
type tried struct {
	match
	ok bool
}

type unitEntry struct{ unit, next int32 }

// load notes which units of d have which content words.
func (c *comparer) load(d *document) {
	if c.loaded == d {
		return
	}
	if c.loaded != nil {
		for _, cls := range c.loaded.classes {
			c.slots[cls] = 0
		}
	}
	for len(c.slots) < len(c.vocabulary.classOf) {
		c.slots = append(c.slots, 0)
	}
	c.loaded, c.chain = d, c.chain[:0]
	c.runs.load(d)
	for i := len(d.words) - 1; i >= 0; i-- {
		if d.at[i].weight < contentWeight {
			continue
		}
		slot := &c.slots[d.classes[i]]
		if *slot > 0 && c.chain[*slot-1].unit == d.unitOf[i] {
			continue
		}
		c.chain = append(c.chain, unitEntry{d.unitOf[i], *slot})
		*slot = int32(len(c.chain))
	}
}

// compare finds the units of in that stand in of, as if in were the copy. The
// units that may be strong matches are aligned first: without enough of them
// the others do not count.
func (c *comparer) compare(of, in *document) []match {
	c.load(in)
	nIn, nOf := len(in.units), len(of.units)
	c.shared = reset(c.shared, nIn*nOf)
	for i, cls := range of.classes {
		if of.at[i].weight < contentWeight {
			continue
		}
		for k := c.slots[cls]; k > 0; k = c.chain[k-1].next {
			c.shared[int(c.chain[k-1].unit)*nOf+int(of.unitOf[i])] += contentWeight
		}
	}
	c.units, c.hopeful = reset(c.units, nIn), reset(c.hopeful, nIn)
	c.runs.mark(c.hopeful, of)
	try := func(u int) *tried {
		t := &c.units[u]
		t.match, t.ok = c.unit(of, in, int32(u), c.shared[u*nOf:(u+1)*nOf])
		return t
	}
	narrated, quoted, alone, aloneQuoted := 0, 0, false, false
	for u := range in.units {
		if !c.hopeful[u] {
			continue
		}
		switch m := try(u); {
		case !m.ok || m.furniture || !m.strong():
		case m.quote:
			quoted++
			aloneQuoted = aloneQuoted || m.enoughAlone()
		default:
			narrated++
			alone = alone || m.enoughAlone()
		}
	}
	related := narrated >= 2 || alone
	if !related && quoted < 2 && !aloneQuoted {
		return nil
	}
	found := c.found[:0]
	for u := range in.units {
		m := &c.units[u]
		if !c.hopeful[u] {
			m = try(u)
		}
		if m.ok {
			found = append(found, m.match)
		}
	}
	c.found = found
	return keep(found, related, narrated+quoted, c.sameOutlet(of, in))
}

// keep chooses the matches that count. Between articles that are not related
// only quotations do; weak ones do beside two strong ones, or beside one if they are not that
// weak; furniture does where outlets differ.
func keep(found []match, related bool, strong int, sameOutlet bool) []match {
	after := make([]uint32, len(found)) // where the next strong match stands in the source
	next := uint32(math.MaxUint32)
	for i := len(found) - 1; i >= 0; i-- {
		after[i] = next
		if found[i].strong() {
			next = found[i].of.start
		}
	}
	before := uint32(0)
	chosen := found[:0]
	for i := range found {
		m := found[i]
		switch {
		case m.furniture && (!related || m.likeness < furnitureLikeness || sameOutlet):
		case m.strong() && (related || m.quote), related && m.weak() && (strong > 1 || m.cover >= strongCover), related && strong > 1 && m.placed(before, after[i]):
			chosen = append(chosen, m)
		}
		if m.strong() {
			before = m.of.start
		}
	}
	return slices.Clone(chosen)
}

// furnitureLikeness is how alike furniture must be, per mille, to be shown
// among the passages of two outlets that share others.
const furnitureLikeness = 800

func (c *comparer) sameOutlet(of, in *document) bool {
	return outletKey(of.outlet) == outletKey(in.outlet)
}

// unit aligns one unit of in with the units of of that share most with it.
func (c *comparer) unit(of, in *document, u int32, shared []int32) (match, bool) {
	unit := &in.units[u]
	for k := range of.units {
		if of.units[k].hash == unit.hash {
			return sameUnit(of, in, u, int32(k)), unit.last-unit.first >= 3
		}
	}
	first, second := -1, -1
	for k, mass := range shared {
		if first < 0 || mass > shared[first] {
			first, second = k, first
		} else if second < 0 || mass > shared[second] {
			second = k
		}
	}
	var best match
	ok := false
	for _, k := range [...]int{first, second} {
		if k < 0 || shared[k] < 2*contentWeight || shared[k]*4 < unit.mass && shared[k] < partWords*contentWeight {
			continue
		}
		from, to, window := k, k, shared[k]
		for from > 0 && k-from < 2 && shared[from-1]*6 >= unit.mass {
			from--
			window += shared[from]
		}
		for to+1 < len(shared) && to-k < 2 && shared[to+1]*6 >= unit.mass {
			to++
			window += shared[to]
		}
		ofFirst, ofLast := of.units[from].first, of.units[to].last
		pairs := c.align(of, in, ofFirst, ofLast, unit.first, unit.last, window)
		if len(pairs) == 0 {
			continue
		}
		m := c.measure(of, in, u, pairs)
		if !ok || int(m.cover)*int(m.likeness) > int(best.cover)*int(best.likeness) {
			best, ok = m, true
		}
		if best.cover >= goodCover {
			break
		}
	}
	return best, ok
}
