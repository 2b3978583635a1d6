// Package annotate reads one article: its language, time expressions,
// statements and voices. It is pure: the same article gives the same result,
// and articles may be read in parallel.
package annotate

import (
	"slices"
	"time"

	"github.com/hearsay-news/hearsay/dates"
	"github.com/hearsay-news/hearsay/english"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/outlets"
	"github.com/hearsay-news/hearsay/speech"
	"github.com/hearsay-news/hearsay/voices"
)

// Annotated is an article with all that is read from it alone.
type Annotated struct {
	Article    news.Article
	Doc        *english.Document
	Dates      []news.TimeExpression
	Statements []news.Statement
	Named      []news.Voice // whom the article names in full, speaking or not
}

// Article reads one article. One that is known to be in another language than
// English is kept and has no statements.
func Article(a news.Article) *Annotated {
	if a.Language != "" && a.Language != "en" {
		return &Annotated{Article: a, Doc: &english.Document{Text: a.Text}}
	}
	doc := english.Annotate(a.Text, headers(a.Blocks)...)
	x := &Annotated{Article: a, Doc: doc}
	found, printed := dates.Find(a.Text), dates.AnchorOf(&a)
	x.Dates = dates.Resolve(found, func(*dates.Expression) dates.Anchor { return printed })
	x.Statements = speech.Extract(doc, a.Blocks)
	doc.Contexts = nil // large, and not needed further on
	x.Statements = speech.Speakers(doc, speech.Missed(doc, x.Statements, a.Blocks))
	x.Statements = speech.Nested(doc, speech.Continue(doc, x.Statements))
	speech.Stances(doc, x.Statements)
	speech.Relays(doc, x.Statements)
	direct(x.Statements, a.Outlet.Name)
	told := sayable(x.Dates, &a)
	speech.Days(doc, x.Statements, told)
	x.Named = voices.Within(doc, x.Statements, a)
	x.Statements = known(x.Statements)
	speech.Follow(doc, x.Statements, told)
	x.Dates = dates.Resolve(found, func(e *dates.Expression) dates.Anchor {
		if day := saidOn(x, e.Span); !day.IsZero() {
			return dates.OnDay(day)
		}
		return printed
	})
	return x
}

// headers are the ends of what stands before a report's words, on their line
// or on lines of its own: a date line, a credit.
func headers(blocks []news.Block) []int {
	var ends []int
	for _, b := range blocks {
		if b.Kind == news.Metadata || b.Kind == news.Furniture {
			ends = append(ends, b.End)
		}
	}
	return ends
}

// saidOn is the day on which quoted words were said, where that is known:
// their "tomorrow" counts from it.
func saidOn(x *Annotated, s news.Span) time.Time {
	inside := func(q english.Quotation) bool { return q.Contains(s) }
	if !slices.ContainsFunc(x.Doc.Quotations, inside) {
		return time.Time{}
	}
	for i := range x.Statements {
		st := &x.Statements[i]
		if !slices.ContainsFunc(st.Content, func(c news.Span) bool { return c.Contains(s) }) {
			continue
		}
		if day, err := time.Parse(time.DateOnly, st.SaidOn); err == nil {
			return day
		}
	}
	return time.Time{}
}

// direct drops the article's own outlet from the relays: what was told to it
// came to the article directly.
func direct(statements []news.Statement, outlet string) {
	if outlet == "" {
		return
	}
	for i := range statements {
		statements[i].Via = slices.DeleteFunc(statements[i].Via, func(r news.Relay) bool { return outlets.Default().Same(r.Name, outlet) })
	}
}

// known leaves out nested statements of which nobody can say whose they are.
// They stand behind all others, so that no parent moves.
func known(statements []news.Statement) []news.Statement {
	return slices.DeleteFunc(statements, func(s news.Statement) bool { return s.Parent >= 0 && s.Voice.Name == "" })
}

// sayable leaves out the dates of bylines, date lines and furniture, which say
// when an article appeared and not when anything was said, and days after it.
func sayable(list []news.TimeExpression, a *news.Article) []news.TimeExpression {
	blocks, published := a.Blocks, a.Published.Day()
	out := make([]news.TimeExpression, 0, len(list))
	k := 0
	for _, t := range list {
		for k < len(blocks) && blocks[k].End <= t.Start {
			k++
		}
		if k < len(blocks) && blocks[k].Overlap(t.Span) > 0 && (blocks[k].Kind == news.Metadata || blocks[k].Kind == news.Furniture) {
			continue
		}
		if published != "" && len(t.Value) >= len(published) && t.Value[:4] >= "1000" && t.Value[:len(published)] > published {
			continue
		}
		out = append(out, t)
	}
	return out
}
