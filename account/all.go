package account

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/stories"
)

// All makes the accounts of all stories that reports tell, the story with most
// reports first.
func All(reports []*annotate.Annotated) []news.Account {
	articles := make([]news.Article, len(reports))
	for i, r := range reports {
		articles[i] = r.Article
	}
	var out []news.Account
	for _, members := range stories.Split(articles) {
		story := make([]*annotate.Annotated, len(members))
		for k, m := range members {
			story[k] = reports[m]
		}
		out = append(out, Reconcile("", story))
	}
	slices.SortStableFunc(out, func(a, b news.Account) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), cmp.Compare(a.From, b.From))
	})
	for i := range out {
		out[i].Story.ID = fmt.Sprintf("s%d", i+1)
	}
	return out
}
