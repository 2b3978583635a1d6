package speech

import "slices"

// "According to" tells whose words a whole clause is. Where the second stage
// prefers a statement inside that clause ("The minister plans to resign,
// according to an aide"), the clause is given back to the outer voice: the
// outermost attribution is the one that is kept.

var accordingWord, perWord = hashString("according"), hashString("per")

// according returns the picked segments of a paragraph with such clauses as
// contents in place of what was picked inside them. New segments are appended
// to the reading's.
func (v *view) according(p paragraph, r *reading, picked []int) []int {
	picked = v.per(p, r, picked)
	for i := 0; i < len(picked); i++ {
		cue := r.segments[picked[i]]
		if cue.role != 1 || v.low[p.first+cue.first] != accordingWord && v.low[p.first+cue.first] != perWord {
			continue
		}
		first, last, ok := v.clauseOf(p, r, picked, i)
		if !ok {
			continue
		}
		content := r.clause(first, last, picked)
		s := r.segments[content]
		picked = slices.DeleteFunc(picked, func(k int) bool {
			o := r.segments[k]
			return o.last >= s.first && o.first <= s.last
		})
		at := len(picked)
		for at > 0 && r.segments[picked[at-1]].first > s.first {
			at--
		}
		picked = slices.Insert(picked, at, content)
		for i = 0; r.segments[picked[i]].first != cue.first; i++ {
		}
	}
	return picked
}

const longestPer = 9 // words

// per picks the cue and source of sentences that begin "Per the Gazette, …".
func (v *view) per(p paragraph, r *reading, picked []int) []int {
	for i := p.first; i < p.last; i++ {
		if v.low[i] != perWord || i > p.first && v.sent[i] == v.sent[i-1] {
			continue
		}
		comma := i + 2
		for comma < p.last && comma < i+longestPer && v.punct[comma] != ',' {
			comma++
		}
		if comma >= p.last || v.punct[comma] != ',' || v.sent[comma] != v.sent[i] {
			continue
		}
		first, last := i-p.first, comma-1-p.first
		at, free := 0, true
		for _, k := range picked {
			s := r.segments[k]
			if s.last < first {
				at++
			}
			free = free && (s.last < first || s.first > last)
		}
		if !free {
			continue
		}
		n := len(r.segments)
		r.segments = append(r.segments, segment{role: 1, first: first, last: first}, segment{role: 0, first: first + 1, last: last})
		r.probs = append(r.probs, 0.5, 0.5)
		picked = slices.Insert(picked, at, n, n+1)
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
