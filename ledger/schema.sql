-- The ledger, version 1. Times are ISO 8601 UTC; offsets inside JSON are bytes.

CREATE TABLE article (
  hash       TEXT PRIMARY KEY,           -- SHA-256 of the text
  id         TEXT NOT NULL,
  url        TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  published  TEXT NOT NULL,              -- '' where unknown
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,
  record     TEXT NOT NULL,              -- the rest of the article as JSON
  first_read INTEGER NOT NULL REFERENCES reading(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_url ON article(url) WHERE url <> '';

CREATE TABLE reading (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  version TEXT NOT NULL                  -- of hearsay
) STRICT;

CREATE TABLE statement (
  article TEXT NOT NULL REFERENCES article(hash),
  n       INTEGER NOT NULL,
  voice   TEXT NOT NULL,
  stance  TEXT NOT NULL,
  said_on TEXT NOT NULL,
  record  TEXT NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_voice ON statement(voice);

CREATE TABLE story (
  reading INTEGER NOT NULL REFERENCES reading(id),
  id      TEXT NOT NULL,
  title   TEXT NOT NULL,
  account TEXT NOT NULL,                 -- JSON, without the articles' texts
  PRIMARY KEY (reading, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_article (
  reading INTEGER NOT NULL,
  story   TEXT NOT NULL,
  n       INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES article(hash),
  PRIMARY KEY (reading, story, n),
  FOREIGN KEY (reading, story) REFERENCES story(reading, id)
) STRICT, WITHOUT ROWID;
