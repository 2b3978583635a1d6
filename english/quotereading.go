package english

import "slices"

// A quoteState is a stack of open marks: from bit 8 on the glyphs, four bits
// each, the outermost first; in the lower bits their number and how many of
// the marks to come reopen a quotation that runs on over a paragraph's end.
type quoteState uint32

const deepestQuote = 4

func (s quoteState) depth() int   { return int(s & 7) }
func (s quoteState) pending() int { return int(s >> 3 & 7) }

func (s quoteState) glyph(i int) quoteGlyph { return quoteGlyph(s >> (8 + 4*i) & 15) }

// outer keeps the n outermost marks.
func (s quoteState) outer(n int) quoteState {
	return s&(1<<(8+4*n)-1)&^63 | quoteState(n)
}

func (s quoteState) push(g quoteGlyph) quoteState {
	n := s.depth()
	return s.outer(n) + 1 | quoteState(g)<<(8+4*n)
}

// unclosed is the cost of leaving all but the n outermost without an end.
func (s quoteState) unclosed(n int) (cost int32) {
	for i := n; i < s.depth(); i++ {
		cost += s.glyph(i).unclosed()
	}
	return cost
}

type quoteAct uint8

const (
	strayMark quoteAct = iota
	openMark
	closeMark
	reopenMark
	breakParagraph
)

// A quoteNode is a reading of the marks up to one of them.
type quoteNode struct {
	state quoteState
	cost  int32
	prev  int32
	event int32
	act   quoteAct
	ended uint8 // how many innermost quotations end unclosed before act
}

// A quoteEvent is a mark, or with size 0 a paragraph's start.
type quoteEvent struct {
	quoteMark
	end int // where text ended before a paragraph's start
}

// quoteReader finds the cheapest reading of the marks, keeping a few partial
// readings at a time.
type quoteReader struct {
	text   string
	build  quoteBuilder
	events []quoteEvent
	nodes  []quoteNode
	live   []int32 // the newest nodes of the readings that are kept
	next   []quoteNode
	path   []int32
}

const (
	keptReadings = 12
	// dearest is how much dearer than the best a kept reading may be.
	dearest = 130
	// pendingNodes bounds the memory of undecided readings.
	pendingNodes = 1 << 13

	continued  = 5  // a paragraph reopens the quotation
	unreopened = 60 // a quotation runs on and is not reopened
	twice      = 30 // a mark opens within a quotation of its own kind
)

func (r *quoteReader) restart(s quoteState) {
	r.build.text = r.text
	r.events = r.events[:0]
	r.nodes = append(r.nodes[:0], quoteNode{state: s, prev: -1, event: -1})
	r.live = append(r.live[:0], 0)
}

func (r *quoteReader) mark(m quoteMark) {
	event := int32(len(r.events))
	r.events = append(r.events, quoteEvent{quoteMark: m})
	r.next = r.next[:0]
	for _, i := range r.live {
		at := r.nodes[i]
		s := at.state
		if s.pending() > 0 {
			r.reach(quoteNode{s - 1<<3, at.cost, i, event, reopenMark, 0})
			continue
		}
		r.reach(quoteNode{s, at.cost + m.stray, i, event, strayMark, 0})
		var ended int32
		for n := s.depth(); n >= 0; n-- {
			inner := s.outer(n)
			if n < deepestQuote {
				cost := at.cost + ended + m.open
				if n > 0 && s.glyph(n-1).family() == m.glyph.family() {
					if m.glyph == doubleTurned || m.glyph.family() == guillemets {
						cost += twice / 3
					} else {
						cost += twice
					}
				}
				r.reach(quoteNode{inner.push(m.glyph), cost, i, event, openMark, uint8(s.depth() - n)})
			}
			if n == 0 {
				break
			}
			if cost, ok := m.glyph.mismatch(s.glyph(n - 1)); ok {
				if m.glyph != doubleTurned || s.glyph(n-1) != doubleLow {
					cost += m.close
				}
				r.reach(quoteNode{s.outer(n - 1), at.cost + ended + cost, i, event, closeMark, uint8(s.depth() - n)})
			}
			ended += s.glyph(n - 1).unclosed()
		}
	}
	r.keep()
}

