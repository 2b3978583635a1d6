package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/hearsay-news/hearsay/annotate"
	"github.com/hearsay-news/hearsay/news"
)

// Reading is one run over reports and what came of it.
type Reading struct {
	ID      int64
	At      time.Time
	Version string
}

// Record keeps a reading: its articles (those already kept stay as they are),
// their statements, and the accounts of its stories.
func (l *Ledger) Record(ctx context.Context, at time.Time, version string, articles []*annotate.Annotated, accounts []news.Account) (Reading, error) {
	r := Reading{At: at.UTC().Truncate(time.Second), Version: version}
	err := l.inTx(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "INSERT INTO reading (at, version) VALUES (?, ?)", r.At.Format(time.RFC3339), version)
		if err != nil {
			return err
		}
		if r.ID, err = res.LastInsertId(); err != nil {
			return err
		}
		hashes := map[string]string{}
		for i := range articles {
			hashes[articles[i].Article.ID] = articles[i].Article.Hash
			if err := addArticle(ctx, tx, r.ID, articles[i]); err != nil {
				return fmt.Errorf("article %s: %w", articles[i].Article.ID, err)
			}
		}
		for i := range accounts {
			if err := addAccount(ctx, tx, r.ID, &accounts[i], hashes); err != nil {
				return fmt.Errorf("story %s: %w", accounts[i].Story.ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return r, fmt.Errorf("record reading: %w", err)
	}
	return r, nil
}

func addArticle(ctx context.Context, tx *sql.Tx, reading int64, a *annotate.Annotated) error {
	record := a.Article
	record.Text = ""
	blob, err := json.Marshal(record)
	if err != nil {
		return err
	}
	x := &a.Article
	res, err := tx.ExecContext(ctx, "INSERT INTO article (hash, id, url, outlet, published, title, text, record, first_read) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (hash) DO NOTHING",
		x.Hash, x.ID, x.URL, x.Outlet.Name, x.Published.Day(), x.Title, x.Text, string(blob), reading)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	for i := range a.Statements {
		s := &a.Statements[i]
		blob, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO statement (article, n, voice, stance, said_on, record) VALUES (?,?,?,?,?,?)", x.Hash, i, s.Voice.Name, string(s.Stance), s.SaidOn, string(blob)); err != nil {
			return err
		}
	}
	return nil
}

func addAccount(ctx context.Context, tx *sql.Tx, reading int64, a *news.Account, hashes map[string]string) error {
	bare := *a
	bare.Articles = nil
	blob, err := json.Marshal(bare)
	if err != nil {
		return err
	}
	title := ""
	for i := range a.Articles {
		if x := &a.Articles[i]; x.ID == a.Title.Article && a.Title.End <= len(x.Text) {
			title = a.Title.In(x.Text)
		}
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO story (reading, id, title, account) VALUES (?,?,?,?)", reading, a.Story.ID, title, string(blob)); err != nil {
		return err
	}
	for n := range a.Articles {
		if _, err := tx.ExecContext(ctx, "INSERT INTO story_article (reading, story, n, article) VALUES (?,?,?,?)", reading, a.Story.ID, n, hashes[a.Articles[n].ID]); err != nil {
			return err
		}
	}
	return nil
}

// Articles returns every kept article, oldest reading first.
func (l *Ledger) Articles(ctx context.Context) ([]news.Article, error) {
	return l.articles(ctx, "SELECT text, record FROM article ORDER BY first_read, published, id, hash")
}

func (l *Ledger) articles(ctx context.Context, query string, args ...any) ([]news.Article, error) {
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("ledger articles: %w", err)
	}
	defer rows.Close()
	var out []news.Article
	for rows.Next() {
		var text, record string
		if err := rows.Scan(&text, &record); err != nil {
			return nil, fmt.Errorf("ledger articles: %w", err)
		}
		var a news.Article
		if err := json.Unmarshal([]byte(record), &a); err != nil {
			return nil, fmt.Errorf("ledger articles: %w", err)
		}
		a.Text = text
		out = append(out, a)
	}
	return out, rows.Err()
}

// Readings returns the readings, oldest first.
func (l *Ledger) Readings(ctx context.Context) ([]Reading, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT id, at, version FROM reading ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("ledger readings: %w", err)
	}
	defer rows.Close()
	var out []Reading
	for rows.Next() {
		var r Reading
		var at string
		if err := rows.Scan(&r.ID, &at, &r.Version); err != nil {
			return nil, fmt.Errorf("ledger readings: %w", err)
		}
		if r.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, fmt.Errorf("ledger reading %d: %w", r.ID, err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// Accounts returns the accounts of a reading with their articles.
func (l *Ledger) Accounts(ctx context.Context, reading int64) ([]news.Account, error) {
	accounts, err := l.bareAccounts(ctx, reading)
	if err != nil {
		return nil, fmt.Errorf("ledger accounts of reading %d: %w", reading, err)
	}
	for i := range accounts {
		accounts[i].Articles, err = l.articles(ctx, `SELECT a.text, a.record FROM story_article s JOIN article a ON a.hash = s.article
			WHERE s.reading = ? AND s.story = ? ORDER BY s.n`, reading, accounts[i].Story.ID)
		if err != nil {
			return nil, err
		}
	}
	return accounts, nil
}

func (l *Ledger) bareAccounts(ctx context.Context, reading int64) ([]news.Account, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT account FROM story WHERE reading = ? ORDER BY id", reading)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []news.Account
	for rows.Next() {
		var blob string
		if err := rows.Scan(&blob); err != nil {
			return nil, err
		}
		var a news.Account
		if err := json.Unmarshal([]byte(blob), &a); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, rows.Err()
}

// Merge adds articles to those that a ledger keeps. A text that is kept
// already stays as it was kept; another text under an id that is taken gets
// an id of its own.
func Merge(kept, read []news.Article) []news.Article {
	out := slices.Clone(kept)
	hashes, ids := map[string]bool{}, map[string]bool{}
	for i := range kept {
		hashes[kept[i].Hash], ids[kept[i].ID] = true, true
	}
	for _, a := range read {
		if hashes[a.Hash] {
			continue
		}
		if ids[a.ID] {
			a.ID += "-" + a.Hash[:min(8, len(a.Hash))]
		}
		hashes[a.Hash], ids[a.ID] = true, true
		out = append(out, a)
	}
	return out
}
