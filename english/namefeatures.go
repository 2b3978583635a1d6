package english

import "github.com/hearsay-news/hearsay/learn"

// Seeds of the features' templates.
var nameSeeds = func() (seeds [80]learn.Feature) {
	for i := range seeds {
		seeds[i] = learn.NewFeature(i)
	}
	return seeds
}()

var noWord = nameWord{seen: -1, head: -1}

func (s *nameScratch) at(i, first, last int) *nameWord {
	if i < first || i >= last {
		return &noWord
	}
	return &s.words[i]
}

func bucket(n int32) uint64 {
	switch {
	case n > 3:
		return 3
	case n < 0:
		return 0
	}
	return uint64(n)
}

// features appends the features of candidate i of the sentence [first, last).
// In the second pass what the first found in the whole document counts too.
func (s *nameScratch) features(i, first, last int, second bool) {
	f := s.feats[:0]
	add := func(template int, v uint64) { f = append(f, nameSeeds[template].Int(v)) }
	pair := func(template int, v, u uint64) { f = append(f, nameSeeds[template].Int(v).Int(u)) }

	w := &s.words[i]
	p, n := s.at(i-1, first, last), s.at(i+1, first, last)
	pp, nn := s.at(i-2, first, last), s.at(i+2, first, last)

	add(0, 0)
	add(1, w.form)
	add(2, p.form)
	add(3, n.form)
	add(4, pp.form)
	add(5, nn.form)
	pair(6, p.form, w.form)
	pair(7, w.form, n.form)
	pair(8, uint64(w.shape), b2u(w.sentenceFirst)|b2u(w.shouted)<<1)
	pair(9, uint64(p.shape)|uint64(w.shape)<<4|uint64(n.shape)<<8, b2u(p.sentenceFirst))
	add(10, w.lead)
	add(11, w.trail)
	add(12, uint64(w.xpos))
	pair(13, uint64(p.xpos), uint64(w.xpos)|uint64(n.xpos)<<8)
	add(14, uint64(p.xpos))
	add(15, uint64(n.xpos))
	add(16, uint64(w.lists))
	pair(17, uint64(w.lists&^inPrefix), uint64(p.lists&^inPrefix)|uint64(p.shape)<<16)
	pair(18, uint64(w.lists&^inPrefix), uint64(n.lists&^inPrefix)|uint64(n.shape)<<16)
	for k := range 9 {
		if w.lists>>k&1 != 0 {
			pair(19, uint64(k), uint64(w.shape))
		}
		if p.lists>>k&1 != 0 {
			pair(20, uint64(k), uint64(p.shape))
		}
		if n.lists>>k&1 != 0 {
			pair(21, uint64(k), uint64(n.shape))
		}
	}
	pair(22, uint64(w.run), uint64(w.runPlace)|uint64(w.shape)<<8)
	pair(23, uint64(w.run), uint64(w.runPlace)|uint64(n.runPlace)<<4|uint64(p.runPlace)<<8|uint64(n.run)<<16)
	add(24, uint64(w.fine))
	add(25, uint64(p.fine))
	add(26, uint64(n.fine))
	add(27, uint64(w.coarse))
	pair(28, uint64(p.coarse), uint64(w.coarse))
	pair(29, uint64(w.coarse), uint64(n.coarse))
	add(30, uint64(pp.fine))
	add(31, uint64(nn.fine))

	// the run of candidates
	left, right := s.at(int(w.first)-1, first, last), s.at(int(w.last), first, last)
	end := s.at(int(w.last)-1, first, last)
	begin := s.at(int(w.first), first, last)
	from, to := uint64(min(4, i-int(w.first))), uint64(min(4, int(w.last)-1-i))
	pair(32, from, to|uint64(w.shape)<<8)
	add(33, left.form)
	add(34, right.form)
	pair(35, left.form, to)
	pair(36, right.form, from)
	pair(37, end.form, to)
	pair(38, uint64(end.lists&^inPrefix), to)
	pair(39, uint64(begin.lists&^inPrefix), from)
	pair(40, begin.form, from)
	pair(41, uint64(left.coarse), from|to<<4)
	pair(42, uint64(right.coarse), from|to<<4)

	// the tree
	add(43, uint64(w.deprel))
	head := s.at(int(w.head), first, last)
	pair(44, uint64(w.deprel), head.form)
	pair(45, uint64(w.deprel), uint64(head.coarse))
	pair(46, uint64(w.deprel), uint64(head.shape)|uint64(head.lists&^inPrefix)<<8)
	outer := head
	for k := 0; k < 4 && outer.head >= 0 && outer.shape.big(); k++ {
		outer = s.at(int(outer.head), first, last)
	}
	pair(47, uint64(outer.form), uint64(to))

	// the document
	if w.seen >= 0 {
		d := &s.seen[w.seen]
		pair(48, bucket(d.small), bucket(d.capital)|uint64(w.shape)<<4|b2u(w.sentenceFirst)<<8)
		pair(49, bucket(d.afterGiven), bucket(d.capital)|from<<4|to<<8)
		if d.abbreviates != 0 {
			add(50, uint64(d.abbreviates))
		}
	}
	if second {
		f = s.documentFeatures(f, w, p, n, from, to)
	}
	s.feats = f
}

func (s *nameScratch) documentFeatures(f []learn.Feature, w, p, n *nameWord, from, to uint64) []learn.Feature {
	f = append(f, nameSeeds[60].Int(0))
	for k, x := range [...]*nameWord{w, p, n} {
		if x.seen < 0 {
			continue
		}
		d := &s.seen[x.seen]
		best, sum := 0, int32(0)
		for t, v := range d.votes {
			if x == w && t == voteOf(w.label) {
				v-- // its own
			}
			sum += v
			if v > d.votes[best] || t == 0 {
				best = t
			}
		}
		if sum <= 0 {
			f = append(f, nameSeeds[61+k].Int(9))
			continue
		}
		share := uint64(0)
		if d.votes[best]*10 >= sum*9 {
			share = 2
		} else if d.votes[best]*2 >= sum {
			share = 1
		}
		f = append(f, nameSeeds[61+k].Int(uint64(best)|share<<4), nameSeeds[64+k].Int(uint64(best)|bucket(sum)<<4).Int(uint64(w.shape)))
		if k == 0 {
			f = append(f, nameSeeds[67].Int(uint64(best)|share<<4).Int(from|to<<4))
		}
		multi, most := 0, int32(0)
		for t, v := range d.multi {
			if v > most {
				multi, most = t+1, v
			}
		}
		if multi > 0 {
			f = append(f, nameSeeds[68+k].Int(uint64(multi)|bucket(most)<<4), nameSeeds[71+k].Int(uint64(multi)).Int(from|to<<4))
		}
		if d.abbreviatesVote > 0 {
			f = append(f, nameSeeds[74+k].Int(uint64(d.abbreviatesVote)))
		}
	}
	l := uint64(w.label)
	return append(f, nameSeeds[77].Int(l), nameSeeds[78].Int(uint64(p.label)).Int(uint64(w.label)|uint64(n.label)<<8))
}

func b2u(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
