package speech

import (
	"math/bits"

	"github.com/hearsay-news/hearsay/english"
)

// rows collects the rows of a hashed table.
type rows struct {
	bits uint
	out  []uint32
}

const (
	mix0 = 0x9e3779b97f4a7c15
	mix1 = 0xbf58476d1ce4e5b9
	mix2 = 0x94d049bb133111eb
)

func (r *rows) add(template int, a, b, c uint32) {
	x := uint64(template)*mix2 ^ uint64(a)*mix0
	x = (x ^ x>>31 ^ uint64(b)) * mix1
	x = (x ^ x>>29 ^ uint64(c)<<7) * mix0
	r.out = append(r.out, uint32((x^x>>32)*mix2>>(64-r.bits)))
}

// ancestry relates a word to the expressions of its sentence that may be cues.
type ancestry struct {
	cue, entry int32 // nearest cue-like ancestor and the child through which the word hangs below it, -1 for none
	depth      uint8
	side       int32 // cue-like word that hangs beside an ancestor as parataxis or adverbial clause, -1
	before     int32 // nearest cue-like word on the left within the sentence, -1
	after      int32
}

func (v *view) ancestries(first, last int32) []ancestry {
	out := make([]ancestry, last-first)
	beside := make(map[int32]int32)
	for i := first; i < last; i++ {
		if d := v.doc.Words[i].Deprel; (d == relParataxis || d == relAdvcl) && v.bucket[i] >= cueLike {
			if h := v.head(i); h >= 0 {
				beside[h] = i
			}
		}
	}
	seen := int32(-1)
	for i := first; i < last; i++ {
		a := ancestry{cue: -1, entry: -1, side: -1, before: -1, after: -1}
		if seen >= 0 && v.sent[seen] == v.sent[i] {
			a.before = seen
		}
		if v.bucket[i] >= cueLike {
			seen = i
		}
		below := i
		if s, ok := beside[i]; ok {
			a.side = s
		}
		for h, d := v.head(i), uint8(1); h >= 0 && d < 40; d++ {
			if v.bucket[h] >= cueLike && a.cue < 0 {
				a.cue, a.entry, a.depth = h, below, d
			}
			if s, ok := beside[h]; ok && a.side < 0 && s != below {
				a.side = s
			}
			below, h = h, v.head(h)
		}
		out[i-first] = a
	}
	seen = -1
	for i := last - 1; i >= first; i-- {
		if seen >= 0 && v.sent[seen] == v.sent[i] {
			out[i-first].after = seen
		}
		if v.bucket[i] >= cueLike {
			seen = i
		}
	}
	return out
}

