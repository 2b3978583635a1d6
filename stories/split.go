package stories

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/news"
)

// Split parts articles that are all at hand into stories: indexes into
// articles, each story's in order of time, the stories by their first article.
// An article without a date counts as of the time of the others. Where an
// article was put early and wrongly, its story is weighed again once all are
// known.
func Split(articles []news.Article) [][]int {
	order := make([]int, len(articles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := &articles[i].Published, &articles[j].Published
		if !x.Known() || !y.Known() {
			return cmp.Compare(boolean(x.Known()), boolean(y.Known()))
		}
		return x.Time.Compare(y.Time)
	})
	a := New(Options{})
	of := make([]string, len(articles))
	mend := func(changes []Change) {
		for _, c := range changes {
			for _, moved := range c.Articles {
				i, _ := strconv.Atoi(moved)
				of[i] = c.Into
			}
		}
	}
	for _, i := range order {
		numbered := articles[i]
		numbered.ID = strconv.Itoa(i)
		done := a.Assign(&numbered)
		of[i] = done.Story
		mend(done.Changes)
	}
	mend(a.unite())
	var out [][]int
	place := map[string]int{}
	for _, i := range order {
		k, ok := place[of[i]]
		if !ok {
			k = len(out)
			place[of[i]] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	slices.SortFunc(out, func(x, y []int) int { return cmp.Compare(slices.Min(x), slices.Min(y)) })
	return out
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}
