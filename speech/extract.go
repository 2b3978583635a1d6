package speech

import (
	"sort"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
)

// Extract returns the statements of an analysed article in the order in which
// they begin, with source, cue, content, kind, speech, parent and confidence
// set. Metadata and furniture blocks yield none; blocks may be nil, then all
// of the text is read.
func (m *Model) Extract(doc *english.Document, blocks []news.Block) []news.Statement {
	v := newView(doc, &m.lexicon)
	l := linker{v: v}
	var s scratch
	for _, p := range v.paras {
		if spoken(doc, p, blocks) {
			l.mentions = append(l.mentions, m.mentions(v, p, &s)...)
		}
	}
	sort.Slice(l.mentions, func(a, b int) bool { return l.mentions[a].before(l.mentions[b]) })
	return m.statements(&l)
}

// spoken reports whether a paragraph may yield statements.
func spoken(doc *english.Document, p stretch, blocks []news.Block) bool {
	if len(blocks) == 0 {
		return true
	}
	at := doc.Words[p.first].Start
	k := sort.Search(len(blocks), func(k int) bool { return blocks[k].End > at })
	if k == len(blocks) || blocks[k].Start > at {
		return true
	}
	return blocks[k].Kind != news.Metadata && blocks[k].Kind != news.Furniture
}

type scratch struct {
	lattice lattice
	reading reading
	rows    rows
}

// tag fills the lattice of a paragraph.
func (m *Model) tag(v *view, p stretch, s *scratch) {
	anc := v.ancestries(p.first, p.last)
	l := &s.lattice
	l.size(int(p.last - p.first))
	s.rows.bits = m.tags.Bits
	for i := p.first; i < p.last; i++ {
		s.rows.out = s.rows.out[:0]
		v.tagFeatures(&s.rows, p, anc, i)
		var sums [width]int32
		for _, r := range s.rows.out {
			row := (*[width]int8)(m.tags.Weights[r*width:])
			for t := range sums {
				sums[t] += int32(row[t])
			}
		}
		for t := range tags {
			l.emit[i-p.first][t] = float32(sums[t]) * m.tags.Scale
		}
		l.trans[i-p.first] = &m.moves[v.border(p, i)]
	}
	l.forwardBackward()
}

func (m *Model) mentions(v *view, p stretch, s *scratch) []mention {
	m.tag(v, p, s)
	segments := propose(v, p, &s.lattice)
	if len(segments) == 0 {
		return nil
	}
	r := &s.reading
	r.prepare(int(p.last-p.first), segments, v.breaks(p))
	sc := newScene(v, p, &s.lattice)
	s.rows.bits = m.spans.Bits
	for k, seg := range segments {
		s.rows.out = s.rows.out[:0]
		sc.spanFeatures(&s.rows, seg)
		r.scores[k] = m.spans.sum(s.rows.out)
	}
	r.infer(&m.entries)
	var out []mention
	for _, k := range r.decode(m.floors) {
		g := segments[k]
		out = append(out, v.mention(g.role, p.first+g.first, p.first+g.last, r.probs[k]))
	}
	return out
}

// statements ties the mentions together, a statement a cue.
func (m *Model) statements(l *linker) []news.Statement {
	type frame struct {
		source   int
		contents []int
	}
	frames := make([]frame, len(l.mentions))
	var out []news.Statement
	r := rows{bits: m.links.Bits}
	pick := func(k, role int) (int, float64) {
		options := l.candidates(k, role)
		p := make([]float64, len(options))
		best := 0
		for i, j := range options {
			r.out = r.out[:0]
			l.linkFeatures(&r, k, j)
			p[i] = float64(m.links.sum(r.out))
			if p[i] > p[best] {
				best = i
			}
		}
		softmax(p)
		return options[best], p[best]
	}
	for k, x := range l.mentions {
		frames[k].source = noneOption
		if x.role == 1 {
			frames[k].source, _ = pick(k, 0)
		}
	}
	for k, x := range l.mentions {
		if x.role == 2 {
			if c, _ := pick(k, 1); c >= 0 {
				frames[c].contents = append(frames[c].contents, k)
			} else {
				out = append(out, l.statement(noneOption, noneOption, []int{k}))
			}
		}
	}
	for k, x := range l.mentions {
		if x.role == 1 {
			out = append(out, l.statement(frames[k].source, k, frames[k].contents))
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Extent().Start < out[b].Extent().Start })
	return out
}

func (l *linker) statement(source, cue int, contents []int) news.Statement {
	text := l.v.doc.Text
	st := news.Statement{Speech: true, Parent: -1, Confidence: 1}
	take := func(k int) []news.Span {
		if k < 0 {
			return nil
		}
		x := l.mentions[k]
		st.Confidence = min(st.Confidence, x.p)
		return []news.Span{{Start: l.v.doc.Words[x.first].Start, End: l.v.doc.Words[x.last].End}}
	}
	st.Source, st.Cue = take(source), take(cue)
	for _, k := range contents {
		st.Content = append(st.Content, take(k)...)
	}
	st.Kind = kindOf(text, st.Content)
	return st
}
