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
		kind, date string
		passage    news.Passage
	}
	at := map[key]int{}
	voices := map[key][]string{}
	add := func(e news.Event) {
		k := key{e.Kind, e.Date, e.Passage}
		i, ok := at[k]
		if !ok {
			at[k], voices[k] = len(out), []string{e.Voice}
			out = append(out, e)
			return
		}
		if !slices.Contains(voices[k], e.Voice) {
			voices[k] = append(voices[k], e.Voice)
			out[i].Voice += ", " + e.Voice
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
	out = fullest(out)
	slices.SortStableFunc(out, func(x, y news.Event) int { return cmp.Compare(x.Date, y.Date) })
	return out
}

// fullest leaves out the events of which another of the same day and voice has
// all the words and more.
func fullest(events []news.Event) []news.Event {
	type breath struct{ kind, date, voice, article string }
	of := func(e *news.Event) breath { return breath{e.Kind, e.Date, e.Voice, e.Passage.Article} }
	told := map[breath][]news.Span{}
	for i := range events {
		e := &events[i]
		told[of(e)] = append(told[of(e)], e.Passage.Span)
	}
	return slices.DeleteFunc(events, func(e news.Event) bool {
		return slices.ContainsFunc(told[of(&e)], func(s news.Span) bool { return s != e.Passage.Span && s.Contains(e.Passage.Span) })
	})
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