// paragraph starts a paragraph at from; upTo is the text to its end.
func (r *quoteReader) paragraph(from int, upTo string) {
	if len(r.live) == 1 && r.nodes[r.live[0]].state == 0 {
		r.commit()
		return
	}
	var leading [deepestQuote]quoteMark
	n := 0
	for at := from; n < len(leading); n++ {
		m, ok := nextMark(upTo, at)
		if !ok || m.at > at && (n > 0 || !blank(upTo[at:m.at])) {
			break
		}
		leading[n] = m
		at = m.at + m.size
	}
	event := int32(len(r.events))
	r.events = append(r.events, quoteEvent{end: from})
	r.next = r.next[:0]
	for _, i := range r.live {
		at := r.nodes[i]
		s := at.state.outer(at.state.depth())
		r.reach(quoteNode{0, at.cost + s.unclosed(0), i, event, breakParagraph, uint8(s.depth())})
		reopened := at.cost + continued
		for k := 1; k <= s.depth(); k++ {
			ended := uint8(s.depth() - k)
			if k == 1 {
				r.reach(quoteNode{s.outer(k), at.cost + s.unclosed(k) + unreopened, i, event, breakParagraph, ended})
			}
			if k > n {
				break
			}
			if leading[k-1].glyph.family() != s.glyph(k-1).family() {
				break
			}
			reopened += leading[k-1].open
			if leading[k-1].glyph != s.glyph(k-1) {
				reopened += 10
			}
			r.reach(quoteNode{s.outer(k) | quoteState(k)<<3, reopened + s.unclosed(k), i, event, breakParagraph, ended})
		}
	}
	r.keep()
}

func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] > ' ' {
			return false
		}
	}
	return true
}

func (r *quoteReader) reach(n quoteNode) {
	for i := range r.next {
		if r.next[i].state == n.state {
			if n.cost < r.next[i].cost {
				r.next[i] = n
			}
			return
		}
	}
	r.next = append(r.next, n)
}

// keep makes the best of next the live readings.
func (r *quoteReader) keep() {
	slices.SortStableFunc(r.next, func(a, b quoteNode) int { return int(a.cost - b.cost) })
	r.live = r.live[:0]
	for _, n := range r.next[:min(len(r.next), keptReadings)] {
		if n.cost > r.next[0].cost+dearest {
			break
		}
		r.live = append(r.live, int32(len(r.nodes)))
		r.nodes = append(r.nodes, n)
	}
	if len(r.nodes) > pendingNodes {
		r.commit()
	}
}

// commit takes the best live reading for good.
func (r *quoteReader) commit() {
	best := r.live[0]
	state := r.nodes[best].state
	path := r.path[:0]
	for i := best; r.nodes[i].event >= 0; i = r.nodes[i].prev {
		path = append(path, i)
	}
	for _, i := range slices.Backward(path) {
		n := r.nodes[i]
		e := r.events[n.event]
		switch n.act {
		case openMark:
			r.build.recovered(int(n.ended), e.at, true)
			r.build.opened(e.quoteMark)
		case closeMark:
			r.build.recovered(int(n.ended), e.at, false)
			r.build.pop(e.at+e.size, true)
		case breakParagraph:
			r.build.recovered(int(n.ended), e.end, false)
		}
	}
	r.path = path
	r.restart(state)
}

func (r *quoteReader) finish() {
	from := int32(len(r.events))
	r.events = append(r.events, quoteEvent{end: len(r.text)})
	r.next = r.next[:0]
	for _, i := range r.live {
		s := r.nodes[i].state
		r.reach(quoteNode{0, r.nodes[i].cost + s.unclosed(0), i, from, breakParagraph, uint8(s.depth())})
	}
	r.keep()
	r.commit()
}
