// Package ledger keeps articles, statements, stories and accounts in one
// SQLite file. A reading is written in a single transaction: a ledger holds
// all of it or nothing of it.
package ledger

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite" // the driver, pure Go
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema.sql
var schema string

// schemaVersion is kept in the file's user_version; applicationID marks the
// file as a ledger ("hear" in ASCII).
const (
	schemaVersion = 1
	applicationID = 0x68656172
)

// ErrNotLedger means that the file is a database of something else, or of a
// later version.
var ErrNotLedger = errors.New("not a ledger that this version of hearsay can read")

// Ledger is an open file. It is safe for use by one process at a time that
// writes and any number that read.
type Ledger struct{ db *sql.DB }

// Open opens the ledger at path and makes it where there is none.
func Open(ctx context.Context, path string) (*Ledger, error) {
	dsn := (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: url.Values{
		"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(1)"},
		"_txlock": {"immediate"},
	}.Encode()}).String()
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, fmt.Errorf("open ledger %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	l := &Ledger{db}
	if err := l.prepare(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("open ledger %s: %w", path, plain(err, path))
	}
	return l, nil
}

// plain puts what SQLite says in words that tell what to do.
func plain(err error, path string) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	what := ""
	switch e.Code() & 0xff { // the rest says more of the same
	case sqlite3.SQLITE_CANTOPEN:
		what = "it can be neither opened nor made"
		if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
			what = "there is no folder " + filepath.Dir(path)
		} else if info, err := os.Stat(path); err == nil && info.IsDir() {
			what = "it is a folder; name a file in it"
		}
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		what = "it may not be written; get the right to write it and its folder"
	case sqlite3.SQLITE_CORRUPT:
		what = "it is damaged; take an earlier copy, or name a new file"
	case sqlite3.SQLITE_NOTADB:
		return ErrNotLedger
	case sqlite3.SQLITE_FULL:
		what = "the disk is full"
	case sqlite3.SQLITE_BUSY:
		what = "another program is writing to it; try again"
	default:
		return err
	}
	return fmt.Errorf("%s (%w)", what, err)
}

// Close closes the file.
func (l *Ledger) Close() error { return l.db.Close() }

func (l *Ledger) prepare(ctx context.Context) error {
	return l.inTx(ctx, func(tx *sql.Tx) error {
		var version, application, tables int
		if err := tx.QueryRowContext(ctx, "SELECT user_version, (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version").Scan(&version, &application, &tables); err != nil {
			return err
		}
		switch {
		case version == schemaVersion && application == applicationID:
			return nil
		case tables > 0:
			return ErrNotLedger
		}
		if _, err := tx.ExecContext(ctx, schema); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", schemaVersion, applicationID))
		return err
	})
}

func (l *Ledger) inTx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}
