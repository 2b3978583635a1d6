package ledger

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

func article(id, text string) news.Article {
	return news.Article{ID: id, Hash: "hash of " + text, Text: text, Title: "Title", TitleSpan: news.Span{Start: 0, End: 3},
		Published: news.Date{Time: time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC), From: "given"}, Blocks: []news.Block{{Span: news.Span{Start: 0, End: len(text)}, Kind: news.Body}}}
}

func account(story string, articles ...news.Article) news.Account {
	a := news.Account{Story: news.Story{ID: story}, Articles: articles, Title: news.Passage{Article: articles[0].ID, Span: news.Span{Start: 0, End: 3}}}
	for _, x := range articles {
		a.Story.Articles = append(a.Story.Articles, x.ID)
	}
	return a
}

func TestRecordKeepsAReading(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "with ? and # in it.ledger")
	l, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	one, two := article("a", "The mill burned."), article("b", "Nobody was hurt.")
	at := time.Date(2025, 3, 4, 12, 0, 0, 0, time.UTC)
	said := []news.Statement{{Content: []news.Span{{Start: 0, End: 6}}, Stance: news.Denies, Voice: news.Voice{Name: "Ilse Maren"}, Parent: -1}}
	if _, err := l.Record(ctx, at, "v1", []*annotate.Annotated{{Article: one, Statements: said}}, []news.Account{account("s", one)}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Record(ctx, at.Add(time.Hour), "v1", []*annotate.Annotated{{Article: one, Statements: said}, {Article: two}}, []news.Account{account("s", one, two)}); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}

	if _, err := os.Stat(path); err != nil {
		t.Fatalf("the ledger is not where it was asked for: %v", err)
	}
	l, err = Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	articles, err := l.Articles(ctx)
	if err != nil || !reflect.DeepEqual(articles, []news.Article{one, two}) {
		t.Errorf("articles = %+v, %v", articles, err)
	}
	readings, err := l.Readings(ctx)
	if err != nil || len(readings) != 2 || !readings[1].At.Equal(at.Add(time.Hour)) {
		t.Fatalf("readings = %+v, %v", readings, err)
	}
	got, err := l.Accounts(ctx, readings[1].ID)
	if want := []news.Account{account("s", one, two)}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("accounts = %+v, %v, want %+v", got, err, want)
	}
}

func TestRecordLeavesNothingOfAFailedReading(t *testing.T) {
	ctx := context.Background()
	l, err := Open(ctx, filepath.Join(t.TempDir(), "ledger"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	one := article("a", "The mill burned.")
	twice := []news.Account{account("s", one), account("s", one)}
	if _, err := l.Record(ctx, time.Now(), "v1", []*annotate.Annotated{{Article: one}}, twice); err == nil {
		t.Fatal("two accounts of one story were kept")
	}
	if articles, err := l.Articles(ctx); err != nil || len(articles) != 0 {
		t.Errorf("after a failed reading the ledger holds %d articles, %v", len(articles), err)
	}
}

func TestOpenRefusesOtherFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	if err := os.WriteFile(path, []byte("this is no database, only text that is long enough"), 0o600); err != nil {
		t.Fatal(err)
	}
	if l, err := Open(context.Background(), path); err == nil {
		l.Close()
		t.Fatal("a text file was opened as a ledger")
	}
	other := filepath.Join(t.TempDir(), "other")
	l, err := Open(context.Background(), other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	if _, err := Open(context.Background(), other); !errors.Is(err, ErrNotLedger) {
		t.Errorf("a ledger of a later version gives %v, want ErrNotLedger", err)
	}
}
