/**
 * The collection: one data folder with its store and indexes, the view that use cases read, and what changes it.
 * A change commits to the store first; indexes follow.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { type DetailsFile, type StrengthFile, type WordLists, wordLists } from '../compare/index.ts';
import {
  IngestError,
  type IngestResult,
  IsolatedParser,
  ingestFiles,
  type ParseOptions,
  readManifest,
} from '../ingest/index.ts';
import { openIndexes, type PhraseIndexes } from '../phrases/index.ts';
import type { CatalogueSeries, Paragraph, ParsedReport, Report } from '../report/index.ts';
import { reportId } from '../report/index.ts';
import {
  type EngineHealth,
  embeddedEngine,
  type MeilisearchOptions,
  meilisearchEngine,
  type SearchEngine,
  searchTable,
} from '../search/index.ts';
import { loadCatalogue, loadConfig, loadLexicon, type Settings } from '../settings/index.ts';
import { openStore, type Problem, type Store } from '../store/index.ts';
import { CollectionError, unknownReport } from './errors.ts';
import { checkUploadMetadata } from './metadata.ts';
import { withoutRow } from './page.ts';
import { translated } from './translate.ts';
import { verifyIndexes } from './verify.ts';
import type { View } from './view.ts';

export interface OpenOptions {
  log?: Logger;
  /** Keep up with changes that other processes commit. */
  follow?: boolean;
}

export interface IngestJob {
  manifest?: string | undefined;
  series?: string | undefined;
  layer?: 'auto' | 'visual' | 'logical' | undefined;
  onProgress?: ((done: number, total: number, file: string) => void) | undefined;
}

export interface State {
  ready: boolean;
  /** Epoch that answers; `store_epoch` is the newest committed one. */
  epoch: number;
  store_epoch: number;
  reports: number;
  paragraphs: number;
  words: number;
  /** A search engine that is away costs ranking, not readiness. */
  engine: { name: string } & EngineHealth;
}

/**
 * Opens the data folder, making it where it is missing.
 * @throws CollectionError, SettingsError: the folder or a file of `config/` cannot be used.
 */
export async function openCollection(settings: Settings, options: OpenOptions = {}): Promise<Collection> {
  const lexicon = loadLexicon();
  const catalogue = loadCatalogue();
  const lists = wordLists(
    loadConfig('details.json') as DetailsFile,
    loadConfig('strength.json') as StrengthFile,
  );
  let store: Store | undefined;
  try {
    store = openStore(settings.SIYAGHA_DATA, { derived: [searchTable(lexicon)] });
    const { log } = options;
    const indexes = await openIndexes(store, {
      lexicon,
      ...(log ? { notice: (message) => log.warn(message) } : {}),
    });
    const engine = engineFor(settings, store.storeId, lexicon);
    return new Collection({ store, indexes, engine, lexicon, catalogue, lists }, options);
  } catch (error) {
    store?.close();
    throw translated(error);
  }
}

function engineFor(settings: Settings, storeId: string, lexicon: ReadonlyMap<string, number>): SearchEngine {
  if (settings.SIYAGHA_ENGINE === 'embedded') return embeddedEngine();
  return meilisearchEngine(storeId, {
    url: settings.MEILI_URL,
    key: settings.MEILI_KEY,
    settings: loadConfig('meilisearch.json') as MeilisearchOptions['settings'],
    lexicon,
  });
}

interface Parts {
  store: Store;
  indexes: PhraseIndexes;
  engine: SearchEngine;
  lexicon: ReadonlyMap<string, number>;
  catalogue: readonly CatalogueSeries[];
  lists: WordLists;
}

/** How often a server looks whether another process committed a change, in ms. */
const followEvery = 100;

export class Collection {
  /** Stays the same while the data folder does. */
  readonly id: string;
  readonly #parts: Parts;
  readonly #log: Logger | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #parser: IsolatedParser;
  #following: Promise<void> | null = null;

  constructor(parts: Parts, { log, follow = false }: OpenOptions) {
    this.#parts = parts;
    this.#log = log;
    this.id = parts.store.storeId;
    this.#parser = new IsolatedParser({ catalogue: parts.catalogue, lexicon: parts.lexicon });
    if (follow) {
      this.#timer = setInterval(() => this.#look(), followEvery);
      this.#timer.unref();
      this.#followLater();
    }
  }

  /** Answers a question from one epoch, which stays readable until the answer is there. */
  async use<T>(question: (view: View) => T | Promise<T>): Promise<T> {
    const { indexes, lexicon, catalogue, lists, engine } = this.#parts;
    const snapshot = indexes.current();
    const release = snapshot.hold();
    try {
      const { epoch, reader, table } = snapshot;
      const byProfile: View['byProfile'] = (profile) => snapshot.byProfile(profile);
      return await question({ epoch, reader, table, byProfile, lexicon, catalogue, lists, engine });
    } finally {
      release();
    }
  }

  async state(): Promise<State> {
    const { epoch, table } = this.#parts.indexes.current();
    const { reports } = table;
    const { engine } = this.#parts;
    return {
      ready: true,
      engine: { name: engine.name, ...(await engine.health()) },
      epoch,
      store_epoch: this.#parts.store.epoch(),
      reports: reports.length,
      paragraphs: table.count,
      words: reports.reduce((sum, report) => sum + report.words, 0),
    };
  }

