package speech

// "According to" tells whose words a whole clause is. Where the second stage
// prefers a statement inside that clause ("The minister plans to resign,
// according to an aide"), the clause is given back to the outer voice: the
// outermost attribution is the one that is kept.

var accordingWord = hashString("according")

// according returns the picked segments of a paragraph with such clauses as
// contents in place of what was picked inside them. New segments are appended
// to the reading's.
func (v *view) according(p paragraph, r *reading, picked []int) []int {
	for i := 0; i < len(picked); i++ {
		cue := r.segments[picked[i]]
		if cue.role != 1 || v.low[p.first+cue.first] != accordingWord {
			continue
		}
		first, last, ok := v.clauseOf(p, r, picked, i)
		if !ok {
			continue
		}
		content := r.clause(first, last, picked)
		s := r.segments[content]
		kept := picked[:0]
		for _, k := range picked {
			if o := r.segments[k]; o.last < s.first || o.first > s.last {
				kept = append(kept, k)
			}
		}
		at := len(kept)
		for at > 0 && r.segments[kept[at-1]].first > s.first {
			at--
		}
		kept = append(kept, 0)
		copy(kept[at+1:], kept[at:])
		kept[at] = content
		picked = kept
		for i = 0; r.segments[picked[i]].first != cue.first; i++ {
		}
	}
	return picked
}

// clauseOf finds the words, counted from the paragraph's begin, that the cue
// picked[i] may speak of: the sentence after its source where it opens the
// sentence, else the sentence before it. It is not ok where the statement needs
// no mending: nothing but contents were picked there.
func (v *view) clauseOf(p paragraph, r *reading, picked []int, i int) (first, last int32, ok bool) {
	cue := r.segments[picked[i]]
	s := v.doc.Sentences[v.sent[p.first+cue.first]]
	begin, end := max(s.First-p.first, 0), min(s.Last, p.last)-p.first-1
	for end > begin && v.punct[p.first+end] == '.' {
		end--
	}
	after := cue.last
	if i+1 < len(picked) {
		if o := r.segments[picked[i+1]]; o.role == 0 && o.first <= cue.last+2 {
			after = o.last
		}
	}
	if after == cue.last {
		return 0, 0, false
	}
	if cue.first-begin <= 2 {
		first, last = after+1, end
	} else {
		first, last = begin, cue.first-1
	}
	for first < last && v.punct[p.first+first] != 0 && v.punct[p.first+first] != 'q' {
		first++
	}
	for last > first && (v.punct[p.first+last] == ',' || v.punct[p.first+last] == '-') {
		last--
	}
	covered, others := int32(0), 0
	for _, k := range picked {
		switch o := r.segments[k]; {
		case o.last < first || o.first > last:
		case o.role == 2:
			covered += min(o.last, last) - max(o.first, first) + 1
		default:
			others++
		}
	}
	if last-first < 2 || others == 0 && 2*covered > last-first {
		return 0, 0, false
	}
	return first, last, true
}

// clause returns the likeliest content that lies within the words first to last
// and holds all that was picked there, or a new segment of just these words.
func (r *reading) clause(first, last int32, picked []int) int {
	from, to := last, first
	for _, k := range picked {
		if s := r.segments[k]; s.first >= first && s.last <= last {
			from, to = min(from, s.first), max(to, s.last)
		}
	}
	best, most := -1, 0.02
	for k, s := range r.segments {
		if s.role != 2 || s.first < first || s.last > last || s.first > from || s.last < to || 2*(s.last-s.first) < last-first {
			continue
		}
		if r.probs[k] > most {
			best, most = k, r.probs[k]
		}
	}
	if best >= 0 {
		return best
	}
	r.segments = append(r.segments, segment{role: 2, first: first, last: last})
	r.probs = append(r.probs, 0.3)
	return len(r.segments) - 1
}
