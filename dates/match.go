package dates

// match is the longest expression that begins at a token.
type match struct {
	end   int // tokens
	rule  int32
	frame frame
}

// most bounds the steps from one token on, so that time stays linear in the
// text whatever the rules are.
const most = 4000

// digest gives a symbol one of 64 bits: most paths end at a token that shares
// no bit with what a node asks for.
func digest(s symbol) uint64 { return 1 << (uint(s) & 63) }

type matcher struct {
	g     *grammar
	text  string
	run   []token
	masks []uint64 // by token: what may follow before it; a dash lets the next token show
	steps int
	best  match
	from  int
}

// load takes a run to match in.
func (m *matcher) load(run []token) {
	m.run, m.masks = run, m.masks[:0]
	for i := range run {
		mask := uint64(0)
		for k := range run[i].syms {
			mask |= digest(run[i].syms[k].sym)
		}
		m.masks = append(m.masks, mask)
	}
	for i := range run {
		if m.g.isDash(&run[i]) && i+1 < len(run) {
			m.masks[i] |= m.masks[i+1]
		}
	}
}

// leadsOn reports whether a node accepts, or may find its next symbol in run[i].
func (m *matcher) leadsOn(n *node, i int) bool {
	return n.accepts || i < len(m.run) && n.onward&m.masks[i] != 0
}

// at finds the longest match from run[i] on, the earlier rule among equals.
func (m *matcher) at(i int) (match, bool) {
	m.best.end, m.steps, m.from = 0, most, i
	for k := range m.run[i].syms {
		s := &m.run[i].syms[k]
		for j, edges := 0, m.g.start[s.sym]; j < len(edges); j++ {
			if m.leadsOn(&m.g.nodes[edges[j].to], i+1) {
				m.step(&edges[j], s, i, frame{})
			}
		}
	}
	return m.best, m.best.end > 0
}

// step follows an edge with reading s of run[i].
func (m *matcher) step(e *edge, s *symbolValue, i int, f frame) {
	if m.steps--; m.steps < 0 {
		return
	}
	for _, x := range e.features {
		f.put(x)
	}
	into := s.field
	if e.field != fieldNone {
		into = e.field
	}
	if into != fieldNone {
		f.put(feature{into, s.value})
	}
	for _, x := range s.more {
		f.put(x)
	}
	n := &m.g.nodes[e.to]
	i++
	if n.accepts && i >= m.best.end {
		g := f
		for _, x := range n.features {
			g.put(x)
		}
		// Among equals a guarded rule goes first, as it says more; then the
		// earlier one.
		if b := &m.best; i > b.end || g.has(fieldGuard) && !b.frame.has(fieldGuard) || g.has(fieldGuard) == b.frame.has(fieldGuard) && n.rule < b.rule {
			if m.allowed(&g, i) {
				m.best = match{i, n.rule, g}
			}
		}
	}
	if len(n.edges) == 0 || i >= len(m.run) {
		return
	}
	if n.onward&m.masks[i] == 0 {
		return
	}
	m.follow(n, i, f)
	if m.g.isDash(&m.run[i]) && i+1 < len(m.run) {
		m.follow(n, i+1, f)
	}
}

func (m *matcher) follow(n *node, i int, f frame) {
	for k := range m.run[i].syms {
		s := &m.run[i].syms[k]
		for j := range n.edges {
			if e := &n.edges[j]; e.sym == s.sym && m.leadsOn(&m.g.nodes[e.to], i+1) {
				m.step(e, s, i, f)
			}
		}
	}
}
