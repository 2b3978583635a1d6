// Package stories says which articles tell one story, as they arrive: each
// article is weighed against the live stories and joins one or opens another,
// at once. What proves wrong later is mended, each change with its reason.
//
// An Assigner remembers; Split is a pure function for articles that are all at
// hand. Both prefer a split to a false merge.
package stories

import (
	"time"

	"github.com/hearsay-news/hearsay/news"
)

// Assignment is where an article went.
type Assignment struct {
	Article string
	Story   string
	Opened  bool     // the article is the story's first
	Roundup bool     // the article touches many stories and shapes none
	Changes []Change // what the article made the Assigner mend
}

// Change is a later correction of earlier assignments.
type Change struct {
	From, Into string   // stories; a merged From is no more
	Articles   []string // those that moved from From to Into, in order of arrival
	Why        string
}

// Story is the articles that tell one developing story.
type Story struct {
	ID       string    `json:"story"`
	Articles []string  `json:"articles"`
	From     time.Time `json:"from"`
	To       time.Time `json:"to"`
}

// Options set up an Assigner. The zero value is good.
type Options struct {
	// Retire receives each story once it has been silent for 14 days. Without
	// it such stories are forgotten.
	Retire func(Story)
	// Model overrides the embedded one.
	Model *Model
	// Rigid turns mending off: an article stays where it was first put.
	Rigid bool
}

// New returns an Assigner that has seen nothing.
func New(o Options) *Assigner {
	if o.Model == nil {
		o.Model = embedded()
	}
	return &Assigner{
		options:     o,
		frequencies: newFrequencies(),
		index:       index{lists: map[uint32][]*story{}},
		live:        map[string]*story{},
	}
}

// Assign puts an article into a story and remembers it.
func (a *Assigner) Assign(article *news.Article) Assignment {
	p := a.Propose(article)
	return a.Place(p, p.Choice())
}
