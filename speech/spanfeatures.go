package speech

import "math"

// scene is a paragraph with what the taggers think of its words.
type scene struct {
	v        *view
	p        paragraph
	n        int32
	segments []segment
	likely   [roles][]float32 // probability that the word stands in the role
	before   []int32          // last word before with a likely cue, -1
	after    []int32
	around   *surroundings
}

const likelyCue = 0.3

func newScene(v *view, p paragraph, l *lattice) *scene {
	n := p.last - p.first
	s := &scene{v: v, p: p, n: n, segments: propose(v, p, l), before: make([]int32, n), after: make([]int32, n)}
	for role := range roles {
		s.likely[role] = make([]float32, n)
		for i := range n {
			s.likely[role][i] = float32(l.marginal(int(i), beginOf(role)) + l.marginal(int(i), insideOf(role)))
		}
	}
	last := int32(-1)
	for i := range n {
		s.before[i] = last
		if s.likely[1][i] > likelyCue {
			last = i
		}
	}
	last = -1
	for i := n - 1; i >= 0; i-- {
		s.after[i] = last
		if s.likely[1][i] > likelyCue {
			last = i
		}
	}
	return s
}

func probBin(p float64) uint32 {
	x := math.Log(max(p, 1e-4) / max(1-p, 1e-4))
	return uint32(max(0, min(31, (x+9.5)*1.6)))
}

func lengthBin(n int32) uint32 {
	switch {
	case n <= 8:
		return uint32(n)
	case n <= 12:
		return 9
	case n <= 18:
		return 10
	case n <= 30:
		return 11
	case n <= 50:
		return 12
	}
	return 13
}

// spanHead returns the word of the span that governs it, how many of its
// words have their head outside, and their relations as a pattern.
func (s *scene) spanHead(first, last int32) (head int32, loose int, pattern uint32) {
	head = -1
	wide := int32(-1)
	for i := first; i <= last; i++ {
		h := s.v.head(i)
		if h >= first && h <= last || s.v.punct[i] != 0 {
			continue
		}
		if loose++; loose <= 4 {
			pattern = pattern<<7 | uint32(s.v.doc.Words[i].Deprel)
		}
		if w := s.v.right[i] - s.v.left[i]; w > wide {
			head, wide = i, w
		}
	}
	if head < 0 {
		head = first
	}
	return head, loose, pattern
}

