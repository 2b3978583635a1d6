package annotate

import (
	"errors"
	"fmt"
	"iter"
	"sync/atomic"
	"testing"

	"github.com/hearsay-news/hearsay/news"
)

// endless is a source of articles without end that counts what was taken.
func endless(taken *atomic.Int64) iter.Seq2[news.Article, error] {
	return func(yield func(news.Article, error) bool) {
		for i := 0; ; i++ {
			taken.Add(1)
			if i%5 == 3 {
				if !yield(news.Article{}, fmt.Errorf("record %d", i)) {
					return
				}
				continue
			}
			if !yield(news.Article{ID: fmt.Sprint(i), Text: "“The weir holds,” Mara Adler said."}, nil) {
				return
			}
		}
	}
}

func TestStreamKeepsOrderAndHoldsLittle(t *testing.T) {
	const workers = 3
	var taken atomic.Int64
	n := 0
	for a, err := range Stream(endless(&taken), workers) {
		if n%5 == 3 {
			if err == nil || err.Error() != fmt.Sprintf("record %d", n) {
				t.Fatalf("place %d: error %v", n, err)
			}
		} else if err != nil || a.Article.ID != fmt.Sprint(n) {
			t.Fatalf("place %d: %v, %v", n, a, err)
		}
		n++
		if ahead := taken.Load() - int64(n); ahead > 2*workers+2 {
			t.Fatalf("%d articles taken ahead of the reader", ahead)
		}
		if n == 60 {
			break
		}
	}
}

func TestStreamEnds(t *testing.T) {
	one := func(yield func(news.Article, error) bool) {
		_ = yield(news.Article{ID: "a"}, nil) && yield(news.Article{}, errors.New("torn"))
	}
	var got []string
	for a, err := range Stream(one, 0) {
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, a.Article.ID)
		}
	}
	if len(got) != 2 || got[0] != "a" || got[1] != "torn" {
		t.Error(got)
	}
}
