package speech

import (
	"math"
	"math/rand/v2"

	"github.com/hearsay-news/hearsay/news"
)

// chain is a paragraph ready for training: the rows of each word, the class of
// the boundary before it, and its tag.
type chain struct {
	rows    []uint32
	ends    []int32 // rows of word i are rows[ends[i-1]:ends[i]]
	borders []uint8
	gold    []uint8
}

func (c *chain) rowsOf(i int) []uint32 {
	if i == 0 {
		return c.rows[:c.ends[0]]
	}
	return c.rows[c.ends[i-1]:c.ends[i]]
}

const borders = 32

// border is the class of the boundary before word i of paragraph p: a new
// sentence, the change of quotation, the marks around it.
func (v *view) border(p paragraph, i int32) uint8 {
	if i == p.first {
		return 0
	}
	b := uint8(0)
	if v.sent[i] != v.sent[i-1] {
		b = 1
	}
	switch before, here := v.quote[i-1] > 0, v.quote[i] > 0; {
	case before && here:
		b |= 2
	case before:
		b |= 4
	case here:
		b |= 6
	}
	switch {
	case v.punct[i-1] == ',':
		b |= 8
	case v.punct[i-1] != 0:
		b |= 16
	case v.punct[i] != 0:
		b |= 24
	}
	return b
}

func (v *view) chain(p paragraph, bits uint) chain {
	anc := v.ancestries(p.first, p.last)
	r := rows{bits: bits}
	var c chain
	for i := p.first; i < p.last; i++ {
		v.tagFeatures(&r, p, anc, i)
		c.ends = append(c.ends, int32(len(r.out)))
		c.borders = append(c.borders, v.border(p, i))
	}
	c.rows = append([]uint32(nil), r.out...)
	return c
}

// goldTags gives each word of the document the tag of the annotated span that
// covers most of it.
func (v *view) goldTags(gold []Attribution) []uint8 {
	out := make([]uint8, len(v.doc.Words))
	for _, a := range gold {
		for role, spans := range [][]news.Span{a.Source, a.Cue, a.Content} {
			for _, s := range spans {
				first, last := v.wordsIn(s)
				for i := first; i < last; i++ {
					out[i] = uint8(insideOf(role))
				}
				if first < last {
					out[first] = uint8(beginOf(role))
				}
			}
		}
	}
	return out
}

