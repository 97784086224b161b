-- Steps that are applied, one row each.
CREATE TABLE schema_steps (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

-- A distinct text. The text stands last: what lists show is read without touching its overflow pages.
CREATE TABLE articles (
  article_key   INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  content_hash  BLOB NOT NULL UNIQUE,        -- SHA-256 of the text in UTF-8
  standing      TEXT NOT NULL,               -- current, superseded
  origin_key    INTEGER REFERENCES articles, -- the article this one is a near copy of
  url TEXT, title TEXT, author TEXT, publisher TEXT, published_at TEXT, retrieved_at TEXT,
  language      TEXT NOT NULL,
  source        TEXT NOT NULL,
  stored_at     TEXT NOT NULL,
  order_hour    INTEGER NOT NULL,            -- where its claims' keys begin (ClaimKeys)
  claims_digest BLOB NOT NULL,               -- SHA-256 of its claims: tells whether the extractor reads it as before
  fingerprint   INTEGER NOT NULL,            -- 64-bit SimHash of its words
  text          TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_origin ON articles (origin_key) WHERE origin_key IS NOT NULL;

-- Slices of the fingerprint: articles within five bits share at least one of six.
CREATE TABLE fingerprint_bands (
  band INTEGER NOT NULL, value INTEGER NOT NULL, fingerprint INTEGER NOT NULL, article_key INTEGER NOT NULL REFERENCES articles,
  PRIMARY KEY (band, value, fingerprint, article_key)
) STRICT, WITHOUT ROWID;

-- Raw inputs, Brotli-compressed.
CREATE TABLE evidence (
  evidence_key INTEGER PRIMARY KEY,
  sha256       BLOB NOT NULL UNIQUE,
  media_type   TEXT,
  length       INTEGER NOT NULL,             -- bytes before compression
  content      BLOB NOT NULL
) STRICT;

-- Media and hosts: what a source filter is matched against.
CREATE TABLE outlets (outlet_key INTEGER PRIMARY KEY, name TEXT NOT NULL, host TEXT NOT NULL, UNIQUE (name, host)) STRICT;

-- Places where an article's text stood, the first included.
CREATE TABLE appearances (
  appearance_key INTEGER PRIMARY KEY,
  article_key    INTEGER NOT NULL REFERENCES articles,
  outlet_key     INTEGER NOT NULL REFERENCES outlets,
  source TEXT NOT NULL,
  url    TEXT NOT NULL,                      -- empty when unknown, so that the key below holds
  title TEXT, author TEXT, publisher TEXT, published_at TEXT, retrieved_at TEXT,
  evidence_key INTEGER REFERENCES evidence,
  UNIQUE (article_key, source, url)
) STRICT;
CREATE INDEX appearances_by_url ON appearances (url) WHERE url <> '';
CREATE INDEX appearances_by_source ON appearances (source);

-- What each address has held, in order; the last one is what it holds.
CREATE TABLE versions (
  address TEXT NOT NULL, number INTEGER NOT NULL, article_key INTEGER NOT NULL REFERENCES articles, seen_at TEXT NOT NULL,
  PRIMARY KEY (address, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX versions_by_article ON versions (article_key);

CREATE TABLE claims (
  claim_key  INTEGER PRIMARY KEY,            -- newest publication first (ClaimKeys)
  id         TEXT NOT NULL UNIQUE,
  article_key INTEGER NOT NULL REFERENCES articles,
  standing   TEXT NOT NULL,                  -- current, superseded, withdrawn
  copy_of    INTEGER REFERENCES claims,      -- the claim of the origin article that this one copies
  edited     INTEGER NOT NULL DEFAULT 0,     -- 1: a newer version changed or removed it
  statement  INTEGER NOT NULL,               -- hash of what is stated: the same in every copy
  kind TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentence TEXT NOT NULL,
  low TEXT NOT NULL, high TEXT,              -- exact decimals; high is null when it equals low; ranges are found by ValueWords
  unit TEXT NOT NULL, bound TEXT NOT NULL, per TEXT, direction TEXT, "from" TEXT, basis TEXT,
  subject TEXT, subject_id TEXT, metric TEXT, metric_id TEXT, whole TEXT, time TEXT, speaker TEXT,
  quoted INTEGER NOT NULL, modality TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL,
  subject_key TEXT NOT NULL, metric_key TEXT NOT NULL -- id, else folded words; empty when unsaid
) STRICT;
CREATE INDEX claims_by_article ON claims (article_key);
CREATE INDEX claims_by_topic ON claims (subject_key, metric_key);
CREATE INDEX claims_by_statement ON claims (statement);
CREATE INDEX claims_by_origin ON claims (copy_of) WHERE copy_of IS NOT NULL;

-- What a version made of the claims of the version before.
CREATE TABLE claim_changes (
  change_key INTEGER PRIMARY KEY,
  address TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
  old_claim INTEGER REFERENCES claims, new_claim INTEGER REFERENCES claims
) STRICT;
CREATE INDEX claim_changes_by_version ON claim_changes (address, number);
CREATE INDEX claim_changes_by_old ON claim_changes (old_claim) WHERE old_claim IS NOT NULL;
CREATE INDEX claim_changes_by_new ON claim_changes (new_claim) WHERE new_claim IS NOT NULL;

-- The smallest and largest value of a unit, as places on the number line (ValueWords): where an open range ends.
CREATE TABLE unit_extents (unit TEXT PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Words: every pair of neighbouring characters, Latin words and numbers whole (SearchTokens). Those of the claim's own fields are marked
-- in the first four columns and stand unmarked with the sentence; facets are words of their own.
CREATE VIRTUAL TABLE claim_words USING fts5 (
  subject, metric, speaker, other, sentence, title, facets,
  content = '', contentless_delete = 1, detail = 'column', tokenize = "ascii tokenchars '._'"
);

-- Append-only.
CREATE TABLE reviews (
  review_key INTEGER PRIMARY KEY,
  claim_key  INTEGER NOT NULL REFERENCES claims,
  statement  INTEGER NOT NULL,
  covers_appearances INTEGER NOT NULL,
  reviewer TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, verdict TEXT, note TEXT, assignee TEXT,
  evidence TEXT NOT NULL                     -- JSON array of links
) STRICT;
CREATE INDEX reviews_by_claim ON reviews (claim_key);
CREATE INDEX reviews_by_statement ON reviews (statement);
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews BEGIN SELECT RAISE (ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews BEGIN SELECT RAISE (ABORT, 'reviews are append-only'); END;

-- The finding that holds for a claim now, made from reviews.
CREATE TABLE findings (claim_key INTEGER PRIMARY KEY REFERENCES claims, verdict TEXT, state TEXT NOT NULL, version INTEGER NOT NULL) STRICT;
