package render

import (
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// anchors are the highlighted regions of a story's reports: overlapping
// passages of one report share a region, so that regions never nest.
type anchors struct {
	story  int
	byText map[string][]news.Span // article id to its regions, in order
	number map[string]int
}

func anchorsOf(v *view, story int) *anchors {
	a := &anchors{story: story, byText: map[string][]news.Span{}, number: v.number}
	add := func(p news.Passage) { a.byText[p.Article] = append(a.byText[p.Article], p.Span) }
	for i := range v.Claims {
		for j := range v.Claims[i].Positions {
			add(v.Claims[i].Positions[j].Passage)
		}
	}
	for i := range v.Timeline {
		add(v.Timeline[i].Passage)
	}
	for id, spans := range a.byText {
		slices.SortFunc(spans, func(x, y news.Span) int {
			if x.Start != y.Start {
				return x.Start - y.Start
			}
			return x.End - y.End
		})
		merged := spans[:0]
		for _, s := range spans {
			if s.Len() <= 0 {
				continue
			}
			if k := len(merged) - 1; k >= 0 && s.Start < merged[k].End {
				merged[k].End = max(merged[k].End, s.End)
				continue
			}
			merged = append(merged, s)
		}
		a.byText[id] = merged
	}
	return a
}

func (a *anchors) id(article string, region int) string {
	return fmt.Sprintf("s%dr%dp%d", a.story, a.number[article], region+1)
}

// of names the region that a passage lies in.
func (a *anchors) of(p news.Passage) string {
	for i, r := range a.byText[p.Article] {
		if r.Start <= p.Start && p.Start < r.End {
			return a.id(p.Article, i)
		}
	}
	return fmt.Sprintf("s%dr%d", a.story, a.number[p.Article])
}

// regions cuts a block of an article into linked regions and the text between
// them, and marks what is copied; sources collects the reports copied from.
func (a *anchors) regions(v *view, art *news.Article, block news.Span, sources map[int]bool) []regionHTML {
	var out []regionHTML
	emit := func(s news.Span, id string) {
		s = news.Span{Start: max(s.Start, block.Start), End: min(s.End, block.End)}
		if s.Len() > 0 {
			out = append(out, regionHTML{ID: id, Parts: copyParts(v, art, s, sources)})
		}
	}
	pos := block.Start
	for i, r := range a.byText[art.ID] {
		if r.End <= block.Start || r.Start >= block.End {
			continue
		}
		emit(news.Span{Start: pos, End: r.Start}, "")
		id := a.id(art.ID, i)
		if r.Start < block.Start { // a region that began in an earlier block keeps one anchor only
			id += "b"
		}
		emit(r, id)
		pos = max(pos, r.End)
	}
	emit(news.Span{Start: pos, End: block.End}, "")
	return out
}

// copyParts cuts a stretch of text where copying begins and ends. Where two
// copies overlap the first one colours the text.
func copyParts(v *view, art *news.Article, s news.Span, sources map[int]bool) []partHTML {
	cuts := []int{s.Start, s.End}
	var copies []news.Copy
	for _, c := range v.Copies {
		if c.In == art.ID && !c.Quote && c.InSpan.Overlap(s) > 0 && v.number[c.Of] > 0 {
			copies = append(copies, c)
			cuts = append(cuts, max(s.Start, c.InSpan.Start), min(s.End, c.InSpan.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var parts []partHTML
	for i := 0; i+1 < len(cuts); i++ {
		p := partHTML{Text: art.Text[cuts[i]:cuts[i+1]]}
		for _, c := range copies {
			if c.InSpan.Start <= cuts[i] && cuts[i] < c.InSpan.End {
				p.From = v.number[c.Of]
				p.Name = outlet(v.articles[c.Of])
				sources[p.From] = true
				break
			}
		}
		parts = append(parts, p)
	}
	return parts
}
