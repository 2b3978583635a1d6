package speech

import (
	"fmt"
	"io"
	"math/rand/v2"
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Example is an analysed article with its attributions.
type Example struct {
	Doc  *english.Document
	Gold []Attribution
}

// Options of training. The zero value of a field means its usual value.
type Options struct {
	Folds, TagEpochs, SpanEpochs, LinkEpochs int
	Log                                      io.Writer
}

type lemmaCount struct{ cue, all int }

func countLemmas(doc *english.Document, gold []uint8) map[lemmaKey]lemmaCount {
	out := map[lemmaKey]lemmaCount{}
	for i := range doc.Words {
		w := &doc.Words[i]
		k := lemmaKey{w.Lemma, lemmaClass(w.UPOS)}
		c := out[k]
		c.all++
		if int(gold[i]) == beginOf(1) || int(gold[i]) == insideOf(1) {
			c.cue++
		}
		out[k] = c
	}
	return out
}

// learnLexicons counts lemmas over the examples and returns the lexicon of all
// and, for each example, that of the others.
func learnLexicons(examples []Example) (all *cueLexicon, others []*cueLexicon) {
	bare := &cueLexicon{}
	total := map[lemmaKey]lemmaCount{}
	per := make([]map[lemmaKey]lemmaCount, len(examples))
	for i, e := range examples {
		v := newView(e.Doc, bare)
		per[i] = countLemmas(e.Doc, v.goldTags(e.Gold))
		for k, c := range per[i] {
			t := total[k]
			total[k] = lemmaCount{t.cue + c.cue, t.all + c.all}
		}
	}
	all = &cueLexicon{buckets: map[lemmaKey]uint8{}}
	for k, c := range total {
		if b := cueBucket(c.cue, c.all); b != unseenBucket {
			all.buckets[k] = b
		}
	}
	for i := range examples {
		l := &cueLexicon{buckets: make(map[lemmaKey]uint8, len(per[i]))}
		for k, c := range per[i] {
			t := total[k]
			l.buckets[k] = cueBucket(t.cue-c.cue, t.all-c.all)
		}
		others = append(others, l)
	}
	return all, others
}

func trainTagger(chains []*chain, bits uint, epochs int, log io.Writer) *chainWeights {
	w := newChainWeights(bits)
	order := rand.New(rand.NewPCG(1, 2))
	for e := range epochs {
		loss := w.train(chains, order)
		fmt.Fprintf(log, "tagger epoch %d: loss %.4f\n", e+1, loss)
	}
	w.settle()
	return w
}

// goldSegments lists the annotated segments of a paragraph.
func goldSegments(tags []uint8) []segment {
	var out []segment
	for i, t := range tags {
		if t == outTag {
			continue
		}
		role := int(t-1) / 2
		if int(t) == beginOf(role) {
			out = append(out, segment{role: role, first: int32(i), last: int32(i)})
		} else if n := len(out); n > 0 {
			out[n-1].last = int32(i)
		}
	}
	return out
}

// newPuzzle makes the second stage's training item of a paragraph from what the
// tagger, trained on other articles, holds possible.
func newPuzzle(v *view, p paragraph, l *lattice, gold []segment, bits uint) (z *puzzle, missed int) {
	z = &puzzle{n: int(p.last - p.first), segments: propose(v, p, l)}
	z.right = make([]bool, len(z.segments))
	for _, g := range gold {
		found := false
		for k, s := range z.segments {
			if s.role == g.role && s.first == g.first && s.last == g.last {
				z.right[k], found = true, true
			}
		}
		if !found {
			missed++
		}
	}
	sc := newScene(v, p, l)
	for _, s := range z.segments {
		r := rows{bits: bits}
		sc.spanFeatures(&r, s)
		z.rows = append(z.rows, r.out)
	}
	z.breaks = v.breaks(p)
	return z, missed
}

// leastSegment is the probability from which the second stage considers a
// segment.
const leastSegment = 0.005

// propose lists the segments of a paragraph that the second stage weighs.
func propose(_ *view, _ paragraph, l *lattice) []segment { return l.segments(leastSegment) }

// breaks marks the words of a paragraph that begin a sentence.
func (v *view) breaks(p paragraph) []bool {
	out := make([]bool, p.last-p.first)
	for i := p.first; i < p.last; i++ {
		out[i-p.first] = i > p.first && v.sent[i] != v.sent[i-1]
	}
	return out
}

// goldMentions lists the annotated mentions of an article in order and, by
// mention, the mention each content or cue is tied to, -1 for none.
func (v *view) goldMentions(gold []Attribution) ([]mention, map[int]int) {
	type key struct {
		role        int
		first, last int32
	}
	var ms []mention
	at := map[key]int{}
	add := func(role int, s news.Span) (key, bool) {
		first, last := v.wordsIn(s)
		k := key{role, first, last - 1}
		if first >= last {
			return k, false
		}
		if _, ok := at[k]; !ok {
			at[k] = len(ms)
			ms = append(ms, v.mention(role, first, last-1, 0.9))
		}
		return k, true
	}
	type tie struct{ from, to key }
	var ties []tie
	for _, a := range gold {
		if len(a.Cue) == 0 {
			continue
		}
		cue, ok := add(1, a.Cue[0])
		if !ok {
			continue
		}
		for _, s := range a.Content {
			if c, ok := add(2, s); ok {
				ties = append(ties, tie{c, cue})
			}
		}
		if len(a.Source) > 0 {
			if s, ok := add(0, a.Source[0]); ok {
				ties = append(ties, tie{cue, s})
			}
		}
	}
	perm := make([]int, len(ms))
	for i := range perm {
		perm[i] = i
	}
	sort.Slice(perm, func(a, b int) bool { return ms[perm[a]].before(ms[perm[b]]) })
	sorted := make([]mention, len(ms))
	place := make([]int, len(ms))
	for i, k := range perm {
		sorted[i], place[k] = ms[k], i
	}
	links := map[int]int{}
	for _, t := range ties {
		links[place[at[t.from]]] = place[at[t.to]]
	}
	return sorted, links
}

func (m mention) before(o mention) bool {
	if m.first != o.first {
		return m.first < o.first
	}
	return m.role < o.role
}

func (v *view) mention(role int, first, last int32, p float64) mention {
	m := mention{role: role, first: first, last: last, p: p, para: v.doc.Sentences[v.sent[first]].Paragraph}
	s := scene{v: v}
	m.head, _, _ = s.spanHead(first, last)
	return m
}

// linkChoices are the choices that tie the mentions of an article.
func linkChoices(v *view, gold []Attribution, bits uint) []choice {
	ms, links := v.goldMentions(gold)
	l := linker{v, ms}
	var out []choice
	for k, m := range ms {
		if m.role == 0 {
			continue
		}
		want, tied := links[k]
		if !tied {
			want = noneOption
		}
		c := choice{right: -1}
		for i, j := range l.candidates(k, m.role-1) {
			r := rows{bits: bits}
			l.linkFeatures(&r, k, j)
			c.options = append(c.options, r.out)
			if j == want {
				c.right = i
			}
		}
		if c.right >= 0 && len(c.options) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// Train learns a model from examples.
func Train(examples []Example, o Options) *Model {
	const tagBits, spanBits, linkBits = 20, 18, 16
	t := newTraining(examples, o)
	m := &Model{floors: [roles]float64{0.3, 0.35, 0.3}}
	m.lexicon = *t.lexicon
	puzzles, tagger := t.jackknife(tagBits, spanBits)
	m.setTagger(tagger)
	spans := t.trainSpans(puzzles, spanBits)
	m.spans, m.entries = quantise(spanBits, spans.w), spans.moves
	order := rand.New(rand.NewPCG(3, 4))
	var choices []choice
	for i, v := range t.views {
		choices = append(choices, linkChoices(v, examples[i].Gold, linkBits)...)
	}
	links := newRankWeights(linkBits)
	for e := range t.LinkEpochs {
		fmt.Fprintf(t.Log, "link epoch %d: loss %.4f of %d\n", e+1, links.train(choices, order), len(choices))
	}
	m.links = quantise(linkBits, links.w)
	return m
}

func (m *Model) setTagger(w *chainWeights) { m.tags, m.moves = quantise(w.bits, w.emit), w.moves }

type training struct {
	Options
	examples []Example
	lexicon  *cueLexicon
	views    []*view
	gold     [][]uint8
	cached   [][]*chain // by example and paragraph
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
// article, and returns the mean of the taggers too: it is better than any one
// tagger trained on everything.
func (t *training) jackknife(tagBits, spanBits uint) ([]*puzzle, *chainWeights) {
	mean := newChainWeights(tagBits)
	var out []*puzzle
	var l lattice
	missed, gold := 0, 0
	for fold := range t.Folds {
		w := trainTagger(t.chains(tagBits, fold), tagBits, t.TagEpochs, t.Log)
		mean.addShare(w, 1/float32(t.Folds))
		for i := fold; i < len(t.views); i += t.Folds {
			v := t.views[i]
			for k, p := range v.paras {
				w.score(t.cached[i][k], &l)
				l.forwardBackward()
				right := goldSegments(t.gold[i][p.first:p.last])
				z, m := newPuzzle(v, p, &l, right, spanBits)
				gold, missed = gold+len(right), missed+m
				if len(z.segments) > 0 {
					out = append(out, z)
				}
			}
		}
	}
	fmt.Fprintf(t.Log, "segments not proposed: %d of %d\n", missed, gold)
	return out, mean
}
