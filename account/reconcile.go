// Package account makes the account of one story from its analysed reports:
// copies, claims, origins, timeline, and what changed since another account.
package account

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/claims"
	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/parallel"
	"github.com/hearsay-news/hearsay/voices"
)

// Options say what an account holds beside the rest.
type Options struct {
	Explain bool // say why passages were grouped into claims
}

// Reconcile makes the account of one story. It is pure: the same reports, in
// whatever order, give the same account.
func Reconcile(id string, reports []*annotate.Annotated, o Options) news.Account {
	reports = own(reports)
	slices.SortStableFunc(reports, older)
	a := news.Account{Story: news.Story{ID: id}}
	for i := range reports {
		a.Articles = append(a.Articles, reports[i].Article)
		a.Story.Articles = append(a.Story.Articles, reports[i].Article.ID)
	}
	a.From, a.To = span(a.Articles)
	unify(reports)
	parallel.Do(
		func() {
			found := copying.Find(a.Articles, nil)
			a.Copies, a.Lineages = found.Copies, found.Lineages
		},
		func() {
			if o.Explain {
				a.Claims, a.Links = claims.Explain(reports)
			} else {
				a.Claims = claims.Group(reports)
			}
		},
		func() { a.Numbers = claims.Numbers(reports) },
	)
	t := newTracer(a.Articles, a.Lineages, a.Copies)
	for i := range a.Claims {
		meet(&a.Claims[i], t.voices)
	}
	outlet := publishers(a.Articles)
	parallel.With(len(a.Claims), 64, func() func(int) {
		return func(i int) {
			c := &a.Claims[i]
			settleVariants(&a, c)
			shareDays(c)
			t.place(c)
			c.Outlets = published(c, outlet)
			c.Turns = turns(c)
		}
	})
	order(&a)
	a.Title = title(&a)
	a.Voices = voicesOf(a.Claims)
	a.Timeline = timeline(reports, a.Claims)
	a.Unknowns = unknowns(reports)
	return a
}

// own copies what Reconcile changes: the statements' voices become those of
// the story.
func own(reports []*annotate.Annotated) []*annotate.Annotated {
	out := make([]*annotate.Annotated, len(reports))
	for i, r := range reports {
		x := *r
		x.Statements = slices.Clone(r.Statements)
		for k := range x.Statements {
			s := &x.Statements[k]
			s.With, s.Cites, s.Via = slices.Clone(s.With), slices.Clone(s.Cites), slices.Clone(s.Via)
		}
		out[i] = &x
	}
	return out
}

// settleVariants drops the differences between two forms of an utterance whose
// passages have the same words: only less of one was taken for what was said.
// Nor is it altered what a report merely tells in other words of its own.
func settleVariants(a *news.Account, c *news.Claim) {
	for i := range c.Positions {
		p := &c.Positions[i]
		full := c.Positions[p.Utterance].Passage
		if len(p.Changes) > 0 && strings.EqualFold(words(a, p.Passage), words(a, full)) {
			p.Changes = nil
		}
		changed := 0
		for _, ch := range p.Changes {
			changed += len(strings.Fields(ch.From)) + len(strings.Fields(ch.To))
		}
		if p.Kind == news.Narration && 3*changed > len(strings.Fields(words(a, full))) {
			p.Changes = nil
		}
	}
}

func unify(reports []*annotate.Annotated) {
	told := make([]voices.Report, len(reports))
	for i, r := range reports {
		told[i] = voices.Report{Statements: r.Statements, Named: r.Named}
	}
	voices.Unify(told)
}

// older orders reports by publication, undated ones last, then by id.
func older(x, y *annotate.Annotated) int {
	a, b := &x.Article, &y.Article
	if a.Published.Known() != b.Published.Known() {
		if a.Published.Known() {
			return -1
		}
		return 1
	}
	if c := a.Published.Time.Compare(b.Published.Time); c != 0 {
		return c
	}
	return cmp.Compare(a.ID, b.ID)
}

