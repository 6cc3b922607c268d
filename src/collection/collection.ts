/**
 * The collection: one data folder with its store and indexes, the view that use cases read, and what changes it.
 * A change commits to the store first; indexes follow.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { type DetailsFile, type StrengthFile, type WordLists, wordLists } from '../compare/index.ts';
import { IngestError, type IngestResult, ingestFiles, readManifest } from '../ingest/index.ts';
import type { CatalogueSeries, Paragraph, ParsedReport, Report } from '../report/index.ts';
import { reportId } from '../report/index.ts';
import { embeddedEngine, type SearchEngine, searchTable } from '../search/index.ts';
import { loadCatalogue, loadConfig, loadLexicon, type Settings } from '../settings/index.ts';
import { openStore, type Problem, type Store } from '../store/index.ts';
import { CollectionError, unknownReport } from './errors.ts';
import { Indexes } from './indexes.ts';
import { checkUploadMetadata } from './metadata.ts';
import { withoutRow } from './page.ts';
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
}

/** @throws StoreError, SettingsError: the folder or a file of `config/` cannot be used. */
export async function openCollection(settings: Settings, options: OpenOptions = {}): Promise<Collection> {
  const store = openStore(settings.SIYAGHA_DATA, { derived: [searchTable(loadLexicon())] });
  return new Collection(store, embeddedEngine(), options);
}

export class Collection {
  /** Stays the same while the data folder does. */
  readonly id: string;
  readonly #store: Store;
  readonly #engine: SearchEngine;
  readonly #catalogue: CatalogueSeries[];
  readonly #lexicon: ReadonlyMap<string, number>;
  readonly #lists: WordLists;
  readonly #indexes: Indexes;
  readonly #log: Logger | undefined;

  constructor(store: Store, engine: SearchEngine, { log }: OpenOptions) {
    this.#store = store;
    this.#engine = engine;
    this.#log = log;
    this.id = store.storeId;
    this.#catalogue = loadCatalogue();
    this.#lexicon = loadLexicon();
    this.#lists = wordLists(
      loadConfig('details.json') as DetailsFile,
      loadConfig('strength.json') as StrengthFile,
    );
    this.#indexes = new Indexes(store, this.#lexicon);
  }

  async view(): Promise<View> {
    const { reader, table, byProfile } = await this.#indexes.current();
    return {
      epoch: reader.epoch,
      reader,
      table,
      byProfile,
      lexicon: this.#lexicon,
      catalogue: this.#catalogue,
      lists: this.#lists,
      engine: this.#engine,
    };
  }

  async state(): Promise<State> {
    const view = await this.view();
    const reports = view.table.reports;
    return {
      ready: true,
      epoch: view.epoch,
      store_epoch: this.#store.epoch(),
      reports: reports.length,
      paragraphs: view.table.count,
      words: reports.reduce((sum, report) => sum + report.words, 0),
    };
  }

  /** Reads files and folders into the store; what fails is named, the rest goes on. */
  async ingest(paths: readonly string[], job: IngestJob): Promise<IngestResult> {
    const result = await ingestFiles(paths, {
      ...(await this.#ingestOptions(job)),
      put: (parsed) => this.#store.put(parsed),
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
        put: (parsed) => this.#store.put(named(parsed, basename(file))),
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
    const found = [id, reportId(id)].find((candidate) => this.#store.remove(candidate));
    if (found === undefined) throw unknownReport(id);
    await this.#follow();
    return { removed: found };
  }

  /** Rebuilds everything derived from the stored paragraphs. */
  async reindex(): Promise<{ reports: number; took_ms: number }> {
    const began = performance.now();
    this.#store.rebuildDerived();
    const view = await this.view();
    return { reports: view.table.reports.length, took_ms: Math.round(performance.now() - began) };
  }

  /** Checks the store and every index against the text. */
  async verify(): Promise<{
    checked: { reports: number; paragraphs: number; words: number };
    problems: Problem[];
  }> {
    const problems = this.#store.verify();
    const { reports, paragraphs, words } = await this.state();
    return { checked: { reports, paragraphs, words }, problems };
  }

  /** Every report with its paragraphs, dated first. */
  *everything(): Iterable<{ report: Report; paragraphs: Paragraph[] }> {
    const reader = this.#store.snapshot();
    try {
      for (const report of reader.reports()) {
        yield { report, paragraphs: reader.paragraphs(report.id).map(withoutRow) };
      }
    } finally {
      reader.close();
    }
  }

  async close(): Promise<void> {
    this.#indexes.close();
    this.#store.close();
  }

  async #follow(): Promise<void> {
    await this.#indexes.current();
  }

  async #ingestOptions({ manifest, series, layer, onProgress }: IngestJob) {
    try {
      return {
        catalogue: this.#catalogue,
        lexicon: this.#lexicon,
        layer,
        series,
        exclude: [this.#store.folder],
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
