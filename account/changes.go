package account

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/news"
)

// Changes says what the accounts of a later reading have that those of an
// earlier one had not, or have no more. Stories are matched by the articles
// they share, claims by the passages; a claim that cannot be matched is new
// or gone.
func Changes(before, after []news.Account) []news.Change {
	var out []news.Change
	out = append(out, republished(before, after)...)
	matched := map[int]bool{}
	for i := range after {
		j := sharesMost(&after[i], before)
		if j < 0 {
			out = append(out, news.Change{Kind: "new", Story: after[i].Story.ID, What: "a story that was not there", After: after[i].Title, AfterText: words(&after[i], after[i].Title)})
			continue
		}
		matched[j] = true
		out = append(out, claimChanges(&before[j], &after[i])...)
	}
	for j := range before {
		if !matched[j] {
			out = append(out, news.Change{Kind: "gone", Story: before[j].Story.ID, What: "a story that is no longer there", Before: before[j].Title, BeforeText: words(&before[j], before[j].Title)})
		}
	}
	return out
}

// sharesMost is the index of the account that shares most articles with a.
func sharesMost(a *news.Account, among []news.Account) int {
	have := map[string]bool{}
	for i := range a.Articles {
		have[a.Articles[i].Hash] = true
	}
	best, most := -1, 0
	for j := range among {
		n := 0
		for i := range among[j].Articles {
			if have[among[j].Articles[i].Hash] {
				n++
			}
		}
		if n > most {
			best, most = j, n
		}
	}
	return best
}

func claimChanges(before, after *news.Account) []news.Change {
	var out []news.Change
	match := matchClaims(before, after)
	stood, stands := belongings(before), belongings(after)
	seen := map[int]bool{}
	for i := range after.Claims {
		c := &after.Claims[i]
		change := news.Change{Story: after.Story.ID, After: c.Passage, AfterText: words(after, c.Passage)}
		j, ok := match[i]
		if k, there := stood.claim(after, c.Passage); !ok && there { // grouped otherwise, not new
			out = append(out, newDenials(before, after, &before.Claims[k], c)...)
			out = append(out, newVariants(before, after, &before.Claims[k], c)...)
			continue
		}
		if !ok {
			change.Kind, change.What = "new", "a claim that was not there"
			out = append(out, change)
			continue
		}
		seen[j] = true
		old := &before.Claims[j]
		change.Before, change.BeforeText = old.Passage, words(before, old.Passage)
		if c.Count.Min > old.Count.Max || c.Count.Min > old.Count.Min && c.Count.Max > old.Count.Max {
			change.Kind, change.What = "strengthened", fmt.Sprintf("origins: %s before, %s now", origins(old.Count), origins(c.Count))
			out = append(out, change)
		} else if c.Count.Max < old.Count.Min || c.Count.Min < old.Count.Min && c.Count.Max < old.Count.Max {
			change.Kind, change.What = "weakened", fmt.Sprintf("origins: %s before, %s now", origins(old.Count), origins(c.Count))
			out = append(out, change)
		}
		out = append(out, newDenials(before, after, old, c)...)
		out = append(out, newVariants(before, after, old, c)...)
	}
	for j := range before.Claims {
		if !seen[j] {
			c := &before.Claims[j]
			if _, ok := stands.claim(before, c.Passage); ok { // grouped otherwise, not gone
				continue
			}
			out = append(out, news.Change{Kind: "gone", Story: after.Story.ID, What: "a claim that no report carries any more", Before: c.Passage, BeforeText: words(before, c.Passage)})
		}
	}
	return append(out, numberChanges(before, after)...)
}

// place is a passage that means the same in both readings.
type place struct {
	hash string
	news.Span
}

func placesOf(a *news.Account, c *news.Claim) []place {
	hash := map[string]string{}
	for i := range a.Articles {
		hash[a.Articles[i].ID] = a.Articles[i].Hash
	}
	var out []place
	for i := range c.Positions {
		p := &c.Positions[i]
		out = append(out, place{hash[p.Article], p.Span})
	}
	return out
}

// belonging finds the claims of an account by the passages of its positions.
type belonging map[string][]member // by hash

type member struct {
	news.Span
	claim int
}

func belongings(a *news.Account) belonging {
	s := belonging{}
	for i := range a.Claims {
		for _, p := range placesOf(a, &a.Claims[i]) {
			s[p.hash] = append(s[p.hash], member{p.Span, i})
		}
	}
	return s
}

// claim is the one that the passage, of the same or another account, belongs
// to.
func (s belonging) claim(a *news.Account, p news.Passage) (int, bool) {
	for i := range a.Articles {
		if x := &a.Articles[i]; x.ID == p.Article {
			for _, y := range s[x.Hash] {
				if y.Overlap(p.Span) > 0 {
					return y.claim, true
				}
			}
		}
	}
	return 0, false
}

// matchClaims pairs claims of after with claims of before, those that share
// most passages first, one to one.
func matchClaims(before, after *news.Account) map[int]int {
	type pair struct{ after, before, shared int }
	var pairs []pair
	olds := make([][]place, len(before.Claims))
	for j := range before.Claims {
		olds[j] = placesOf(before, &before.Claims[j])
	}
	for i := range after.Claims {
		mine := placesOf(after, &after.Claims[i])
		for j := range olds {
			n := 0
			for _, x := range mine {
				for _, y := range olds[j] {
					if x.hash == y.hash && x.Overlap(y.Span) > 0 {
						n++
						break
					}
				}
			}
			if n > 0 {
				pairs = append(pairs, pair{i, j, n})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.shared, x.shared) })
	match, used := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		if _, ok := match[p.after]; !ok && !used[p.before] {
			match[p.after] = p.before
			used[p.before] = true
		}
	}
	return match
}

