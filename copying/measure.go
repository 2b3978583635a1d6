package copying

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/news"
)

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
