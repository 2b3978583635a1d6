package english

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"github.com/hearsay-news/hearsay/learn"
)

// Training says how a model is trained.
type Training struct {
	Gold   []*ConlluSentence
	Epochs int
	Log    io.Writer
}

// example is a sentence to learn from.
type example struct {
	forms  []form
	tags   []int
	heads  []int32 // the root is len(forms)
	deprel []Deprel
}

// Train writes a model.
func Train(w io.Writer, t Training) error {
	tags, ids := tagSet(t.Gold)
	var all []example
	for _, s := range t.Gold {
		all = append(all, newExample(s, ids))
	}
	// The parser learns from tags as they will be given to it: those of a
	// tagger that has not seen the sentence.
	const folds = 5
	for fold := range folds {
		var train []example
		for i := range all {
			if i%folds != fold {
				train = append(train, all[i])
			}
		}
		tg := &tagger{tags: tags, model: trainTagger(train, len(tags), 4, nil)}
		s := &scratch{scores: make([]int32, 256)}
		out := make([]tag, 1000)
		for i := range all {
			if i%folds == fold {
				for k := range all[i].forms {
					all[i].forms[k].tag = 0
				}
				tg.tag(all[i].forms, out, s)
			}
		}
		fmt.Fprintln(t.Log, "fold", fold)
	}
	jack := make([][]form, len(all))
	for i := range all {
		jack[i] = slices.Clone(all[i].forms)
	}
	tg := trainTagger(all, len(tags), t.Epochs, t.Log)
	for i := range all {
		all[i].forms = jack[i]
	}
	ps := trainParser(all, t.Epochs, t.Log)
	return writeModel(w, tags, tg, ps, trainLemmatizer(t.Gold))
}

func tagSet(gold []*ConlluSentence) ([]tag, map[tag]int) {
	counts := map[tag]int{}
	for _, s := range gold {
		for _, w := range s.Words() {
			counts[tag{ParseUPOS(w.UPOS), ParseXPOS(w.XPOS)}]++
		}
	}
	var tags []tag
	for u := range uposNames {
		for x := range xposNames {
			if t := (tag{UPOS(u), XPOS(x)}); counts[t] >= 3 {
				tags = append(tags, t)
			}
		}
	}
	ids := map[tag]int{}
	for i, t := range tags {
		ids[t] = i
	}
	return tags, ids
}

func newExample(s *ConlluSentence, ids map[tag]int) example {
	var e example
	words := s.Words()
	var buf []byte
	for _, w := range words {
		var f form
		f, buf = newForm(w.Form, buf)
		e.forms = append(e.forms, f)
		id, ok := ids[tag{ParseUPOS(w.UPOS), ParseXPOS(w.XPOS)}]
		if !ok {
			id = -1
		}
		e.tags = append(e.tags, id)
		var head int32
		fmt.Sscan(w.Head, &head)
		if head == 0 {
			head = int32(len(words)) + 1
		}
		e.heads = append(e.heads, head-1)
		e.deprel = append(e.deprel, ParseDeprel(w.Deprel))
	}
	return e
}

func trainTagger(examples []example, classes, epochs int, log io.Writer) *learn.Linear {
	p := learn.NewPerceptron(classes, 17)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 1))
	scores := make([]float32, classes)
	var fs []learn.Feature
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right, n := 0, 0
		for _, k := range order {
			e := &examples[k]
			for i := range e.forms {
				fs = tagFeatures(fs[:0], e.forms, i)
				p.Score(fs, scores)
				best := 0
				for c, s := range scores {
					if s > scores[best] {
						best = c
					}
				}
				p.Step()
				if gold := e.tags[i]; gold >= 0 && best != gold {
					p.Update(fs, gold, 1)
					p.Update(fs, best, -1)
				} else {
					right++
				}
				n++
				e.forms[i].tag = uint64(best) + 10
			}
		}
		if log != nil {
			fmt.Fprintf(log, "tagger epoch %d: %.2f\n", epoch+1, 100*float64(right)/float64(n))
		}
	}
	return p.Average(0.5)
}

func trainParser(examples []example, epochs int, log io.Writer) *learn.Linear {
	p := learn.NewPerceptron(moves, 18)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(2, 2))
	scores := make([]float32, moves)
	var fs []learn.Feature
	var st state
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right, n := 0, 0
		for _, k := range order {
			e := &examples[k]
			st.start(e.forms)
			for !st.done() {
				fs = parseFeatures(fs[:0], &st)
				p.Score(fs, scores)
				guess, gold := st.choose(e, scores)
				p.Step()
				n++
				if guess != gold {
					p.Update(fs, gold, 1)
					p.Update(fs, guess, -1)
				} else {
					right++
				}
				next := gold
				if epoch > 0 && random.Float64() < 0.9 {
					next = guess
				}
				st.apply(move(next))
			}
		}
		if log != nil {
			fmt.Fprintf(log, "parser epoch %d: %.2f\n", epoch+1, 100*float64(right)/float64(n))
		}
	}
	return p.Average(0.5)
}

// choose gives the best scored transition and the best scored one of those
// that lose no more of the gold tree.
func (p *state) choose(e *example, scores []float32) (guess, gold int) {
	var cost [3]int
	least := 1 << 30
	for a := range cost {
		cost[a] = 1 << 30
		if p.allowed(a) {
			cost[a] = p.cost(e, a)
			least = min(least, cost[a])
		}
	}
	guess, gold = -1, -1
	for c, s := range scores {
		a, rel := move(c)
		if !p.allowed(a) {
			continue
		}
		isRoot := a == left && p.next == p.root()
		if a != shift && (rel == RelNone || (rel == RelRoot) != isRoot) {
			continue
		}
		if guess < 0 || s > scores[guess] {
			guess = c
		}
		if cost[a] != least {
			continue
		}
		if a != shift {
			top := p.stack[len(p.stack)-1]
			h := p.next
			if a == right {
				h = p.stack[len(p.stack)-2]
			}
			if e.heads[top] == h && e.deprel[top] != rel {
				continue
			}
		}
		if gold < 0 || s > scores[gold] {
			gold = c
		}
	}
	return guess, gold
}

// cost is the number of gold arcs that a transition puts out of reach.
func (p *state) cost(e *example, action int) int {
	n := 0
	if action == shift {
		b := p.next
		for i, w := range p.stack {
			if e.heads[w] == b {
				n++
			}
			if i < len(p.stack)-1 && e.heads[b] == w {
				n++
			}
		}
		return n
	}
	top := p.stack[len(p.stack)-1]
	for b := p.next; b < p.root(); b++ {
		if e.heads[b] == top {
			n++
		}
	}
	h := e.heads[top]
	if action == right {
		if h >= p.next {
			n++
		}
		return n
	}
	if h > p.next || len(p.stack) > 1 && h == p.stack[len(p.stack)-2] {
		n++
	}
	return n
}
