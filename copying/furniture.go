package copying

import (
	"strings"

	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
)

// A line that an outlet repeats is furniture from so many articles on and from
// this share of the outlet's articles on.
const (
	furnitureArticles = 3
	furnitureShare    = 5 // a fifth
	furnitureWords    = 30
)

// repeats counts, for each outlet, the articles that each unit stands in.
type repeats map[string]*outletUnits

type outletUnits struct {
	articles int
	counts   map[uint64]int32
}

func outletKey(o news.Outlet) string {
	if o.Site != "" {
		return outlets.Site(o.Site)
	}
	return outlets.Key(o.Name)
}

func (r repeats) add(d *document) {
	key := outletKey(d.article.Outlet)
	if key == "" {
		return
	}
	o := r[key]
	if o == nil {
		o = &outletUnits{counts: map[uint64]int32{}}
		r[key] = o
	}
	o.articles++
	once := map[uint64]bool{}
	for i := range d.units {
		if h := d.units[i].hash; !once[h] {
			once[h] = true
			o.counts[h]++
		}
	}
}

// mark says which units of d are furniture: what intake took for furniture or
// metadata, lines that open as furniture does, and lines that the outlet
// repeats. An article most of which its outlet repeats is a version of another
// article, and then repetition says nothing.
func (r repeats) mark(d *document) {
	o := r[outletKey(d.article.Outlet)]
	repeated := func(u *unit) bool {
		n := 0
		if o != nil {
			n = int(o.counts[u.hash])
		}
		return n >= furnitureArticles && n*furnitureShare >= o.articles
	}
	again := 0
	for i := range d.units {
		if repeated(&d.units[i]) {
			again++
		}
	}
	for i := range d.units {
		u := &d.units[i]
		u.furniture = opensAsFurniture(d, u) || again*2 <= len(d.units) && repeated(u)
	}
	k := 0
	for _, b := range d.article.Blocks {
		if b.Kind != news.Furniture && b.Kind != news.Metadata {
			continue
		}
		for ; k < len(d.units) && d.units[k].Start < b.End; k++ {
			if b.Overlap(d.units[k].Span)*2 > d.units[k].Len() {
				d.units[k].furniture = true
			}
		}
	}
}

// opensAsFurniture reports whether a unit opens as one of furniture.txt does.
// An opening of one word counts for labels only, of at most eight words.
func opensAsFurniture(d *document, u *unit) bool {
	n := int(u.last - u.first)
	if n > furnitureWords {
		return false
	}
	for _, opening := range furnitureOpenings {
		if len(opening) > n || len(opening) == 1 && n > 8 {
			continue
		}
		same := true
		for i, word := range opening {
			at := d.at[u.first+int32(i)]
			if !strings.EqualFold(d.article.Text[at.start:at.end], word) {
				same = false
				break
			}
		}
		if same {
			return true
		}
	}
	return false
}

// Furniture finds, for each article, what its outlet repeats from article to
// article and what opens as furniture does: appeals, links, notices. The spans
// of an article are in order.
func Furniture(articles []news.Article) [][]news.Span {
	v, r := newVocabulary(), repeats{}
	documents := make([]*document, len(articles))
	var scratch []token
	for i, a := range articles {
		documents[i], scratch = v.read(a, scratch)
		r.add(documents[i])
	}
	all := make([][]news.Span, len(articles))
	for i, d := range documents {
		r.mark(d)
		for _, u := range d.units {
			if !u.furniture {
				continue
			}
			if n := len(all[i]); n > 0 && strings.TrimSpace(d.article.Text[all[i][n-1].End:u.Start]) == "" {
				all[i][n-1].End = u.End
				continue
			}
			all[i] = append(all[i], u.Span)
		}
	}
	return all
}
