/**
 * The engine inside the process: SQLite's FTS5 ranks by bm25 in the store's own file, always at the requested epoch.
 */
import type { Problem, Store } from '../../store/types.ts';
import {
  EngineError,
  type EngineHealth,
  type Ranking,
  type RankRequest,
  type SearchEngine,
} from '../engine.ts';
import { ftsExpression } from './expression.ts';
import { SEARCH_TABLE } from './table.ts';

export function embeddedEngine(): SearchEngine {
  return new EmbeddedEngine();
}

class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded';

  async rank({ reader, table, query, paragraphs }: RankRequest): Promise<Ranking> {
    let rows: Iterable<unknown>;
    try {
      rows = reader.database
        .prepare(
          `SELECT rowid AS id, -bm25(${SEARCH_TABLE}) AS score FROM ${SEARCH_TABLE} WHERE ${SEARCH_TABLE} MATCH ?`,
        )
        .all(ftsExpression(query));
    } catch (error) {
      throw new EngineError('failed', `the search table cannot be read: ${(error as Error).message}`, error);
    }
    const wanted = new Uint8Array(table.count);
    for (const paragraph of paragraphs) wanted[paragraph] = 1;
    const found: number[] = [];
    const scores: number[] = [];
    for (const { id, score } of rows as Iterable<{ id: number; score: number }>) {
      const paragraph = table.paragraphOfRow(id);
      if (paragraph < 0 || wanted[paragraph] === 0) continue;
      found.push(paragraph);
      scores.push(score);
    }
    return { paragraphs: Uint32Array.from(found), scores: Float64Array.from(scores) };
  }

  /** The store updates the table in its own transactions. */
  async sync(_: Store): Promise<void> {}

  async rebuild(store: Store): Promise<void> {
    store.rebuildDerived();
  }

  /** `Store.verify` checks the table, as it does every derived one. */
  async verify(_: Store): Promise<Problem[]> {
    return [];
  }

  async health(): Promise<EngineHealth> {
    return { ok: true, epoch: null };
  }

  async close(): Promise<void> {}
}
