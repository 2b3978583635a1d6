package claims

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
)

// joinAt is the log odds above which two groups of passages are joined at
// first; settling moves passages and unites groups after that. All thresholds
// lean to splits: a false merge shows people as saying what they did not say.
const joinAt = -1.0

const (
	far         = -4   // log odds of passages that have nothing in common
	forbidden   = -1e6 // of passages that cannot be about one proposition
	comparedAll = 400  // nodes of a story that are all compared with each other
	comparedTo  = 16   // in larger stories: the nearest nodes that one is compared to
)

// grouping is the passages of a story on the way to claims.
type grouping struct {
	reports []*annotate.Annotated
	ps      []passage
	forms   []form
	v       *vocabulary
	senses  []sense
	nodes   []node
	weights *linear
}

// node is one utterance: passages that belong together whatever else they say.
type node struct {
	head    int // passage with the fullest form
	members []int
}

func read(reports []*annotate.Annotated, w *linear) *grouping {
	g := &grouping{reports: reports, ps: passages(reports), weights: w}
	g.forms = utterances(reports, g.ps)
	g.v, g.senses = understand(reports, g.ps)
	at := map[int]int{}
	for i := range g.ps {
		full := g.forms[i].fullest
		k, seen := at[full]
		if !seen {
			k = len(g.nodes)
			at[full] = k
			g.nodes = append(g.nodes, node{head: full})
		}
		g.nodes[k].members = append(g.nodes[k].members, i)
	}
	return g
}

// judge is the log odds that two nodes are about one proposition.
func (g *grouping) judge(a, b int) float64 {
	i, j := g.nodes[a].head, g.nodes[b].head
	if g.exclude(i, j) {
		return forbidden
	}
	e := g.v.compare(&g.senses[i], &g.senses[j], &g.ps[i], &g.ps[j])
	return g.weights.score(&e)
}

// exclude reports whether two passages cannot state one proposition: they
// count the same thing differently, or one says what is so and the other what
// would or will be ("a transfer would be an escalation"), is awaited or averted.
func (g *grouping) exclude(i, j int) bool {
	a, b := &g.senses[i], &g.senses[j]
	x, y := &a.frame, &b.frame
	if a.stance == news.Affirms && b.stance == news.Affirms && (x.reality != y.reality || x.mood != y.mood) {
		return true
	}
	if (x.mood == supposed) != (y.mood == supposed) && x.head >= 0 && y.head >= 0 && g.v.akin(x.head, y.head) == 0 {
		return true
	}
	counted := false
	for _, x := range a.quantities {
		for _, y := range b.quantities {
			if x.unit != y.unit || x.scope != y.scope {
				continue
			}
			if x.agrees(y) {
				return false
			}
			counted = true
		}
	}
	return counted
}

// group gives the claims as lists of passages, those that only point at what
// was said elsewhere in the claim they are about.
func (g *grouping) group(joinAt float64) [][]int {
	var solid, pointing []int // nodes
	for k := range g.nodes {
		if g.senses[g.nodes[k].head].vague {
			pointing = append(pointing, k)
		} else {
			solid = append(solid, k)
		}
	}
	var out [][]int
	edges := g.edges(solid)
	s := newSettling(len(solid), edges, link(len(solid), edges, far, joinAt))
	s.settle()
	s.unite()
	s.settle()
	stance := func(n int) news.Stance { return g.ps[g.nodes[solid[n]].head].stance }
	standing := func(nodes []int) float64 { return g.standing(g.members(solid, nodes)) }
	s.open(stance, standing)
	s.answer(stance, standing)
	s.rejoin(func(n int) int { return g.before(solid, n) })
	for _, nodes := range s.in {
		if len(nodes) > 0 {
			out = append(out, g.members(solid, nodes))
		}
	}
	return g.place(out, pointing)
}

// before is the node of the clause that the clause of a node goes on from
// without a subject of its own ("would mark an escalation and cost lives"), -1
// for none.
func (g *grouping) before(of []int, n int) int {
	m := g.nodes[of[n]].head
	p := &g.ps[m]
	if !p.part || subjected(g.reports[p.report].Doc, p) {
		return -1
	}
	for o, k := range of {
		q := &g.ps[g.nodes[k].head]
		if g.nodes[k].head < m && q.part && q.report == p.report && q.statement == p.statement && q.sentence == p.sentence && q.stance == p.stance {
			return o
		}
	}
	return -1
}

