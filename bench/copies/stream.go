package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// stream makes articles of invented words whose frequencies fall off as those
// of English do: families of copies of one text, cut, reworded and mixed with
// sentences of their own, and articles that share nothing.
type stream struct {
	rand  *rand.Rand
	words []string
	zipf  *rand.Zipf
}

var grammar = strings.Fields("the of and to a in that for on with as was by at from said it has is be are an were which will not this have its or their more than but who")

func newStream(seed uint64) *stream {
	s := &stream{rand: rand.New(rand.NewPCG(seed, 1))}
	onsets, vowels, codas := strings.Fields("b br c ch d dr f g gr h k l m n p pr r s sh st t tr v w"), strings.Fields("a e i o u ai ea ou"), strings.Fields("n r l s t nd rk st m ck")
	pick := func(from []string) string { return from[s.rand.IntN(len(from))] }
	seen := map[string]bool{}
	for len(s.words) < 40000 {
		w := pick(onsets) + pick(vowels) + pick(codas) + pick(vowels)
		if s.rand.IntN(2) == 0 {
			w += pick(onsets) + pick(vowels) + pick(codas)
		}
		if !seen[w] {
			seen[w] = true
			s.words = append(s.words, w)
		}
	}
	s.zipf = rand.NewZipf(s.rand, 1.1, 20, uint64(len(s.words)-1))
	return s
}

func (s *stream) sentence() []string {
	words := make([]string, 8+s.rand.IntN(28))
	for i := range words {
		if s.rand.IntN(100) < 45 {
			words[i] = grammar[s.rand.IntN(len(grammar))]
		} else {
			words[i] = s.words[s.zipf.Uint64()]
		}
	}
	return words
}

func (s *stream) sentences(n int) [][]string {
	all := make([][]string, n)
	for i := range all {
		all[i] = s.sentence()
	}
	return all
}

func write(sentences [][]string) string {
	var b strings.Builder
	for i, words := range sentences {
		if i > 0 {
			b.WriteString([]string{" ", "\n\n"}[i%2])
		}
		for k, w := range words {
			if k == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
		b.WriteByte('.')
	}
	return b.String()
}

// copied is a copy of a text: a share of its sentences, some of them changed,
// among new ones.
func (s *stream) copied(of [][]string) [][]string {
	share := 0.2 + 0.8*s.rand.Float64()
	var all [][]string
	for _, words := range of {
		if s.rand.Float64() > share {
			if s.rand.IntN(3) == 0 {
				all = append(all, s.sentence())
			}
			continue
		}
		var kept []string
		changed := s.rand.IntN(3) == 0
		for _, w := range words {
			switch {
			case changed && s.rand.IntN(12) == 0:
			case changed && s.rand.IntN(12) == 0:
				kept = append(kept, s.words[s.zipf.Uint64()])
			default:
				kept = append(kept, w)
			}
		}
		if len(kept) > 0 {
			all = append(all, kept)
		}
	}
	return append(all, s.sentence())
}

// articles makes n articles in the order of their publication. Families have
// from 1 to largest members, small ones most often.
func (s *stream) articles(n, largest int) []news.Article {
	start := time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)
	all := make([]news.Article, 0, n)
	add := func(text string) {
		i := len(all)
		all = append(all, news.Article{
			ID: fmt.Sprintf("a%d", i), Text: text, Outlet: news.Outlet{Name: fmt.Sprintf("Outlet %d", s.rand.IntN(200))},
			Published: news.Date{Time: start.Add(time.Duration(i) * time.Minute), HasTime: true},
		})
	}
	for len(all) < n {
		root := s.sentences(15 + s.rand.IntN(20))
		add(write(root))
		family := [][][]string{root}
		size := int(math.Pow(float64(largest), math.Pow(s.rand.Float64(), 2)))
		for k := 1; k < size && len(all) < n; k++ {
			of := family[0]
			if s.rand.IntN(4) == 0 {
				of = family[s.rand.IntN(len(family))]
			}
			c := s.copied(of)
			family = append(family, c)
			add(write(c))
		}
	}
	return all
}
