package intake

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRecords(t *testing.T) {
	r, err := ParseRecord([]byte(`{"id":17,"url":"https://www.tidings.example/x","outlet":"Sund Tidings","published":1932910980,"title":" Crane falls ","byline":["Ada Quill","Tom Farr"],"wire":"AFP","language":"en-GB","text":"` + para + `","more":{}}`))
	if err != nil {
		t.Fatal(err)
	}
	a, err := FromRecord(r, Options{Outlet: "not used"})
	if err != nil {
		t.Fatal(err)
	}
	want := "title=Crane falls\noutlet=Sund Tidings\nbyline=Ada Quill, Tom Farr\npublished=2031-04-02\ncredit=AFP whole=true\nbody |The harbour of Vell was closed on Tuesda…\n"
	if got := outline(a); got != want || a.ID != "17" || a.Outlet.Site != "tidings.example" || a.Language != "en" || a.Published.From != "record" {
		t.Errorf("id %q, language %q, date from %q, site %q and\n%s", a.ID, a.Language, a.Published.From, a.Outlet.Site, got)
	}
	back := NewRecord(a)
	if back.Text != para || back.Published != "2031-04-02T15:43:00Z" || back.Wire != "AFP" {
		t.Errorf("written back as %+v", back)
	}
}

func TestRecordTitleInText(t *testing.T) {
	a, err := FromRecord(Record{Title: "Crane falls into basin", Text: "Crane falls into basin.\n\n" + para}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := a.TitleSpan.In(a.Text); got != "Crane falls into basin." || a.Title != "Crane falls into basin" {
		t.Errorf("title %q stands as %q", a.Title, got)
	}
}

func TestRecordWithBadDate(t *testing.T) {
	a, err := FromRecord(Record{Published: "soon", Text: para}, Options{})
	if err == nil || a.Text != para || a.Published.Known() {
		t.Errorf("article %+v, error %v", a, err)
	}
	if _, err := FromRecord(Record{Text: " \n"}, Options{}); err == nil {
		t.Error("a record without text is an article")
	}
	if _, err := FromRecord(Record{Text: para}, Options{MaxText: 10}); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("a text that is too long: %v", err)
	}
}

func FuzzRecord(f *testing.F) {
	for _, s := range []string{`{"text":"x"}`, `{"id":1,"text":"\ud800"}`, `{"published":"2031-04-02","text":"a\u0000b"}`, "{", "null", "[]", `{"text":{"a":1}}`, `{"byline":[1],"text":"x"}`, ""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := ParseRecord(raw)
		if err != nil {
			return
		}
		a, err := FromRecord(r, Options{})
		if a.Text == "" {
			if err == nil {
				t.Errorf("%q gives neither article nor error", raw)
			}
			return
		}
		if !utf8.ValidString(a.Text) {
			t.Errorf("invalid text %q", a.Text)
		}
		checkBlocks(t, a)
		if _, err := json.Marshal(NewRecord(a)); err != nil {
			t.Errorf("cannot be written back: %v", err)
		}
	})
}
