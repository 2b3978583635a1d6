package copying_test

import (
	"testing"

	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/news"
)

func TestVariants(t *testing.T) {
	quotes := []copying.Quote{
		{Text: "We could not let another ferry berth there with passengers aboard, and we will not", Speaker: "corrant", Marked: true},
		{Text: "We could not let another ferry dock there with passengers aboard, and we will not", Speaker: "corrant", Marked: true},
		{Text: "We could not let another ferry berth there", Speaker: "corrant", Marked: true},
		{Text: "they could not let another ferry berth there with passengers aboard", Speaker: "corrant"},
		{Text: "We could not let another ferry berth there with passengers aboard, and we will not", Speaker: "somebody else", Marked: true},
		{Text: "The herring season is lost to us", Speaker: "crew", Marked: true},
		{Text: "It was impossible to let one more ferry moor there with travellers aboard, and we shall not", Speaker: "corrant", Marked: true},
	}
	found := copying.Variants(quotes)
	if len(found) != 1 {
		t.Fatalf("%d utterances, want 1: %+v", len(found), found)
	}
	got := map[int]copying.Form{}
	for _, f := range found[0].Forms {
		got[f.Quote] = f
	}
	for _, c := range []struct {
		quote    int
		kind     copying.FormKind
		unmarked bool
		change   news.WordChange
	}{
		{quote: 1, kind: copying.AlteredForm, change: news.WordChange{From: "berth", To: "dock"}},
		{quote: 2, kind: copying.CutForm, change: news.WordChange{From: "with passengers aboard, and we will not"}},
		{quote: 3, kind: copying.AlteredForm, unmarked: true, change: news.WordChange{From: "We", To: "they"}},
		{quote: 6, kind: copying.OtherTranslation, change: news.WordChange{From: "berth", To: "moor"}},
	} {
		f, ok := got[c.quote]
		if !ok {
			t.Errorf("%q is not among the forms", quotes[c.quote].Text)
			continue
		}
		has := false
		for _, w := range f.Changes {
			has = has || w == c.change
		}
		if f.Kind != c.kind || f.Unmarked != c.unmarked || !has {
			t.Errorf("%q: %+v, want %s, unmarked %v, with %+v", quotes[c.quote].Text, f, c.kind, c.unmarked, c.change)
		}
	}
	if found[0].Fullest != 0 {
		t.Errorf("fullest is %q", quotes[found[0].Fullest].Text)
	}
	if _, ok := got[4]; ok {
		t.Error("two speakers who are known and differ were taken for one")
	}
}
