package stories

// lens is a vector laid out to be compared with many others.
type lens struct {
	slots  []weighted // open addressing; weight 0 where free
	mask   uint32
	length float32
}

func (l *lens) focus(v *vector) {
	n := 64
	for n < 3*len(v.terms) {
		n *= 2
	}
	if cap(l.slots) < n {
		l.slots = make([]weighted, n)
	}
	l.slots = l.slots[:n]
	clear(l.slots)
	l.mask, l.length = uint32(n-1), v.length
	for _, t := range v.terms {
		i := t.term & l.mask
		for l.slots[i].weight != 0 {
			i = (i + 1) & l.mask
		}
		l.slots[i] = t
	}
}

// weight of a term, 0 where the vector has it not.
func (l *lens) weight(term uint32) float32 {
	for i := term & l.mask; ; i = (i + 1) & l.mask {
		if s := l.slots[i]; s.term == term || s.weight == 0 {
			return s.weight
		}
	}
}

// cosine of the angle to v, 0 where one is empty.
func (l *lens) cosine(v *vector) float32 {
	if l.length == 0 || v.length == 0 {
		return 0
	}
	sum := float32(0)
	for _, t := range v.terms {
		sum += float32(t.weight * l.weight(t.term))
	}
	return sum / (l.length * v.length)
}
