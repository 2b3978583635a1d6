package annotate

import (
	"iter"
	"runtime"

	"github.com/hearsay-news/hearsay/news"
)

// Stream reads articles in parallel and gives them in their order. No more
// articles than twice the number of workers are held at a time: a reader who
// is slow slows the source down, so that streams may be endless. An error
// takes the place of its article. Zero workers are one a processor. When the
// reader stops early, the source may still be asked for one article more.
func Stream(articles iter.Seq2[news.Article, error], workers int) iter.Seq2[*Annotated, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	type outcome struct {
		article *Annotated
		err     error
	}
	return func(yield func(*Annotated, error) bool) {
		// Each article's outcome has a channel of its own; their queue keeps
		// the order and bounds what is under way.
		queue := make(chan chan outcome, workers)
		slots := make(chan struct{}, workers)
		stop := make(chan struct{})
		go func() {
			defer close(queue)
			for a, err := range articles {
				c := make(chan outcome, 1)
				select {
				case queue <- c:
				case <-stop:
					return
				}
				if err != nil {
					c <- outcome{err: err}
					continue
				}
				slots <- struct{}{}
				go func() {
					c <- outcome{article: Article(a)}
					<-slots
				}()
			}
		}()
		defer close(stop)
		for c := range queue {
			if o := <-c; !yield(o.article, o.err) {
				return
			}
		}
	}
}
