package copying

// Scores of an alignment, per weight of the words concerned. A word left out
// of the copy costs little, so that an alignment runs on over a dropped clause.
const (
	sameWord  = 8
	sameClass = 6
	swapped   = -2 // of both words
	leftOut   = -2
	putIn     = -3
	again     = -8 // a word that is paired already
)

// pairing is two words that correspond.
type pairing struct {
	of, in int32
	exact  bool
}

// aligner holds the tables of one worker.
type aligner struct {
	cells []int32 // by word of the copy, by word of the source: scores, four-fold, with the last step
	of    []candidate
	used  []bool // words of the copy already paired
	taken []bool // words of the source already paired
	pairs []pairing
	// mainFirst and mainLast are the copy's words that the best alignment
	// spans, both included.
	mainFirst, mainLast int32
}

// The last step on the way to a cell. Of two ways with one score that with the
// greater step counts, so that the greatest cell is the best way.
const (
	skipIn int32 = iota
	skipOf
	both
	stop
	steps
)

// candidate is a word of the source as the inner loop wants it.
type candidate struct {
	word, class uint32
	weight      int32
	skip        int32 // added where it is left out
	unlike      int32 // added where it stands for another word, its own part
}

// nothing and none are no numbers of words or classes.
const (
	nothing = 1<<32 - 1
	none    = 1<<32 - 2
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

// reset gives n zeros, in the memory of s where that is enough.
func reset[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
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
	if need := (n + 1) * width; cap(w.cells) < need {
		w.cells = make([]int32, need)
	} else {
		w.cells = w.cells[:need]
	}
	w.of = w.of[:0]
	for l := ofFirst; l < ofLast; l++ {
		weight := int32(of.at[l].weight)
		c := candidate{of.words[l], of.classes[l], weight, leftOut*weight*steps + skipOf, swapped*weight*steps + both}
		if w.taken[l-ofFirst] {
			c.word, c.class, c.unlike = nothing, nothing, c.unlike+again*steps
		}
		w.of = append(w.of, c)
	}
	for j := range width {
		w.cells[j] = stop
	}
	top, topAt := stop, 0
	for i := 1; i <= n; i++ {
		k := inFirst + int32(i-1)
		word, class, weight := in.words[k], in.classes[k], int32(in.at[k].weight)
		if w.used[i-1] {
			word, class = none, none
		}
		above, row := w.cells[(i-1)*width:i*width], w.cells[i*width:(i+1)*width]
		row[0] = stop
		diagonal, left := int32(0), int32(0)
		above, row = above[1:], row[1:]
		candidates := w.of[:len(row)]
		above = above[:len(row)]
		for j := range candidates {
			c := &candidates[j]
			pair := swapped*weight*steps + c.unlike
			if c.class == class {
				pair = sameClass*min(weight, c.weight)*steps + both
				if c.word == word {
					pair = sameWord*weight*steps + both
				}
			} else if class == none {
				pair = (swapped*(weight+c.weight)+again)*steps + both
			}
			cell := max(stop, diagonal+pair)
			diagonal = above[j] &^ (steps - 1)
			cell = max(cell, diagonal+putIn*weight*steps+skipIn, left+c.skip)
			row[j], left = cell, cell&^(steps-1)
			if cell > top {
				top, topAt = cell|(steps-1), i*width+j+1
			}
		}
	}
	start := len(w.pairs)
	for at := topAt; w.cells[at]%steps != stop; {
		switch w.cells[at] % steps {
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
