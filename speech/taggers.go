package speech

import (
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/hearsay-news/hearsay/learn"
)

// chainShare and netShare are how much the scores of the two taggers count:
// those of the field over hashed features and those of the net.
const chainShare, netShare = 0.3, 0.7

// tagger is both taggers as trained on a part of the examples.
type tagger struct {
	chain *chainWeights
	net   *net
	moves *transitions // of both
}

// taggers trains, for each fold, on all else, and at last, as the net is not to
// be averaged, a net on everything.
func (t *training) taggers(bits uint) []*tagger {
	for i, v := range t.views {
		l := v.lesson(t.gold[i])
		t.lessons = append(t.lessons, &l)
	}
	t.chains(bits, -1)
	out := make([]*tagger, t.Folds+1)
	var wait sync.WaitGroup
	turns := make(chan bool, runtime.GOMAXPROCS(0))
	for k := range out {
		wait.Go(func() {
			turns <- true
			defer func() { <-turns }()
			log := &labelled{t.Log, fmt.Sprintf("fold %d: ", k)}
			g := &tagger{chain: newChainWeights(bits)}
			if k < t.Folds {
				g.chain = trainTagger(t.chains(bits, k), bits, t.TagEpochs, log)
			}
			n := newNetTrainer(uint64(k))
			n.train(t.lessonsWithout(k), t.NetEpochs, log)
			g.net = n.net
			g.moves = mixed(&g.chain.moves.transitions, &n.moves.transitions)
			out[k] = g
		})
	}
	wait.Wait()
	last := out[t.Folds]
	for _, g := range out[:t.Folds] {
		last.chain.addShare(g.chain, 1/float32(t.Folds))
	}
	last.moves.addShare(&last.chain.moves.transitions, chainShare)
	last.moves.weighAll()
	return out
}

func (t *training) lessonsWithout(fold int) []*lesson {
	var out []*lesson
	for i, l := range t.lessons {
		if i%t.Folds != fold {
			out = append(out, l)
		}
	}
	return out
}

// labelled writes lines behind a label.
type labelled struct {
	io.Writer
	label string
}

func (l *labelled) Write(line []byte) (int, error) {
	if _, err := fmt.Fprintf(l.Writer, "%s%s", l.label, line); err != nil {
		return 0, err
	}
	return len(line), nil
}

// mixed are the transitions of both taggers together.
func mixed(chain, net *transitions) *transitions {
	m := new(transitions)
	m.addShare(chain, chainShare)
	m.addShare(net, netShare)
	m.weighAll()
	return m
}

// weigh fills the lattice of a paragraph whose first word has the given row of
// the net's scores.
func (g *tagger) weigh(c *chain, scores *learn.Matrix, first int, l *lattice) {
	g.chain.score(c, l)
	for i := range c.ends {
		for b := range tags {
			l.emit[i][b] = float32(chainShare*l.emit[i][b]) + float32(netShare*scores.Row(first + i)[b])
		}
		l.odds[i] = &g.moves.odds[c.borders[i]]
	}
	l.forwardBackward()
}
