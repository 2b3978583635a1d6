package account

import "github.com/hearsay-news/hearsay/news"

// shareDays gives an utterance that several reports print the day of saying
// that any of them knows, unless they disagree.
func shareDays(c *news.Claim) {
	day := map[int]string{}
	for i := range c.Positions {
		p := &c.Positions[i]
		if p.SaidOn == "" || p.Kind == news.Narration {
			continue
		}
		if known, ok := day[p.Utterance]; ok && known != p.SaidOn {
			day[p.Utterance] = ""
			continue
		}
		day[p.Utterance] = p.SaidOn
	}
	for i := range c.Positions {
		if p := &c.Positions[i]; p.SaidOn == "" && p.Kind != news.Narration {
			p.SaidOn = day[p.Utterance]
		}
	}
}
