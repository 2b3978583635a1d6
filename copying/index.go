package copying

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
	"github.com/hearsay-news/hearsay/parallel"
)

// Index holds the articles of a story, or of many, and what they share.
// Articles are added one by one; Result says what follows. It is not safe for
// use by several goroutines at once.
type Index struct {
	vocabulary *vocabulary
	documents  []*document
	postings   postings
	repeats    repeats
	taken      [][]link  // by document: from which others it took what
	traced     []*traced // by document, nil where a new link asks for a new look
	gave       []bool    // by document: others took from it
	relatives  [][]int32 // by document: those that it shares passages with
	scratch    []token
	finder     finder
	comparer   comparer
	table      *outlets.Table
}

// NewIndex returns an empty index. table names outlets and agencies; nil
// stands for outlets.Default().
func NewIndex(table *outlets.Table) *Index {
	if table == nil {
		table = outlets.Default()
	}
	x := &Index{vocabulary: newVocabulary(), repeats: repeats{}, table: table}
	x.comparer.vocabulary = x.vocabulary
	return x
}

// Len is the number of articles.
func (x *Index) Len() int { return len(x.documents) }

// Add compares an article with those added before.
func (x *Index) Add(a news.Article) {
	var d *document
	d, x.scratch = x.vocabulary.read(a, x.scratch)
	x.take(d)
	x.repeats.add(d)
	x.repeats.mark(d)
	for _, of := range x.finder.candidates(x, d, int32(len(x.documents)-1)) {
		if l, ok := x.link(&x.comparer, of, int32(len(x.documents)-1)); ok {
			x.keep(l)
		}
	}
	x.postings.add(int32(len(x.documents)-1), d.prints)
}

// take numbers a document and looks up its outlet.
func (x *Index) take(d *document) {
	a := &d.article
	d.outlet = x.table.Complete(a.Outlet)
	d.names = x.table.NamesOf(a.Outlet.Name)
	if d.names == nil && a.Outlet.Name != "" {
		d.names = []string{a.Outlet.Name}
	}
	x.documents = append(x.documents, d)
	x.taken, x.traced, x.gave = append(x.taken, nil), append(x.traced, nil), append(x.gave, false)
	x.relatives = append(x.relatives, nil)
}

func (x *Index) keep(l link) {
	x.taken[l.in] = append(x.taken[l.in], l)
	x.traced[l.in] = nil
	x.relatives[l.in] = append(x.relatives[l.in], l.of)
	x.relatives[l.of] = append(x.relatives[l.of], l.in)
	x.gave[l.of] = x.gave[l.of] || l.directed()
}

// Find compares all articles with one another and says what was copied. The
// order of the articles does not matter to what is found, save where they
// carry neither dates nor other evidence. It uses all processors.
func Find(articles []news.Article, table *outlets.Table) Result {
	x := NewIndex(table)
	order := byPublication(articles)
	for _, d := range x.vocabulary.readAll(len(order), func(i int) news.Article { return articles[order[i]] }) {
		x.take(d)
		x.repeats.add(d)
	}
	type work struct {
		in, of int32
	}
	var jobs []work
	for i, d := range x.documents {
		x.repeats.mark(d)
		for _, of := range x.finder.candidates(x, d, int32(i)) {
			jobs = append(jobs, work{int32(i), of})
		}
		x.postings.add(int32(i), d.prints)
	}
	found := make([]*link, len(jobs)) // nil where the two share nothing
	parallel.With(len(jobs), 64, func() func(int) {
		c := &comparer{vocabulary: x.vocabulary}
		return func(k int) {
			if l, ok := x.link(c, jobs[k].of, jobs[k].in); ok {
				found[k] = &l
			}
		}
	})
	for _, l := range found {
		if l != nil {
			x.keep(*l)
		}
	}
	return x.result(order)
}

// Result says what the articles added so far took from one another. Numbers
// of articles count in the order of Add.
func (x *Index) Result() Result {
	order := make([]int, len(x.documents))
	for i := range order {
		order[i] = i
	}
	return x.result(order)
}

// byPublication orders articles by publication, undated ones last; equal ones
// by their text, so that the order they came in does not matter.
func byPublication(articles []news.Article) []int {
	order := make([]int, len(articles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &articles[i], &articles[j]
		return cmp.Or(
			cmp.Compare(publishedAt(a), publishedAt(b)),
			-cmp.Compare(len(a.Text), len(b.Text)),
			cmp.Compare(a.ID, b.ID),
			strings.Compare(a.Text, b.Text),
		)
	})
	return order
}

