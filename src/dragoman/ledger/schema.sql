-- The ledger, schema version 1. One SQLite file; each table is one word of the design.
--
-- Conventions. Ids are text with a prefix (ART-, REP-, EVT-, CLM-, REA-, SUP-, ACT-, FAIL-, JUD-).
-- Offsets count Unicode code points of article.text from 0, end exclusive. A quoted span is three
-- columns, NAME_start, NAME_end and NAME_words, and the words are what the text says there. A date
-- is four: its EDTF form, the earliest and latest day it can mean (ISO 8601, NULL where open) and
-- its precision. "how" is a JSON object with the keys cue, rule, version, confidence and detail.
-- "position" keeps the order in which the reader of an article found things. Days are ISO 8601.

PRAGMA application_id = 1685217639;  -- "drag" in ASCII: tells a ledger from any other SQLite file

-- What the whole ledger was made with: codebook name and version, dragoman version, and the digest
-- of the last merging ("merged"; absent when articles or judgements changed since).
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who published. "folded" is the name without accents and case, a space around every word.
CREATE TABLE outlet (
  name TEXT PRIMARY KEY,
  folded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One published text, never changed once read. "reading_digest" tells whether a second reading of
-- it says anything new; "source" is where its bytes came from.
CREATE TABLE article (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  outlet TEXT NOT NULL REFERENCES outlet (name),
  url TEXT,
  headline TEXT NOT NULL,
  authors TEXT NOT NULL,
  published TEXT,
  published_time TEXT,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  reading_digest TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_day ON article (published, id);
CREATE INDEX article_by_outlet ON article (outlet);
CREATE INDEX article_by_source ON article (source);

-- A part of an article's text: headline, heading, paragraph, list item, quote, question, answer.
CREATE TABLE block (
  article_id TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  char_start INTEGER NOT NULL,
  char_end INTEGER NOT NULL,
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

-- A span of an article's text inside one block, and whose sentence it is as a whole.
CREATE TABLE sentence (
  row INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  block INTEGER NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote_words TEXT NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('narrator', 'official', 'named', 'unnamed', 'author')),
  UNIQUE (article_id, number)
) STRICT;

-- One actor as one article presents it. "key" is the same for the same actor in every article.
CREATE TABLE appearance (
  article_id TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  wikidata_id TEXT,
  gender TEXT,
  how TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_by_key ON appearance (key);

-- A post at a body that an article says an actor holds or held, with the words that say so.
CREATE TABLE office (
  article_id TEXT NOT NULL,
  appearance INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  country TEXT,
  since TEXT,
  until TEXT,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote_words TEXT NOT NULL,
  how TEXT NOT NULL,
  PRIMARY KEY (article_id, appearance, position),
  FOREIGN KEY (article_id, appearance) REFERENCES appearance (article_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- A span that names an actor, a place, a date or an occasion.
CREATE TABLE mention (
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote_words TEXT NOT NULL,
  sentence INTEGER NOT NULL,
  appearance INTEGER,
  place_name TEXT,
  place_country TEXT,
  place_lat REAL,
  place_lon REAL,
  place_precision TEXT,
  date_edtf TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT,
  how TEXT NOT NULL,
  PRIMARY KEY (article_id, position),
  FOREIGN KEY (article_id, sentence) REFERENCES sentence (article_id, number),
  FOREIGN KEY (article_id, appearance) REFERENCES appearance (article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_appearance ON mention (article_id, appearance);
CREATE INDEX mention_by_sentence ON mention (article_id, sentence);

-- One sentence's account of one event. "speaker" is an appearance's number.
CREATE TABLE report (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  evidence_words TEXT NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  cue_words TEXT NOT NULL,
  type TEXT NOT NULL,
  modes TEXT NOT NULL,
  contexts TEXT NOT NULL,
  date_edtf TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT,
  date_start INTEGER,
  date_end INTEGER,
  date_words TEXT,
  date_how TEXT,
  place_name TEXT,
  place_country TEXT,
  place_lat REAL,
  place_lon REAL,
  place_precision TEXT,
  place_start INTEGER,
  place_end INTEGER,
  place_words TEXT,
  quantity_start INTEGER,
  quantity_end INTEGER,
  quantity_words TEXT,
  quantity_at_least INTEGER,
  quantity_at_most INTEGER,
  factuality TEXT NOT NULL CHECK (
    factuality IN ('happened', 'ongoing', 'planned', 'possible', 'hypothetical', 'denied')
  ),
  factuality_how TEXT,
  voice TEXT NOT NULL CHECK (voice IN ('narrator', 'official', 'named', 'unnamed', 'author')),
  speaker INTEGER,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_words TEXT,
  how TEXT NOT NULL,
  UNIQUE (article_id, position),
  FOREIGN KEY (article_id, sentence) REFERENCES sentence (article_id, number),
  FOREIGN KEY (article_id, speaker) REFERENCES appearance (article_id, number)
) STRICT;
CREATE INDEX report_by_sentence ON report (article_id, sentence);
CREATE INDEX report_by_speaker ON report (article_id, speaker);
CREATE INDEX report_by_type ON report (type, factuality);

-- One actor or recipient of a report: the words, and the appearance they name.
CREATE TABLE report_side (
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  position INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  appearance INTEGER NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote_words TEXT NOT NULL,
  PRIMARY KEY (report_id, role, position),
  FOREIGN KEY (article_id, appearance) REFERENCES appearance (article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_side_by_appearance ON report_side (article_id, appearance);

-- Who gives what to whom, as one sentence tells it; provider and recipient are appearances.
CREATE TABLE support (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  evidence_words TEXT NOT NULL,
  provider INTEGER NOT NULL,
  provider_start INTEGER NOT NULL,
  provider_end INTEGER NOT NULL,
  provider_words TEXT NOT NULL,
  recipient INTEGER NOT NULL,
  recipient_start INTEGER NOT NULL,
  recipient_end INTEGER NOT NULL,
  recipient_words TEXT NOT NULL,
  kind TEXT NOT NULL,
  given_start INTEGER NOT NULL,
  given_end INTEGER NOT NULL,
  given_words TEXT NOT NULL,
  period_edtf TEXT,
  period_earliest TEXT,
  period_latest TEXT,
  period_precision TEXT,
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  factuality TEXT NOT NULL CHECK (
    factuality IN ('happened', 'ongoing', 'planned', 'possible', 'hypothetical', 'denied')
  ),
  voice TEXT NOT NULL CHECK (voice IN ('narrator', 'official', 'named', 'unnamed', 'author')),
  speaker INTEGER,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_words TEXT,
  how TEXT NOT NULL,
  report_id TEXT REFERENCES report (id),
  UNIQUE (article_id, position),
  FOREIGN KEY (article_id, sentence) REFERENCES sentence (article_id, number),
  FOREIGN KEY (article_id, provider) REFERENCES appearance (article_id, number),
  FOREIGN KEY (article_id, recipient) REFERENCES appearance (article_id, number),
  FOREIGN KEY (article_id, speaker) REFERENCES appearance (article_id, number)
) STRICT;
CREATE INDEX support_by_sentence ON support (article_id, sentence);
CREATE INDEX support_by_provider ON support (article_id, provider);
CREATE INDEX support_by_recipient ON support (article_id, recipient);
CREATE INDEX support_by_speaker ON support (article_id, speaker);
CREATE INDEX support_by_report ON support (report_id);

-- A speech act: speaker, cue, content, stance. "loaded" is a JSON list of [start, end, words].
CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  evidence_words TEXT NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  cue_words TEXT NOT NULL,
  content_start INTEGER NOT NULL,
  content_end INTEGER NOT NULL,
  content_words TEXT NOT NULL,
  stance TEXT NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('narrator', 'official', 'named', 'unnamed', 'author')),
  speaker INTEGER,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_words TEXT,
  quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),
  loaded TEXT NOT NULL,
  how TEXT NOT NULL,
  UNIQUE (article_id, position),
  FOREIGN KEY (article_id, sentence) REFERENCES sentence (article_id, number),
  FOREIGN KEY (article_id, speaker) REFERENCES appearance (article_id, number)
) STRICT;
CREATE INDEX claim_by_sentence ON claim (article_id, sentence);
CREATE INDEX claim_by_speaker ON claim (article_id, speaker);

-- The reports that stand inside a claim's content.
CREATE TABLE claim_report (
  claim_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  report_id TEXT NOT NULL REFERENCES report (id),
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_report_by_report ON claim_report (report_id);

-- Why an event is said to have happened: the report it explains, and the report that explains it.
CREATE TABLE reason (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  evidence_words TEXT NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  cue_words TEXT NOT NULL,
  content_start INTEGER NOT NULL,
  content_end INTEGER NOT NULL,
  content_words TEXT NOT NULL,
  kind TEXT NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('narrator', 'official', 'named', 'unnamed', 'author')),
  speaker INTEGER,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_words TEXT,
  denied INTEGER NOT NULL CHECK (denied IN (0, 1)),
  how TEXT NOT NULL,
  report_id TEXT REFERENCES report (id),
  because_id TEXT REFERENCES report (id),
  UNIQUE (article_id, position),
  FOREIGN KEY (article_id, sentence) REFERENCES sentence (article_id, number),
  FOREIGN KEY (article_id, speaker) REFERENCES appearance (article_id, number)
) STRICT;
CREATE INDEX reason_by_sentence ON reason (article_id, sentence);
CREATE INDEX reason_by_speaker ON reason (article_id, speaker);
CREATE INDEX reason_by_report ON reason (report_id);
CREATE INDEX reason_by_because ON reason (because_id);

-- Who, across all articles read. This and the tables down to reprint are written by merging.
CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  wikidata_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_by_country ON actor (country);

-- Every name of an actor, for finding it. "folded" has no accents and no case, and a space around
-- every word.
CREATE TABLE actor_name (
  actor_id TEXT NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (actor_id, position)
) STRICT, WITHOUT ROWID;

-- Which appearances an actor was joined from. The check of the appearance waits for the end of the
-- transaction, so that an article can be read again without losing who is who in it.
CREATE TABLE actor_appearance (
  article_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, number),
  FOREIGN KEY (article_id, number) REFERENCES appearance (article_id, number)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_appearance_by_actor ON actor_appearance (actor_id);

-- What several reports agree is the same occurrence. "disagreements" is a JSON list of objects with
-- the keys about and versions; the quantity's words stand in the article quantity_article_id.
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  modes TEXT NOT NULL,
  contexts TEXT NOT NULL,
  date_edtf TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT,
  place_name TEXT,
  place_country TEXT,
  place_lat REAL,
  place_lon REAL,
  place_precision TEXT,
  quantity_article_id TEXT REFERENCES article (id),
  quantity_start INTEGER,
  quantity_end INTEGER,
  quantity_words TEXT,
  quantity_at_least INTEGER,
  quantity_at_most INTEGER,
  factuality TEXT NOT NULL CHECK (
    factuality IN ('happened', 'ongoing', 'planned', 'possible', 'hypothetical', 'denied')
  ),
  independent_outlets INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  disagreements TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_day ON event (date_earliest, id);
CREATE INDEX event_by_type ON event (type);

-- The joined actors and recipients of an event.
CREATE TABLE event_side (
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  position INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  PRIMARY KEY (event_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_side_by_actor ON event_side (actor_id);

-- Which reports tell an event. Checked at the end of the transaction, as actor_appearance is.
CREATE TABLE event_report (
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  report_id TEXT NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_report_by_report ON event_report (report_id);

-- An article that is a near copy of an earlier one; "share" (0 to 1) is how much of it is.
CREATE TABLE reprint (
  article_id TEXT NOT NULL REFERENCES article (id),
  original_id TEXT NOT NULL REFERENCES article (id),
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
  PRIMARY KEY (article_id, original_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reprint_by_original ON reprint (original_id);

-- What a person decided by hand. No foreign keys: a judgement outlives every re-reading.
CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  subject_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'right', 'wrong')),
  other_id TEXT,
  note TEXT NOT NULL,
  decided_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_by_subject ON judgement (subject_id);
CREATE INDEX judgement_by_other ON judgement (other_id);

-- A document, or one record of a file, that gave no article, and why.
CREATE TABLE failure (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  hint TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX failure_by_source ON failure (source);

-- Full-text search over sentences and articles; the words stay in their tables, the triggers keep
-- the index beside them.
CREATE VIRTUAL TABLE sentence_words USING fts5 (
  quote_words, content = 'sentence', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN
  INSERT INTO sentence_words (rowid, quote_words) VALUES (new.row, new.quote_words);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
  INSERT INTO sentence_words (sentence_words, rowid, quote_words)
  VALUES ('delete', old.row, old.quote_words);
END;
CREATE TRIGGER sentence_changed AFTER UPDATE OF quote_words ON sentence BEGIN
  INSERT INTO sentence_words (sentence_words, rowid, quote_words)
  VALUES ('delete', old.row, old.quote_words);
  INSERT INTO sentence_words (rowid, quote_words) VALUES (new.row, new.quote_words);
END;

CREATE VIRTUAL TABLE article_words USING fts5 (
  headline, text, content = 'article', content_rowid = 'row',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  INSERT INTO article_words (rowid, headline, text) VALUES (new.row, new.headline, new.text);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  INSERT INTO article_words (article_words, rowid, headline, text)
  VALUES ('delete', old.row, old.headline, old.text);
END;
CREATE TRIGGER article_changed AFTER UPDATE OF headline, text ON article BEGIN
  INSERT INTO article_words (article_words, rowid, headline, text)
  VALUES ('delete', old.row, old.headline, old.text);
  INSERT INTO article_words (rowid, headline, text) VALUES (new.row, new.headline, new.text);
END;
