/** How reports are added: from files and folders, by upload, and from the document system. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  download,
  type FileOptions,
  type GivenMetadata,
  IngestError,
  type IngestResult,
  IsolatedParser,
  ingestFiles,
  readManifest,
  sha256,
} from '../ingest/index.ts';
import type { CatalogueSeries, Paragraph, ParsedReport, Report } from '../report/index.ts';
import { type Store, StoreError } from '../store/index.ts';
import { CollectionError } from './errors.ts';
import { collectGarbage } from './garbage.ts';
import { checkUploadMetadata } from './metadata.ts';
import { bytesAsRead } from './originals.ts';
import { type RereadJob, reread } from './reread.ts';
import { siblingTexts } from './siblings.ts';
import { translated } from './translate.ts';
import { inUploadFolder, safeName } from './upload-folder.ts';

export interface IngestJob {
  manifest?: string | undefined;
  series?: string | undefined;
  layer?: 'auto' | 'visual' | 'logical' | undefined;
  /** Store the same bytes again under another inferred symbol. */
  allowDuplicates?: boolean | undefined;
  /** Keep the files themselves too; default true. */
  originals?: boolean | undefined;
  onProgress?: ((done: number, total: number, file: string) => void) | undefined;
  /** Called for each page that is recognised (OCR); each takes seconds. */
  onPage?: ((file: string, done: number, pages: number) => void) | undefined;
}

export interface DocumentSystem {
  /** Its base address. */
  base: string;
  /** Hosts that it may redirect to even if they are in a private network or speak plain HTTP. */
  hosts: readonly string[];
}

interface IntakeParts {
  store: Store;
  catalogue: readonly CatalogueSeries[];
  lexicon: ReadonlyMap<string, number>;
  documents: DocumentSystem;
  /** How scanned pages are read. */
  ocr?: 'off' | 'tesseract';
}

export class Intake {
  readonly #store: Store;
  readonly #documents: DocumentSystem;
  readonly #parser: IsolatedParser;
  readonly #stored: () => Promise<void>;

  /** `stored`: called after reports were stored, before the answer is given. */
  constructor(
    { store, documents, catalogue, lexicon, ocr = 'off' }: IntakeParts,
    stored: () => Promise<void>,
  ) {
    this.#store = store;
    this.#documents = documents;
    this.#parser = new IsolatedParser({ catalogue, lexicon, ocr });
    this.#stored = stored;
  }

  /** Reads files and folders into the store; failures are reported, and the rest is stored. */
  async files(paths: readonly string[], job: IngestJob): Promise<IngestResult> {
    const { allowDuplicates = false, originals = true } = job;
    this.#store.sweepOriginals();
    const options = await this.#ingestOptions(job);
    const result = await ingestFiles(paths, {
      ...options,
      parse: originals ? async (...file) => this.#staged(await options.parse(...file)) : options.parse,
      putAll: (parsed) =>
        this.#store.putAll(parsed, { allowDuplicates, ...(originals ? { original: bytesAsRead } : {}) }),
    });
    // Originals of files that were refused.
    if (originals && result.failed.length > 0) this.#store.sweepOriginals();
    // The indexes need the memory now; the next file starts a new process.
    await this.#parser.close();
    await collectGarbage();
    await this.#stored();
    return result;
  }

