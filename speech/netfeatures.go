package speech

// netFeatures appends the rows of word i of the paragraph p.
func (v *view) netFeatures(r *rows, p paragraph, anc []ancestry, i int32) {
	ws := v.doc.Words
	w := &ws[i]
	x, rel, bucket, q := uint32(w.XPOS), uint32(w.Deprel), uint32(v.bucket[i]), uint32(v.quote[i])
	pun := func(j int32) uint32 {
		if j >= p.first && j < p.last {
			return uint32(v.punct[j])
		}
		return 1
	}
	r.add(300, v.lem[i], 0, 0)
	r.add(301, x, rel, 0)
	r.add(302, bucket, x, 0)
	r.add(303, q, uint32(v.punct[i]), 0)
	r.add(304, pun(i-1), pun(i+1), 0)
	r.add(305, uint32(v.name[i]), 0, 0)
	r.add(306, uint32(v.border(p, i)), 0, 0)
	if i+1 < p.last {
		r.add(307, uint32(v.border(p, i+1)), 0, 0)
	}
	r.add(308, v.fine[i], 0, 0)
	r.add(309, v.kids[i]&0xff, bucket, 0)
	s := v.doc.Sentences[v.sent[i]]
	r.add(310, uint32(min(i-s.First, 5)), uint32(min(s.Last-1-i, 5)), 0)
	r.add(311, flag(s.First == p.first), flag(s.Last == p.last), distanceBin(s.Last-s.First))
	if h := v.head(i); h >= 0 {
		r.add(312, uint32(v.bucket[h]), rel, flag(h > i))
		r.add(313, v.lem[h], flag(h > i), 0)
		r.add(314, uint32(ws[h].Deprel), rel, 0)
	} else {
		r.add(312, 99, bucket, 0)
	}
	a := anc[i-p.first]
	if a.cue >= 0 {
		entry := uint32(ws[a.entry].Deprel)<<2 | flag(a.cue > i)<<1 | flag(a.entry > a.cue)
		edge := flag(i == v.left[a.entry]) + 2*flag(i == v.right[a.entry])
		r.add(320, entry, uint32(v.bucket[a.cue]), 0)
		r.add(321, entry, edge, 0)
		r.add(322, v.lem[a.cue], 0, 0)
		r.add(323, uint32(min(a.depth, 6)), 0, 0)
		r.add(324, distanceBin(i-a.cue), 0, 0)
	}
	if a.side >= 0 {
		inside := flag(i >= v.left[a.side] && i <= v.right[a.side])
		r.add(325, uint32(v.bucket[a.side]), flag(a.side > i), inside)
		r.add(326, v.lem[a.side], 0, 0)
	}
	if b := a.before; b >= 0 {
		r.add(327, uint32(v.bucket[b]), distanceBin(i-b), 0)
		r.add(328, v.lem[b], v.between(b, i), 0)
	}
	if b := a.after; b >= 0 {
		r.add(329, uint32(v.bucket[b]), distanceBin(b-i), 0)
		r.add(330, v.lem[b], v.between(i, b), 0)
	}
	v.quotationFeatures(r, p, i)
	v.netLexical(r, p, a, i)
}

// netLexical appends the rows of which words stand where around word i.
func (v *view) netLexical(r *rows, p paragraph, a ancestry, i int32) {
	ws := v.doc.Words
	x, rel, q := uint32(ws[i].XPOS), uint32(ws[i].Deprel), uint32(v.quote[i])
	in := func(j int32) bool { return j >= p.first && j < p.last }
	for _, d := range []int32{-2, -1, 1, 2} {
		if j := i + d; in(j) {
			r.add(340+int(d), v.lem[j], 0, 0)
			r.add(345+int(d), uint32(v.bucket[j]), uint32(v.quote[j]), 0)
		}
	}
	if in(i-1) && in(i+1) {
		r.add(350, uint32(v.quote[i-1]), q, uint32(v.quote[i+1]))
		r.add(351, uint32(ws[i-1].XPOS), x, uint32(ws[i+1].XPOS))
	}
	r.add(352, v.low[i], 0, 0)
	r.add(353, v.suf[i], 0, 0)
	r.add(354, v.lem[i], v.frame(i), 0)
	r.add(355, v.fine[i], v.kids[i]&0xff, 0)
	if h := v.head(i); h >= 0 {
		r.add(356, v.lem[h], rel, 0)
		if g := v.head(h); g >= 0 {
			r.add(357, v.lem[g], rel, 0)
			r.add(358, uint32(v.bucket[g]), rel, uint32(ws[h].Deprel))
		}
	}
	if a.cue >= 0 {
		entry := uint32(ws[a.entry].Deprel)<<2 | flag(a.cue > i)<<1 | flag(a.entry > a.cue)
		edge := flag(i == v.left[a.entry]) + 2*flag(i == v.right[a.entry])
		r.add(359, entry, v.lem[a.cue], edge)
		r.add(360, entry, v.kids[a.cue], 0)
		r.add(361, entry, edge, x)
		r.add(362, entry, edge, uint32(v.punct[i]))
	}
}
