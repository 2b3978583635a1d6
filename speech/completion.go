package speech

import "github.com/hearsay-news/hearsay/english"

const completed = 0.2 // probability given to what only the tree says

// complete adds, for a cue that is left without a content or a source, what
// hangs on it in the tree as clause or subject; a content also where "that"
// follows, or where the cue ends its sentence ("…, officials said."). It
// returns the new mention's index, or -1 where there is none or its words are
// taken.
func (l *linker) complete(cue, role int, source int, taken []bool) int {
	v, c := l.v, l.mentions[cue]
	s := v.doc.Sentences[v.sent[c.first]]
	for i := s.First; i < s.Last; i++ {
		h := v.head(i)
		if h < c.first || h > c.last || i >= c.first && i <= c.last || !fits(role, v.doc.Words[i].Deprel) {
			continue
		}
		if m := l.take(role, v.left[i], v.right[i], taken); m >= 0 {
			return m
		}
	}
	if role != 2 || v.bucket[c.head] < cueLike+2 {
		return noneOption
	}
	for i := c.last + 1; i < s.Last && i < c.last+farthestThat; i++ {
		if v.low[i] == thatWord {
			return l.take(role, i, s.Last-1, taken)
		}
	}
	from, to := c.first, c.last
	if source >= 0 {
		from, to = min(from, l.mentions[source].first), max(to, l.mentions[source].last)
	}
	if s.Last-to <= 3 && from-s.First > 3 {
		return l.take(role, s.First, from-1, taken)
	}
	return noneOption
}

const farthestThat = 10 // words

var thatWord = hashString("that")

// take makes a mention of the words from first to last without marks at their
// ends.
func (l *linker) take(role int, first, last int32, taken []bool) int {
	v := l.v
	for first < last && v.punct[first] != 0 && v.punct[first] != 'q' {
		first++
	}
	for last > first && v.punct[last] != 0 && v.punct[last] != 'q' {
		last--
	}
	if role == 2 && last-first < 2 || anyTaken(taken, first, last) {
		return noneOption
	}
	for k := first; k <= last; k++ {
		taken[k] = true
	}
	l.mentions = append(l.mentions, v.mention(role, first, last, completed))
	return len(l.mentions) - 1
}

func fits(role int, rel english.Deprel) bool {
	if role == 0 {
		return rel == relNsubj
	}
	return rel == relCcomp
}

func anyTaken(taken []bool, first, last int32) bool {
	for i := first; i <= last; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

// takenBy marks the words of the mentions that statements have.
func (l *linker) takenBy(cues []bool, contents [][]int, source []int) []bool {
	taken := make([]bool, len(l.v.doc.Words))
	mark := func(k int) {
		for i := l.mentions[k].first; i <= l.mentions[k].last; i++ {
			taken[i] = true
		}
	}
	for k, x := range l.mentions {
		if !x.weak {
			mark(k)
		}
		if !cues[k] {
			continue
		}
		mark(k)
		for _, c := range contents[k] {
			mark(c)
		}
		if source[k] >= 0 {
			mark(source[k])
		}
	}
	return taken
}
