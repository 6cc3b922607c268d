/** What a use case reads: everything of one epoch. */
import type { WordLists } from '../compare/index.ts';
import type { PhraseView } from '../phrases/index.ts';
import type { CatalogueSeries } from '../report/index.ts';
import type { Narrowing, SearchEngine } from '../search/index.ts';
import type { Snapshot } from '../store/index.ts';

export interface View extends PhraseView {
  readonly epoch: number;
  readonly reader: Snapshot;
  readonly lexicon: ReadonlyMap<string, number>;
  readonly catalogue: readonly CatalogueSeries[];
  readonly engine: SearchEngine;
  readonly lists: WordLists;
  /** If the index is in a cluster: the table has no paragraphs, and they are fetched through this. */
  readonly narrowing?: Narrowing | undefined;
}
