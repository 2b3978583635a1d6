package speech

// mention is a stretch of words of one role that was found in an article.
type mention struct {
	role        int
	first, last int32 // words, both included
	para        int32
	p           float64
	head        int32
	weak        bool // serves only to complete a statement
}

// linker ties contents and sources to cues by ranking the cues (or sources)
// nearby.
type linker struct {
	v        *view
	mentions []mention
}

const (
	linkReach  = 6 // mentions of the wanted role that are tried on either side
	linkParas  = 3 // paragraphs a link may span
	noneOption = -1
)

// candidates lists the mentions of a role near mention k, nearest first on
// either side, and -1 for none.
func (l *linker) candidates(k, role int) []int {
	out := []int{noneOption}
	for dir := -1; dir <= 1; dir += 2 {
		n := 0
		for j := k + dir; j >= 0 && j < len(l.mentions) && n < linkReach; j += dir {
			d := l.mentions[j].para - l.mentions[k].para
			if d > 1 || d < -linkParas {
				break
			}
			if l.mentions[j].role == role {
				out = append(out, j)
				n++
			}
		}
	}
	return out
}

// linkFeatures appends the rows of tying mention k to mention j, or to none.
func (l *linker) linkFeatures(r *rows, k, j int) {
	v, ws := l.v, l.v.doc.Words
	m := l.mentions[k]
	base := 1000 + 100*m.role
	add := func(t int, a, b, c uint32) { r.add(base+t, a, b, c) }
	quoted := flag(ws[m.first].Quote >= 0) + 2*flag(ws[m.last].Quote >= 0)
	if j < 0 {
		add(0, 0, 0, 0)
		add(1, probBin(m.p)>>1, 0, 0)
		add(2, v.lem[m.head], 0, 0)
		add(3, v.kids[m.head], uint32(ws[m.head].Deprel), 0)
		add(4, quoted, lengthBin(m.last-m.first+1), 0)
		add(5, uint32(ws[m.first].XPOS), uint32(ws[m.last].XPOS), 0)
		add(6, v.lem[m.first], v.lem[m.last], 0)
		if h := v.head(m.head); h >= 0 {
			add(7, v.lem[h], uint32(ws[m.head].Deprel), 0)
		}
		return
	}
	o := l.mentions[j]
	a, b, first, second := m, o, k, j
	order := uint32(0)
	if j < k {
		a, b, first, second = o, m, j, k
		order = 1
	}
	var count [roles]uint32
	pattern, seen := order, 0
	for x := first + 1; x < second; x++ {
		if l.mentions[x].weak {
			continue
		}
		count[l.mentions[x].role]++
		if seen++; seen <= 4 {
			pattern = pattern*4 + uint32(l.mentions[x].role) + 1
		}
	}
	paras := uint32(b.para - a.para)
	sents := uint32(min(v.sent[b.first]-v.sent[a.last], 4))
	gap := lengthBin(max(0, b.first-a.last-1))
	where := paras<<4 | sents
	add(10, pattern, where, 0)
	add(11, order, where, gap)
	add(12, order, min(count[0], 2)|min(count[1], 2)<<2|min(count[2], 2)<<4, where)
	add(13, order, v.between(a.last, b.first), where)
	add(14, order, v.lem[o.head], where)
	add(15, order, v.lem[o.head], pattern)
	add(16, order, quoted, where)
	add(17, pattern, quoted, uint32(ws[m.head].Deprel))
	add(18, order, uint32(v.bucket[o.head]), gap)
	add(19, order, v.kids[o.head], uint32(ws[m.head].Deprel))
	add(20, v.lem[o.head], v.lem[m.first], order)
	add(21, order, uint32(ws[o.last].XPOS), uint32(ws[m.first].XPOS))
	add(22, order, v.lem[m.head], uint32(ws[o.head].XPOS))
	within := func(x int32, s mention) bool { return x >= s.first && x <= s.last }
	rel := uint32(0)
	if h := v.head(m.head); h >= 0 && within(h, o) {
		rel = 1
	} else if h >= 0 && v.head(h) >= 0 && within(v.head(h), o) {
		rel = 2
	}
	if h := v.head(o.head); h >= 0 && within(h, m) {
		rel |= 4
	} else if h >= 0 && h == v.head(m.head) {
		rel |= 8
	}
	add(23, rel, uint32(ws[m.head].Deprel), uint32(ws[o.head].Deprel))
	add(24, rel, order, where)
	add(25, rel, pattern, 0)
	add(26, rel, v.lem[o.head], order)
	under := uint32(0)
	for h, d := v.head(m.head), 0; h >= 0 && d < 12; h, d = v.head(h), d+1 {
		if within(h, o) {
			under = 1
			break
		}
	}
	add(27, under, order, where)
	add(28, under, v.kids[o.head], pattern)
}
