package copying

// Scores of an alignment, per weight of the words concerned. A word left out
// of the copy costs little, so that an alignment runs on over a dropped clause.
const (
	sameWord  = 8
	sameClass = 6
	swapped   = -2 // of both words
	leftOut   = -2
	putIn     = -3
)

// pairing is two words that correspond.
type pairing struct {
	of, in int32
	exact  bool
}

// aligner holds the tables of one worker.
type aligner struct {
	score []int32
	step  []uint8
	used  []bool // words of the copy already paired
	taken []bool // words of the source already paired
	pairs []pairing
	// mainFirst and mainLast are the copy's words that the best alignment
	// spans, both included.
	mainFirst, mainLast int32
}

const (
	stop uint8 = iota
	both
	skipOf
	skipIn
)

// align pairs the words [inFirst, inLast) of a copy with words [ofFirst,
// ofLast) of its source: the best local alignment, then, for clauses that were
// moved, the best of what remains, at most three in all. The pairings are
// ordered by the copy's words and valid until the next call. shared is at
// least the mass of content words that both have.
func (w *aligner) align(of, in *document, ofFirst, ofLast, inFirst, inLast, shared int32) []pairing {
	w.used = reset(w.used, int(inLast-inFirst))
	w.taken = reset(w.taken, int(ofLast-ofFirst))
	w.pairs = w.pairs[:0]
	for range 3 {
		before := len(w.pairs)
		w.best(of, in, ofFirst, ofLast, inFirst, inLast)
		found := w.pairs[before:]
		mass := int32(0)
		for _, p := range found {
			mass += int32(in.at[p.in].weight)
			if in.at[p.in].weight == contentWeight {
				shared -= contentWeight
			}
			w.used[p.in-inFirst], w.taken[p.of-ofFirst] = true, true
		}
		if before == 0 && len(found) > 0 {
			w.mainFirst, w.mainLast = found[0].in, found[len(found)-1].in
		}
		if before > 0 && mass < 2*contentWeight+1 {
			w.pairs = w.pairs[:before]
			break
		}
		if mass == 0 || shared < 2*contentWeight {
			break
		}
	}
	sortPairs(w.pairs)
	return w.pairs
}

func reset(s []bool, n int) []bool {
	if cap(s) < n {
		return make([]bool, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// sortPairs orders by the copy's word; the input is a few sorted runs.
func sortPairs(p []pairing) {
	for i := 1; i < len(p); i++ {
		for k := i; k > 0 && p[k].in < p[k-1].in; k-- {
			p[k], p[k-1] = p[k-1], p[k]
		}
	}
}

// best appends the best local alignment of words not used yet.
func (w *aligner) best(of, in *document, ofFirst, ofLast, inFirst, inLast int32) {
	n, m := int(inLast-inFirst), int(ofLast-ofFirst)
	width := m + 1
	if need := (n + 1) * width; cap(w.score) < need {
		w.score, w.step = make([]int32, need), make([]uint8, need)
	} else {
		w.score, w.step = w.score[:need], w.step[:need]
	}
	clear(w.score[:width])
	clear(w.step[:width])
	top, topAt := int32(0), 0
	for i := 1; i <= n; i++ {
		k := inFirst + int32(i-1)
		word, cls, weight := in.words[k], in.classes[k], int32(in.at[k].weight)
		used := w.used[i-1]
		row, above := w.score[i*width:(i+1)*width], w.score[(i-1)*width:i*width]
		steps := w.step[i*width : (i+1)*width]
		row[0], steps[0] = 0, stop
		for j := 1; j <= m; j++ {
			l := ofFirst + int32(j-1)
			ofWeight := int32(of.at[l].weight)
			best, step := int32(0), stop
			var s int32
			switch {
			case used || w.taken[j-1]:
				s = swapped*(weight+ofWeight) - 8
			case of.words[l] == word:
				s = sameWord * weight
			case of.classes[l] == cls:
				s = sameClass * min(weight, ofWeight)
			default:
				s = swapped * (weight + ofWeight)
			}
			if v := above[j-1] + s; v > best {
				best, step = v, both
			}
			if v := row[j-1] + leftOut*ofWeight; v > best {
				best, step = v, skipOf
			}
			if v := above[j] + putIn*weight; v > best {
				best, step = v, skipIn
			}
			row[j], steps[j] = best, step
			if best > top {
				top, topAt = best, i*width+j
			}
		}
	}
	start := len(w.pairs)
	for at := topAt; w.step[at] != stop; {
		switch w.step[at] {
		case both:
			i, j := at/width, at%width
			k, l := inFirst+int32(i-1), ofFirst+int32(j-1)
			if !w.used[i-1] && !w.taken[j-1] && in.classes[k] == of.classes[l] {
				w.pairs = append(w.pairs, pairing{l, k, in.words[k] == of.words[l]})
			}
			at -= width + 1
		case skipOf:
			at--
		case skipIn:
			at -= width
		}
	}
	for i, k := start, len(w.pairs)-1; i < k; i, k = i+1, k-1 {
		w.pairs[i], w.pairs[k] = w.pairs[k], w.pairs[i]
	}
}
