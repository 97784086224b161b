-- Saved queries that fire.
CREATE TABLE watches (
  watch_key    INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  filters      TEXT NOT NULL,      -- JSON array of [name, value]: what was typed, read anew at each look
  events       TEXT NOT NULL,      -- new_match, new_conflict, silent_edit: those it fires on, with commas between
  webhook      TEXT,
  secret       TEXT,
  created_at   TEXT NOT NULL,
  seen_article INTEGER NOT NULL,   -- the last article and change that it has looked at
  seen_change  INTEGER NOT NULL
) STRICT;

-- What fired; with a webhook, until it is delivered or given up.
CREATE TABLE watch_events (
  event_key  INTEGER PRIMARY KEY,
  watch_key  INTEGER NOT NULL REFERENCES watches ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  claim_id   TEXT NOT NULL,
  body       TEXT NOT NULL,        -- the JSON that is sent
  at         TEXT NOT NULL,
  attempts   INTEGER NOT NULL DEFAULT 0,
  due_at     INTEGER,              -- Unix seconds; null when there is nothing left to deliver
  problem    TEXT,
  UNIQUE (watch_key, kind, claim_id)
) STRICT;
CREATE INDEX watch_events_by_due ON watch_events (due_at) WHERE due_at IS NOT NULL;
