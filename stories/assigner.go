package stories

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// story is a live story.
type story struct {
	id                 string
	number             uint32 // order of opening
	words, lead, names vector // sums over its articles
	latest             []member
	articles           []string
	oldest, newest     float64 // days since the first article of the stream
	seen               float64 // what the clock said, or was to say, when its latest article came
	longest            int     // words of its longest article
	roundup            bool
	keys               []uint32 // terms it is indexed under

	// Scratch of the index.
	gone  bool
	asked uint64
	score float32
}

// member is an article of a story, as far as it is remembered.
type member struct {
	id                 string
	at                 float64
	length             int
	words, lead, names vector
}

const (
	remembered = 8    // articles of a story that are kept as vectors
	window     = 14.0 // days of silence after which a story is retired
	storyTerms = 400
	candidates = 8
)

// Assigner assigns articles to stories one at a time.
type Assigner struct {
	options     Options
	frequencies frequencies
	reader      reader
	eye         eye
	live        map[string]*story
	next        uint32
	index       index
	start       time.Time // the zero of all days
	now         float64   // the clock, in days
	odd         int       // articles in a row that the clock has not followed
	swept       float64
}

// Candidate is a live story that an article may belong to.
type Candidate struct {
	Story    string
	Features Features
	Chance   float64 // that the article belongs to it, 0 to 1
	story    *story
}

// Proposal is an article read, with the stories it may belong to, the
// likeliest first.
type Proposal struct {
	Candidates []Candidate
	Roundup    bool
	page       page
	article    *news.Article
	at         float64
}

// Propose reads an article and weighs it against the live stories. Nothing but
// the clock moves before Place.
func (a *Assigner) Propose(article *news.Article) *Proposal {
	p := &Proposal{article: article, at: a.clock(article)}
	p.page = a.reader.read(article, a.frequencies.weigh)
	a.eye.focus(&p.page.words, &p.page.lead, &p.page.names, p.page.length, p.page.vague)
	p.Candidates = a.weighed(&p.page, p.at)
	p.Roundup = isRoundup(article.Title) || scattered(p.Candidates)
	return p
}

// weighed are the live stories near the page in the eye, the likeliest first.
func (a *Assigner) weighed(p *page, at float64) []Candidate {
	near := a.index.near(p.words.terms, at)
	cs := make([]Candidate, 0, len(near))
	for _, s := range near {
		cs = append(cs, Candidate{Story: s.id, Features: a.eye.features(s, at), story: s})
	}
	margins(cs)
	for i := range cs {
		cs[i].Chance = a.options.Model.Chance(&cs[i].Features)
		if cs[i].story.roundup && cs[i].Features[NearestWords] < 0.6 {
			cs[i].Chance = 0
		}
	}
	slices.SortFunc(cs, func(x, y Candidate) int {
		return cmp.Or(cmp.Compare(y.Chance, x.Chance), cmp.Compare(x.story.number, y.story.number))
	})
	return cs
}

// Choice is the story that the article should join, "" to open one.
func (p *Proposal) Choice() string {
	if len(p.Candidates) == 0 || p.Candidates[0].Chance < 0.5 {
		return ""
	}
	return p.Candidates[0].Story
}

// Place puts a proposed article into a live story, or opens one where id is ""
// or not live. A proposal is placed once, before the next one is made.
func (a *Assigner) Place(p *Proposal, id string) Assignment {
	s := a.live[id]
	done := Assignment{Article: p.article.ID, Opened: s == nil, Roundup: p.Roundup}
	if s == nil {
		s = a.open(p)
	}
	if p.Roundup && !done.Opened {
		s.articles = append(s.articles, p.article.ID)
		s.newest = max(s.newest, p.at)
	} else {
		s.take(member{p.article.ID, p.at, p.page.length, p.page.words, p.page.lead, p.page.names})
		s.articles = append(s.articles, p.article.ID)
		a.index.update(s)
	}
	s.seen = a.now
	if a.odd > 0 {
		s.seen = p.at
	}
	a.frequencies.count(p.page.terms)
	if !a.options.Rigid && !p.Roundup {
		done.Changes = a.mend(p, s)
	}
	done.Story = s.id
	a.retire()
	return done
}

func (a *Assigner) open(p *Proposal) *story {
	id := identity(p.article)
	for n := 2; a.live[id] != nil; n++ {
		id = identity(p.article) + "-" + strconv.Itoa(n)
	}
	s := &story{id: id, number: a.next, oldest: p.at, newest: p.at, roundup: p.Roundup}
	a.next++
	a.live[id] = s
	return s
}

// take adds an article to what the story is like.
func (s *story) take(m member) {
	s.words = sum(&s.words, &m.words, storyTerms)
	s.lead = sum(&s.lead, &m.lead, storyTerms)
	s.names = sum(&s.names, &m.names, storyTerms)
	s.longest = max(s.longest, m.length)
	s.oldest, s.newest = min(s.oldest, m.at), max(s.newest, m.at)
	if len(s.latest) == remembered {
		s.latest = slices.Delete(s.latest, 0, 1)
	}
	s.latest = append(s.latest, m)
}

// clock is the day of an article; one without a date came when it came. The
// clock moves on with it, but follows a leap of more than the window, forwards
// or back, only once three articles in a row agree: one wrong date must not
// make all stories old.
func (a *Assigner) clock(article *news.Article) float64 {
	if !article.Published.Known() {
		return a.now
	}
	if a.start.IsZero() {
		a.start = article.Published.Time
	}
	at := article.Published.Time.Sub(a.start).Hours() / 24
	if math.Abs(at-a.now) <= window {
		a.odd = 0
		a.now = max(a.now, at)
	} else if a.odd++; a.odd == 3 {
		a.odd = 0
		a.now = at
	}
	return at
}

// identity names the story that an article opens.
func identity(article *news.Article) string {
	sum := sha256.Sum256([]byte(article.ID + "\x00" + article.Text))
	return hex.EncodeToString(sum[:8])
}
