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
	Folds, TagEpochs, NetEpochs, SpanEpochs, LinkEpochs int
	Log                                                 io.Writer
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
func newPuzzle(sc *scene, gold []segment, bits uint) (z *puzzle, missed int) {
	z = &puzzle{n: int(sc.n), segments: sc.segments}
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
	for _, s := range z.segments {
		r := rows{bits: bits}
		sc.spanFeatures(&r, s)
		z.rows = append(z.rows, r.out)
	}
	z.breaks = sc.v.breaks(sc.p)
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
	m := &Model{floors: [roles]float64{0.35, 0.4, 0.26}, parser: parserPrint()}
	m.lexicon = *t.lexicon
	taggers := t.taggers(tagBits)
	m.setTagger(taggers[t.Folds])
	spans := t.trainSpans(t.jackknife(taggers, spanBits), spanBits)
	m.spans, m.entries = quantise(spanBits, spans.w), spans.moves
	m.links = t.trainLinks(linkBits)
	return m
}

func (m *Model) setTagger(g *tagger) {
	m.tags, m.net, m.moves = quantise(g.chain.bits, g.chain.emit), g.net, *g.moves
}
