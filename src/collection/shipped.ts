/** What every view needs besides the store: the files in `config/` and the search engine from the settings. */
import { type DetailsFile, type StrengthFile, type WordLists, wordLists } from '../compare/index.ts';
import type { CatalogueSeries } from '../report/index.ts';
import {
  embeddedEngine,
  type MeilisearchOptions,
  meilisearchEngine,
  type NarrowingEngine,
  openSearch,
  type SearchEngine,
} from '../search/index.ts';
import { loadCatalogue, loadConfig, loadLexicon, type Settings } from '../settings/index.ts';

export interface Shipped {
  lexicon: Map<string, number>;
  catalogue: readonly CatalogueSeries[];
  lists: WordLists;
}

/** @throws SettingsError if a file in `config/` cannot be used */
export function shippedFiles(): Shipped {
  const lists = wordLists(
    loadConfig('details.json') as DetailsFile,
    loadConfig('strength.json') as StrengthFile,
  );
  return { lexicon: loadLexicon(), catalogue: loadCatalogue(), lists };
}

export async function engineFor(
  settings: Settings,
  storeId: string,
  lexicon: ReadonlyMap<string, number>,
  notice: (message: string) => void,
): Promise<SearchEngine> {
  if (settings.SIYAGHA_ENGINE === 'embedded') return embeddedEngine();
  if (settings.SIYAGHA_ENGINE === 'opensearch') return await clusterFor(settings, storeId, lexicon, notice);
  return meilisearchEngine(storeId, {
    url: settings.MEILI_URL,
    key: settings.MEILI_KEY,
    searchKey: settings.MEILI_SEARCH_KEY,
    settings: loadConfig('meilisearch.json') as MeilisearchOptions['settings'],
    lexicon,
    notice,
  });
}

/** The cluster, which may also hold the index used for answers. */
export async function clusterFor(
  settings: Settings,
  storeId: string,
  lexicon: ReadonlyMap<string, number>,
  notice: (message: string) => void,
): Promise<SearchEngine & NarrowingEngine> {
  const { openSearchEngine } = await openSearch();
  return openSearchEngine(storeId, {
    urls: settings.OPENSEARCH_URL,
    user: settings.OPENSEARCH_USER,
    password: settings.OPENSEARCH_PASSWORD,
    ca: settings.OPENSEARCH_CA,
    settings: loadConfig('opensearch.json') as object,
    lexicon,
    notice,
  });
}
