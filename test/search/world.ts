/** A store with an index of every profile, for tests of search. */
import { buildIndexes } from '../../src/phrases/index.ts';
import type { ParsedReport } from '../../src/report/index.ts';
import { type SearchView, searchTable } from '../../src/search/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { afterTest, temporaryFolder } from '../store/make.ts';

/** Base words for `stem`, folded. */
export const lexicon = new Map(['سلاح', 'اسلحه', 'الاسلحه', 'تقرير', 'نزع'].map((word) => [word, 1]));

/** A store that is closed and removed after the test, or when `cleanup` runs its work. */
export function newStore(
  reports: readonly ParsedReport[] = [],
  cleanup: (work: () => void) => void = afterTest,
  base: ReadonlyMap<string, number> = lexicon,
): Store {
  const folder = temporaryFolder(cleanup);
  const store = openStore(folder, { derived: [searchTable(base)] });
  cleanup(() => store.close());
  for (const report of reports) store.put(report);
  return store;
}

/** The newest epoch of a store, indexed. */
export function viewOf(store: Store, base: ReadonlyMap<string, number> = lexicon): SearchView {
  const reader = store.snapshot();
  return { reader, lexicon: base, ...buildIndexes(reader, new Set(base.keys())) };
}
