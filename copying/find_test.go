package copying_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/copying"
	"github.com/hearsay-news/hearsay/news"
)

const harbour = `The harbour board of Port Ellin closed the northern quay on Tuesday after divers found cracks in eleven of its pillars.

Engineers had warned in spring that the pillars were losing concrete faster than the board's own survey admitted.

"We could not let another ferry berth there with passengers aboard," harbour master Ilse Corrant told reporters on the quay.

Fishing crews said the closure would cost them the herring season, and asked the county for compensation.

The county has set aside four million crowns for repairs, but the work cannot begin before the autumn storms have passed.

Ferries to the outer islands will leave from the coal pier until further notice, the board added.`

func at(hour int) news.Date {
	return news.Date{Time: time.Date(2031, 5, 6, hour, 0, 0, 0, time.UTC), HasTime: true}
}

func article(id, outlet, text string, published news.Date) news.Article {
	return news.Article{ID: id, Outlet: news.Outlet{Name: outlet}, Text: text, Published: published}
}

func lineage(t *testing.T, r copying.Result, id string) news.Lineage {
	t.Helper()
	i := slices.IndexFunc(r.Lineages, func(l news.Lineage) bool { return l.Article == id })
	if i < 0 {
		t.Fatalf("no lineage of %s", id)
	}
	return r.Lineages[i]
}

func TestPassages(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		want        string // the passage of the copy
		change      string
		quote, none bool
	}{
		{
			name:   "a sentence as it stands",
			text:   "Islanders met in the chapel hall. The county has set aside four million crowns for repairs, but the work cannot begin before the autumn storms have passed. Nobody clapped.",
			want:   "The county has set aside four million crowns for repairs, but the work cannot begin before the autumn storms have passed.",
			change: "verbatim",
		},
		{
			name:   "words cut",
			text:   "Islanders met in the chapel hall. The harbour board closed the northern quay on Tuesday after divers found cracks in eleven pillars. Nobody clapped.",
			want:   "The harbour board closed the northern quay on Tuesday after divers found cracks in eleven pillars.",
			change: "cut",
		},
		{
			name:   "words and figures replaced",
			text:   "Islanders met in the chapel hall. The county has reserved 4m crowns for repairs, but the job cannot start before the autumn storms have passed. Nobody clapped.",
			want:   "The county has reserved 4m crowns for repairs, but the job cannot start before the autumn storms have passed.",
			change: "reworded",
		},
		{
			name:   "clauses turned round and framed",
			text:   "Islanders met in the chapel hall. According to the Courier, before the autumn storms have passed the work cannot begin, but the county has set aside four million crowns for repairs. Nobody clapped.",
			want:   "According to the Courier, before the autumn storms have passed the work cannot begin, but the county has set aside four million crowns for repairs.",
			change: "reworded",
		},
		{
			name:   "a quotation",
			text:   "Islanders met in the chapel hall. “We could not let another ferry berth there with passengers aboard,” Corrant said. Nobody clapped.",
			want:   "“We could not let another ferry berth there with passengers aboard,” Corrant said.",
			change: "reworded",
			quote:  true,
		},
		{
			name: "the same event in other words",
			text: "Divers' findings have shut part of the port. Cracked pillars under one quay led its managers to send ferries elsewhere on Tuesday. Fishermen fear for their herring.",
			none: true,
		},
		{
			name: "names alone",
			text: "In other news the Port Ellin Choral Society and the Harbour Board Players will share a stage. Harbour master Ilse Corrant sings alto.",
			none: true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles := []news.Article{article("a", "Courier", harbour, at(8)), article("b", "Gazette", c.text, at(12))}
			r := copying.Find(articles, nil)
			if c.none {
				if len(r.Copies) > 0 {
					t.Errorf("found %q", r.Copies[0].InSpan.In(c.text))
				}
				return
			}
			if len(r.Copies) != 1 {
				t.Fatalf("%d passages, want 1: %+v", len(r.Copies), r.Copies)
			}
			got := r.Copies[0]
			if s := got.InSpan.In(c.text); s != c.want || got.Change != c.change || got.Quote != c.quote {
				t.Errorf("got %s, quote %v: %q\nwant %s, quote %v: %q", got.Change, got.Quote, s, c.change, c.quote, c.want)
			}
			if got.Of != "a" || got.In != "b" {
				t.Errorf("from %s in %s, want from a in b", got.Of, got.In)
			}
			if got.Undetermined != c.quote {
				t.Errorf("undetermined %v: %s", got.Undetermined, got.Why)
			}
		})
	}
}

