package copying

import (
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

func TestLaterOf(t *testing.T) {
	version := func(url string, day, hour int) *news.Article {
		return &news.Article{URL: url, Published: news.Date{Time: time.Date(2025, 3, day, hour, 0, 0, 0, time.UTC), HasTime: hour > 0}}
	}
	const url = "https://courier.example/leak"
	for _, c := range []struct {
		name string
		a, b *news.Article
		want int
	}{
		{"the next day", version(url, 4, 0), version(url, 5, 0), 1},
		{"the day before", version(url, 5, 0), version(url, 4, 0), -1},
		{"the same hour", version(url, 4, 9), version(url, 4, 9), 0},
		{"an hour later", version(url, 4, 9), version(url, 4, 10), 1},
		{"only a day is known", version(url, 4, 9), version(url, 4, 0), 0},
		{"another address", version(url, 4, 0), version(url+"-2", 5, 0), 0},
		{"no address", version("", 4, 0), version("", 5, 0), 0},
	} {
		if got := laterOf(c.a, c.b); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
