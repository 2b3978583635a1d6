package speech

import "math/rand/v2"

// puzzle is a paragraph ready for training the second stage: its possible
// segments with their rows and which of them are right.
type puzzle struct {
	n        int
	segments []segment
	rows     [][]uint32
	right    []bool
	breaks   []bool
}

type semiWeights struct {
	rankWeights
	moves   [readState][roles]float32
	movesSq [readState][roles]float32
}

// spanDrop is the share of the rows of a segment that training leaves out.
const spanDrop = 0.25

// spanBags is how many second stages are trained and averaged.
const spanBags = 4

func newSemiWeights(bits uint) *semiWeights {
	return &semiWeights{rankWeights: *newRankWeights(bits)}
}

func (w *semiWeights) read(z *puzzle, r *reading) float64 {
	r.prepare(z.n, z.segments, z.breaks)
	for k := range z.segments {
		r.scores[k] = w.score(z.rows[k])
	}
	return r.infer(&w.moves)
}

func (w *semiWeights) train(puzzles []*puzzle, order *rand.Rand) (loss float64) {
	var r reading
	words := 0
	for _, k := range order.Perm(len(puzzles)) {
		z := puzzles[k].thinned(order, w.drop)
		logZ := w.read(z, &r)
		score, gold := r.follow(z, &w.moves)
		loss += logZ - score
		words += z.n
		for s := range readState {
			for role := range roles {
				g := float32(r.moved[s][role]) - gold[s][role]
				if g > 1e-3 || g < -1e-3 {
					adagrad(&w.moves[s][role], &w.movesSq[s][role], g, w.rate, 0)
				}
			}
		}
		for k := range z.segments {
			g := float32(r.probs[k])
			if z.right[k] {
				g--
			}
			w.update(z.rows[k], g)
		}
	}
	return loss / float64(max(1, words))
}

// follow walks the right reading of a puzzle: its score and how often each
// role was entered from each state.
func (r *reading) follow(z *puzzle, moves *[readState][roles]float32) (score float64, entries [readState][roles]float32) {
	right := make([]int, z.n)
	for i := range right {
		right[i] = -1
	}
	for k, ok := range z.right {
		if ok {
			right[z.segments[k].first] = k
		}
	}
	s := startState
	for i := 0; i < z.n; {
		k := right[i]
		if k < 0 {
			i++
			s = passed(s, i < z.n && z.breaks[i])
			continue
		}
		seg := &z.segments[k]
		score += float64(r.scores[k] + moves[s][seg.role])
		entries[s][seg.role]++
		s = entered(s, seg.role)
		i = int(seg.last) + 1
		if i < z.n && z.breaks[i] {
			s += 2
		}
	}
	return score, entries
}

// thinned is the puzzle without a random share of the rows of each segment.
func (z *puzzle) thinned(random *rand.Rand, share float64) *puzzle {
	if share == 0 {
		return z
	}
	out := *z
	out.rows = make([][]uint32, len(z.rows))
	least := uint64(share * (1 << 16))
	for k, rows := range z.rows {
		kept := make([]uint32, 0, len(rows))
		var bits uint64
		for i, r := range rows {
			if i%4 == 0 {
				bits = random.Uint64()
			}
			if bits&0xffff >= least {
				kept = append(kept, r)
			}
			bits >>= 16
		}
		out.rows[k] = kept
	}
	return &out
}

func (w *semiWeights) addShare(o *semiWeights, share float32) {
	for i, x := range o.w {
		w.w[i] += share * x
	}
	for s := range o.moves {
		for b, x := range o.moves[s] {
			w.moves[s][b] += share * x
		}
	}
}