func TestDirection(t *testing.T) {
	paragraphs := strings.Split(harbour, "\n\n")
	whole := strings.Join(paragraphs[:4], "\n\n")
	for _, c := range []struct {
		name   string
		change func(a, b *news.Article)
		parent string // of b, or of a with "b" where it is turned round
		why    string
	}{
		{"by time", func(a, b *news.Article) {}, "a", "published 4 h 00 min earlier"},
		{"by day", func(a, b *news.Article) { a.Published.HasTime, b.Published = false, at(30) }, "a", "published on 2031-05-06, not on 2031-05-07"},
		{"no times", func(a, b *news.Article) { a.Published, b.Published = news.Date{}, news.Date{} }, "", "undetermined"},
		{"minutes apart", func(a, b *news.Article) { b.Published.Time = a.Published.Time.Add(5 * time.Minute) }, "", "undetermined"},
		{"a credit against the time", func(a, b *news.Article) {
			a.Credits = []news.Credit{{Name: "Gazette", Whole: true}}
		}, "b", "the text is credited to Gazette"},
		{"a byline without times", func(a, b *news.Article) {
			a.Published, b.Published = news.Date{}, news.Date{}
			b.Byline = "Courier and staff"
		}, "a", "the byline names Courier"},
		{"an agency's other name", func(a, b *news.Article) {
			a.Published, b.Published = news.Date{}, news.Date{}
			a.Outlet.Name = "Associated Press"
			b.Dateline.Agency = "AP"
		}, "a", "the dateline names Associated Press"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := article("a", "Courier", harbour, at(8)), article("b", "Gazette", whole, at(12))
			c.change(&a, &b)
			r := copying.Find([]news.Article{a, b}, nil)
			la, lb := lineage(t, r, "a"), lineage(t, r, "b")
			got, l := lb.Parent, lb
			if c.parent == "b" {
				got, l = la.Parent, la
			}
			if got != c.parent || !strings.Contains(l.Why, c.why) {
				t.Errorf("parent %q, want %q; why %q, want %q", got, c.parent, l.Why, c.why)
			}
			if c.parent == "a" && (lb.Class != copying.Whole || la.Class != copying.Original) {
				t.Errorf("classes %s and %s", la.Class, lb.Class)
			}
		})
	}
}

func TestHiddenSource(t *testing.T) {
	paragraphs := strings.Split(harbour, "\n\n")
	t.Run("named by a credit", func(t *testing.T) {
		text := harbour + "\n\nThis report first appeared in the Quay Times."
		b := article("b", "Gazette", text, at(12))
		start := strings.Index(text, "Quay Times")
		b.Credits = []news.Credit{{Name: "Quay Times", Whole: true, Span: news.Span{Start: start, End: start + len("Quay Times")}}}
		r := copying.Find([]news.Article{article("a", "Courier", harbour, at(8)), b}, nil)
		l := lineage(t, r, "b")
		if !l.Hidden || l.Parent != "Quay Times" || !strings.Contains(l.Why, "This report first appeared in the Quay Times.") {
			t.Errorf("%+v", l)
		}
		if len(r.Sources) != 1 || r.Sources[0].Name != "Quay Times" || !slices.Equal(r.Sources[0].Articles, []string{"b"}) {
			t.Errorf("sources %+v", r.Sources)
		}
		for _, c := range r.Copies {
			if !c.Undetermined {
				t.Errorf("a direction is given though both may have the text from elsewhere: %s", c.Why)
			}
		}
	})
	t.Run("each has words that the other cut", func(t *testing.T) {
		cut := slices.Clone(paragraphs)
		cut[0] = strings.Replace(cut[0], " after divers found cracks in eleven of its pillars", "", 1)
		cut[4] = strings.Replace(cut[4], " before the autumn storms have passed", " yet", 1)
		cut[5] = strings.Replace(cut[5], " until further notice", "", 1)
		cut[1] = strings.Replace(cut[1], " faster than the board's own survey admitted", "", 1)
		r := copying.Find([]news.Article{article("a", "Courier", strings.Join(cut, "\n\n"), at(8)), article("b", "Gazette", harbour, at(12))}, nil)
		if l := lineage(t, r, "b"); !l.Hidden || l.Parent != "" || l.Class != copying.Whole {
			t.Errorf("%+v", l)
		}
	})
}

func TestNearestParent(t *testing.T) {
	slip := strings.Replace(harbour, "closed the northern quay", "closed the the northern quay", 1)
	slip = strings.Replace(slip, "\n\nFishing crews said the closure would cost them the herring season, and asked the county for compensation.", "", 1)
	r := copying.Find([]news.Article{
		article("a", "Courier", harbour, at(8)),
		article("b", "Gazette", slip, at(10)),
		article("c", "Herald", slip, at(14)),
	}, nil)
	if l := lineage(t, r, "c"); l.Parent != "b" {
		t.Errorf("parent of c is %q, want b, whose slip it repeats", l.Parent)
	}
}

