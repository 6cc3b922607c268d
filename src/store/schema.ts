/**
 * The tables of the store and the migrations from older files. `user_version` counts the migrations; `application_id`
 * distinguishes our files from other SQLite files. Never edit a published migration: add one.
 */
import { randomBytes } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { StoreError } from './errors.ts';
import { giveNewIds } from './new-ids.ts';

/** "siya" in ASCII. */
const APPLICATION_ID = 0x73697961;

export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  INSERT INTO meta VALUES ('epoch', 0);
  CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE derived (name TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE report (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    symbol TEXT NOT NULL,
    title TEXT NOT NULL,
    series TEXT,
    body TEXT,
    year INTEGER,
    date_from TEXT,
    date_to TEXT,
    language TEXT NOT NULL,
    paragraphs INTEGER NOT NULL,
    words INTEGER NOT NULL,
    source TEXT NOT NULL,
    repaired_words INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    ingested_at TEXT NOT NULL,
    content TEXT NOT NULL
  );

  -- Heading paths, each kept once: few, and asked about as a whole when a search names a section.
  CREATE TABLE path (row INTEGER PRIMARY KEY, headings TEXT NOT NULL UNIQUE);

  -- AUTOINCREMENT: a row number is never used again, so an index that lags cannot mistake one text for another.
  CREATE TABLE paragraph (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    report INTEGER NOT NULL REFERENCES report (row) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER,
    label TEXT,
    part TEXT NOT NULL,
    path INTEGER NOT NULL REFERENCES path (row),
    parent INTEGER,
    text TEXT NOT NULL,
    words INTEGER NOT NULL,
    citations TEXT NOT NULL,
    UNIQUE (report, ordinal),
    FOREIGN KEY (report, parent) REFERENCES paragraph (report, ordinal) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE INDEX paragraph_parent ON paragraph (report, parent) WHERE parent IS NOT NULL;
  CREATE INDEX paragraph_path ON paragraph (path);

  CREATE TABLE repair (
    report INTEGER NOT NULL,
    place INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    raw TEXT NOT NULL,
    kinds TEXT NOT NULL,
    doubtful INTEGER NOT NULL,
    PRIMARY KEY (report, place),
    FOREIGN KEY (report, ordinal) REFERENCES paragraph (report, ordinal) ON DELETE CASCADE
  ) WITHOUT ROWID;
  CREATE INDEX repair_paragraph ON repair (report, ordinal);

  -- The last operation on each report that ever was here: what an index outside this file has to follow.
  CREATE TABLE change (report TEXT PRIMARY KEY, epoch INTEGER NOT NULL, op TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX change_epoch ON change (epoch);
  `,
  'ALTER TABLE report ADD COLUMN session INTEGER',
  `
  ALTER TABLE report ADD COLUMN doubtful_words INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE report ADD COLUMN readable REAL NOT NULL DEFAULT 1;
  ALTER TABLE report ADD COLUMN unreadable INTEGER NOT NULL DEFAULT 0;
  -- Whether a person gave the symbol. Not noted before: then only a symbol from the file's name is known as inferred.
  ALTER TABLE report ADD COLUMN symbol_given INTEGER NOT NULL DEFAULT 1;
  UPDATE report SET symbol_given = 0 WHERE warnings LIKE '%"symbol_from_file_name"%';
  ALTER TABLE report ADD COLUMN sha256 TEXT AS (json_extract(source, '$.sha256')) VIRTUAL;
  CREATE INDEX report_sha256 ON report (sha256);
  ALTER TABLE paragraph ADD COLUMN page INTEGER;
  ALTER TABLE paragraph ADD COLUMN doubts TEXT NOT NULL DEFAULT '[]';
  UPDATE paragraph SET doubts = (
    SELECT json_group_array(json_array(start, end)) FROM (
      SELECT start, end FROM repair
      WHERE repair.report = paragraph.report AND repair.ordinal = paragraph.ordinal AND doubtful = 1
      ORDER BY start))
  WHERE EXISTS (
    SELECT 1 FROM repair
    WHERE repair.report = paragraph.report AND repair.ordinal = paragraph.ordinal AND doubtful = 1);
  UPDATE report SET doubtful_words = (
    SELECT count(*) FROM repair WHERE repair.report = report.row AND doubtful = 1);

  -- Ids that a report had before: they go on answering. The target is a report's present id.
  CREATE TABLE alias (id TEXT PRIMARY KEY, report TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX alias_report ON alias (report);
  `,
  `
  -- A random token for each epoch: what an index was made from is this file's history, or another copy's.
  CREATE TABLE commits (epoch INTEGER PRIMARY KEY, token TEXT NOT NULL);
  INSERT INTO commits SELECT value, lower(hex(randomblob(8))) FROM meta WHERE key = 'epoch';
  -- What a person gave beside the file (JSON); null where that was not noted.
  ALTER TABLE report ADD COLUMN given TEXT;
  -- Its rows cannot be read: it is named, and counts nowhere.
  ALTER TABLE report ADD COLUMN damaged INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- A damaged source is no reason for the row not to be read.
  DROP INDEX report_sha256;
  ALTER TABLE report DROP COLUMN sha256;
  ALTER TABLE report ADD COLUMN sha256 TEXT
    AS (CASE WHEN json_valid(source) THEN json_extract(source, '$.sha256') END) VIRTUAL;
  CREATE INDEX report_sha256 ON report (sha256);
  CREATE INDEX report_damaged ON report (id) WHERE damaged = 1;
  `,
  '-- Its file is kept beside the database.\n ALTER TABLE report ADD COLUMN original INTEGER NOT NULL DEFAULT 0',
  '-- Its place in a table (JSON).\n ALTER TABLE paragraph ADD COLUMN cell TEXT',
];

/** In stores up to this version, ids kept only A–Z, a–z and 0–9. */
const LATIN_IDS = 2;

export const SCHEMA_VERSION = migrations.length;

function pragma(db: DatabaseSyncInstance, name: string): number {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[0] ?? 0;
}

/**
 * @returns the file's schema version: 0 for a new, empty file
 * @throws StoreError `newer_version`, or `not_a_database` if the file has another program's tables
 */
export function schemaVersion(db: DatabaseSyncInstance, file: string): number {
  const version = pragma(db, 'user_version');
  const owner = pragma(db, 'application_id');
  const tables = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
  if (owner !== APPLICATION_ID && (owner !== 0 || version !== 0 || tables.n > 0)) {
    throw new StoreError(
      'not_a_database',
      `${file}: this database belongs to another program; choose another folder with SIYAGHA_DATA`,
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      'newer_version',
      `${file}: written by a newer siyagha (format ${version}, this one reads up to ${SCHEMA_VERSION}); ` +
        'install the newer version, or choose another folder with SIYAGHA_DATA',
    );
  }
  return version;
}

/** Migrates the file to this program's version in one transaction; safe if two processes start at once. */
export function migrate(db: DatabaseSyncInstance, file: string): void {
  if (schemaVersion(db, file) === SCHEMA_VERSION) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    const from = schemaVersion(db, file);
    for (const sql of migrations.slice(from)) db.exec(sql);
    // Last of all, because it reads with the present tables.
    if (from > 0 && from <= LATIN_IDS) giveNewIds(db);
    if (from === 0) {
      db.prepare("INSERT INTO meta VALUES ('id', ?)").run(randomBytes(6).toString('hex'));
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    }
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
