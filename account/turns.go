package account

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// turns finds the voices that said one thing on one day and another on a later
// one. What one report or one day already holds of both is no turn.
func turns(c *news.Claim) []news.Turn {
	byVoice := map[string][]int{}
	var order []string
	for i := range c.Positions {
		p := &c.Positions[i]
		if p.SaidOn == "" || p.Voice.Key == "" || p.Voice.Type == news.Unnamed || p.Kind == news.Narration || p.Negative {
			continue
		}
		if byVoice[p.Voice.Key] == nil {
			order = append(order, p.Voice.Key)
		}
		byVoice[p.Voice.Key] = append(byVoice[p.Voice.Key], i)
	}
	var out []news.Turn
	for _, k := range order {
		list := byVoice[k]
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(c.Positions[a].SaidOn, c.Positions[b].SaidOn) })
		for n := 1; n < len(list); n++ {
			from, to := &c.Positions[list[n-1]], &c.Positions[list[n]]
			if from.SaidOn < to.SaidOn && from.Stance != to.Stance && opposed(from.Stance, to.Stance) {
				out = append(out, news.Turn{Voice: to.Voice.Name, From: list[n-1], To: list[n]})
			}
		}
	}
	return out
}

// opposed reports whether going from one stance to another is worth a line:
// what was denied is affirmed or left open, what was affirmed no longer is.
func opposed(a, b news.Stance) bool {
	firm := func(s news.Stance) bool { return s == news.Affirms || s == news.Denies }
	return firm(a) || firm(b)
}
