/** The baseline for lookups: SQLite FTS5 over the same folded tokens, asked for the same phrase. */
import { DatabaseSync } from '@photostructure/sqlite';
import type { CollectionIndex } from '../../src/phrases/index.ts';

export interface Fts5 {
  /** Paragraphs that contain the phrase. */
  count(words: readonly string[]): number;
  close(): void;
}

/** One row for each paragraph. */
export function fts5Of(index: CollectionIndex, file: string): Fts5 {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; DROP TABLE IF EXISTS paragraph;
    CREATE VIRTUAL TABLE paragraph USING fts5(text, content='', tokenize="unicode61 remove_diacritics 0"); BEGIN`);
  const insert = db.prepare('INSERT INTO paragraph (rowid, text) VALUES (?, ?)');
  for (let paragraph = 0; paragraph < index.table.count; paragraph += 1) {
    const words = Array.from(index.tokensOf(paragraph), (token) => index.word(token - 1));
    insert.run(paragraph + 1, words.join(' '));
  }
  db.exec("COMMIT; INSERT INTO paragraph (paragraph) VALUES ('optimize')");
  const count = db.prepare('SELECT count(*) AS found FROM paragraph WHERE paragraph MATCH ?');
  return {
    count: (words) => (count.get(`"${words.join(' ')}"`) as { found: number }).found,
    close: () => db.close(),
  };
}
