package english

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/hearsay-news/hearsay/learn"
)

const (
	nameDrop  = 300 // of 1024 features are left out in each step of training
	nameLeast = 3   // parts of nameUnit; smaller weights are dropped
)

// segment is a run of candidates, read in the first or the second pass.
type segment struct {
	text        *nameText
	first, last int // the sentence
	begin, end  int
	second      bool
}

func (x *nameText) segments(second bool) []segment {
	var out []segment
	for _, sentence := range x.doc.Sentences {
		first, last := int(sentence.First), int(sentence.Last)
		for i := first; i < last; {
			if !x.s.words[i].candidate {
				i++
				continue
			}
			end := i
			for end < last && x.s.words[end].candidate {
				end++
			}
			out = append(out, segment{x, first, last, i, end, second})
			i = end
		}
	}
	return out
}

// fieldTrainer trains a conditional random field over the labels by
// stochastic gradients, each weight with a rate of its own (AdaGrad).
type fieldTrainer struct {
	weights, squares []float32 // rows of a weight a label
	from             *namePass // of as many rows, to begin with
	runs             int       // of training; every other begins with the weights of from
	least            uint8     // rarer features are left out
	seen             []uint8   // how often features occur, up to least
	sums             []float32 // of the weights kept
	kept             int
	steps            [labels][labels]float32
	stepSquares      [labels][labels]float32

	scores      []float32
	rows        []uint32
	ends        []int // where each word's rows end
	alpha, beta [][labels]float32
	scale       []float32
}

const (
	nameRate   = 0.1
	nameSettle = 1e-6
	seenBits   = 24
)

// train reads the texts, shuffled anew each time.
func (t *fieldTrainer) train(texts []*nameText, epochs int, second bool, log io.Writer) {
	var all []segment
	for _, x := range texts {
		all = append(all, x.segments(second)...)
	}
	if t.least > 1 {
		t.seen = make([]uint8, 1<<seenBits)
		for _, g := range all {
			for i := g.begin; i < g.end; i++ {
				g.text.s.features(i, g.first, g.last, g.second)
				for _, f := range g.text.s.feats {
					if n := &t.seen[f.Row(seenBits)]; *n < t.least {
						*n++
					}
				}
			}
		}
	}
	for run := range t.runs {
		t.begin(t.from != nil && run%2 == 1)
		t.run(all, epochs, uint64(run), log)
	}
}

// begin sets the weights to none, or to those of the pass t.from.
func (t *fieldTrainer) begin(from bool) {
	t.weights, t.squares = make([]float32, labels<<nameBits), make([]float32, labels<<nameBits)
	t.steps, t.stepSquares = [labels][labels]float32{}, [labels][labels]float32{}
	if !from {
		return
	}
	for row := range uint32(1 << nameBits) {
		for l, w := range []byte(t.from.row(row)) {
			t.weights[int(row)*labels+l] = float32(int8(w)) / nameUnit
		}
	}
	for a := range labels {
		for b := range labels {
			t.steps[a][b] = float32(t.from.steps[a][b]) / nameUnit
		}
	}
}

// run reads all runs of words, shuffled anew each time, and keeps the weights
// of the later half of the epochs.
func (t *fieldTrainer) run(all []segment, epochs int, seed uint64, log io.Writer) {
	r := rand.New(rand.NewPCG(1, seed))
	for epoch := range epochs {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		loss := 0.0
		for _, g := range all {
			loss += t.learn(g, r.Uint64())
		}
		fmt.Fprintf(log, "epoch %d: loss %.4f a run of words\n", epoch, loss/float64(len(all)))
		if epoch >= epochs/2 {
			t.keep()
		}
	}
}

// keep adds the weights as they are to those whose mean the model is.
func (t *fieldTrainer) keep() {
	if t.sums == nil {
		t.sums = make([]float32, len(t.weights))
	}
	for a := range labels {
		row := int(stepFeature(uint8(a))[0].Row(nameBits))
		copy(t.weights[row*labels:(row+1)*labels], t.steps[a][:])
	}
	for i, w := range t.weights {
		t.sums[i] += w
	}
	t.kept++
}

