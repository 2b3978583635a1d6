package english

// closing marks of pairs, by the opening mark.
var closing = map[string]string{
	"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "``": "''", `"`: `"`, "'": "'", "«": "»", "<": ">",
}

// punctuate attaches the punctuation of a sentence as the guidelines of
// Universal Dependencies demand of any tree: a pair to the head of what it
// encloses, an end mark to the head of what stands before it, any other mark to
// the highest word of the unit that it parts off, so that no arc is crossed.
// The tree over the words decides, which is found more surely than the marks'
// own heads.
func (d *Document) punctuate(s Sentence, m *scratch) {
	words := d.Words
	mark := func(i int32) bool { return words[i].UPOS == PUNCT }
	root := int32(-1)
	for i := s.First; i < s.Last; i++ {
		if words[i].Head < 0 {
			root = i
		}
	}
	if mark(root) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		for h := words[i].Head; h >= 0 && mark(h); h = words[i].Head {
			words[i].Head = words[h].Head
		}
	}
	pairs := d.pairs(s, m)
	for i := s.First; i < s.Last; i++ {
		if !mark(i) || words[i].Deprel != RelPunct {
			continue
		}
		end := pairs[i-s.First] - 1
		if end > i {
			if head := d.headBetween(s, i+1, end); head >= 0 {
				words[i].Head, words[end].Head = head, head
				words[end].Deprel = RelPunct
			}
		}
		if end >= 0 {
			continue
		}
		if head := d.parted(s, i); head >= 0 {
			words[i].Head = head
		}
	}
}

// deepest is how many open marks are looked through for the one that a mark
// closes.
const deepest = 8

// pairs gives for each word of the sentence the mark that it opens or closes a
// pair with, 0 for none, counted from one. The slice is scratch's.
func (d *Document) pairs(s Sentence, m *scratch) []int32 {
	m.pairs, m.open = m.pairs[:0], m.open[:0]
	for range s.Last - s.First {
		m.pairs = append(m.pairs, 0)
	}
next:
	for i := s.First; i < s.Last; i++ {
		if d.Words[i].UPOS != PUNCT {
			continue
		}
		form := d.Words[i].In(d.Text)
		for k := len(m.open) - 1; k >= max(0, len(m.open)-deepest); k-- {
			if o := m.open[k]; closing[d.Words[o].In(d.Text)] == form {
				m.pairs[o-s.First], m.pairs[i-s.First] = i+1, o+1
				m.open = m.open[:k]
				continue next
			}
		}
		if _, opens := closing[form]; opens {
			m.open = append(m.open, i)
		}
	}
	return m.pairs
}

// headBetween is the highest of the words [from, to) that depend on others
// than these, -1 for none.
func (d *Document) headBetween(s Sentence, from, to int32) int32 {
	best, least := int32(-1), int32(0)
	for i := from; i < to; i++ {
		if h := d.Words[i].Head; d.Words[i].UPOS == PUNCT || h >= from && h < to {
			continue
		}
		depth := int32(0)
		for k := i; k >= 0; k = d.Words[k].Head {
			depth++
		}
		if best < 0 || depth < least {
			best, least = i, depth
		}
	}
	return best
}

// parted is the head of the unit that the mark at i parts off.
func (d *Document) parted(s Sentence, i int32) int32 {
	w := d.Words
	l, r := i-1, i+1
	for l >= s.First && w[l].UPOS == PUNCT {
		l--
	}
	for r < s.Last && w[r].UPOS == PUNCT {
		r++
	}
	if l < s.First {
		l = -1
	}
	for l >= 0 && w[l].Head >= 0 && w[l].Head < i {
		l = w[l].Head
	}
	if r == s.Last {
		return l
	}
	for w[r].Head > i {
		r = w[r].Head
	}
	if l < 0 {
		return r
	}
	switch w[i].In(d.Text) {
	case ".", "!", "?":
		return l
	}
	for k := r; k >= 0; k = w[k].Head {
		if k == l {
			return r
		}
	}
	return l
}
