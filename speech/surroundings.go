package speech

// surroundings is what the taggers think of the rest of the article: how often
// they take each lemma for part of a source, and how likely the paragraph before
// ends within a content.
type surroundings struct {
	sources map[uint32]float32
	tail    float32
}

// surroundFeatures relate a segment to the rest of the article.
func (s *scene) surroundFeatures(add func(t int, a, b, c uint32), seg segment, quoteState uint32) {
	if s.around == nil {
		return
	}
	v := s.v
	switch seg.role {
	case 0:
		head, _, _ := s.spanHead(s.p.first+seg.first, s.p.first+seg.last)
		others := uint32(min(4, s.around.sources[v.lem[head]]-s.likely[0][head-s.p.first]+0.5))
		add(110, others, uint32(v.name[head]), uint32(v.doc.Words[head].XPOS))
		add(111, others, probBin(seg.p)>>2, 0)
	case 2:
		if seg.first <= 1 {
			tail := uint32(4 * s.around.tail)
			add(112, tail, quoteState, flag(seg.first+1 >= s.n-seg.last))
			add(113, tail, flag(s.before[seg.first] >= 0 || s.after[seg.last] >= 0), uint32(v.punct[s.p.first+seg.first]))
		}
	}
}

// surround tells the scenes of an article, in order, of each other.
func surround(scenes []*scene) {
	sources := map[uint32]float32{}
	for _, s := range scenes {
		for i, x := range s.likely[0] {
			if x > 0.1 && s.v.punct[s.p.first+int32(i)] == 0 {
				sources[s.v.lem[s.p.first+int32(i)]] += x
			}
		}
	}
	tail := float32(0)
	for _, s := range scenes {
		s.around = &surroundings{sources, tail}
		tail = 0
		for i := max(0, s.n-3); i < s.n; i++ {
			tail = max(tail, s.likely[2][i])
		}
	}
}