  /**
   * Downloads reports from the document system one after the other into the data folder's `files` and reads them. Only
   * what could not be downloaded is in `failed`.
   */
  async fetch(
    symbols: readonly string[],
    options: Pick<IngestJob, 'series'> & { type?: 'pdf' | 'doc' | 'docx' },
  ) {
    const folder = join(this.#store.folder, 'files');
    await mkdir(folder, { recursive: true });
    const manifest = new Map<string, GivenMetadata>();
    const failed: IngestResult['failed'] = [];
    for (const symbol of symbols) {
      try {
        const file = await download(symbol, {
          base: this.#documents.base,
          hosts: this.#documents.hosts,
          folder,
          type: options.type ?? 'pdf',
        });
        manifest.set(file, { symbol });
      } catch (error) {
        if (!(error instanceof IngestError)) throw error;
        failed.push({ file: symbol, code: error.code, message: error.message });
      }
    }
    const result = await ingestFiles([...manifest.keys()], {
      ...(await this.#ingestOptions({ series: options.series })),
      exclude: [],
      manifest,
      putAll: (parsed) => this.#store.putAll(parsed, { original: bytesAsRead }),
    });
    const unread = new Set(result.failed.map(({ file }) => file));
    // Files that were read are kept as originals; the others stay for another try.
    for (const file of manifest.keys()) if (!unread.has(file)) await rm(file, { force: true });
    await this.#stored();
    return { ...result, failed: [...failed, ...result.failed] };
  }

  /** Reads reports again from their originals, see `reread`. */
  async reread(job: RereadJob): Promise<IngestResult> {
    const result = await reread(this.#store, this.#parser, job);
    await this.#parser.close();
    await this.#stored();
    return result;
  }

  /** Reads as `ingest` does but stores nothing; what would be refused is in `failed`. */
  async dryRun(paths: readonly string[], job: IngestJob) {
    const reports: (Omit<Report, 'paragraphs'> & { paragraphs: Paragraph[] })[] = [];
    const trial = this.#store.trial({ allowDuplicates: job.allowDuplicates ?? false });
    const judged = (parsed: readonly ParsedReport[]) =>
      trial.putAll(parsed).map((refused, i) => {
        if (refused) return refused;
        const { report, paragraphs } = parsed[i]!;
        reports.push({ ...report, paragraphs });
        return { outcome: 'added' as const, renamed: [] };
      });
    const { failed } = await ingestFiles(paths, {
      ...(await this.#ingestOptions(job)),
      putAll: judged,
    }).finally(() => trial.close());
    return { reports, failed };
  }

  /** One uploaded file. Its name is used only for the format and, as a last resort, the symbol. */
  async upload(name: string, bytes: Uint8Array, fields: Record<string, unknown>): Promise<IngestResult> {
    const { metadata, layer, allowDuplicates } = checkUploadMetadata(fields);
    const source = safeName(name, bytes);
    try {
      return await inUploadFolder(source, bytes, async (file) => {
        const result = await ingestFiles([file], {
          ...(await this.#ingestOptions({ layer })),
          manifest: new Map([[file, metadata]]),
          putAll: (parsed) => {
            const all = parsed.map((one) => named(one, file, source));
            return this.#store.putAll(all, { allowDuplicates, original: () => bytes }).map(toldToStranger);
          },
        });
        await this.#stored();
        const failed = result.failed.map((failure) => ({
          ...failure,
          file: source,
          message: failure.message.replaceAll(file, source),
        }));
        const warnings = result.warnings.map((warning) => ({
          ...warning,
          message: warning.message.replaceAll(file, source),
        }));
        return { ...result, failed, warnings };
      });
    } catch (error) {
      throw translated(error);
    }
  }

  close(): Promise<void> {
    return this.#parser.close();
  }

  async #staged(parsed: ParsedReport): Promise<ParsedReport> {
    const { file, sha256: hash } = parsed.report.source;
    const bytes = await readFile(file).catch(() => null);
    // If the file is gone or has changed by now, the transaction refuses it.
    if (bytes && sha256(bytes) === hash) await this.#store.stageOriginal(hash, bytes);
    return parsed;
  }

  async #ingestOptions({ manifest, series, layer, onProgress, onPage }: IngestJob) {
    try {
      return {
        parse: (path: string, options: FileOptions) => this.#parser.parse(path, options),
        siblings: (report: Report) => siblingTexts(report, this.#store),
        layer,
        series,
        onPage,
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

/** An error without the paths on this machine. */
const toldToStranger = <T>(answer: T | Error): T | Error =>
  answer instanceof StoreError ? new StoreError(answer.code, answer.withoutPath) : answer;

/** An upload's source is its name, not its temporary path. */
function named(parsed: ParsedReport, file: string, name: string): ParsedReport {
  const { report } = parsed;
  const warnings = report.warnings.map((warning) => ({
    ...warning,
    message: warning.message.replaceAll(file, name),
  }));
  return { ...parsed, report: { ...report, warnings, source: { ...report.source, file: name } } };
}
