/**
 * The FTS5 table with which the embedded engine ranks: normalised tokens, contentless, in the store's own file and
 * transactions. Tokens are joined by one space and contain only letters, marks and digits, so the `ascii` tokenizer
 * returns exactly them.
 */

import { createHash } from 'node:crypto';
import { type Lexicon, stemWord, words } from 'arabic-normalizer';
import { counted } from '../../report/index.ts';
import type { Database, DerivedTable, Problem, ScannedParagraph } from '../../store/types.ts';
import { checksum } from '../checksum.ts';

export const SEARCH_TABLE = 'search';

/** Incremented when the columns or tokens change for a reason that the lexicon's words do not show. */
const VERSION = 2;

export interface FullLexicon extends Lexicon {
  keys(): Iterable<string>;
}

/** Base words for stemming; the same as those of the phrase index. */
export function searchTable(lexicon?: FullLexicon): DerivedTable {
  return new SearchTable(lexicon);
}

/** Both columns of one text. */
export function searchColumns(text: string, lexicon?: Lexicon): { folded: string; stem: string } {
  const folded = words(text, 'folded');
  const stems = folded.map((word) => stemWord(word, lexicon));
  return { folded: folded.join(' '), stem: stems.join(' ') };
}

/** Eight hex digits that change with the lexicon's words. */
export function lexiconFingerprint(lexicon?: FullLexicon): string {
  const hash = createHash('sha256');
  for (const word of lexicon?.keys() ?? []) hash.update(`${word}\n`);
  return hash.digest('hex').slice(0, 8);
}

class SearchTable implements DerivedTable {
  readonly name = SEARCH_TABLE;
  readonly version: string;
  readonly #lexicon: FullLexicon | undefined;

  constructor(lexicon?: FullLexicon) {
    this.#lexicon = lexicon;
    this.version = `${VERSION}-${lexiconFingerprint(lexicon)}`;
  }

  create(db: Database): void {
    db.exec(
      `CREATE VIRTUAL TABLE ${SEARCH_TABLE}
       USING fts5(folded, stem, content = '', contentless_delete = 1, tokenize = 'ascii')`,
    );
  }

  drop(db: Database): void {
    db.exec(`DROP TABLE IF EXISTS ${SEARCH_TABLE}`);
  }

  add(db: Database, paragraphs: readonly { row: number; text: string }[]): void {
    const insert = db.prepare(`INSERT INTO ${SEARCH_TABLE} (rowid, folded, stem) VALUES (?, ?, ?)`);
    for (const { row, text } of paragraphs) {
      const { folded, stem } = searchColumns(text, this.#lexicon);
      insert.run(row, folded, stem);
    }
  }

  remove(db: Database, rows: readonly number[]): void {
    const remove = db.prepare(`DELETE FROM ${SEARCH_TABLE} WHERE rowid = ?`);
    for (const row of rows) remove.run(row);
  }

  /** Compares every token of every paragraph, by a checksum per paragraph that does not depend on the order. */
  verify(db: Database, paragraphs: Iterable<ScannedParagraph>): Problem[] {
    const sums = new Map<number, number>();
    const count = (row: number, column: string, place: number, word: string) => {
      sums.set(row, ((sums.get(row) ?? 0) + checksum(`${column} ${place} ${word}`)) % 0x1fffffffffffff);
    };
    db.exec(`CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', '${SEARCH_TABLE}', 'instance')`);
    try {
      for (const entry of db.prepare('SELECT term, doc, col, "offset" FROM temp.search_words').iterate()) {
        const { term, doc, col, offset } = entry as {
          term: string;
          doc: number;
          col: string;
          offset: number;
        };
        count(doc, col, offset, term);
      }
    } finally {
      db.exec('DROP TABLE temp.search_words');
    }
    const problems: Problem[] = [];
    for (const { row, report, ordinal, text } of paragraphs) {
      const indexed = sums.get(row) ?? 0;
      sums.set(row, 0);
      const columns = searchColumns(text, this.#lexicon);
      for (const column of ['folded', 'stem'] as const) {
        columns[column].split(' ').forEach((word, place) => {
          if (word !== '') count(row, column, place, word);
        });
      }
      if (sums.get(row) !== indexed) {
        problems.push({
          code: 'search_table',
          message: `${report}:${ordinal}: the search table does not hold its words; run "siyagha reindex"`,
        });
      }
      sums.delete(row);
    }
    if (sums.size > 0) {
      problems.push({
        code: 'search_table',
        message: `the search table holds ${counted(sums.size, 'paragraph')} not in the store; run "siyagha reindex"`,
      });
    }
    return problems.slice(0, 20);
  }
}
