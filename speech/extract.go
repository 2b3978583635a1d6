package speech

import (
	"math"
	"sort"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/learn"
	"github.com/hearsay-news/hearsay/news"
)

// Extract is the package's Extract, by this model.
func (m *Model) Extract(doc *english.Document, blocks []news.Block) []news.Statement {
	return m.extract(newView(doc, &m.lexicon), blocks)
}

func (m *Model) extract(v *view, blocks []news.Block) []news.Statement {
	l := linker{v: v}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	s.scores = m.net.read(v, &s.net)
	var scenes []*scene
	for _, p := range v.paras {
		for _, part := range v.split(spoken(v.doc, p, blocks)) {
			if found := v.laidOut(part); found != nil {
				l.mentions = append(l.mentions, found...)
				continue
			}
			m.tag(v, part, s)
			scenes = append(scenes, newScene(v, part, &s.lattice))
		}
	}
	surround(scenes)
	for _, sc := range scenes {
		l.mentions = append(l.mentions, m.mentions(sc, s)...)
	}
	sort.Slice(l.mentions, func(a, b int) bool { return l.mentions[a].before(l.mentions[b]) })
	return m.statements(&l)
}

// spoken returns the parts of a paragraph that may yield statements: those
// outside of metadata and furniture.
func spoken(doc *english.Document, p paragraph, blocks []news.Block) []paragraph {
	if len(blocks) == 0 {
		return []paragraph{p}
	}
	var out []paragraph
	open := false
	for i := p.first; i < p.last; i++ {
		at := doc.Words[i].Start
		k := sort.Search(len(blocks), func(k int) bool { return blocks[k].End > at })
		silent := k < len(blocks) && blocks[k].Start <= at && (blocks[k].Kind == news.Metadata || blocks[k].Kind == news.Furniture)
		switch {
		case silent:
			open = false
		case open:
			out[len(out)-1].last = i + 1
		default:
			out = append(out, paragraph{i, i + 1})
			open = true
		}
	}
	return out
}

// longestPart is how many words are read at once. No paragraph of prose is
// longer; what has no line ends at all is cut between sentences.
const longestPart = 1500

// split cuts what is too long, between sentences where it can.
func (v *view) split(parts []paragraph) []paragraph {
	var out []paragraph
	for _, p := range parts {
		for p.last-p.first > longestPart {
			cut := p.first + longestPart
			if s := v.doc.Sentences[v.sent[cut]].First; s > p.first {
				cut = s
			}
			out = append(out, paragraph{p.first, cut})
			p.first = cut
		}
		out = append(out, p)
	}
	return out
}