// spanFeatures appends the rows of a segment.
func (s *scene) spanFeatures(r *rows, seg segment) {
	v, ws := s.v, s.v.doc.Words
	first, last := s.p.first+seg.first, s.p.first+seg.last
	in := func(j int32) bool { return j >= s.p.first && j < s.p.last }
	lem := func(j int32) uint32 {
		if in(j) {
			return v.lem[j]
		}
		return 1
	}
	pos := func(j int32) uint32 {
		if in(j) {
			return uint32(ws[j].XPOS)
		}
		return 99
	}
	pun := func(j int32) uint32 {
		if in(j) {
			return uint32(v.punct[j])
		}
		return 1
	}
	cue := func(j int32) uint32 { // how likely the word is a cue
		if in(j) {
			return probBin(float64(s.likely[1][j-s.p.first])) >> 2
		}
		return 9
	}
	role := seg.role
	add := func(t int, a, b, c uint32) { r.add(t*roles+role, a, b, c) }
	size := last - first + 1
	length := lengthBin(size)
	pb := probBin(seg.p)
	add(0, 0, 0, 0)
	add(1, pb, 0, 0)
	add(2, pb>>1, length, 0)
	add(3, length, 0, 0)
	add(4, lem(first), 0, 0)
	add(5, pos(first), pos(last), 0)
	add(6, lem(last), 0, 0)
	add(7, lem(first-1), 0, 0)
	add(8, lem(last+1), 0, 0)
	add(9, lem(first-1), lem(first), 0)
	add(10, lem(last), lem(last+1), 0)
	add(11, pos(first-1), pos(first), pos(last+1))
	add(12, pos(last), pos(last+1), pos(last+2))
	add(13, pos(first-1), pos(first), 0)
	add(14, pun(first-1), pun(first), 0)
	add(15, pun(last), pun(last+1), 0)
	add(16, pun(first), pun(last), pun(last+1))

	sf, sl := v.doc.Sentences[v.sent[first]], v.doc.Sentences[v.sent[last]]
	sentences := uint32(min(v.sent[last]-v.sent[first], 3))
	atStart, atEnd := min(first-sf.First, 3), min(sl.Last-1-last, 3)
	add(17, uint32(atStart), uint32(atEnd), sentences)
	add(18, uint32(atEnd), pun(last+1), pun(last))
	add(19, sentences, flag(ws[first].Quote >= 0), flag(ws[last].Quote >= 0))

	// Quotation marks: whether both ends meet those of one quotation.
	quoteState := uint32(0)
	qf, ql := ws[first].Quote, ws[last].Quote
	if qf >= 0 {
		quoteState |= 1
		if v.doc.Quotations[qf].Start >= ws[first].Start {
			quoteState |= 2
		}
	}
	if ql >= 0 {
		quoteState |= 4
		if v.doc.Quotations[ql].End <= ws[last].End {
			quoteState |= 8
		}
	}
	quoteState |= flag(qf >= 0 && qf == ql) << 4
	marks := uint32(0)
	for j := first; j <= last; j++ {
		if v.punct[j] == 'q' {
			marks++
		}
	}
	add(20, quoteState, min(marks, 5), 0)
	add(21, quoteState, sentences, uint32(atEnd))
	add(22, quoteState, pun(first-1), pun(last+1))
	if in(last+1) && ws[last+1].Quote == ql && ql >= 0 {
		add(23, quoteState, pun(last), 1)
	}
	if in(first-1) && ws[first-1].Quote == qf && qf >= 0 {
		add(24, quoteState, pun(first-1), 1)
	}

	s.headFeatures(add, cue, first, last)
	s.surroundFeatures(add, seg, quoteState)

	b, a := s.before[seg.first], s.after[seg.last]
	if b >= 0 {
		w := s.p.first + b
		gap := uint32(min(first-1-w, 8)) | flag(v.sent[w] != v.sent[first])<<4
		add(50, gap, 0, 0)
		add(51, gap, v.between(w, first), 0)
		add(52, v.lem[w], lem(first), gap)
		add(53, v.lem[w], gap, pos(first))
		add(54, v.kids[w], pos(first), gap)
	} else {
		add(50, 99, 0, 0)
	}
	if a >= 0 {
		w := s.p.first + a
		gap := uint32(min(w-last-1, 8)) | flag(v.sent[w] != v.sent[last])<<4
		add(55, gap, 0, 0)
		add(56, gap, v.between(last, w), pun(last))
		add(57, v.lem[w], gap, 0)
		add(58, v.lem[w], pos(last), gap)
	} else {
		add(55, 99, 0, 0)
	}
	// Likely cues, sources and contents inside.
	var inside [roles]float32
	for j := seg.first; j <= seg.last; j++ {
		for k := range roles {
			inside[k] += s.likely[k][j]
		}
	}
	for k := range roles {
		add(60+k, uint32(min(12, 2*inside[k])), 0, 0)
		add(63+k, uint32(min(12, 2*inside[k])), length, 0)
		add(66+k, uint32(10*inside[k]/float32(size)), 0, 0)
	}
	for k := range roles {
		if in(first - 1) {
			add(70+k, uint32(4*s.likely[k][seg.first-1]), 0, pun(first-1))
		}
		if in(last + 1) {
			add(74+k, uint32(4*s.likely[k][seg.last+1]), 0, pun(last+1))
		}
	}
}