// wordsIn is the range of words that lie in s by more than half.
func (v *view) wordsIn(s news.Span) (first, last int32) {
	ws := v.doc.Words
	lo, hi := 0, len(ws)
	for lo < hi {
		m := (lo + hi) / 2
		if ws[m].End <= s.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	first = int32(lo)
	for int(first) < len(ws) && 2*ws[first].Overlap(s) <= ws[first].Len() && ws[first].Start < s.End {
		first++
	}
	last = first
	for int(last) < len(ws) && 2*ws[last].Overlap(s) > ws[last].Len() {
		last++
	}
	return first, last
}

// chainWeights are the weights in training.
type chainWeights struct {
	bits      uint
	emit, sq  []float32 // width floats a row
	moves     movesTrainer
	rate, reg float32
	drop      float64
}

// How the tagger learns: the step, the pull towards zero, and the share of the
// rows of each word that are left out at random.
const tagRate, tagReg, tagDrop = 0.02, 1e-3, 0.6

func newChainWeights(bits uint) *chainWeights {
	n := width << bits
	return &chainWeights{bits: bits, emit: make([]float32, n), sq: make([]float32, n), rate: tagRate, reg: tagReg, drop: tagDrop}
}

func (w *chainWeights) score(c *chain, l *lattice) {
	l.size(len(c.ends))
	for i := range c.ends {
		var e [width]float32
		for _, r := range c.rowsOf(i) {
			row := (*[width]float32)(w.emit[r*width:])
			for t := range e {
				e[t] += row[t]
			}
		}
		copy(l.emit[i][:], e[:tags])
	}
	w.moves.enter(c.borders, l)
}

// movesTrainer learns the transitions.
type movesTrainer struct {
	transitions
	square [borders][tags + 1][tags]float32
}

// enter sets the odds of a lattice.
func (m *movesTrainer) enter(borders []uint8, l *lattice) {
	var done uint32
	for i, b := range borders {
		if done&(1<<b) == 0 {
			m.weigh(int(b))
			done |= 1 << b
		}
		l.odds[i] = &m.odds[b]

	}
}

func adagrad(w, sq *float32, g, rate, reg float32) {
	g += reg * *w
	*sq += g * g
	*w -= rate * g / float32(math.Sqrt(float64(*sq)+1e-8))
}

// train makes one pass over the chains and returns the mean loss of a word.
func (w *chainWeights) train(chains []*chain, order *rand.Rand) float64 {
	perm := order.Perm(len(chains))
	var l lattice
	var thin chain
	loss, words := 0.0, 0
	for _, k := range perm {
		c := chains[k].thinned(order, &thin, w.drop)
		n := len(c.ends)
		w.score(c, &l)
		logZ := l.forwardBackward()
		score := 0.0
		prev := tags
		for i := range n {
			g := int(c.gold[i])
			score += float64(l.emit[i][g] + w.moves.scores[c.borders[i]][prev][g])
			prev = g
		}
		loss += logZ - score
		words += n
		for i := range n {
			w.moves.update(c, &l, i, w.rate)
			var grad [tags]float32
			live := [tags]int{}
			m := 0
			for t := range tags {
				g := float32(l.marginal(i, t))
				if int(c.gold[i]) == t {
					g--
				}
				if g > 1e-3 || g < -1e-3 {
					grad[t] = g
					live[m] = t
					m++
				}
			}
			if m == 0 {
				continue
			}
			for _, r := range c.rowsOf(i) {
				row := (*[width]float32)(w.emit[r*width:])
				sq := (*[width]float32)(w.sq[r*width:])
				for _, t := range live[:m] {
					adagrad(&row[t], &sq[t], grad[t], w.rate, w.reg)
				}
			}
		}
	}
	return loss / float64(max(words, 1))
}

func (m *movesTrainer) update(c *chain, l *lattice, i int, rate float32) {
	b := c.borders[i]
	gp := tags
	if i > 0 {
		gp = int(c.gold[i-1])
	}
	move := func(p, t int, prob float64) {
		g := float32(prob)
		if p == gp && t == int(c.gold[i]) {
			g--
		}
		if g > 1e-3 || g < -1e-3 {
			adagrad(&m.scores[b][p][t], &m.square[b][p][t], g, rate, 0)
		}
	}
	if i == 0 {
		for t := range tags {
			if allowed(tags, t) {
				move(tags, t, l.marginal(0, t))
			}
		}
		return
	}
	var joint [tags][tags]float64
	sum := 0.0
	for p := range tags {
		for t := range tags {
			if allowed(p, t) {
				joint[p][t] = l.alpha[i-1][p] * l.odds[i][p][t] * l.expo[i][t] * l.beta[i][t]
				sum += joint[p][t]
			}
		}
	}
	for p := range tags {
		for t := range tags {
			if allowed(p, t) {
				move(p, t, joint[p][t]/sum)
			}
		}
	}
}

// thinned is the chain without a random share of its rows.
func (c *chain) thinned(random *rand.Rand, into *chain, share float64) *chain {
	if share == 0 {
		return c
	}
	into.rows, into.ends = into.rows[:0], into.ends[:0]
	into.borders, into.gold = c.borders, c.gold
	least := uint64(share * (1 << 16))
	for i := range c.ends {
		var bits uint64
		for k, r := range c.rowsOf(i) {
			if k%4 == 0 {
				bits = random.Uint64()
			}
			if bits&0xffff >= least {
				into.rows = append(into.rows, r)
			}
			bits >>= 16
		}
		into.ends = append(into.ends, int32(len(into.rows)))
	}
	return into
}

// settle ends training: from here on no rows are left out.
func (w *chainWeights) settle() {
	for i := range w.emit {
		w.emit[i] *= float32(1 - w.drop)
	}
	w.sq, w.drop = nil, 0
}

func (w *chainWeights) addShare(o *chainWeights, share float32) {
	for i, x := range o.emit {
		w.emit[i] += share * x
	}
	w.moves.addShare(&o.moves.transitions, share)
}