func span(articles []news.Article) (from, to string) {
	for i := range articles {
		d := articles[i].Published.Day()
		if d == "" {
			continue
		}
		if from == "" || d < from {
			from = d
		}
		to = max(to, d)
	}
	return from, to
}

// title is the printed title whose words most reports have, the earliest of
// those that do equally well; where there is none, the first claim's passage.
func title(a *news.Account) news.Passage {
	printed := make([][]string, len(a.Articles))
	number := map[string]int{} // of the words of titles
	for i := range a.Articles {
		x := &a.Articles[i]
		printed[i] = distinct(x.TitleSpan.In(x.Text))
		for _, w := range printed[i] {
			if _, ok := number[w]; !ok {
				number[w] = len(number)
			}
		}
	}
	has := make([][]bool, len(a.Articles)) // by the number of a word
	parallel.Each(len(a.Articles), func(i int) {
		has[i] = make([]bool, len(number))
		for w := range longWords(a.Articles[i].Text) {
			if n, ok := number[w]; ok {
				has[i][n] = true
			}
		}
	})
	reports := make([]int, len(number)) // with a word
	for i := range has {
		for n, ok := range has[i] {
			if ok {
				reports[n]++
			}
		}
	}
	var best news.Passage
	most := 0.0
	for i := range a.Articles {
		x := &a.Articles[i]
		if x.TitleSpan.Len() == 0 {
			continue
		}
		shared := 0
		for _, w := range printed[i] {
			shared += reports[number[w]]
		}
		if s := float64(shared) / float64(max(1, len(printed[i]))); best.Article == "" || s > most {
			best, most = news.Passage{Article: x.ID, Span: x.TitleSpan}, s
		}
	}
	if best.Article != "" {
		return best
	}
	if len(a.Claims) > 0 {
		return a.Claims[0].Passage
	}
	for i := range a.Articles {
		for _, b := range a.Articles[i].Blocks {
			if b.Kind == news.Body || b.Kind == news.Heading {
				return news.Passage{Article: a.Articles[i].ID, Span: b.Span}
			}
		}
	}
	return news.Passage{}
}

// distinct are the long words of a text, each once.
func distinct(text string) []string {
	words := slices.Sorted(longWords(text))
	return slices.Compact(words)
}

// longWords are the words of a text that have four letters or more.
func longWords(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if utf8.RuneCountInString(w) >= 4 && !yield(w) {
				return
			}
		}
	}
}

// publishers tells by an article's id who publishes it; an unknown outlet is
// one of its own.
func publishers(articles []news.Article) map[string]string {
	name := map[string]string{}
	for i := range articles {
		name[articles[i].ID] = cmp.Or(articles[i].Outlet.Name, articles[i].Outlet.Site, articles[i].ID)
	}
	return name
}

// published counts the outlets that carry a claim.
func published(c *news.Claim, outlet map[string]string) int {
	seen := map[string]bool{}
	for i := range c.Positions {
		seen[outlet[c.Positions[i].Article]] = true
	}
	return len(seen)
}

// voicesOf lists the voices of all positions, once each, in order of the claims.
func voicesOf(list []news.Claim) []news.Voice {
	index := map[string]int{}
	var out []news.Voice
	for i := range list {
		for j := range list[i].Positions {
			v := list[i].Positions[j].Voice
			if v.Name == "" {
				continue
			}
			k := cmp.Or(v.Key, string(v.Type)+" "+fold(v.Name))
			at, ok := index[k]
			if !ok {
				index[k] = len(out)
				out = append(out, v)
				continue
			}
			for _, x := range append([]string{v.Name}, v.Variants...) {
				if x != out[at].Name && !slices.Contains(out[at].Variants, x) {
					out[at].Variants = append(out[at].Variants, x)
				}
			}
			out[at].Role = cmp.Or(out[at].Role, v.Role)
		}
	}
	return out
}