// learn takes a step for a segment and returns its loss, the negative log of
// its labels' probability.
func (t *fieldTrainer) learn(g segment, salt uint64) float64 {
	s := g.text.s
	n := g.end - g.begin
	gold := g.text.gold[g.begin:g.end]
	t.rows, t.ends = t.rows[:0], t.ends[:0]
	t.scores = slices.Grow(t.scores[:0], n*labels)[:n*labels]
	clear(t.scores)
	for k := range n {
		s.features(g.begin+k, g.first, g.last, g.second)
		start := len(t.rows)
		for _, f := range s.feats {
			if t.least > 1 && t.seen[f.Row(seenBits)] < t.least {
				continue
			}
			if learn.Feature(salt).Int(uint64(f)).Row(10) >= nameDrop {
				t.rows = append(t.rows, f.Row(nameBits))
			}
		}
		t.ends = append(t.ends, len(t.rows))
		scores := t.scores[k*labels : (k+1)*labels]
		for _, row := range t.rows[start:] {
			for l, w := range t.weights[int(row)*labels : (int(row)+1)*labels] {
				scores[l] += w
			}
		}
	}
	loss := t.marginals(n, gold)
	start := 0
	for k, end := range t.ends {
		// scores are now the marginals of the labels
		scores := t.scores[k*labels : (k+1)*labels]
		scores[gold[k]]--
		for _, row := range t.rows[start:end] {
			at := int(row) * labels
			for l, d := range scores {
				if d > 1e-3 || d < -1e-3 {
					t.squares[at+l] += d * d
					t.weights[at+l] -= nameRate * d / float32(math.Sqrt(float64(t.squares[at+l])+nameSettle))
				}
			}
		}
		start = end
	}
	return loss
}

// marginals turns the scores of n words into the marginals of their labels, and
// takes a step for the steps between labels.
func (t *fieldTrainer) marginals(n int, gold []uint8) float64 {
	var move [labels][labels]float32
	for a := range labels {
		for b := range labels {
			if follows(uint8(a), uint8(b)) {
				move[a][b] = exp(t.steps[a][b])
			}
		}
	}
	goldScore, top := float64(0), float64(0)
	from := uint8(labelNone)
	t.alpha = slices.Grow(t.alpha[:0], n)[:n]
	t.beta = slices.Grow(t.beta[:0], n)[:n]
	t.scale = slices.Grow(t.scale[:0], n)[:n]
	for k := range n {
		scores := t.scores[k*labels : (k+1)*labels]
		goldScore += float64(scores[gold[k]] + t.steps[from][gold[k]])
		from = gold[k]
		most := slices.Max(scores)
		top += float64(most)
		sum := float32(0)
		for b := range labels {
			scores[b] = exp(scores[b] - most)
			in := float32(0)
			if k == 0 {
				in = move[labelNone][b]
			} else {
				for _, a := range labelsBefore[b] {
					in += t.alpha[k-1][a] * move[a][b]
				}
			}
			t.alpha[k][b] = in * scores[b]
			sum += t.alpha[k][b]
		}
		t.scale[k] = sum
		for b := range labels {
			t.alpha[k][b] /= sum
		}
		top += math.Log(float64(sum))
	}
	goldScore += float64(t.steps[from][labelNone])
	total := float32(0)
	for b := range labels {
		t.beta[n-1][b] = move[b][labelNone]
		total += t.alpha[n-1][b] * move[b][labelNone]
	}
	top += math.Log(float64(total))
	for b := range labels {
		t.beta[n-1][b] /= total
	}
	var grad [labels][labels]float32
	for k := n - 1; k > 0; k-- {
		scores := t.scores[k*labels : (k+1)*labels]
		t.beta[k-1] = [labels]float32{}
		for b := range labels {
			out := t.beta[k][b] * scores[b] / t.scale[k]
			for _, a := range labelsBefore[b] {
				t.beta[k-1][a] += move[a][b] * out
				grad[a][b] += t.alpha[k-1][a] * move[a][b] * out
			}
		}
	}
	from = labelNone
	for k := range n {
		for b := range labels {
			p := t.alpha[k][b] * t.beta[k][b]
			t.scores[k*labels+b] = p
			if k == 0 {
				grad[labelNone][b] += p
			}
			if k == n-1 {
				grad[b][labelNone] += p
			}
		}
		grad[from][gold[k]]--
		from = gold[k]
	}
	grad[from][labelNone]--
	for a := range labels {
		for b := range labels {
			if d := grad[a][b]; d != 0 && follows(uint8(a), uint8(b)) {
				t.stepSquares[a][b] += d * d
				t.steps[a][b] -= nameRate * d / float32(math.Sqrt(float64(t.stepSquares[a][b])+nameSettle))
			}
		}
	}
	return top - goldScore
}

func exp(x float32) float32 { return float32(math.Exp(float64(x))) }

// weightsKept is the mean of the weights kept, a byte each.
func (t *fieldTrainer) weightsKept() []int8 {
	out := make([]int8, len(t.sums))
	for i, w := range t.sums {
		q := math.Round(float64(w) / float64(t.kept) * nameUnit)
		if math.Abs(q) >= nameLeast {
			out[i] = int8(max(math.MinInt8, min(math.MaxInt8, q)))
		}
	}
	return out
}