func distanceBin(d int32) uint32 {
	sign := uint32(0)
	if d < 0 {
		d, sign = -d, 16
	}
	switch {
	case d < 6:
		return sign + uint32(d)
	case d < 10:
		return sign + 6
	case d < 20:
		return sign + 7
	}
	return sign + 8
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// tagFeatures appends the rows of word i of the paragraph p.
func (v *view) tagFeatures(r *rows, p paragraph, anc []ancestry, i int32) {
	ws := v.doc.Words
	in := func(j int32) bool { return j >= p.first && j < p.last }
	low := func(j int32) uint32 {
		if in(j) {
			return v.low[j]
		}
		return 1
	}
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
	buck := func(j int32) uint32 {
		if in(j) {
			return uint32(v.bucket[j])
		}
		return 9
	}
	quo := func(j int32) uint32 {
		if in(j) {
			return uint32(v.quote[j])
		}
		return 4
	}
	pun := func(j int32) uint32 {
		if in(j) {
			return uint32(v.punct[j])
		}
		return 1
	}
	w := &ws[i]
	x := uint32(w.XPOS)
	r.add(0, 0, 0, 0)
	r.add(1, v.low[i], 0, 0)
	r.add(2, v.lem[i], 0, 0)
	r.add(3, x, 0, 0)
	r.add(4, v.shape[i], 0, 0)
	r.add(5, v.pre[i], 0, 0)
	r.add(6, v.suf[i], 0, 0)
	r.add(7, uint32(v.name[i]), x, 0)
	r.add(8, v.lem[i], x, 0)
	for d := int32(1); d <= 4; d++ {
		r.add(10+int(d), lem(i-d), 0, 0)
		r.add(20+int(d), lem(i+d), 0, 0)
		r.add(30+int(d), buck(i-d), uint32(v.bucket[i]), 0)
		r.add(40+int(d), buck(i+d), uint32(v.bucket[i]), 0)
	}
	r.add(50, pos(i-1), 0, 0)
	r.add(51, pos(i-2), 0, 0)
	r.add(52, pos(i+1), 0, 0)
	r.add(53, pos(i+2), 0, 0)
	r.add(54, pos(i-1), x, 0)
	r.add(55, x, pos(i+1), 0)
	r.add(56, pos(i-2), pos(i-1), x)
	r.add(57, x, pos(i+1), pos(i+2))
	r.add(58, pos(i-1), x, pos(i+1))
	r.add(59, lem(i-1), v.lem[i], 0)
	r.add(60, v.lem[i], lem(i+1), 0)
	r.add(61, lem(i-1), lem(i+1), 0)
	r.add(62, lem(i-1), x, 0)
	r.add(63, lem(i+1), x, 0)
	r.add(64, lem(i-2), lem(i-1), x)
	r.add(65, lem(i+1), lem(i+2), x)
	r.add(66, uint32(v.bucket[i]), x, 0)
	r.add(67, buck(i-1), uint32(v.bucket[i]), buck(i+1))
	r.add(68, low(i-1), pun(i-1), uint32(v.bucket[i]))

	coarse := func(j int32) uint32 {
		if in(j) {
			return v.coarse[j]
		}
		return 999
	}
	r.add(180, v.coarse[i], 0, 0)
	r.add(181, v.fine[i], 0, 0)
	r.add(182, v.fine[i], x, 0)
	r.add(183, coarse(i-1), 0, 0)
	r.add(184, coarse(i+1), 0, 0)
	r.add(185, coarse(i-2), 0, 0)
	r.add(186, coarse(i+2), 0, 0)
	r.add(187, coarse(i-1), v.coarse[i], 0)
	r.add(188, v.coarse[i], coarse(i+1), 0)
	r.add(189, v.fine[i], v.kids[i], 0)
	r.add(190, v.fine[i], v.frame(i), 0)

	q := uint32(v.quote[i])
	r.add(70, q, x, 0)
	r.add(71, quo(i-1), q, quo(i+1))
	r.add(72, q, pun(i-1), pun(i))
	r.add(73, q, pun(i), pun(i+1))
	r.add(74, q, buck(i-1), buck(i+1))
	r.add(75, pun(i-2), pun(i-1), x)
	r.add(76, pun(i+1), pun(i+2), x)
	v.quotationFeatures(r, p, i)

	s := v.doc.Sentences[v.sent[i]]
	fromStart, fromEnd := min(i-s.First, 4), min(s.Last-1-i, 4)
	r.add(80, uint32(fromStart), x, 0)
	r.add(81, uint32(fromEnd), x, 0)
	r.add(82, uint32(fromStart), q, flag(s.First == p.first))
	r.add(83, uint32(fromEnd), q, flag(s.Last == p.last))
	r.add(84, distanceBin(s.Last-s.First), flag(p.last == s.Last), flag(p.first == s.First))

	v.treeFeatures(r, p, anc, i)
}

func (v *view) quotationFeatures(r *rows, p paragraph, i int32) {
	k := v.doc.Words[i].Quote
	if k < 0 {
		has := uint32(0)
		for j := i - 1; j >= p.first; j-- {
			if v.quote[j] > 0 {
				has = 1
				if i-j < 8 {
					has = 2
				}
				break
			}
		}
		for j := i + 1; j < p.last; j++ {
			if v.quote[j] > 0 {
				has |= 4
				if j-i < 8 {
					has |= 8
				}
				break
			}
		}
		r.add(100, has, uint32(v.bucket[i]), 0)
		r.add(101, has, uint32(v.doc.Words[i].XPOS), 0)
		return
	}
	q := v.doc.Quotations[k]
	s := v.doc.Sentences[v.sent[i]]
	length := uint32(bits.Len(uint(q.Len() / 8)))
	whole := flag(q.Start <= s.Start+3) + 2*flag(q.End >= s.End-3)
	runsOver := flag(q.Start < v.doc.Words[p.first].Start) + 2*flag(q.End > v.doc.Words[p.last-1].End)
	r.add(102, length, whole, 0)
	r.add(103, length, uint32(v.quote[i]), uint32(v.bucket[i]))
	r.add(104, whole, runsOver, uint32(v.quote[i]))
	r.add(105, flag(q.Parent >= 0), length, flag(q.Closed))
}

func (v *view) treeFeatures(r *rows, p paragraph, anc []ancestry, i int32) {
	ws := v.doc.Words
	w := &ws[i]
	x, rel := uint32(w.XPOS), uint32(w.Deprel)
	h := v.head(i)
	r.add(110, rel, 0, 0)
	r.add(111, rel, x, 0)
	r.add(112, v.kids[i], x, 0)
	r.add(113, v.kids[i], uint32(v.bucket[i]), 0)
	r.add(114, v.kids[i], v.lem[i], 0)
	wide := distanceBin(v.right[i] - v.left[i])
	r.add(115, rel, wide, 0)
	if h < 0 {
		r.add(116, v.lem[i], uint32(v.bucket[i]), 0)
		r.add(117, x, uint32(v.bucket[i]), v.kids[i])
	} else {
		dir := flag(h > i)
		r.add(118, rel, v.lem[h], 0)
		r.add(119, rel, uint32(ws[h].XPOS), x)
		r.add(120, rel, uint32(v.bucket[h])<<1|dir, x)
		r.add(121, rel, uint32(v.bucket[h])<<1|dir, uint32(v.bucket[i]))
		r.add(122, v.lem[h], v.lem[i], dir)
		r.add(191, rel, v.fine[h], dir)
		r.add(192, rel, v.coarse[h], v.coarse[i])
		r.add(123, uint32(ws[h].Deprel), rel, uint32(v.bucket[h]))
		if g := v.head(h); g >= 0 {
			r.add(124, rel, uint32(ws[h].Deprel), uint32(v.bucket[g])<<8|uint32(ws[g].XPOS))
			r.add(125, rel, v.lem[g], uint32(ws[h].Deprel))
		}
	}
	a := anc[i-p.first]
	edge := func(j int32) uint32 { return flag(i == v.left[j]) + 2*flag(i == v.right[j]) }
	if a.cue >= 0 {
		entry := uint32(ws[a.entry].Deprel)<<2 | flag(a.cue > i)<<1 | flag(a.entry > a.cue)
		b := uint32(v.bucket[a.cue])
		r.add(130, entry, b, 0)
		r.add(131, entry, b, uint32(min(a.depth, 6)))
		r.add(132, entry, b, edge(a.entry))
		r.add(133, entry, edge(a.entry), v.lem[a.cue])
		r.add(134, entry, v.kids[a.cue], b)
		r.add(135, entry, v.kids[a.cue], v.lem[a.cue])
		r.add(136, entry, edge(a.entry), x)
		r.add(137, entry, edge(a.entry), uint32(v.punct[i]))
		r.add(138, distanceBin(i-a.cue), b, 0)
		r.add(193, entry, edge(a.entry), v.fine[a.cue])
		r.add(194, entry, v.kids[a.cue], v.coarse[a.cue])
		r.add(139, entry, uint32(v.quote[i]), b)
		r.add(140, entry, b, uint32(v.bucket[i]))
		r.add(141, entry, v.lem[i], 0)
		r.add(142, uint32(ws[a.cue].XPOS), entry, edge(a.entry))
		if k := v.head(a.cue); k >= 0 {
			r.add(143, entry, uint32(ws[a.cue].Deprel), uint32(v.bucket[k]))
		} else {
			r.add(143, entry, uint32(ws[a.cue].Deprel), 99)
		}
	} else {
		r.add(144, rel, uint32(v.quote[i]), x)
	}
	if a.side >= 0 {
		r.add(145, v.lem[a.side], flag(a.side > i), uint32(v.quote[i]))
		r.add(146, uint32(v.bucket[a.side]), flag(a.side > i), uint32(v.quote[i]))
		inside := flag(i >= v.left[a.side] && i <= v.right[a.side])
		r.add(147, distanceBin(i-a.side), inside, uint32(ws[a.side].Deprel))
		r.add(148, inside, flag(i == v.left[a.side]-1)+2*flag(i == v.right[a.side]+1), x)
		r.add(149, v.kids[a.side], inside, flag(a.side > i))
	}
	// The nearest possible cues, whatever the tree says.
	if b := a.before; b >= 0 {
		r.add(150, v.lem[b], distanceBin(i-b), 0)
		r.add(151, uint32(v.bucket[b]), distanceBin(i-b), v.between(b, i))
		r.add(152, uint32(v.bucket[b]), x, v.between(b, i))
		r.add(153, v.lem[b], v.between(b, i), 0)
	}
	if b := a.after; b >= 0 {
		r.add(154, v.lem[b], distanceBin(b-i), 0)
		r.add(155, uint32(v.bucket[b]), distanceBin(b-i), v.between(i, b))
		r.add(156, uint32(v.bucket[b]), x, v.between(i, b))
		r.add(157, v.lem[b], v.between(i, b), 0)
	}
	if w.UPOS == english.VERB || w.UPOS == english.NOUN || w.UPOS == english.ADJ {
		r.add(158, v.lem[i], v.kids[i]&0x3ff, rel)
		r.add(159, v.lem[i], v.frame(i), 0)
		r.add(160, uint32(v.bucket[i]), v.frame(i), x)
	}
}

// between tells which marks stand between two words, as a set.
func (v *view) between(a, b int32) uint32 {
	set := uint32(0)
	for j := a + 1; j < b && j < a+30; j++ {
		switch v.punct[j] {
		case ',':
			set |= 1
		case 'q':
			set |= 2
		case ':', ';', '-':
			set |= 4
		case '.':
			set |= 8
		case '(', ')':
			set |= 16
		}
		if v.doc.Words[j].UPOS == english.VERB {
			set |= 32
		}
	}
	return set
}

// frame is what follows a predicate: the next two tags outside adverbs and
// marks.
func (v *view) frame(i int32) uint32 {
	f, n := uint32(0), 0
	last := v.doc.Sentences[v.sent[i]].Last
	for j := i + 1; j < last && n < 2; j++ {
		if v.doc.Words[j].UPOS == english.ADV {
			continue
		}
		f = f<<6 | uint32(v.doc.Words[j].XPOS)
		n++
	}
	return f
}