func TestFurniture(t *testing.T) {
	const appeal = "Our small newsroom depends on readers like you to keep the lights burning this winter."
	var articles []news.Article
	for i := range 6 {
		var own strings.Builder
		for k := range 4 {
			fmt.Fprintf(&own, "Item%d number%d mentions topic%d, place%d and matter%d at length%d.\n\n", i, k, i*7+k, i*11+k, i*13+k, i)
		}
		articles = append(articles, article(fmt.Sprint("a", i), "Gazette", own.String()+appeal, at(i)))
	}
	r := copying.Find(articles, nil)
	if len(r.Copies) > 0 {
		t.Errorf("furniture was taken for a copy: %+v", r.Copies[0])
	}
	for i, spans := range copying.Furniture(articles) {
		if len(spans) != 1 || spans[0].In(articles[i].Text) != appeal {
			t.Errorf("furniture of %d: %v", i, spans)
		}
	}
}

func TestAddOneByOneIsFindAtOnce(t *testing.T) {
	paragraphs := strings.Split(harbour, "\n\n")
	articles := []news.Article{
		article("a", "Courier", harbour, at(8)),
		article("b", "Gazette", strings.Join(paragraphs[:3], "\n\n"), at(9)),
		article("c", "Herald", strings.Join(paragraphs[2:], " "), at(11)),
		article("d", "Post", "Nothing of the kind was reported in the hills, where it rained.", at(12)),
	}
	index := copying.NewIndex(nil)
	for _, a := range articles {
		index.Add(a)
	}
	want, got := fmt.Sprintf("%+v", copying.Find(articles, nil)), fmt.Sprintf("%+v", index.Result())
	if got != want {
		t.Errorf("one by one:\n%s\nat once:\n%s", got, want)
	}
	slices.Reverse(articles)
	turned := copying.Find(articles, nil)
	slices.Reverse(turned.Lineages)
	if got := fmt.Sprintf("%+v", turned.Lineages); got != fmt.Sprintf("%+v", index.Result().Lineages) {
		t.Errorf("the order of the articles changes the lineages:\n%s", got)
	}
}

func FuzzFind(f *testing.F) {
	f.Add(harbour, harbour[100:500])
	f.Add("“One two three four five six seven eight nine ten.", "\xff\xfe one two\x00 three four five six seven eight nine ten”")
	f.Add("漢字漢字漢字漢字漢字。漢字漢字。", "漢字漢字漢字漢字漢字。")
	f.Add(strings.Repeat("again ", 500), strings.Repeat("again and ", 300))
	f.Add("", "'s’s U.S. 1,000.5% per cent 5m")
	f.Fuzz(func(t *testing.T, a, b string) {
		articles := []news.Article{article("a", "Courier", a, at(8)), article("b", "Gazette", b, at(12))}
		r := copying.Find(articles, nil)
		texts := map[string]string{"a": a, "b": b}
		for _, c := range r.Copies {
			for _, p := range []struct {
				span news.Span
				text string
			}{{c.InSpan, texts[c.In]}, {c.OfSpan, texts[c.Of]}} {
				if p.span.Start < 0 || p.span.End > len(p.text) || p.span.Len() <= 0 {
					t.Fatalf("span %v of a text of %d bytes", p.span, len(p.text))
				}
			}
		}
		for _, l := range r.Lineages {
			if l.Share < 0 || l.Share > 1 {
				t.Fatalf("share %v", l.Share)
			}
		}
		if again := copying.Find(articles, nil); fmt.Sprintf("%+v", again) != fmt.Sprintf("%+v", r) {
			t.Fatal("the same input gives another result")
		}
	})
}

// Texts of one word over and over, of one word a line, and of nothing but
// speakers must neither hang nor fill the memory.
func TestOddTexts(t *testing.T) {
	var names strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&names, "Voice%c%c%c said ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
	}
	for _, c := range []struct {
		text  string
		share float64 // at least
	}{{strings.Repeat("pillar ", 100000), 0.5}, {strings.Repeat("pillar\n", 100000), 0}, {names.String(), 0.5}} {
		start := time.Now()
		r := copying.Find([]news.Article{article("a", "Courier", c.text, at(8)), article("b", "Gazette", c.text+" Later.", at(9))}, nil)
		if l := lineage(t, r, "b"); l.Share < c.share {
			t.Errorf("%q…: share %v, want %v", c.text[:20], l.Share, c.share)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%q… took %v", c.text[:20], d)
		}
	}
}

func TestWhatIsToldAgainIsNoCopy(t *testing.T) {
	articles := []news.Article{
		article("a", "Courier", "Solvent from the Varn dye works leaked into the River Ell on Sunday night, two officials at the water board said.\n\nMayor Tobias Rehn said the water would be tested every hour. “If it is so, we will withdraw the licence of the works the same day,” he said.\n\nThe works denied it.", at(8)),
		article("b", "Gazette", "The water board confirmed on Thursday that solvent from the Varn dye works had leaked into the River Ell.\n\nHours later Mayor Tobias Rehn withdrew the licence of the works.\n\nThe works had no comment.", at(12)),
	}
	for _, c := range copying.Find(articles, nil).Copies {
		t.Errorf("found %q in %q", c.OfSpan.In(articles[0].Text), c.InSpan.In(articles[1].Text))
	}
}
