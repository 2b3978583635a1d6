package copying

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

// match is a unit of one article, or part of one, that stands in another.
type match struct {
	unit           int32 // of the copy
	of, in         extent
	likeness       int16 // per mille: twice the mass shared by the mass of both
	cover          int16 // per mille of the unit's mass that is shared
	content        int16 // content words shared
	plain          int16 // content words shared that are no names
	run            int16 // longest run of words that are the same
	added, missing int16 // content words put in, left out, with nothing in their place
	change         change
	same           bool // the same words as a unit of the source
	quote          bool
	wholeSource    bool // all words of a sentence of the source are in it
	furniture      bool // of either article: follows other passages, makes no relation
	mostOfUnit     bool // two thirds of the unit at least, not a part of it
	cutShort       bool // the copy ends before its source's sentence does
}

// extent is a span in little memory.
type extent struct{ start, end uint32 }

func extentOf(s news.Span) extent { return extent{uint32(s.Start), uint32(s.End)} }

func (e extent) span() news.Span { return news.Span{Start: int(e.start), End: int(e.end)} }

// change is how a match differs from its source.
type change uint8

const (
	verbatim change = iota
	reworded
	cut
)

var changeNames = [...]string{"verbatim", "reworded", "cut"}

func (c change) String() string { return changeNames[c] }

// The rules by which an aligned unit counts as copied. A strong match says
// that two articles are related; between related articles less is needed.
const (
	strongCover   = 600
	strongContent = 4
	strongPlain   = 2
	strongRun     = 3
	partRun       = 8 // of a unit that is copied in part
	partPlain     = 3
	alsoCover     = 480
	alsoContent   = 3
	placedCover   = 300 // of a unit that stands where the source has it
	placedContent = 2
	shortCover    = 750
	shortContent  = 2
	wholeRun      = 4 // of a sentence of the source that is there as a whole
	// An article pair with one strong match needs more, or chance would do.
	alonePlain = 4
	aloneRun   = 8
	// or, reworded:
	rewordedPlain = 7
	rewordedRun   = 5
	rewordedCover = 680
)

func (m *match) strong() bool {
	return m.content >= strongContent && m.plain >= strongPlain && m.cover >= strongCover && m.run >= strongRun ||
		m.run >= partRun && m.plain >= partPlain
}

func (m *match) weak() bool {
	return m.same || m.content >= alsoContent && m.cover >= alsoCover || m.content >= shortContent && m.cover >= shortCover ||
		m.wholeSource && m.run >= wholeRun
}

// placed reports whether the match, too little by itself, stands in the copy
// where it stands in the source: between the same strong matches, which start
// at before and after in the source.
func (m *match) placed(before, after uint32) bool {
	return m.content >= placedContent && m.cover >= placedCover && m.mostOfUnit && !m.furniture &&
		before <= m.of.start && m.of.start <= after
}

func (m *match) enoughAlone() bool {
	return m.plain >= alonePlain && (m.run >= aloneRun+4 || m.run >= aloneRun && m.cover >= strongCover) ||
		m.plain >= rewordedPlain && m.run >= rewordedRun && m.cover >= rewordedCover
}