func publishedAt(a *news.Article) int64 {
	if !a.Published.Known() {
		return math.MaxInt64
	}
	if !a.Published.HasTime {
		y, m, d := a.Published.Time.Date()
		return time.Date(y, m, d, 12, 0, 0, 0, time.UTC).Unix()
	}
	return a.Published.Time.Unix()
}

// Bounds on the search for articles that may share a passage.
const (
	ordinaryPrint  = 128  // fingerprints in more articles than this are looked up only where a unit has no rarer
	commonestPrint = 4096 // entries looked at for one fingerprint
	rarestOfUnit   = 2    // fingerprints of each unit that are looked up however common
	closest        = 24   // articles kept for what they share as a whole
	closestOfUnit  = 4    // articles kept for each unit, if so many have it
)

// finder gathers the articles that share fingerprints with one.
type finder struct {
	count []int32 // by document: fingerprints shared
	rare  []bool  // by document: shares one that few have
	seen  []int32
	hits  []hit
	units []fingerprint
	kept  []bool
}

type hit struct{ unit, doc int32 }

// candidates are the documents before self that share enough with d, in
// ascending order.
func (f *finder) candidates(x *Index, d *document, self int32) []int32 {
	p := &x.postings
	if len(p.head) == 0 {
		return nil
	}
	for len(f.count) < len(x.documents) {
		f.count, f.rare = append(f.count, 0), append(f.rare, false)
	}
	f.hits, f.seen = f.hits[:0], f.seen[:0]
	for from := 0; from < len(d.prints); {
		to := from
		for to < len(d.prints) && d.prints[to].unit == d.prints[from].unit {
			to++
		}
		if !d.units[d.prints[from].unit].furniture {
			f.unit(p, d.prints[from:to])
		}
		from = to
	}
	var found []int32
	for _, doc := range f.seen {
		if f.count[doc] >= 2 || f.rare[doc] {
			found = append(found, doc)
		}
	}
	if len(found) > closest {
		found = f.closest(found)
	}
	for _, doc := range f.seen {
		f.count[doc], f.rare[doc] = 0, false
	}
	slices.Sort(found)
	return found
}

// unit looks up the fingerprints of one unit.
func (f *finder) unit(p *postings, prints []fingerprint) {
	f.units = append(f.units[:0], prints...)
	slices.SortFunc(f.units, func(a, b fingerprint) int {
		return cmp.Or(cmp.Compare(p.commonness(a.hash), p.commonness(b.hash)), cmp.Compare(a.hash, b.hash))
	})
	for i, print := range f.units {
		n := p.commonness(print.hash)
		if n > ordinaryPrint && i >= rarestOfUnit || i > 0 && print.hash == f.units[i-1].hash {
			continue
		}
		last, steps := int32(-1), 0
		for k := p.head[print.hash&uint32(len(p.head)-1)]; k >= 0 && steps < commonestPrint; k = p.entries[k].next {
			steps++
			e := &p.entries[k]
			if e.hash != print.hash || e.doc == last {
				continue
			}
			last = e.doc
			if f.count[e.doc] == 0 {
				f.seen = append(f.seen, e.doc)
			}
			f.count[e.doc]++
			f.rare[e.doc] = f.rare[e.doc] || n <= 8
			f.hits = append(f.hits, hit{print.unit, e.doc})
		}
	}
}

// closest keeps the documents that share most with the article as a whole and
// those that share most with each unit; among equals, the earlier ones.
func (f *finder) closest(found []int32) []int32 {
	byCount := func(a, b int32) int {
		return cmp.Or(-cmp.Compare(f.count[a], f.count[b]), cmp.Compare(a, b))
	}
	slices.SortFunc(found, byCount)
	kept := slices.Clone(found[:closest])
	f.kept = f.kept[:0]
	for range f.count {
		f.kept = append(f.kept, false)
	}
	for _, doc := range kept {
		f.kept[doc] = true
	}
	for from := 0; from < len(f.hits); {
		to, have := from, 0
		var best [closestOfUnit]int32
		n := 0
		for ; to < len(f.hits) && f.hits[to].unit == f.hits[from].unit; to++ {
			doc := f.hits[to].doc
			if f.kept[doc] {
				have++
				continue
			}
			if slices.Contains(best[:n], doc) || f.count[doc] < 2 && !f.rare[doc] {
				continue
			}
			at := n
			for at > 0 && byCount(doc, best[at-1]) < 0 {
				at--
			}
			if at == closestOfUnit {
				continue
			}
			n = min(n+1, closestOfUnit)
			copy(best[at+1:n], best[at:n-1])
			best[at] = doc
		}
		for _, doc := range best[:max(0, min(n, closestOfUnit-have))] {
			f.kept[doc] = true
			kept = append(kept, doc)
		}
		from = to
	}
	return kept
}
