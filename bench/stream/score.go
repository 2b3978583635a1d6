package main

import (
	"hash/maphash"
	"math"
	"strconv"
	"strings"
)

// score counts how the stories found and the stories made overlap, in little
// memory: stories found are kept by hash.
type score struct {
	seed  maphash.Seed
	first []int32  // of each story made: the place of its first article
	made  []int32  // of each article, by place
	found []uint64 // likewise; 0 for those yet to come
}

func newScore(events []event) *score {
	s := &score{seed: maphash.MakeSeed(), found: make([]uint64, len(events)), made: make([]int32, len(events))}
	for _, e := range events {
		for int(e.story) >= len(s.first) {
			s.first = append(s.first, 0)
		}
		s.first[e.story]++
	}
	place := int32(0)
	for story, size := range s.first {
		s.first[story] = place
		for range size {
			s.made[place] = int32(story)
			place++
		}
	}
	return s
}

// put takes the story found for an article, whose id tells what it was made as.
func (s *score) put(article, found string) {
	story, number, _ := strings.Cut(article, "-")
	i, _ := strconv.Atoi(story)
	k, _ := strconv.Atoi(number)
	s.found[int(s.first[i])+k] = maphash.String(s.seed, found) | 1
}

// bcubed gives precision and recall of the articles so far, in percent.
func (s *score) bcubed() (p, r float64) {
	type cell struct {
		found uint64
		made  int32
	}
	cells, found, made := map[cell]int{}, map[uint64]int{}, map[int32]int{}
	total := 0
	for i, f := range s.found {
		if f != 0 {
			cells[cell{f, s.made[i]}]++
			found[f]++
			made[s.made[i]]++
			total++
		}
	}
	for c, n := range cells {
		p += float64(n) * float64(n) / float64(found[c.found])
		r += float64(n) * float64(n) / float64(made[c.made])
	}
	n := math.Max(1, float64(total))
	return 100 * p / n, 100 * r / n
}