// scratch is the memory of a reading; it is used again.
type scratch struct {
	lattice lattice
	reading reading
	rows    rows
	net     netPass
	scores  *learn.Matrix // of the words of the document
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// tag fills the lattice of a paragraph.
func (m *Model) tag(v *view, p paragraph, s *scratch) {
	anc := v.ancestries(p.first, p.last)
	l := &s.lattice
	l.size(int(p.last - p.first))
	s.rows.bits = m.tags.Bits
	for i := p.first; i < p.last; i++ {
		s.rows.out = s.rows.out[:0]
		v.tagFeatures(&s.rows, p, anc, i)
		sums := m.tags.sums(s.rows.out)
		for t := range tags {
			l.emit[i-p.first][t] = float32(chainShare*float32(sums[t])*m.tags.Scale) + float32(netShare*s.scores.Row(int(i))[t])
		}
		l.odds[i-p.first] = &m.moves.odds[v.border(p, i)]
	}
	l.forwardBackward()
}

func (m *Model) mentions(sc *scene, s *scratch) []mention {
	v, p, segments := sc.v, sc.p, sc.segments
	if len(segments) == 0 {
		return nil
	}
	r := &s.reading
	r.prepare(int(sc.n), segments, v.breaks(p))
	s.rows.bits = m.spans.Bits
	for k, seg := range segments {
		s.rows.out = s.rows.out[:0]
		sc.spanFeatures(&s.rows, seg)
		r.scores[k] = m.spans.sum(s.rows.out)
	}
	r.infer(&m.entries)
	r.soften()
	worth := func(k int) float64 {
		return (1-softShare)*r.probs[k] + softShare*r.soft[k] - m.floors[segments[k].role]
	}
	var out []mention
	strong := v.according(p, r, r.decode(worth, nil))
	weak := r.decode(func(k int) float64 { return worth(k) + m.floors[segments[k].role]*(1-weakShare) }, strong)
	for i, k := range append(strong, weak...) {
		g := r.segments[k]
		x := v.mention(g.role, p.first+g.first, p.first+g.last, r.probs[k])
		x.weak = i >= len(strong)
		out = append(out, x)
	}
	return out
}

// softShare is how much it counts that a segment is about right, against its
// being exactly right; weakShare is the share of the usual worth that a segment
// needs to complete a statement.
const softShare, weakShare = 0.35, 0.4

// statements ties the mentions together, a statement a cue. Weak mentions serve
// only to complete what strong ones leave open.
func (m *Model) statements(l *linker) []news.Statement {
	n := len(l.mentions)
	source, cueOf := make([]int, n), make([]int, n)
	contents := make([][]int, n)
	r := rows{bits: m.links.Bits}
	pick := func(k, role int) int {
		best, top := noneOption, minusInf
		for _, j := range l.candidates(k, role) {
			r.out = r.out[:0]
			l.linkFeatures(&r, k, j)
			s := float64(m.links.sum(r.out))
			if j >= 0 && l.mentions[j].weak {
				s += math.Log(max(l.mentions[j].p, 1e-3))
			}
			if s > top {
				best, top = j, s
			}
		}
		return best
	}
	used := make([]bool, n)
	for k, x := range l.mentions {
		used[k] = x.role == 1 && !x.weak
		if x.role != 2 || x.weak {
			continue
		}
		if cueOf[k] = pick(k, 1); cueOf[k] >= 0 {
			used[cueOf[k]] = true
			contents[cueOf[k]] = append(contents[cueOf[k]], k)
		}
	}
	for k, x := range l.mentions {
		if x.role != 2 || !x.weak {
			continue
		}
		if c := pick(k, 1); c >= 0 && used[c] {
			if was := contents[c]; len(was) == 0 {
				contents[c] = []int{k}
			} else if l.mentions[was[0]].weak && l.mentions[was[0]].p < x.p {
				contents[c][0] = k
			}
		}
	}
	for k := range n {
		if source[k] = noneOption; used[k] {
			source[k] = pick(k, 0)
		}
	}
	taken := l.takenBy(used, contents, source)
	for k := range n {
		if used[k] && source[k] < 0 {
			source[k] = l.complete(k, 0, noneOption, taken)
		}
		if used[k] && len(contents[k]) == 0 {
			if c := l.complete(k, 2, source[k], taken); c >= 0 {
				contents[k] = []int{c}
			}
		}
	}
	var out []news.Statement
	for k, x := range l.mentions[:n] {
		switch {
		case x.role == 1 && used[k]:
			out = append(out, l.statement(source[k], k, contents[k]))
		case x.role == 2 && !x.weak && cueOf[k] < 0:
			out = append(out, l.statement(noneOption, noneOption, []int{k}))
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Extent().Start < out[b].Extent().Start })
	return out
}

func (l *linker) statement(source, cue int, contents []int) news.Statement {
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
		x := take(k)[0]
		if n := len(st.Content); n > 0 && onlySpaces(l.v.doc.Text[st.Content[n-1].End:x.Start]) {
			st.Content[n-1].End = x.End
			continue
		}
		st.Content = append(st.Content, x)
	}
	st.Kind = l.v.kind(contents, l.mentions)
	if cue >= 0 {
		x := l.mentions[cue]
		st.Speech = l.v.spokenCue(x.first, x.last, st.Kind)
	}
	return st
}

// kind tells direct, mixed and indirect apart by the share of letters and
// digits that stand in quotations.
func (v *view) kind(contents []int, mentions []mention) news.Kind {
	var n share
	for _, k := range contents {
		for i := mentions[k].first; i <= mentions[k].last; i++ {
			if v.punct[i] == 0 {
				n.add(v.doc.Words[i].Len(), v.doc.Words[i].Quote >= 0)
			}
		}
	}
	return n.kind()
}

// onlySpaces reports whether two stretches stand beside each other in a line.
func onlySpaces(between string) bool { return strings.Trim(between, " \t\u00a0") == "" }
