package main

import (
	"cmp"
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/intake"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/stories"
)

// stream is articles in order, with the stories of some of them.
type stream struct {
	articles []news.Article
	gold     map[string]goldStory
}

type goldStory struct {
	story  string
	strict bool // no article without a gold story belongs to it
}

func devStream(data string) (stream, error) {
	s := stream{gold: map[string]goldStory{}}
	for a, err := range intake.Read([]string{filepath.Join(data, "stories/dev/articles.jsonl")}, nil, intake.Options{}) {
		if err != nil {
			return stream{}, err
		}
		s.articles = append(s.articles, a)
	}
	f, err := os.Open(filepath.Join(data, "stories/dev/gold.jsonl"))
	if err != nil {
		return stream{}, err
	}
	defer f.Close()
	for lines := json.NewDecoder(f); lines.More(); {
		var g struct {
			ID, Story string
			Strict    bool
		}
		if err := lines.Decode(&g); err != nil {
			return stream{}, err
		}
		s.gold[g.ID] = goldStory{g.Story, g.Strict}
	}
	return s, nil
}

// claimStream makes a stream of what ClaimDiff quotes: the claims of one
// article as its text, two articles a topic, all within nine days. Each topic
// counts as a story.
func claimStream(data string) (stream, error) {
	texts := map[[2]string][]string{}
	for _, name := range []string{"strengthen", "weaken"} {
		b, err := os.ReadFile(filepath.Join(data, "claims/claimdiff-"+name+"-train.json"))
		if err != nil {
			return stream{}, err
		}
		var file struct {
			Data []struct {
				Topic    string
				ClaimA   string `json:"claim_a"`
				ClaimB   string `json:"claim_b"`
				ArticleA string `json:"article_a"`
				ArticleB string `json:"article_b"`
			}
		}
		if err := json.Unmarshal(b, &file); err != nil {
			return stream{}, err
		}
		for _, p := range file.Data {
			for _, c := range [][2]string{{p.ArticleA, p.ClaimA}, {p.ArticleB, p.ClaimB}} {
				key := [2]string{p.Topic, c[0]}
				if !slices.Contains(texts[key], c[1]) {
					texts[key] = append(texts[key], c[1])
				}
			}
		}
	}
	s := stream{gold: map[string]goldStory{}}
	for key, claims := range texts {
		slices.Sort(claims)
		at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
		at = at.Add(minutes(key[0], 9*24*60)).Add(minutes(key[1], 36*60))
		id := key[0] + "\t" + key[1]
		s.articles = append(s.articles, news.Article{ID: id, Title: key[1], Text: strings.Join(claims, "\n\n"), Published: news.Date{Time: at, HasTime: true}})
		s.gold[id] = goldStory{"claims: " + key[0], true}
	}
	slices.SortFunc(s.articles, func(x, y news.Article) int {
		return cmp.Or(x.Published.Time.Compare(y.Published.Time), cmp.Compare(x.ID, y.ID))
	})
	return s, nil
}

// pairs makes a short stream of each two stories that are neighbours by name,
// which in ECB+ are two events of one kind, and sets them going at the same
// time; every second stream has no dates at all.
func (s stream) pairs() []stream {
	of := map[string][]news.Article{}
	for _, a := range s.articles {
		if g, ok := s.gold[a.ID]; ok {
			of[g.story] = append(of[g.story], a)
		}
	}
	var out []stream
	names := s.stories()
	for k := range len(names) - 1 {
		p := stream{gold: s.gold}
		for _, name := range names[k : k+2] {
			first := of[name][0].Published.Time
			for _, a := range of[name] {
				a.Published.Time = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).Add(a.Published.Time.Sub(first))
				p.articles = append(p.articles, a)
			}
		}
		slices.SortStableFunc(p.articles, func(x, y news.Article) int { return x.Published.Time.Compare(y.Published.Time) })
		if k%2 == 1 {
			for i := range p.articles {
				p.articles[i].Published = news.Date{}
			}
		}
		out = append(out, p)
	}
	return out
}

// minutes is a time below most that depends on s alone.
func minutes(s string, most uint32) time.Duration {
	h := fnv.New32a()
	h.Write([]byte(s))
	return time.Duration(h.Sum32()%most) * time.Minute
}

func (s stream) stories() []string {
	var names []string
	for _, g := range s.gold {
		if !slices.Contains(names, g.story) {
			names = append(names, g.story)
		}
	}
	slices.Sort(names)
	return names
}

// run gives the story of each article as hearsay has it after the stream.
func (s stream) run(m *stories.Model) map[string]string {
	a := stories.New(stories.Options{Model: m})
	of := make(map[string]string, len(s.articles))
	for i := range s.articles {
		done := a.Assign(&s.articles[i])
		of[done.Article] = done.Story
		for _, c := range done.Changes {
			for _, moved := range c.Articles {
				of[moved] = c.Into
			}
		}
	}
	return of
}

// examples runs the stream with the articles of the stories that teach picks
// where they belong, all others where m puts them, and gathers what the former
// were weighed against.
func (s stream) examples(m *stories.Model, teach func(story string) bool) []storyExample {
	a := stories.New(stories.Options{Model: m, Rigid: true})
	live, told := map[string]string{}, map[string]bool{} // gold story to live one; live ones that teach
	var examples []storyExample
	for i := range s.articles {
		p := a.Propose(&s.articles[i])
		g, ok := s.gold[s.articles[i].ID]
		if !ok || !teach(g.story) {
			a.Place(p, p.Choice())
			continue
		}
		for _, c := range p.Candidates {
			switch {
			case c.Story == live[g.story]:
				examples = append(examples, storyExample{c.Features, 1})
			case told[c.Story] || g.strict:
				examples = append(examples, storyExample{c.Features, 0})
			}
		}
		id := a.Place(p, live[g.story]).Story
		live[g.story], told[id] = id, true
	}
	return examples
}

// bcubed measures the articles whose story is in test; an article without a
// story counts against precision in a strict one's.
func bcubed(s stream, of map[string]string, test func(story string) bool) (p, r, f float64) {
	clusters, sizes := map[string][]string{}, map[string]int{}
	for i := range s.articles {
		id := s.articles[i].ID
		clusters[of[id]] = append(clusters[of[id]], id)
		if g, ok := s.gold[id]; ok {
			sizes[g.story]++
		}
	}
	n := 0.0
	for i := range s.articles {
		g, ok := s.gold[s.articles[i].ID]
		if !ok || !test(g.story) {
			continue
		}
		same, mates := 0.0, 0.0
		for _, mate := range clusters[of[s.articles[i].ID]] {
			h, labelled := s.gold[mate]
			if labelled || g.strict {
				mates++
			}
			if labelled && h.story == g.story {
				same++
			}
		}
		p += same / mates
		r += same / float64(sizes[g.story])
		n++
	}
	p, r = p/n, r/n
	return 100 * p, 100 * r, 200 * p * r / (p + r)
}
