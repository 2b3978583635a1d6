package stories

import (
	"cmp"
	"fmt"
	"slices"
)

const (
	mergeChance = 0.9  // of an article, to belong to a second story as well
	mergeMean   = 0.7  // of the smaller story's articles, to belong to the larger
	uniteMean   = 0.85 // the same, once all articles are known
	splitCosine = 0.1  // below which two groups of a story have drifted apart
	splitLeast  = 3    // articles in each group
)

// mend corrects earlier assignments in the light of an article that has
// joined s.
func (a *Assigner) mend(p *Proposal, s *story) []Change {
	var changes []Change
	for i := range p.Candidates {
		c := &p.Candidates[i]
		if c.story == s || c.Chance < mergeChance || c.story.roundup || s.roundup {
			continue
		}
		if mean := a.affinity(s, c.story); mean >= mergeMean {
			why := fmt.Sprintf("%s belongs to both, and the articles of the smaller story belong to the larger with a mean chance of %.2f", p.article.ID, mean)
			changes = append(changes, a.merge(s, c.story, why))
			break
		}
	}
	if len(s.articles)%4 == 0 {
		if ch, ok := a.split(s); ok {
			changes = append(changes, ch)
		}
	}
	return changes
}

// affinity is the mean chance that an article of the smaller story belongs to
// the larger.
func (a *Assigner) affinity(s, t *story) float64 {
	small, large := s, t
	if len(s.latest) > len(t.latest) || len(s.latest) == len(t.latest) && s.number < t.number {
		small, large = t, s
	}
	mean := 0.0
	for i := range small.latest {
		m := &small.latest[i]
		a.eye.focus(&m.words, &m.lead, &m.names, m.length, 0)
		f := a.eye.features(large, m.at)
		f[Margin] = f[Words]
		mean += a.options.Model.Chance(&f) / float64(len(small.latest))
	}
	return mean
}

// unite merges live stories that are one, whether an article has shown it or not.
func (a *Assigner) unite() []Change {
	var changes []Change
	for again := true; again; {
		again = false
		for _, r := range a.Live() {
			s := a.live[r.ID]
			if s == nil || s.roundup {
				continue
			}
			for _, t := range a.index.near(s.words.terms, s.newest) {
				if t == s || t.roundup {
					continue
				}
				if mean := a.affinity(s, t); mean >= uniteMean {
					why := fmt.Sprintf("the articles of the smaller story belong to the larger with a mean chance of %.2f", mean)
					changes = append(changes, a.merge(s, t, why))
					again = true
					break
				}
			}
		}
	}
	return changes
}

// merge makes one story of two; the older keeps its name.
func (a *Assigner) merge(s, t *story, why string) Change {
	older, newer := s, t
	if t.number < s.number {
		older, newer = t, s
	}
	ch := Change{From: newer.id, Into: older.id, Articles: newer.articles, Why: why}
	older.words = sum(&older.words, &newer.words, storyTerms)
	older.lead = sum(&older.lead, &newer.lead, storyTerms)
	older.names = sum(&older.names, &newer.names, storyTerms)
	older.longest = max(older.longest, newer.longest)
	older.oldest, older.newest = min(older.oldest, newer.oldest), max(older.newest, newer.newest)
	older.seen = a.now
	older.articles = append(older.articles, newer.articles...)
	older.latest = append(older.latest, newer.latest...)
	slices.SortStableFunc(older.latest, func(x, y member) int { return cmp.Compare(x.at, y.at) })
	if n := len(older.latest); n > remembered {
		older.latest = slices.Clone(older.latest[n-remembered:])
	}
	a.index.enter(older, newer.keys...)
	a.index.drop(newer)
	delete(a.live, newer.id)
	return ch
}

// split parts a story whose latest articles fall into two groups that share
// next to nothing. The group of its latest article leaves.
func (a *Assigner) split(s *story) (Change, bool) {
	n := len(s.latest)
	if n < 2*splitLeast {
		return Change{}, false
	}
	leaves := make([]bool, n)
	leaves[n-1] = true
	for grown := true; grown; {
		grown = false
		for i := range s.latest {
			for j := range s.latest {
				if leaves[i] && !leaves[j] && cosine(&s.latest[i].words, &s.latest[j].words) >= splitCosine {
					leaves[j], grown = true, true
				}
			}
		}
	}
	var stay, leave []member
	for i, m := range s.latest {
		if leaves[i] {
			leave = append(leave, m)
		} else {
			stay = append(stay, m)
		}
	}
	if len(stay) < splitLeast || len(leave) < splitLeast {
		return Change{}, false
	}
	id := s.id + "-" + leave[0].id
	if a.live[id] != nil {
		return Change{}, false
	}
	t := &story{id: id, number: a.next, oldest: leave[0].at, newest: leave[0].at, seen: a.now}
	a.next++
	a.live[id] = t
	for _, m := range leave {
		t.take(m)
		t.articles = append(t.articles, m.id)
	}
	kept := &story{oldest: s.oldest, newest: s.oldest}
	for _, m := range stay {
		kept.take(m)
	}
	s.words, s.lead, s.names, s.latest = kept.words, kept.lead, kept.names, kept.latest
	s.longest, s.newest = kept.longest, kept.newest
	s.articles = slices.DeleteFunc(slices.Clone(s.articles), func(id string) bool { return slices.Contains(t.articles, id) })
	a.index.drop(s)
	for _, x := range []*story{s, t} {
		for _, w := range heaviest(x.words.terms, indexed) {
			a.index.enter(x, w.term)
		}
	}
	why := fmt.Sprintf("its %d latest articles on one side and %d on the other share next to nothing", len(leave), len(stay))
	return Change{From: s.id, Into: t.id, Articles: t.articles, Why: why}, true
}
