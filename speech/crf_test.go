package speech

import (
	"math"
	"math/rand/v2"
	"testing"
)

// randomLattice is a lattice of random scores.
func randomLattice(n int, seed uint64) *lattice {
	random := rand.New(rand.NewPCG(seed, 1))
	moves := new([tags + 1][tags]float64)
	for a := range moves {
		for b := range moves[a] {
			if x := random.NormFloat64(); allowed(a, b) {
				moves[a][b] = math.Exp(x)
			}
		}
	}
	var l lattice
	l.size(n)
	for i := range n {
		for t := range tags {
			l.emit[i][t] = float32(2 * random.NormFloat64())
		}
		l.odds[i] = moves
	}
	return &l
}

// everySequence calls visit with each allowed sequence and its score.
func everySequence(l *lattice, visit func(seq []int, score float64)) {
	n := len(l.emit)
	seq := make([]int, n)
	var walk func(i, prev int, score float64)
	walk = func(i, prev int, score float64) {
		if i == n {
			visit(seq, score)
			return
		}
		for t := range tags {
			if allowed(prev, t) {
				seq[i] = t
				walk(i+1, t, score+float64(l.emit[i][t])+math.Log(l.odds[i][prev][t]))
			}
		}
	}
	walk(0, tags, 0)
}

func TestLatticeAgainstAllSequences(t *testing.T) {
	for seed := range uint64(5) {
		l := randomLattice(5, seed)
		logZ := l.forwardBackward()
		sum, best := 0.0, math.Inf(-1)
		var marginals [5][tags]float64
		spans := map[[3]int]float64{}
		everySequence(l, func(seq []int, score float64) {
			p := math.Exp(score)
			sum += p
			best = max(best, score)
			asTags := make([]uint8, len(seq))
			for i, b := range seq {
				marginals[i][b] += p
				asTags[i] = uint8(b)
			}
			for _, s := range goldSegments(asTags) {
				spans[[3]int{s.role, int(s.first), int(s.last)}] += p
			}
		})
		if math.Abs(logZ-math.Log(sum)) > 1e-4 {
			t.Fatalf("seed %d: log Z %f, want %f", seed, logZ, math.Log(sum))
		}
		for i := range marginals {
			for b, m := range marginals[i] {
				if got := l.marginal(i, b); math.Abs(got-m/sum) > 1e-5 {
					t.Errorf("seed %d: marginal(%d,%d) = %f, want %f", seed, i, b, got, m/sum)
				}
			}
		}
		found := map[[3]int]float64{}
		for _, s := range l.segments(1e-4) {
			found[[3]int{s.role, int(s.first), int(s.last)}] = s.p
		}
		for s, p := range spans {
			if p /= sum; math.Abs(found[s]-p) > 1e-5 && p > 1.1e-4 {
				t.Errorf("seed %d: segment %v of probability %f, want %f", seed, s, found[s], p)
			}
		}
	}
}

// everyReading calls visit with each set of segments that do not overlap.
func everyReading(r *reading, moves *[readState][roles]float32, visit func(picked []int, score float64)) {
	var walk func(i, state int, picked []int, score float64)
	walk = func(i, state int, picked []int, score float64) {
		if i == r.n {
			visit(picked, score)
			return
		}
		walk(i+1, passed(state, i+1 < r.n && r.breaks[i+1]), picked, score)
		for _, k := range r.byFirst[i] {
			s := &r.segments[k]
			to := int(s.last) + 1
			next := entered(state, s.role)
			if to < r.n && r.breaks[to] {
				next += 2
			}
			walk(to, next, append(picked[:len(picked):len(picked)], k), score+float64(r.scores[k]+moves[state][s.role]))
		}
	}
	walk(0, startState, nil, 0)
}

func TestReadingAgainstAllReadings(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	var moves [readState][roles]float32
	for s := range moves {
		for b := range moves[s] {
			moves[s][b] = float32(random.NormFloat64())
		}
	}
	segments := []segment{{0, 0, 1, 0}, {1, 1, 2, 0}, {1, 2, 2, 0}, {2, 3, 5, 0}, {2, 3, 6, 0}, {0, 5, 5, 0}, {1, 6, 6, 0}}
	var r reading
	r.prepare(7, segments, []bool{false, false, false, true, false, true, false})
	for k := range r.scores {
		r.scores[k] = float32(random.NormFloat64())
	}
	logZ := r.infer(&moves)
	sum := 0.0
	want := make([]float64, len(segments))
	everyReading(&r, &moves, func(picked []int, score float64) {
		p := math.Exp(score)
		sum += p
		for _, k := range picked {
			want[k] += p
		}
	})
	if math.Abs(logZ-math.Log(sum)) > 1e-6 {
		t.Fatalf("log Z %f, want %f", logZ, math.Log(sum))
	}
	for k := range want {
		if math.Abs(r.probs[k]-want[k]/sum) > 1e-6 {
			t.Errorf("segment %d: %f, want %f", k, r.probs[k], want[k]/sum)
		}
	}
	best, most := 0.0, -1.0
	everyReading(&r, &moves, func(picked []int, _ float64) {
		worth := 0.0
		for _, k := range picked {
			worth += r.probs[k] - 0.2
		}
		most = max(most, worth)
	})
	for _, k := range r.decode(func(k int) float64 { return r.probs[k] - 0.2 }, nil) {
		best += r.probs[k] - 0.2
	}
	if math.Abs(best-most) > 1e-9 {
		t.Errorf("decode is worth %f, the best reading %f", best, most)
	}
}