// comparer compares articles pair by pair; one for each worker.
type comparer struct {
	aligner
	vocabulary *vocabulary
	loaded     *document
	slots      []int32 // by class: 1 + index of the first of chain
	chain      []unitEntry
	found      []match
	shared     []int32 // [unit of the copy][unit of the source] content mass shared
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

// compare finds the units of in that stand in of, as if in were the copy.
func (c *comparer) compare(of, in *document) []match {
	c.load(in)
	nIn, nOf := len(in.units), len(of.units)
	if need := nIn * nOf; cap(c.shared) < need {
		c.shared = make([]int32, need)
	} else {
		c.shared = c.shared[:need]
		clear(c.shared)
	}
	for i, cls := range of.classes {
		if of.at[i].weight < contentWeight {
			continue
		}
		for k := c.slots[cls]; k > 0; k = c.chain[k-1].next {
			c.shared[int(c.chain[k-1].unit)*nOf+int(of.unitOf[i])] += contentWeight
		}
	}
	found := c.found[:0]
	narrated, quoted, alone, aloneQuoted := 0, 0, false, false
	for u := range in.units {
		m, ok := c.unit(of, in, int32(u), c.shared[u*nOf:(u+1)*nOf])
		if !ok {
			continue
		}
		switch {
		case m.furniture || !m.strong():
		case m.quote:
			quoted++
			aloneQuoted = aloneQuoted || m.enoughAlone()
		default:
			narrated++
			alone = alone || m.enoughAlone()
		}
		found = append(found, m)
	}
	c.found = found
	related := narrated >= 2 || alone
	if !related && quoted < 2 && !aloneQuoted {
		return nil
	}
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

func sameUnit(of, in *document, u, k int32) match {
	unit, source := &in.units[u], &of.units[k]
	m := match{
		unit: u, of: extentOf(source.Span), in: extentOf(unit.Span),
		likeness: 1000, cover: 1000, run: int16(unit.last - unit.first), change: verbatim,
		same: true, furniture: unit.furniture || source.furniture,
	}
	narrated := int16(0)
	for i := unit.first; i < unit.last; i++ {
		if in.at[i].weight == contentWeight {
			m.content++
			if in.at[i].capital {
				continue
			}
			m.plain++
			if !in.at[i].quoted {
				narrated++
			}
		}
	}
	m.quote = isQuote(m.plain, narrated)
	return m
}

// isQuote reports whether what is shared is a quotation: of the words shared
// that are no names at most three outside the marks ("spokesman", "statement"),
// and most of them within.
func isQuote(plain, narrated int16) bool {
	return plain > 0 && narrated <= 3 && narrated*2 <= plain
}

// snap bounds what an alignment may leave out at a unit's edge and still be
// taken for the whole unit.
const (
	snapWords = 4
	goodCover = 700 // per mille of a unit from which no other part of the source is tried
	partWords = 4   // content words shared from which part of a unit is aligned
	snapShare = 250 // per mille of the unit's mass
	// wholeShare is the part of a sentence of the source, per mille of its
	// mass, that counts as all of it.
	wholeShare = 950
)

// measure turns pairings of a unit into a match.
func (c *comparer) measure(of, in *document, u int32, pairs []pairing) match {
	unit := &in.units[u]
	m := match{unit: u, furniture: unit.furniture}
	mass := int32(0)
	for _, p := range pairs {
		mass += pairMass(in, p)
	}
	m.cover = int16(mass * 1000 / unit.mass)
	if m.cover < alsoCover {
		// Only part of the unit: the best alignment, without the strays.
		kept := pairs[:0]
		mass = 0
		for _, p := range pairs {
			if p.in >= c.mainFirst && p.in <= c.mainLast {
				kept = append(kept, p)
				mass += pairMass(in, p)
			}
		}
		pairs = kept
	}
	lo, hi := pairs[0].of, pairs[0].of
	run, narrated := int16(0), int16(0)
	for i, p := range pairs {
		lo, hi = min(lo, p.of), max(hi, p.of)
		if p.exact && i > 0 && pairs[i-1].exact && pairs[i-1].in+1 == p.in && pairs[i-1].of+1 == p.of {
			run++
		} else if p.exact {
			run = 1
		} else {
			run = 0
		}
		m.run = max(m.run, run)
		if in.at[p.in].weight == contentWeight {
			m.content++
			if in.at[p.in].capital {
				continue
			}
			m.plain++
			if !in.at[p.in].quoted || !of.at[p.of].quoted {
				narrated++
			}
		}
	}
	m.quote = isQuote(m.plain, narrated)
	from, to := &of.units[of.unitOf[lo]], &of.units[of.unitOf[hi]]
	first, last := widen(of, in, unit, pairs[0], pairs[len(pairs)-1])
	m.mostOfUnit = (last-first)*3 >= (unit.last-unit.first)*2
	m.in = extentOf(wordSpan(in, unit, first, last))
	m.furniture = m.furniture || from.furniture
	ofShared := int32(0)
	for _, p := range pairs {
		if of.unitOf[p.of] == of.unitOf[lo] {
			ofShared += pairMass(in, p)
		}
	}
	m.wholeSource = ofShared*1000 >= wholeShare*from.mass
	ofFirst, _ := snap(of, from, lo, from.last)
	_, ofLast := snap(of, to, to.first, hi+1)
	if from == to {
		ofFirst, ofLast = snap(of, from, lo, hi+1)
	}
	m.of = extentOf(news.Span{Start: wordSpan(of, from, ofFirst, from.last).Start, End: wordSpan(of, to, to.first, ofLast).End})
	inMass, ofMass := massOf(in, first, last), massOf(of, ofFirst, ofLast)
	m.likeness = int16(2 * mass * 1000 / (inMass + ofMass))
	m.gaps(of, in, pairs, ofFirst, ofLast, first, last)
	m.cutShort = ofLast == to.last && last == unit.last && hi+1 < ofLast && pairs[len(pairs)-1].of == hi && pairs[len(pairs)-1].in == unit.last-1
	return m
}

func pairMass(in *document, p pairing) int32 {
	if p.exact {
		return int32(in.at[p.in].weight)
	}
	return int32(in.at[p.in].weight) * 3 / 4
}

func massOf(d *document, first, last int32) int32 {
	mass := int32(0)
	for i := first; i < last; i++ {
		mass += int32(d.at[i].weight)
	}
	return max(mass, 1)
}

// snap widens [first, last) to the edges of a unit where little is left out.
func snap(d *document, u *unit, first, last int32) (int32, int32) {
	if first-u.first <= snapWords || massOf(d, u.first, first)*1000 <= snapShare*u.mass {
		first = u.first
	}
	if u.last-last <= snapWords || massOf(d, last, u.last)*1000 <= snapShare*u.mass {
		last = u.last
	}
	return first, last
}

// widen takes in what stands before the first and behind the last paired word
// of the copy's unit: a few words, as many as the source has there, give or
// take a few, or the rest of a sentence that the source ends earlier.
func widen(of, in *document, u *unit, first, last pairing) (from, to int32) {
	from, to = first.in, last.in+1
	if n := first.in - u.first; n <= snapWords || n <= first.of-of.units[of.unitOf[first.of]].first+snapWords {
		from = u.first
	}
	n := u.last - to
	switch {
	case n <= snapWords || n <= of.units[of.unitOf[last.of]].last-last.of-1+snapWords:
		to = u.last
	case !in.at[to].capital && massOf(in, to, u.last)*2 <= u.mass:
		if r, _ := utf8.DecodeRuneInString(in.article.Text[in.at[to].start:]); unicode.IsLower(r) {
			to = u.last
		}
	}
	return from, to
}

// wordSpan is the bytes of the words [first, last) of a unit, with its marks.
func wordSpan(d *document, u *unit, first, last int32) news.Span {
	s := unitSpan(d.article.Text, d.at[first].span(), d.at[last-1].span())
	if first == u.first {
		s.Start = u.Start
	}
	if last == u.last {
		s.End = u.End
	}
	return s
}

// gaps looks at what stands between the paired words of both texts and says
// how the copy differs.
func (m *match) gaps(of, in *document, pairs []pairing, ofFirst, ofLast, inFirst, inLast int32) {
	swapped, missing := false, false
	gap := func(ofFrom, ofTo, inFrom, inTo int32) {
		put, left := contentIn(in, inFrom, inTo), contentIn(of, ofFrom, ofTo)
		if left == 0 {
			m.added += put
		}
		if put == 0 {
			m.missing += left
		}
		swapped = swapped || inTo > inFrom
		missing = missing || ofTo > ofFrom
	}
	for i, p := range pairs {
		swapped = swapped || !p.exact
		switch {
		case i == 0:
			gap(min(ofFirst, p.of), p.of, inFirst, p.in)
		case pairs[i-1].of >= p.of:
			swapped = true // moved
		default:
			gap(pairs[i-1].of+1, p.of, pairs[i-1].in+1, p.in)
		}
	}
	if p := pairs[len(pairs)-1]; p.of < ofLast {
		gap(p.of+1, ofLast, p.in+1, inLast)
	}
	switch {
	case swapped:
		m.change = reworded
	case missing:
		m.change = cut
	}
}

func contentIn(d *document, first, last int32) int16 {
	n := int16(0)
	for i := first; i < last; i++ {
		if d.at[i].weight == contentWeight {
			n++
		}
	}
	return n
}