func (s *scene) headFeatures(add func(t int, a, b, c uint32), cue func(int32) uint32, first, last int32) {
	v, ws := s.v, s.v.doc.Words
	head, loose, pattern := s.spanHead(first, last)
	rel := uint32(ws[head].Deprel)
	x := uint32(ws[head].XPOS)
	// Words of the head's subtree that are left out at either end.
	cutLeft, cutRight := max(0, first-v.left[head]), max(0, v.right[head]-last)
	extra := flag(v.left[head] > first) | flag(v.right[head] < last)<<1
	whole := uint32(min(cutLeft, 3)) | uint32(min(cutRight, 3))<<2 | extra<<4
	add(30, whole, uint32(min(loose, 3)), 0)
	add(31, whole, rel, 0)
	add(32, uint32(min(loose, 4)), lengthBin(last-first+1), 0)
	add(33, v.lem[head], rel, 0)
	add(34, x, rel, whole)
	add(35, v.kids[head], x, 0)
	add(36, v.lem[head], 0, 0)
	add(80, v.fine[head], rel, 0)
	add(81, v.coarse[head], x, whole)
	add(82, v.coarse[first], v.coarse[last], 0)
	add(37, uint32(v.bucket[head]), v.kids[head], rel)
	add(38, uint32(v.name[head]), x, v.shape[first])
	add(39, v.frame(last), x, 0)
	add(90, pattern, 0, 0)
	add(91, pattern, uint32(v.punct[last]), flag(cutRight > 0))
	end := v.phraseFrom(last+1, s.p.last, func(h int32) bool { return h > last })
	if end >= 0 {
		top := uint32(ws[end].Deprel)
		h := v.head(end)
		from := flag(h >= first && h <= last) | flag(h == head)<<1
		if h >= 0 && from == 0 {
			from = 4 + cue(h)
		}
		add(92, top, from, 0)
		add(93, top, from, v.lem[last+1])
		add(94, top, from, uint32(v.punct[last+1]))
		add(95, top, v.lem[last+1], lengthBin(last-first+1))
	}
	if f := v.phraseTo(last, first); f >= first && f != head {
		h := v.head(f)
		from := flag(h >= first && h <= last) | flag(h == head)<<1
		if h >= 0 && from == 0 {
			from = 4 + cue(h)
		}
		add(96, uint32(ws[f].Deprel), from, 0)
		add(97, uint32(ws[f].Deprel), from, v.lem[v.left[f]])
		if h >= 0 {
			add(98, uint32(ws[f].Deprel), v.lem[h], v.lem[v.left[f]])
		}
	}
	s.ruler(add, cue, head, first, last)
	if cutRight > 0 && last+1 < s.p.last {
		add(40, uint32(ws[last+1].Deprel), uint32(ws[last+1].XPOS), rel)
		add(41, uint32(ws[last+1].Deprel), v.lem[last+1], uint32(v.punct[last]))
	}
	if cutLeft > 0 && first-1 >= s.p.first {
		add(42, uint32(ws[first-1].Deprel), uint32(ws[first-1].XPOS), rel)
	}
	if h := v.head(head); h >= 0 {
		dir := flag(h > head)
		add(43, cue(h), rel, dir)
		add(44, cue(h), rel, whole)
		add(45, v.lem[h], rel, dir)
		add(83, v.fine[h], rel, dir)
		add(46, cue(h), uint32(ws[h].Deprel), rel)
		add(47, uint32(v.bucket[h]), rel, dir)
		if g := v.head(h); g >= 0 {
			add(48, cue(g), rel, uint32(ws[h].Deprel))
		}
	} else {
		add(49, x, whole, v.kids[head])
	}
}

// phraseFrom returns the topmost word of the phrase that begins at i, going up
// while the heads satisfy within; -1 past the end.
func (v *view) phraseFrom(i, end int32, within func(int32) bool) int32 {
	if i >= end {
		return -1
	}
	for range 20 {
		h := v.head(i)
		if h < 0 || !within(h) {
			break
		}
		i = h
	}
	return i
}

// phraseTo returns the topmost word of the largest phrase that ends at last and
// does not begin before first.
func (v *view) phraseTo(last, first int32) int32 {
	i := last
	for range 20 {
		h := v.head(i)
		if h < first || v.right[h] > last || v.left[h] < first {
			break
		}
		i = h
	}
	return i
}

// ruler relates a segment to the nearest likely cue above its head.
func (s *scene) ruler(add func(t int, a, b, c uint32), cue func(int32) uint32, head, first, last int32) {
	v, ws := s.v, s.v.doc.Words
	entry, steps := head, uint32(1)
	h := v.head(head)
	for ; h >= 0 && steps < 8; steps++ {
		if (h < first || h > last) && h >= s.p.first && h < s.p.last && s.likely[1][h-s.p.first] > likelyCue {
			break
		}
		entry, h = h, v.head(h)
	}
	if h < 0 || steps == 8 {
		add(100, 0, uint32(ws[head].Deprel), 0)
		return
	}
	rel := uint32(ws[entry].Deprel)<<1 | flag(h > head)
	left, right := v.left[entry], v.right[entry]
	fit := flag(first == left) | flag(first < left)<<1 | flag(last == right)<<2 | flag(last > right)<<3
	add(101, rel, min(steps, 3), cue(h))
	add(102, rel, fit, 0)
	add(103, rel, fit, v.lem[h])
	add(104, fit, v.fine[h], rel)
	add(105, rel, v.kids[h], fit)
	if last < right && last+1 < s.p.last {
		add(106, rel, uint32(ws[last+1].Deprel), v.lem[last+1])
	}
	if first > left && first-1 >= s.p.first {
		add(107, rel, uint32(ws[first-1].Deprel), v.lem[first-1])
	}
}
