package pages

import (
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/news"
)

func TestCompare(t *testing.T) {
	var p Page
	p.gold.Title, p.gold.Published = "The Mill – sold", "2031-05-02 09:30:00+02:00"
	p.gold.Authors = []string{"Anna Tarn"}
	p.gold.Body.Summary = []string{"The mill was sold."}
	day := news.Date{Time: time.Date(2031, 5, 2, 7, 30, 0, 0, time.UTC), HasTime: true}
	a := p.Compare(Found{Text: "the MILL was, sold sold", Title: "the mill: sold", Byline: "By Anna Tarn", Published: day})
	if a.Precision != 0.8 || a.Recall != 1 || !a.Title || !a.Date || !a.Author {
		t.Errorf("%+v", a)
	}
	if a := p.Compare(Found{}); a.F1 != 0 || a.Title || a.Date || a.Author {
		t.Errorf("of nothing: %+v", a)
	}
}
