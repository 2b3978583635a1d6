package stories

import "slices"

// index finds live stories by their heaviest terms.
type index struct {
	lists  map[uint32][]*story
	asking uint64
}

const (
	indexed = 40   // terms a story is found by
	asked   = 30   // terms of an article that look for stories
	patient = 1500 // stories that one article looks at, at most, the latest first
)

// update indexes a story by the terms that it has become known for. It does so
// ever more seldom as the story grows.
func (x *index) update(s *story) {
	if n := len(s.articles); n > 4 && n&(n-1) != 0 {
		return
	}
	for _, w := range heaviest(s.words.terms, indexed) {
		x.enter(s, w.term)
	}
}

// near are the live stories not far from a day that share the most weight of
// rare terms.
func (x *index) near(terms []weighted, day float64) []*story {
	x.asking++
	var found []*story
	patience := patient
	for _, w := range heaviest(terms, asked) {
		list := x.lists[w.term]
		for i := len(list) - 1; i >= 0 && patience > 0; i-- {
			patience--
			s := list[i]
			if s.asked != x.asking {
				if s.silence(day) > window {
					continue
				}
				s.asked, s.score = x.asking, 0
				found = append(found, s)
			}
			s.score += w.weight
		}
	}
	return best(found)
}

// best moves the candidates with the highest scores to the front, in order.
func best(found []*story) []*story {
	n := 0
	for _, s := range found {
		i := n
		for i > 0 && (found[i-1].score < s.score || found[i-1].score == s.score && found[i-1].number > s.number) {
			i--
		}
		if i == candidates {
			continue
		}
		n = min(n+1, candidates)
		copy(found[i+1:n], found[i:n-1])
		found[i] = s
	}
	return found[:n]
}

// drop takes stories out of the index, going once over each list they are in.
func (x *index) drop(gone ...*story) {
	terms := map[uint32]bool{}
	for _, s := range gone {
		s.gone = true
		for _, term := range s.keys {
			terms[term] = true
		}
		s.keys = nil
	}
	for term := range terms {
		list := slices.DeleteFunc(x.lists[term], func(s *story) bool { return s.gone })
		if len(list) == 0 {
			delete(x.lists, term)
		} else {
			x.lists[term] = list
		}
	}
	for _, s := range gone {
		s.gone = false
	}
}

// enter indexes a story under terms that it is not yet found by.
func (x *index) enter(s *story, terms ...uint32) {
	for _, term := range terms {
		if !slices.Contains(s.keys, term) {
			s.keys = append(s.keys, term)
			x.lists[term] = append(x.lists[term], s)
		}
	}
}

// silence is how many days lie between the story and a day before or after it.
func (s *story) silence(day float64) float64 {
	return max(0, day-s.newest, s.oldest-day)
}
