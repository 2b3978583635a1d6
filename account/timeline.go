package account

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// timeline orders what was said on days that are known, and the days that
// claims speak of, each utterance once.
func timeline(reports []*annotate.Annotated, list []news.Claim) []news.Event {
	byID := map[string]*annotate.Annotated{}
	for _, r := range reports {
		byID[r.Article.ID] = r
	}
	var out []news.Event
	type key struct {
		kind, date, voice string
		passage           news.Passage
	}
	seen := map[key]bool{}
	add := func(e news.Event) {
		if k := (key{e.Kind, e.Date, e.Voice, e.Passage}); !seen[k] {
			seen[k] = true
			out = append(out, e)
		}
	}
	for i := range list {
		c := &list[i]
		for j := range c.Positions {
			p := &c.Positions[j]
			full := c.Positions[p.Utterance].Passage
			if p.SaidOn != "" && p.Kind != news.Narration {
				add(news.Event{Date: p.SaidOn, Passage: full, Kind: "said", Voice: p.Voice.Name, Claim: c.ID})
			}
			for _, d := range byID[p.Article].Dates {
				if day, ok := spokenOf(&d, p); ok {
					add(news.Event{Date: day, Passage: full, Kind: "about", Claim: c.ID, Approx: d.Approx})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(x, y news.Event) int { return cmp.Compare(x.Date, y.Date) })
	return out
}

// spokenOf is the day or month that a time expression within the said words
// names, unless it is the day of saying.
func spokenOf(d *news.TimeExpression, p *news.Position) (string, bool) {
	words := p.Words
	if p.Kind == news.Narration {
		words = p.Span
	}
	if d.Type != "DATE" && d.Type != "TIME" || !words.Contains(d.Span) || d.From == "" {
		return "", false
	}
	date := ""
	switch d.Granularity {
	case "minute", "hour", "part of day", "day":
		date = d.From[:min(len("2006-01-02"), len(d.From))]
	case "month":
		date = d.From[:min(len("2006-01"), len(d.From))]
	}
	return date, date != "" && (date != p.SaidOn || p.Kind == news.Narration)
}
