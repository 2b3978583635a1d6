// Package annotate reads one article: its language, time expressions,
// statements and voices. It is pure: the same article gives the same result,
// and articles may be read in parallel.
package annotate

import (
	"github.com/hearsay-news/hearsay/dates"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/speech"
	"github.com/hearsay-news/hearsay/voices"
)

// Annotated is an article with all that is read from it alone.
type Annotated struct {
	Article    news.Article
	Doc        *english.Document
	Dates      []news.TimeExpression
	Statements []news.Statement
}

// Article reads one article.
func Article(a news.Article) *Annotated {
	doc := english.Annotate(a.Text)
	x := &Annotated{Article: a, Doc: doc}
	x.Dates = dates.Annotate(a.Text, anchor(&a))
	x.Statements = speech.Speakers(doc, speech.Missed(doc, speech.Extract(doc, a.Blocks), a.Blocks))
	x.Statements = speech.Nested(doc, speech.Continue(doc, x.Statements))
	speech.Stances(doc, x.Statements)
	speech.Relays(doc, x.Statements)
	speech.Days(doc, x.Statements, x.Dates)
	voices.Within(doc, x.Statements, a)
	speech.Follow(doc, x.Statements, x.Dates)
	return x
}

// anchor is the day from which an article counts its dates.
func anchor(a *news.Article) dates.Anchor {
	d := dates.Anchor{Published: a.Published.Time, HasTime: a.Published.HasTime}
	if a.Dateline.Date.Known() {
		d.Dateline = a.Dateline.Date.Time
	}
	return d
}
