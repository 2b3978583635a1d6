package english

import "github.com/hearsay-news/hearsay/learn"

// parser builds trees by the arc-hybrid transitions, greedily: shift a word,
// or attach the word on top of the stack to the next word or to the one under
// it. The root stands after the last word.
type parser struct{ model *learn.Linear }

const (
	shift = iota
	left  // the top depends on the next word
	right // the top depends on the word under it
)

// moves counts shift and the two arcs with each relation.
const moves = 1 + 2*len(deprelNames)

func move(class int) (action int, rel Deprel) {
	if class == 0 {
		return shift, 0
	}
	return 1 + (class-1)%2, Deprel((class - 1) / 2)
}

func class(action int, rel Deprel) int {
	if action == shift {
		return 0
	}
	return 1 + 2*int(rel) + action - 1
}

// node is a word of a tree under construction.
type node struct {
	head                       int32
	rel                        Deprel
	left, left2, right, right2 int32 // outermost and next dependents, -1 for none
	lefts, rights              uint8 // how many
	leftRels, rightRels        uint64
}

type state struct {
	forms []form
	nodes []node // with the root last
	stack []int32
	next  int32
}

func (p *state) start(forms []form) {
	p.forms = forms
	p.nodes = p.nodes[:0]
	for range len(forms) + 1 {
		p.nodes = append(p.nodes, node{head: -1, left: -1, left2: -1, right: -1, right2: -1})
	}
	p.stack = p.stack[:0]
	p.next = 0
}

func (p *state) root() int32 { return int32(len(p.forms)) }

func (p *state) done() bool { return p.next == p.root() && len(p.stack) == 0 }

// allowed reports whether a transition is possible. One word only becomes the
// root's dependent.
func (p *state) allowed(action int) bool {
	switch action {
	case shift:
		return p.next < p.root()
	case left:
		return len(p.stack) > 0 && (p.next < p.root() || len(p.stack) == 1)
	default:
		return len(p.stack) > 1
	}
}

func (p *state) apply(action int, rel Deprel) {
	if action == shift {
		p.stack = append(p.stack, p.next)
		p.next++
		return
	}
	top := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	p.nodes[top].rel = rel
	if action == left {
		p.nodes[top].head = p.next
		h := &p.nodes[p.next]
		h.left2, h.left = h.left, top
		h.lefts++
		h.leftRels |= 1 << (rel & 63)
		return
	}
	under := p.stack[len(p.stack)-1]
	p.nodes[top].head = under
	h := &p.nodes[under]
	h.right2, h.right = h.right, top
	h.rights++
	h.rightRels |= 1 << (rel & 63)
}

// parse leaves the tree in s.state.nodes.
func (p *parser) parse(forms []form, s *scratch) {
	st := &s.state
	st.start(forms)
	for !st.done() {
		s.features = parseFeatures(s.features[:0], st)
		scores := s.scores[:moves]
		p.model.Score(s.features, scores)
		st.apply(st.best(scores))
	}
}

// best is the highest scored transition that is allowed.
func (p *state) best(scores []int32) (int, Deprel) {
	if p.next == p.root() && len(p.stack) == 1 {
		return left, RelRoot
	}
	action, rel, top := -1, Deprel(0), int32(0)
	if p.allowed(shift) {
		action, top = shift, scores[0]
	}
	l, r := p.allowed(left), p.allowed(right)
	for i := 1; i+1 < len(scores); i += 2 {
		d := Deprel((i - 1) / 2)
		if d == RelNone || d == RelRoot {
			continue
		}
		if l && (action < 0 || scores[i] > top) {
			action, rel, top = left, d, scores[i]
		}
		if r && (action < 0 || scores[i+1] > top) {
			action, rel, top = right, d, scores[i+1]
		}
	}
	return action, rel
}