  /** Reads files and folders into the store; what fails is named, the rest goes on. */
  async ingest(paths: readonly string[], job: IngestJob): Promise<IngestResult> {
    const result = await ingestFiles(paths, {
      ...(await this.#ingestOptions(job)),
      put: (parsed) => this.#parts.store.put(parsed),
    });
    await this.#follow();
    return result;
  }

  /** Reads as `ingest` does and stores nothing. */
  async dryRun(paths: readonly string[], job: IngestJob) {
    const reports: (Omit<Report, 'paragraphs'> & { paragraphs: Paragraph[] })[] = [];
    const { failed } = await ingestFiles(paths, {
      ...(await this.#ingestOptions(job)),
      dryRun: true,
      onReport: ({ report, paragraphs }) => reports.push({ ...report, paragraphs }),
      put: () => 'unchanged',
    });
    return { reports, failed };
  }

  /** One uploaded file. Its name decides nothing but the format and the last resort for the symbol. */
  async ingestUpload(
    name: string,
    bytes: Uint8Array,
    fields: Record<string, unknown>,
  ): Promise<IngestResult> {
    const { metadata, layer } = checkUploadMetadata(fields);
    const folder = await mkdtemp(join(tmpdir(), 'siyagha-'));
    try {
      const file = join(folder, basename(name).replaceAll(/[^\p{L}\p{N}._ -]/gu, '_') || 'upload');
      await writeFile(file, bytes);
      const result = await ingestFiles([file], {
        ...(await this.#ingestOptions({ layer })),
        manifest: new Map([[file, metadata]]),
        put: (parsed) => this.#parts.store.put(named(parsed, basename(file))),
      });
      await this.#follow();
      const failed = result.failed.map((failure) => ({
        ...failure,
        file: basename(failure.file),
        message: failure.message.replaceAll(file, basename(file)),
      }));
      return { ...result, failed };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** @throws CollectionError `unknown_report`. */
  async remove(id: string): Promise<{ removed: string }> {
    const found = [id, reportId(id)].find((candidate) => this.#parts.store.remove(candidate));
    if (found === undefined) throw unknownReport(id);
    await this.#follow();
    return { removed: found };
  }

  /** Rebuilds everything derived from the stored paragraphs. */
  async reindex(): Promise<{ reports: number; took_ms: number }> {
    const began = performance.now();
    const { engine, indexes, store } = this.#parts;
    store.rebuildDerived();
    await Promise.all([indexes.rebuild(), engine.rebuild(store)]);
    return {
      reports: this.#parts.indexes.current().table.reports.length,
      took_ms: Math.round(performance.now() - began),
    };
  }

  /** Checks the store and every index against the text. */
  async verify(): Promise<{
    checked: { reports: number; paragraphs: number; words: number };
    problems: Problem[];
  }> {
    const problems = [...this.#parts.store.verify(), ...(await this.use(verifyIndexes))];
    const { reports, paragraphs, words } = await this.state();
    return { checked: { reports, paragraphs, words }, problems };
  }

  /** Every report with its paragraphs, dated first. */
  *everything(): Iterable<{ report: Report; paragraphs: Paragraph[] }> {
    const reader = this.#parts.store.snapshot();
    try {
      for (const report of reader.reports()) {
        yield { report, paragraphs: reader.paragraphs(report.id).map(withoutRow) };
      }
    } finally {
      reader.close();
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#parser.close();
    await this.#following?.catch(() => {});
    await this.#parts.indexes.close();
    await this.#parts.engine.close();
    this.#parts.store.close();
  }

  /**
   * Brings the indexes to the store's newest epoch, after what is already under way; the engine may lag behind, and
   * says so in its answers.
   */
  #follow(): Promise<void> {
    const { engine, indexes, store } = this.#parts;
    const work = async () => {
      const synced = engine.sync(store).catch((error: Error) => {
        this.#log?.warn({ err: error }, 'the search engine is behind');
      });
      await Promise.all([indexes.refresh(), synced]);
    };
    const following = (this.#following ?? Promise.resolve()).catch(() => {}).then(work);
    this.#following = following;
    const done = () => {
      if (this.#following === following) this.#following = null;
    };
    following.then(done, done);
    return following;
  }

  #look(): void {
    try {
      if (this.#following === null && this.#parts.store.epoch() !== this.#parts.indexes.current().epoch) {
        this.#followLater();
      }
    } catch (error) {
      this.#log?.error({ err: error }, 'the store cannot be read');
    }
  }

  #followLater(): void {
    this.#follow().catch((error: unknown) =>
      this.#log?.error({ err: error }, 'the indexes could not follow'),
    );
  }

  async #ingestOptions({ manifest, series, layer, onProgress }: IngestJob) {
    try {
      return {
        parse: (bytes: Uint8Array, options: ParseOptions) => this.#parser.parse(bytes, options),
        layer,
        series,
        exclude: [this.#parts.store.folder],
        ...(manifest === undefined ? {} : { manifest: await readManifest(manifest) }),
        ...(onProgress
          ? {
              onProgress: (step: { done: number; total: number; file: string }) =>
                onProgress(step.done, step.total, step.file),
            }
          : {}),
      };
    } catch (error) {
      if (error instanceof IngestError) throw new CollectionError(error.code, 400, error.message);
      throw error;
    }
  }
}

/** An upload's source is its name, not where it lay for a moment. */
function named(parsed: ParsedReport, file: string): ParsedReport {
  const { report } = parsed;
  return { ...parsed, report: { ...report, source: { ...report.source, file } } };
}
