package annotate

import (
	"runtime"

	"github.com/hearsay-news/hearsay/news"
)

// All reads articles on all processors and gives them back in the same order.
// done, which may be nil, is called after each, never twice at a time.
func All(articles []news.Article, done func()) []*Annotated {
	out := make([]*Annotated, len(articles))
	type result struct {
		i int
		x *Annotated
	}
	jobs, results := make(chan int), make(chan result)
	go func() {
		for i := range articles {
			jobs <- i
		}
		close(jobs)
	}()
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for i := range jobs {
				results <- result{i, Article(articles[i])}
			}
		}()
	}
	for range articles {
		r := <-results
		out[r.i] = r.x
		if done != nil {
			done()
		}
	}
	return out
}
