package speech

import "math"

// A linear-chain conditional random field over hashed features. The scores of
// a position are sums of rows of one table; transitions depend on the class
// of the boundary they cross.

const (
	tags   = 7 // O, then begin and inside of source, cue, content
	width  = 8 // floats in a row, padded to a power of two
	outTag = 0
)

// begins and insides give the tags of a role.
func beginOf(role int) int  { return 1 + 2*role }
func insideOf(role int) int { return 2 + 2*role }

// allowed reports whether tag b may follow tag a; a is tags at the start.
func allowed(a, b int) bool {
	if b == outTag || b%2 == 1 {
		return true
	}
	return a == b || a == b-1
}

// transitions are the scores of the moves between tags, by the class of the
// boundary that is crossed; row tags is the paragraph's begin. Odds are their
// exponentials, 0 where a move is forbidden.
type transitions struct {
	scores [borders][tags + 1][tags]float32
	odds   [borders][tags + 1][tags]float64
}

// weigh brings the odds of a class of boundaries up to date.
func (t *transitions) weigh(border int) {
	for a := range tags + 1 {
		for b := range tags {
			if allowed(a, b) {
				t.odds[border][a][b] = expf(t.scores[border][a][b])
			}
		}
	}
}

// weighAll brings all odds up to date.
func (t *transitions) weighAll() {
	for b := range borders {
		t.weigh(b)
	}
}

func (t *transitions) addShare(o *transitions, share float32) {
	for b := range o.scores {
		for p := range o.scores[b] {
			for k, x := range o.scores[b][p] {
				t.scores[b][p][k] += share * x
			}
		}
	}
}

// lattice is the scratch space of one sequence.
type lattice struct {
	emit  [][tags]float32
	odds  []*[tags + 1][tags]float64 // exp of the scores of moves into position i; row tags is the start
	alpha [][tags]float64
	beta  [][tags]float64
	expo  [][tags]float64 // exp of emit less its maximum
	scale []float64
}

func (l *lattice) size(n int) {
	if cap(l.emit) < n {
		c := n + n/2
		l.emit, l.odds = make([][tags]float32, c), make([]*[tags + 1][tags]float64, c)
		l.alpha, l.beta = make([][tags]float64, c), make([][tags]float64, c)
		l.expo, l.scale = make([][tags]float64, c), make([]float64, c)
	}
	l.emit, l.odds = l.emit[:n], l.odds[:n]
	l.alpha, l.beta = l.alpha[:n], l.beta[:n]
	l.expo, l.scale = l.expo[:n], l.scale[:n]
}

// forwardBackward fills alpha and beta and returns the log of the partition
// function. It works with scaled probabilities; forbidden moves weigh nothing.
func (l *lattice) forwardBackward() float64 {
	n := len(l.emit)
	if n == 0 {
		return 0
	}
	logZ := 0.0
	for i := range n {
		m := maxOf(&l.emit[i])
		e := &l.expo[i]
		for t := range e {
			e[t] = expf(l.emit[i][t] - m)
		}
		sum := 0.0
		for b := range tags {
			a := 0.0
			if i == 0 {
				a = l.odds[0][tags][b]
			} else {
				for p := range tags {
					a += l.alpha[i-1][p] * l.odds[i][p][b]
				}
			}
			a *= e[b]
			l.alpha[i][b] = a
			sum += a
		}
		for b := range tags {
			l.alpha[i][b] /= sum
		}
		l.scale[i] = sum
		logZ += math.Log(sum) + float64(m)
	}
	for b := range tags {
		l.beta[n-1][b] = 1
	}
	for i := n - 1; i > 0; i-- {
		e := &l.expo[i]
		for p := range tags {
			s := 0.0
			for b := range tags {
				s += l.odds[i][p][b] * e[b] * l.beta[i][b]
			}
			l.beta[i-1][p] = s / l.scale[i]
		}
	}
	return logZ
}

// marginal is the probability of tag b at position i.
func (l *lattice) marginal(i, b int) float64 { return l.alpha[i][b] * l.beta[i][b] }

func expf(x float32) float64 { return math.Exp(float64(x)) }

func maxOf(e *[tags]float32) float32 {
	m := e[0]
	for _, x := range e[1:] {
		m = max(m, x)
	}
	return m
}

// segment is a stretch of words of one role that the tagger holds possible:
// words first to last, both included, counted from the paragraph's begin.
type segment struct {
	role        int
	first, last int32
	p           float64 // the tagger's probability of exactly this segment
}

// segments lists every segment of at least the given probability, after
// forwardBackward.
func (l *lattice) segments(least float64) []segment {
	var out []segment
	n := len(l.emit)
	for i := range n {
		for role := range 3 {
			b, in := beginOf(role), insideOf(role)
			reach := l.alpha[i][b]
			if reach*l.beta[i][b] < least {
				continue
			}
			cur := b
			for j := i; ; {
				end := reach
				if j+1 < n {
					leave := 0.0
					for t := range tags {
						if t != in && allowed(cur, t) {
							leave += l.odds[j+1][cur][t] * l.expo[j+1][t] * l.beta[j+1][t]
						}
					}
					end *= leave / l.scale[j+1]
				}
				if end >= least {
					out = append(out, segment{role, int32(i), int32(j), end})
				}
				if j++; j >= n {
					break
				}
				reach *= l.odds[j][cur][in] * l.expo[j][in] / l.scale[j]
				cur = in
				if reach*l.beta[j][in] < least {
					break
				}
			}
		}
	}
	return out
}
