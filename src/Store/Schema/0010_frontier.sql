-- What the service watches and what it has still to fetch. Times are milliseconds since 1970 in UTC: they are compared, not shown.

-- Feeds, also those no longer configured: their history tells where a page came from.
CREATE TABLE feeds (
  feed_key INTEGER PRIMARY KEY,
  url      TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,
  active   INTEGER NOT NULL,                 -- 1: configured when the service last started
  silent_after INTEGER NOT NULL,             -- milliseconds without a new article after which it counts as silent
  next_at  INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  checked_at INTEGER, succeeded_at INTEGER,
  found_at INTEGER,                          -- when it last named an article that was new
  found    INTEGER NOT NULL DEFAULT 0,       -- articles that it was the first to name
  failures INTEGER NOT NULL DEFAULT 0,       -- in a row
  problem  TEXT,                             -- of the last visit
  etag TEXT, last_modified TEXT
) STRICT;

CREATE TABLE pages (
  page_key INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE,             -- the key that all addresses of the document share
  url      TEXT NOT NULL,
  host     TEXT NOT NULL,
  feed_key INTEGER REFERENCES feeds,         -- the feed that named it first
  found_at INTEGER NOT NULL,
  state    TEXT NOT NULL,                    -- waiting, stored, rejected, failed, alias
  due_at   INTEGER,                          -- null: not to be fetched again
  attempts INTEGER NOT NULL DEFAULT 0,       -- transient failures in a row
  fetches  INTEGER NOT NULL DEFAULT 0,       -- answers that settled what it holds
  fetched_at INTEGER,
  article_id TEXT,                           -- what it held last
  problem  TEXT,
  etag TEXT, last_modified TEXT
) STRICT;
CREATE INDEX pages_due ON pages (host, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX pages_failed ON pages (fetched_at) WHERE problem IS NOT NULL;

-- Hosts that asked to be left alone.
CREATE TABLE hosts (host TEXT PRIMARY KEY, not_before INTEGER NOT NULL) STRICT, WITHOUT ROWID;