// newDenials are denials by voices that did not deny the claim before, in words
// that no report had before.
func newDenials(before, after *news.Account, old, c *news.Claim) []news.Change {
	var out []news.Change
	denied := map[string]bool{}
	stood := map[place]bool{}
	for i := range before.Claims {
		for _, p := range placesOf(before, &before.Claims[i]) {
			stood[p] = true
		}
	}
	places := placesOf(after, c)
	for i := range old.Positions {
		if p := &old.Positions[i]; p.Stance == news.Denies && !p.Negative {
			denied[fold(p.Voice.Name)] = true
		}
	}
	for i := range c.Positions {
		p := &c.Positions[i]
		if p.Stance == news.Denies && !p.Negative && !stood[places[i]] && !denied[fold(p.Voice.Name)] {
			denied[fold(p.Voice.Name)] = true
			out = append(out, news.Change{Kind: "newly denied", Story: after.Story.ID, What: "by " + p.Voice.Name, Before: old.Passage, BeforeText: words(before, old.Passage), After: p.Passage, AfterText: words(after, p.Passage)})
		}
	}
	return out
}

func newVariants(before, after *news.Account, old, c *news.Claim) []news.Change {
	known := map[string]bool{}
	for i := range old.Positions {
		known[words(before, old.Positions[i].Passage)] = true
	}
	var out []news.Change
	for i := range c.Positions {
		p := &c.Positions[i]
		if text := words(after, p.Passage); len(p.Changes) > 0 && !known[text] {
			known[text] = true
			full := c.Positions[p.Utterance].Passage
			what := "a quote is printed with other words"
			switch p.Kind {
			case news.Indirect:
				what = "a statement is reported in other words"
			case news.Narration:
				what = "a sentence is printed with other words"
			}
			out = append(out, news.Change{Kind: "altered", Story: after.Story.ID, What: what, Before: full, BeforeText: words(after, full), After: p.Passage, AfterText: text})
		}
	}
	return out
}

// numberChanges compares the latest figure for each thing counted.
func numberChanges(before, after *news.Account) []news.Change {
	old, now := latest(before), latest(after)
	var out []news.Change
	for i := range after.Numbers {
		n := &after.Numbers[i]
		o := old[counted(n)]
		if now[counted(n)] == n && o != nil && (o.Value != n.Value || o.High != n.High) {
			out = append(out, news.Change{Kind: "altered", Story: after.Story.ID, What: "a number", Before: o.Passage, BeforeText: words(before, o.Passage), After: n.Passage, AfterText: words(after, n.Passage)})
		}
	}
	return out
}

// latest is the latest figure for each thing counted, the last one printed of
// those of one day.
func latest(a *news.Account) map[[2]string]*news.Number {
	m := map[[2]string]*news.Number{}
	for i := range a.Numbers {
		n := &a.Numbers[i]
		if k := counted(n); m[k] == nil || n.AsOf >= m[k].AsOf {
			m[k] = n
		}
	}
	return m
}

func counted(n *news.Number) [2]string { return [2]string{n.Unit, n.Scope} }

// republished finds articles that stand under the same URL with other words,
// and shows the first paragraph that differs.
func republished(before, after []news.Account) []news.Change {
	old := map[string]*news.Article{}
	held := map[string]*news.Account{}
	for i := range before {
		for k := range before[i].Articles {
			if a := &before[i].Articles[k]; a.URL != "" {
				old[a.URL], held[a.URL] = a, &before[i]
			}
		}
	}
	var out []news.Change
	for i := range after {
		for k := range after[i].Articles {
			a := &after[i].Articles[k]
			b := old[a.URL]
			if a.URL == "" || b == nil || b.Hash == a.Hash {
				continue
			}
			gone, added := differ(b, a), differ(a, b)
			out = append(out, news.Change{Kind: "republished", Story: after[i].Story.ID, What: "the article at " + a.URL + " has other words",
				Before: gone, BeforeText: words(held[a.URL], gone), After: added, AfterText: words(&after[i], added)})
		}
	}
	return out
}

// differ is the first block of a that b does not have.
func differ(a, b *news.Article) news.Passage {
	have := map[string]bool{}
	for _, x := range b.Blocks {
		have[x.In(b.Text)] = true
	}
	for _, x := range a.Blocks {
		if !have[x.In(a.Text)] {
			return news.Passage{Article: a.ID, Span: x.Span}
		}
	}
	return news.Passage{Article: a.ID}
}

func words(a *news.Account, p news.Passage) string {
	for i := range a.Articles {
		if x := &a.Articles[i]; x.ID == p.Article && p.Start < p.End && p.End <= len(x.Text) {
			return x.Text[p.Start:p.End]
		}
	}
	return ""
}

func origins(r news.Range) string {
	if r.Min == r.Max {
		return fmt.Sprint(r.Max)
	}
	return fmt.Sprintf("%d to %d", r.Min, r.Max)
}
