/** Opens a collection: its folder, the files of `config/`, its indexes and its search engine. */
import { searchTable } from '../search/index.ts';
import type { Settings } from '../settings/index.ts';
import { openStore, type Store, StoreError, type StoreOptions } from '../store/index.ts';
import { ClusterIndexes } from './cluster/indexes.ts';
import { Collection, type OpenOptions } from './collection.ts';
import { keepHeapSmall } from './garbage.ts';
import { LazyIndexes, setAsideNotice } from './lazy-indexes.ts';
import { noteLost } from './lost-commits.ts';
import { AnswerPool } from './pool/pool.ts';
import { clusterFor, engineFor, shippedFiles } from './shipped.ts';
import { translated } from './translate.ts';
import { sweepUploads } from './upload-folder.ts';

/**
 * Opens the data folder, creating it if it is missing, unless `existing` is set.
 * @throws CollectionError, SettingsError if the folder or a file in `config/` cannot be used
 */
export async function openCollection(settings: Settings, options: OpenOptions = {}): Promise<Collection> {
  const { lexicon, catalogue, lists } = shippedFiles();
  let store: Store | undefined;
  try {
    const { log, existing = false } = options;
    const notice = (message: string) =>
      log ? log.warn(message) : void process.stderr.write(`siyagha: ${message}\n`);
    store = openForAll(settings.SIYAGHA_DATA, { derived: [searchTable(lexicon)], existing }, notice);
    if (options.follow) {
      await sweepUploads();
      if (!store.readOnly) store.sweepOriginals();
    }
    const damaged = store.damagedIds();
    if (damaged.length > 0) notice(setAsideNotice(damaged));
    const storeOlder = (newer: number) => noteLost(store!, newer);
    const isCluster = settings.SIYAGHA_INDEX === 'cluster';
    // A server's answers are short-lived, and some are large.
    if (isCluster || options.pool) keepHeapSmall();
    const pool = options.pool && !isCluster ? new AnswerPool(settings, log) : null;
    const opened = () => pool?.lookAhead();
    const follow = options.follow ?? false;
    const memory = settings.SIYAGHA_MEMORY_MB * 1024 * 1024;
    const cluster = isCluster ? await clusterFor(settings, store.storeId, lexicon, notice) : null;
    const engine = cluster ?? (await engineFor(settings, store.storeId, lexicon, notice));
    const indexes = cluster
      ? new ClusterIndexes(store, cluster, { lexicon, notice })
      : new LazyIndexes(store, { lexicon, notice, follow, storeOlder, opened, memory });
    const seconds = settings.SIYAGHA_ANSWER_SECONDS;
    const documents = { base: settings.SIYAGHA_DOCUMENTS_URL, hosts: settings.SIYAGHA_DOCUMENTS_HOSTS };
    const ocr = settings.SIYAGHA_OCR;
    if (follow) await indexes.opened();
    const parts = {
      store,
      indexes,
      engine,
      lexicon,
      catalogue,
      lists,
      documents,
      ocr,
      pool,
      isCluster,
      seconds,
    };
    return new Collection(parts, options);
  } catch (error) {
    store?.close();
    throw translated(error);
  }
}

/** A folder that cannot be written (a read-only mount, another owner, a full disk) can still be read. */
function openForAll(folder: string, options: StoreOptions, notice: (message: string) => void): Store {
  try {
    return openStore(folder, options);
  } catch (error) {
    if (!(error instanceof StoreError) || !['not_writable', 'disk_full', 'failed'].includes(error.code))
      throw error;
    let store: Store;
    try {
      store = openStore(folder, { ...options, readOnly: true });
    } catch {
      throw error;
    }
    notice(`${folder} is opened for reading only: ${error.message}`);
    return store;
  }
}