// members are the passages of some nodes, given as indices of a list of nodes.
func (g *grouping) members(of, nodes []int) []int {
	var members []int
	for _, n := range nodes {
		members = append(members, g.nodes[of[n]].members...)
	}
	slices.Sort(members)
	return members
}

// edges compares nodes: all with each other in a small story, else each with
// those that share most with it.
func (g *grouping) edges(nodes []int) []edge {
	var out []edge
	if len(nodes) <= comparedAll {
		for a := range nodes {
			for b := range a {
				out = append(out, edge{a: b, b: a})
			}
		}
	} else {
		heads := make([]int, len(nodes))
		for a, k := range nodes {
			heads[a] = g.nodes[k].head
		}
		for a, near := range g.nearest(heads) {
			for _, b := range near {
				out = append(out, edge{a: b, b: a})
			}
		}
	}
	parallel.With(len(out), 256, func() func(int) {
		return func(i int) { out[i].sim = g.judge(nodes[out[i].a], nodes[out[i].b]) }
	})
	return out
}

// lookBack is how many sentences before a passage that points back the words
// it points at are looked for.
const lookBack = 8

// place adds passages that point at a claim without saying it ("denied the
// reports") to the claim they speak of: one that stands shortly before in the
// report, rather one that many speak of, and that is contested.
func (g *grouping) place(claims [][]int, pointing []int) [][]int {
	claimOf := make([]int, len(g.ps))
	for i := range claimOf {
		claimOf[i] = -1
	}
	for c, members := range claims {
		for _, m := range members {
			claimOf[m] = c
		}
	}
	standing := make([]float64, len(claims))
	central, most := -1, 0.0
	for c, members := range claims {
		standing[c] = g.standing(members)
		if standing[c] > most {
			central, most = c, standing[c]
		}
	}
	alone := len(claims)
	for _, k := range pointing {
		m := g.nodes[k].head
		best, top := -1, 0.0
		for i := m - 1; i >= 0 && g.ps[i].report == g.ps[m].report; i-- {
			d := g.ps[m].sentence - g.ps[i].sentence
			if d > lookBack {
				break
			}
			c := claimOf[i]
			if c < 0 {
				continue
			}
			if s := standing[c] - float64(0.12*float64(d)); best < 0 || s > top {
				best, top = c, s
			}
		}
		if best < 0 {
			best = central
		}
		if best < 0 || g.ps[m].statement < 0 || g.senses[m].stance == news.Affirms && !endorses(g.reports[g.ps[m].report].Doc, &g.ps[m]) {
			claims = append(claims, slices.Clone(g.nodes[k].members))
			continue
		}
		claims[best] = append(claims[best], g.nodes[k].members...)
	}
	for c := range claims[:alone] {
		slices.Sort(claims[c])
	}
	return claims
}

var endorsing = map[string]bool{"confirm": true, "back": true, "support": true, "endorse": true, "corroborate": true, "verify": true, "repeat": true, "stand": true, "agree": true, "share": true, "echo": true, "true": true, "accurate": true, "correct": true, "right": true, "acknowledge": true, "admit": true}

// endorses reports whether a passage that points at a claim says that it is so.
func endorses(d *english.Document, p *passage) bool {
	sent := &d.Sentences[p.sentence]
	for _, w := range d.Words[sent.First:sent.Last] {
		if p.Contains(w.Span) && endorsing[strings.ToLower(w.Lemma)] {
			return true
		}
	}
	return false
}

// standing is how much a claim is spoken about: in how many reports, and
// whether all agree.
func (g *grouping) standing(members []int) float64 {
	reports, open := map[int]bool{}, 0.0
	for _, m := range members {
		reports[g.ps[m].report] = true
		if g.ps[m].stance != news.Affirms {
			open = 0.5
		}
	}
	return float64(len(reports))/float64(len(g.reports)) + open + min(float64(len(members)), 30)/15
}
