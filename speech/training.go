package speech

import (
	"fmt"
	"io"
	"math/rand/v2"
)

type training struct {
	Options
	examples []Example
	lexicon  *cueLexicon
	views    []*view
	gold     [][]uint8
	cached   [][]*chain // by example and paragraph
	lessons  []*lesson
}

func newTraining(examples []Example, o Options) *training {
	if o.Log == nil {
		o.Log = io.Discard
	}
	set := func(n *int, usual int) {
		if *n == 0 {
			*n = usual
		}
	}
	set(&o.Folds, 4)
	set(&o.TagEpochs, 6)
	set(&o.NetEpochs, 6)
	set(&o.SpanEpochs, 6)
	set(&o.LinkEpochs, 6)
	t := &training{Options: o, examples: examples}
	all, others := learnLexicons(examples)
	t.lexicon = all
	for i, e := range examples {
		v := newView(e.Doc, others[i])
		t.views = append(t.views, v)
		t.gold = append(t.gold, v.goldTags(e.Gold))
	}
	return t
}

// chains are the paragraphs of the examples outside of a fold.
func (t *training) chains(bits uint, without int) []*chain {
	if t.cached == nil {
		for i, v := range t.views {
			var cs []*chain
			for _, p := range v.paras {
				c := v.chain(p, fineBits)
				c.gold = t.gold[i][p.first:p.last]
				cs = append(cs, &c)
			}
			t.cached = append(t.cached, cs)
		}
		t.dropRare(bits)
	}
	var out []*chain
	for i, cs := range t.cached {
		if i%t.Folds != without {
			out = append(out, cs...)
		}
	}
	return out
}

// fineBits tell features apart well enough to count them.
const fineBits = 24

// leastCount is how often a feature of the tagger occurs in the training data
// to be one.
const leastCount = 2

// dropRare leaves out the rows of features that are too rare and brings the
// others to the given number of bits.
func (t *training) dropRare(bits uint) {
	counts := make([]uint8, 1<<fineBits)
	for _, cs := range t.cached {
		for _, c := range cs {
			for _, r := range c.rows {
				if counts[r] < 255 {
					counts[r]++
				}
			}
		}
	}
	for _, cs := range t.cached {
		for _, c := range cs {
			kept, from := c.rows[:0], int32(0)
			for i, end := range c.ends {
				for _, r := range c.rows[from:end] {
					if counts[r] >= leastCount {
						kept = append(kept, r>>(fineBits-bits))
					}
				}
				from, c.ends[i] = end, int32(len(kept))
			}
			c.rows = kept
		}
	}
}

// trainSpans trains the second stage several times, each without a part of the
// items, and returns the mean.
func (t *training) trainSpans(puzzles []*puzzle, bits uint) *semiWeights {
	mean := newSemiWeights(bits)
	for bag := range spanBags {
		w := newSemiWeights(bits)
		w.drop = spanDrop
		order := rand.New(rand.NewPCG(3, uint64(bag)))
		var part []*puzzle
		for i, z := range puzzles {
			if i/20%(spanBags+1) != bag {
				part = append(part, z)
			}
		}
		for e := range t.SpanEpochs {
			fmt.Fprintf(t.Log, "span epoch %d: loss %.4f\n", e+1, w.train(part, order))
		}
		w.settle()
		mean.addShare(w, 1/float32(spanBags))
	}
	return mean
}

// jackknife makes the second stage's items with taggers that have not seen the
// article.
func (t *training) jackknife(taggers []*tagger, spanBits uint) []*puzzle {
	var out []*puzzle
	var l lattice
	var pass netPass
	missed, gold := 0, 0
	for fold, g := range taggers[:t.Folds] {
		for i := fold; i < len(t.views); i += t.Folds {
			v := t.views[i]
			scores := g.net.read(v, &pass)
			var scenes []*scene
			for k, p := range v.paras {
				g.weigh(t.cached[i][k], scores, int(p.first), &l)
				scenes = append(scenes, newScene(v, p, &l))
			}
			surround(scenes)
			for _, sc := range scenes {
				right := goldSegments(t.gold[i][sc.p.first:sc.p.last])
				z, m := newPuzzle(sc, right, spanBits)
				gold, missed = gold+len(right), missed+m
				if len(z.segments) > 0 {
					out = append(out, z)
				}
			}
		}
	}
	fmt.Fprintf(t.Log, "segments not proposed: %d of %d\n", missed, gold)
	return out
}

// trainLinks learns to tie mentions.
func (t *training) trainLinks(bits uint) table {
	order := rand.New(rand.NewPCG(3, 4))
	var choices []choice
	for i, v := range t.views {
		choices = append(choices, linkChoices(v, t.examples[i].Gold, bits)...)
	}
	links := newRankWeights(bits)
	for e := range t.LinkEpochs {
		fmt.Fprintf(t.Log, "link epoch %d: loss %.4f of %d\n", e+1, links.train(choices, order), len(choices))
	}
	return quantise(bits, links.w)
}
