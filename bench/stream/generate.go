package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/hearsay-news/hearsay/news"
)

// event is one article to come: which article of which story, and when.
type event struct {
	minute int32 // since the stream began
	story  int32
	number int32 // within the story
}

// schedule lays out n articles at perDay a day on average. Sizes of stories
// follow a power law (four in seven stories are one article, one in a thousand
// has hundreds); a story's articles come thick at first and thin out over days.
func schedule(n, perDay int, seed uint64) []event {
	rng := rand.New(rand.NewPCG(seed, 1))
	days := float64(n) / float64(perDay)
	events := make([]event, 0, n)
	for story := int32(0); len(events) < n; story++ {
		size := min(400, int(math.Pow(1-rng.Float64(), -1/1.25)))
		start := rng.Float64() * days
		pace := 0.15 + 0.5*rng.ExpFloat64() // days in which the story loses two thirds of its pace
		for k := range min(size, n-len(events)) {
			at := start
			if k > 0 {
				at += min(12, pace*rng.ExpFloat64())
			}
			if hour := math.Mod(at, 1); hour < 0.25 && rng.IntN(3) > 0 {
				at += 0.25 // few articles are published at night
			}
			events = append(events, event{int32(at * 24 * 60), story, int32(k)})
		}
	}
	slices.SortFunc(events, func(x, y event) int {
		return cmp.Or(cmp.Compare(x.minute, y.minute), cmp.Compare(x.story, y.story), cmp.Compare(x.number, y.number))
	})
	return events
}

// source is a story of the development data that stories are made after.
type source []news.Article

// maker writes articles: sentences of a real one, with names and numbers of its own and
// seven in eight of the less common words replaced, alike within a story.
type maker struct {
	sources []source
	ranked  []string       // words by falling frequency
	rank    map[string]int // in ranked
	begin   time.Time
}

func newMaker(sources []source) *maker {
	m := &maker{sources: sources, rank: map[string]int{}, begin: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)}
	count := map[string]int{}
	for _, s := range sources {
		for _, a := range s {
			for _, w := range strings.FieldsFunc(a.Text, notLetter) {
				if unicode.IsLower(rune(w[0])) {
					count[w]++
				}
			}
		}
	}
	for w, n := range count {
		if n > 2 {
			m.ranked = append(m.ranked, w)
		}
	}
	slices.SortFunc(m.ranked, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	for i, w := range m.ranked {
		m.rank[w] = i
	}
	return m
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// common is how many of the most frequent words are never replaced.
const common = 600

// article writes the article of an event.
func (m *maker) article(e event) news.Article {
	s := m.sources[int(mix(uint64(e.story), 7)%uint64(len(m.sources)))]
	from := &s[int(e.number)%len(s)]
	var b strings.Builder
	for i, sentence := range strings.SplitAfter(from.Text, ". ") {
		// Articles made after one real article each tell a part of it.
		if i > 0 && int(e.number) >= len(s) && mix(uint64(e.number), uint64(i))%3 == 0 {
			continue
		}
		m.rewrite(&b, sentence, uint64(e.story))
	}
	var title strings.Builder
	m.rewrite(&title, from.Title, uint64(e.story))
	return news.Article{
		ID: fmt.Sprintf("%d-%d", e.story, e.number), Outlet: from.Outlet, Title: title.String(), Text: b.String(),
		Published: news.Date{Time: m.begin.Add(time.Duration(e.minute) * time.Minute), HasTime: true},
	}
}

func (m *maker) rewrite(b *strings.Builder, text string, story uint64) {
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && isLetter(text[j]) {
			j++
		}
		if j > i {
			b.WriteString(m.word(text[i:j], story))
			i = j
			continue
		}
		for j < len(text) && isDigit(text[j]) {
			j++
		}
		if j > i {
			b.WriteString(number(text[i:j], story))
			i = j
			continue
		}
		b.WriteByte(text[i])
		i++
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number makes another number as long; years stay.
func number(digits string, story uint64) string {
	if len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") || len(digits) > 9 {
		return digits
	}
	h := hash(digits, story)
	b := []byte(digits)
	for i := range b {
		b[i] = byte('0' + h%10)
		h /= 10
	}
	if b[0] == '0' {
		b[0] = '1'
	}
	return string(b)
}

func hash(s string, story uint64) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h, story)
}

func (m *maker) word(w string, story uint64) string {
	lower := strings.ToLower(w)
	rank, known := m.rank[lower]
	h := hash(lower, story)
	switch {
	case known && rank < common, len(w) < 3, h%8 == 0:
		return w
	case known:
		// A word about as common.
		to := common + (rank-common)*4/5 + int(h>>8)%(1+(rank-common)*2/5)
		return m.ranked[min(to, len(m.ranked)-1)]
	case w != lower:
		return invent(h)
	}
	return m.ranked[len(m.ranked)/2+int(h>>8)%(len(m.ranked)/2)]
}

// invent makes a name.
func invent(h uint64) string {
	b := make([]byte, 0, 8)
	for range 2 + h>>60&1 {
		b = append(b, "bdfgklmnprstvz"[h%14], "aeiou"[h/14%5])
		h /= 70
	}
	b[0] -= 'a' - 'A'
	return string(append(b, "dlmnrst"[h%7]))
}

// mix is a hash of two numbers.
func mix(a, b uint64) uint64 {
	x := a*0x9e3779b97f4a7c15 ^ b*0xbf58476d1ce4e5b9
	x ^= x >> 29
	x *= 0x94d049bb133111eb
	return x ^ x>>32
}
