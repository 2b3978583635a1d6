package stories

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"
)

// retire lets go of stories that have been silent for the window, four times
// a day.
func (a *Assigner) retire() {
	if math.Abs(a.now-a.swept) < 0.25 {
		return
	}
	a.swept = a.now
	gone := slices.DeleteFunc(a.inOrder(), func(s *story) bool { return math.Abs(a.now-s.seen) <= window })
	a.index.drop(gone...)
	for _, s := range gone {
		delete(a.live, s.id)
		if a.options.Retire != nil {
			a.options.Retire(a.told(s))
		}
	}
}

func (a *Assigner) told(s *story) Story {
	return Story{ID: s.id, Articles: s.articles, From: a.day(s.oldest), To: a.day(s.newest)}
}

func (a *Assigner) day(at float64) time.Time {
	if a.start.IsZero() {
		return time.Time{}
	}
	return a.start.Add(time.Duration(at * 24 * float64(time.Hour))).Truncate(time.Second)
}

// Live are the stories that articles can still join, in order of opening.
func (a *Assigner) Live() []Story {
	order := a.inOrder()
	out := make([]Story, len(order))
	for i, s := range order {
		out[i] = a.told(s)
	}
	return out
}

// Size is how many stories are live.
func (a *Assigner) Size() int { return len(a.live) }

func (a *Assigner) inOrder() []*story {
	return slices.SortedFunc(maps.Values(a.live), func(s, t *story) int { return cmp.Compare(s.number, t.number) })
}
