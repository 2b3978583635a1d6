package account

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
	"github.com/hearsay-news/hearsay/stories"
)

// All makes the accounts of all stories that reports tell, the story with most
// reports first.
func All(reports []*annotate.Annotated, o Options) []news.Account {
	articles := make([]news.Article, len(reports))
	for i, r := range reports {
		articles[i] = r.Article
	}
	split := stories.Split(articles)
	out := make([]news.Account, len(split))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				story := make([]*annotate.Annotated, len(split[i]))
				for k, m := range split[i] {
					story[k] = reports[m]
				}
				out[i] = Reconcile("", story, o)
			}
		})
	}
	for i := range split {
		next <- i
	}
	close(next)
	workers.Wait()
	slices.SortStableFunc(out, func(a, b news.Account) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), cmp.Compare(a.From, b.From), cmp.Compare(a.Articles[0].ID, b.Articles[0].ID))
	})
	for i := range out {
		out[i].Story.ID = fmt.Sprintf("s%d", i+1)
	}
	return out
}
