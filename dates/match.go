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

type matcher struct {
	g     *grammar
	text  string
	run   []token
	steps int
	best  match
	from  int
}

// at finds the longest match from run[i] on, the earlier rule among equals.
func (m *matcher) at(i int) (match, bool) {
	m.best, m.steps, m.from = match{}, most, i
	for k := range m.run[i].syms {
		s := &m.run[i].syms[k]
		for _, e := range m.g.start[s.sym] {
			m.step(e, s, i, frame{})
		}
	}
	return m.best, m.best.end > 0
}

// step follows an edge with reading s of run[i].
func (m *matcher) step(e edge, s *symbolValue, i int, f frame) {
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
	m.follow(n, i, f)
	if m.g.isDash(&m.run[i]) && i+1 < len(m.run) {
		m.follow(n, i+1, f)
	}
}

func (m *matcher) follow(n *node, i int, f frame) {
	for k := range m.run[i].syms {
		s := &m.run[i].syms[k]
		for j := range n.edges {
			if n.edges[j].sym == s.sym {
				m.step(n.edges[j], s, i, f)
			}
		}
	}
}
