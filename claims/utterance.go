package claims

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/news"
)

// form is how a passage prints an utterance.
type form struct {
	fullest int // passage with the fullest form, its own index where it stands alone
	changes []news.WordChange
}

// utterances finds the passages that print one utterance: a quote in several
// reports, or a sentence of narration that one report took from another.
func utterances(reports []*annotate.Annotated, ps []passage) []form {
	forms := make([]form, len(ps))
	quotes := make([]copying.Quote, len(ps))
	for i := range ps {
		forms[i].fullest = i
		quotes[i] = quote(reports[ps[i].report], &ps[i])
	}
	for _, u := range copying.Variants(quotes) {
		for _, f := range u.Forms {
			if f.Quote == u.Fullest || alike(&f, quotes[f.Quote].Text) {
				forms[f.Quote] = form{u.Fullest, f.Changes}
			}
		}
	}
	return forms
}

// differences are the words in which one form of an utterance differs from
// another.
func (g *grouping) differences(full, other int) []news.WordChange {
	pair := []copying.Quote{quote(g.reports[g.ps[full].report], &g.ps[full]), quote(g.reports[g.ps[other].report], &g.ps[other])}
	for _, u := range copying.Variants(pair) {
		for _, f := range u.Forms {
			if f.Quote == u.Fullest {
				continue
			}
			changes := slices.Clone(f.Changes)
			if u.Fullest == 1 { // seen from the other side
				for i := range changes {
					changes[i].From, changes[i].To = changes[i].To, changes[i].From
				}
			}
			return changes
		}
	}
	return nil
}

// quote is what a passage says, as the comparison of quotes wants it.
// Narration and quotes are told apart by their speakers.
func quote(rep *annotate.Annotated, p *passage) copying.Quote {
	q := copying.Quote{Passage: news.Passage{Article: rep.Article.ID, Span: p.Span}, Speaker: "narration"}
	var words []string
	for _, c := range p.content {
		words = append(words, c.In(rep.Article.Text))
	}
	q.Text = strings.Trim(strings.Join(words, " "), " ,\"“”")
	if p.statement >= 0 {
		s := &rep.Statements[p.statement]
		q.Marked = s.Kind == news.Direct
		q.Speaker = cmp.Or(s.Voice.Key, s.Voice.Name)
		if s.Voice.Type == news.Unnamed {
			q.Speaker = "unnamed " + s.Voice.Name // keys of unnamed voices are an article's own
		}
	}
	return q
}

// alike reports whether a form keeps enough of the fullest one to be the same
// utterance: three words, and two of three.
func alike(f *copying.Form, text string) bool {
	words, put := len(strings.Fields(text)), 0
	for _, c := range f.Changes {
		put += len(strings.Fields(c.To))
	}
	return words-put >= 3 && 3*put <= words
}
