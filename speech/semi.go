package speech

import "math"

// A semi-Markov random field over the segments that the tagger holds possible.
// A reading of a paragraph is a set of segments that do not overlap; its score
// is the sum of their scores and of what precedes each: the last two roles and
// whether they stand right before, in this sentence or in an earlier one.

const (
	roles     = 3
	noRole    = 3
	readState = 4 * 4 * 3
)

func stateOf(before, last, gap int) int { return (before*4+last)*3 + gap }

const startState = (noRole*4 + noRole) * 3

// passed is the state after a word outside of any segment.
func passed(state int, newSentence bool) int {
	gap := state % 3
	if newSentence {
		return state - gap + 2
	}
	return state - gap + max(gap, 1)
}

// entered is the state after a segment of a role.
func entered(state, role int) int { return stateOf(state/3%4, role, 0) }

// reading is the scratch space of one paragraph.
type reading struct {
	n        int
	segments []segment
	scores   []float32
	breaks   []bool  // a sentence begins at the word
	byFirst  [][]int // segments by first word
	alpha    [][readState]float64
	beta     [][readState]float64
	probs    []float64
	soft     []float64
	moved    [readState][roles]float64 // expected number of segments by the state before
}

var minusInf = math.Inf(-1)

func (r *reading) prepare(n int, segments []segment, breaks []bool) {
	r.n, r.segments, r.breaks = n, segments, breaks
	r.byFirst = make([][]int, n)
	for k, s := range segments {
		r.byFirst[s.first] = append(r.byFirst[s.first], k)
	}
	r.scores = make([]float32, len(segments))
	r.probs = make([]float64, len(segments))
	if cap(r.alpha) < n+1 {
		r.alpha, r.beta = make([][readState]float64, n+1), make([][readState]float64, n+1)
	}
	r.alpha, r.beta = r.alpha[:n+1], r.beta[:n+1]
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if b == minusInf || a-b > 30 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// infer fills probs and returns the log of the partition function.
func (r *reading) infer(moves *[readState][roles]float32) float64 {
	for i := range r.alpha {
		for s := range readState {
			r.alpha[i][s], r.beta[i][s] = minusInf, minusInf
		}
	}
	r.alpha[0][startState] = 0
	for i := range r.n {
		for s := range readState {
			a := r.alpha[i][s]
			if a == minusInf {
				continue
			}
			t := passed(s, i+1 < r.n && r.breaks[i+1])
			r.alpha[i+1][t] = logAdd(r.alpha[i+1][t], a)
			for _, k := range r.byFirst[i] {
				seg := &r.segments[k]
				t, to := entered(s, seg.role), seg.last+1
				if int(to) < r.n && r.breaks[to] {
					t += 2
				}
				r.alpha[to][t] = logAdd(r.alpha[to][t], a+float64(r.scores[k]+moves[s][seg.role]))
			}
		}
	}
	logZ := minusInf
	for s := range readState {
		if r.alpha[r.n][s] > minusInf {
			r.beta[r.n][s] = 0
			logZ = logAdd(logZ, r.alpha[r.n][s])
		}
	}
	clear(r.probs)
	r.moved = [readState][roles]float64{}
	for i := r.n - 1; i >= 0; i-- {
		for s := range readState {
			if r.alpha[i][s] == minusInf {
				continue
			}
			b := r.beta[i+1][passed(s, i+1 < r.n && r.breaks[i+1])]
			for _, k := range r.byFirst[i] {
				seg := &r.segments[k]
				t, to := entered(s, seg.role), seg.last+1
				if int(to) < r.n && r.breaks[to] {
					t += 2
				}
				x := float64(r.scores[k]+moves[s][seg.role]) + r.beta[to][t]
				b = logAdd(b, x)
				p := math.Exp(r.alpha[i][s] + x - logZ)
				r.probs[k] += p
				r.moved[s][seg.role] += p
			}
			r.beta[i][s] = b
		}
	}
	return logZ
}

// soften fills soft: the probability that some segment of the same role shares
// more than half of the words with a segment.
func (r *reading) soften() {
	r.soft = append(r.soft[:0], r.probs...)
	for first := range r.byFirst {
		for _, k := range r.byFirst[first] {
			s := &r.segments[k]
			for f := first; f <= int(s.last); f++ {
				for _, o := range r.byFirst[f] {
					t := &r.segments[o]
					if o == k || t.role != s.role || f == first && o < k {
						continue
					}
					shared := min(s.last, t.last) - t.first + 1
					if all := max(s.last, t.last) - s.first + 1; 2*shared > all {
						r.soft[k] += r.probs[o]
						r.soft[o] += r.probs[k]
					}
				}
			}
		}
	}
}

// decode picks the segments that do not overlap and whose worth exceeds the
// thresholds of their roles by the largest sum. Segments that overlap those
// that are taken already are passed over.
func (r *reading) decode(worth func(k int) float64, taken []int) []int {
	free := make([]bool, r.n)
	for i := range free {
		free[i] = true
	}
	for _, k := range taken {
		for i := r.segments[k].first; i <= r.segments[k].last; i++ {
			free[i] = false
		}
	}
	best := make([]float64, r.n+1)
	choice := make([]int, r.n+1)
	for i := r.n - 1; i >= 0; i-- {
		best[i], choice[i] = best[i+1], -1
		if !free[i] {
			continue
		}
		for _, k := range r.byFirst[i] {
			s := &r.segments[k]
			if gain := worth(k); gain > 0 && gain+best[s.last+1] > best[i] && allFree(free[s.first:s.last+1]) {
				best[i], choice[i] = gain+best[s.last+1], k
			}
		}
	}
	var out []int
	for i := 0; i < r.n; {
		if k := choice[i]; k >= 0 {
			out = append(out, k)
			i = int(r.segments[k].last) + 1
		} else {
			i++
		}
	}
	return out
}

func allFree(free []bool) bool {
	for _, f := range free {
		if !f {
			return false
		}
	}
	return true
}