// parseFeatures appends the features of a state.
func parseFeatures(fs []learn.Feature, p *state) []learn.Feature {
	n := 0
	add := func(vs ...uint64) {
		n++
		f := learn.NewFeature(100 + n)
		for _, v := range vs {
			f = f.Int(v)
		}
		fs = append(fs, f)
	}
	word := func(i int32) *form {
		switch {
		case i < 0:
			return &noForm
		case i == p.root():
			return &rootForm
		}
		return &p.forms[i]
	}
	child := func(i int32) *node {
		if i < 0 {
			return &noNode
		}
		return &p.nodes[i]
	}
	i0, i1, i2 := int32(-1), int32(-1), int32(-1)
	if k := len(p.stack); k > 0 {
		i0 = p.stack[k-1]
		if k > 1 {
			i1 = p.stack[k-2]
		}
		if k > 2 {
			i2 = p.stack[k-3]
		}
	}
	j0 := p.next
	j1, j2 := j0+1, j0+2
	if j1 > p.root() {
		j1 = -1
	}
	if j2 > p.root() {
		j2 = -1
	}
	s0, s1, s2 := word(i0), word(i1), word(i2)
	b0, b1, b2 := word(j0), word(j1), word(j2)
	c0, c1, d0 := child(i0), child(i1), child(j0)
	s0l, s0r, s1r, s1l, b0l := word(c0.left), word(c0.right), word(c1.right), word(c1.left), word(d0.left)
	s0lr, s0rr, s1rr, s1lr, b0lr := uint64(child(c0.left).rel), uint64(child(c0.right).rel), uint64(child(c1.right).rel), uint64(child(c1.left).rel), uint64(child(d0.left).rel)
	distance := uint64(0)
	if i0 >= 0 {
		distance = uint64(bin(j0 - i0))
	}
	between := uint64(0)
	if i1 >= 0 {
		between = uint64(bin(i0 - i1))
	}
	// What stands between the top and the next word is told by a few marks.
	add()
	add(s0.lower)
	add(s0.tag)
	add(s0.lower, s0.tag)
	add(s1.lower)
	add(s1.tag)
	add(s1.lower, s1.tag)
	add(s2.tag)
	add(s2.lower)
	add(b0.lower)
	add(b0.tag)
	add(b0.lower, b0.tag)
	add(b1.lower)
	add(b1.tag)
	add(b1.lower, b1.tag)
	add(b2.tag)
	add(b2.lower)
	add(s0.lower, b0.lower)
	add(s0.tag, b0.tag)
	add(s0.lower, b0.tag)
	add(s0.tag, b0.lower)
	add(s0.lower, s0.tag, b0.tag)
	add(s0.tag, b0.lower, b0.tag)
	add(s0.lower, s1.lower)
	add(s0.tag, s1.tag)
	add(s0.lower, s1.tag)
	add(s0.tag, s1.lower)
	add(s1.tag, b0.tag)
	add(s1.tag, s0.tag, b0.tag)
	add(s2.tag, s1.tag, s0.tag)
	add(s0.tag, b0.tag, b1.tag)
	add(b0.tag, b1.tag, b2.tag)
	add(s1.tag, s0.tag, b0.tag, b1.tag)
	add(b0.tag, b1.tag)
	add(b0.lower, b1.lower)
	add(s0.tag, s0l.tag, b0.tag)
	add(s0.tag, s0r.tag, b0.tag)
	add(s0.tag, b0l.tag, b0.tag)
	add(s1.tag, s0.tag, s0l.tag)
	add(s1.tag, s0.tag, s0r.tag)
	add(s1.tag, s1r.tag, s0.tag)
	add(s1.tag, s1l.tag, s0.tag)
	add(s0.tag, s0lr)
	add(s0.tag, s0rr)
	add(s1.tag, s1rr)
	add(s1.tag, s1lr)
	add(b0.tag, b0lr)
	add(s0l.lower, s0.tag)
	add(s0r.lower, s0.tag)
	add(s1r.lower, s1.tag)
	add(b0l.lower, b0.tag)
	add(s0.lower, s0lr, s0rr)
	add(s1.lower, s1rr, s1lr)
	add(s0.tag, b0.tag, distance)
	add(s0.lower, b0.lower, distance)
	add(s0.tag, s1.tag, between)
	add(s0.lower, s1.lower, between)
	add(s0.tag, uint64(c0.lefts), uint64(c0.rights))
	add(s1.tag, uint64(c1.lefts), uint64(c1.rights))
	add(b0.tag, uint64(d0.lefts), distance)
	add(s0.tag, c0.leftRels)
	add(s0.tag, c0.rightRels)
	add(s1.tag, c1.rightRels)
	add(s1.tag, c1.leftRels)
	add(b0.tag, d0.leftRels)
	add(s0.tag, s0lr, s0rr, b0.tag)
	add(s1.tag, s1rr, s0.tag, b0.tag)
	add(s0.tag, b0.tag, b0lr)
	add(s0.suffix[2], b0.tag)
	add(s0.tag, b0.suffix[2])
	add(s1.lower, s0.tag, b0.tag)
	add(s1.tag, s0.lower, b0.tag)
	add(s1.tag, s0.tag, b0.lower)
	return fs
}

var (
	rootForm = form{exact: 11, lower: 12, shape: 13, tag: 5}
	noNode   = node{head: -1, left: -1, left2: -1, right: -1, right2: -1}
)

// bin coarsens a distance.
func bin(d int32) int32 {
	switch {
	case d <= 5:
		return d
	case d <= 8:
		return 6
	case d <= 14:
		return 7
	}
	return 8
}
