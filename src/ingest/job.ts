/** The job: many files to parsed reports, one after the other, each failure kept to its own file. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CatalogueSeries, ParsedReport } from '../report/index.ts';
import { IngestError } from './document.ts';
import { findFiles } from './files.ts';
import type { Manifest } from './manifest.ts';
import { type ParseOptions, parseReport, sha256 } from './parse.ts';

export interface IngestFailure {
  file: string;
  code: string;
  message: string;
}

export interface IngestResult {
  /** Report ids. */
  added: string[];
  updated: string[];
  unchanged: string[];
  failed: IngestFailure[];
  took_ms: number;
}

export interface IngestProgress {
  /** Files finished, of `total`. */
  done: number;
  total: number;
  file: string;
  outcome: 'added' | 'updated' | 'unchanged' | 'failed';
}

export interface IngestOptions {
  /** Keeps a report: the store's `put`. Not called in a dry run. */
  put: (parsed: ParsedReport) => PutOutcome | Promise<PutOutcome>;
  /**
   * Id of the stored report that came from these bytes with these settings, when parsing again would give the same;
   * absent or null: parse.
   */
  known?: ((hash: string, file: string) => string | null) | undefined;
  onProgress?: ((progress: IngestProgress) => void) | undefined;
  /** Every parsed report, kept or not; what a dry run prints. */
  onReport?: ((parsed: ParsedReport) => void) | undefined;
  dryRun?: boolean | undefined;
  manifest?: Manifest | undefined;
  /** Series of every file that the manifest gives none. */
  series?: string | undefined;
  layer?: ParseOptions['layer'];
  catalogue?: readonly CatalogueSeries[] | undefined;
  lexicon?: ReadonlyMap<string, number> | undefined;
  /** Folders to pass over, such as the data folder. */
  exclude?: readonly string[] | undefined;
  /** Largest file read, in bytes; default 256 MB. */
  maxBytes?: number | undefined;
  /** Reads one file's bytes into a report; default in this process. */
  parse?: ((bytes: Uint8Array, options: ParseOptions) => Promise<ParsedReport>) | undefined;
  /** The clock for `ingested_at`; default the system's. */
  now?: (() => Date) | undefined;
  signal?: AbortSignal | undefined;
}

export type PutOutcome = 'added' | 'updated' | 'unchanged';

export const defaultMaxBytes = 256 * 1024 * 1024;

/**
 * Reads files and folders. A file that fails is named in `failed` with a code and what to do, and the rest goes on;
 * of two files with one symbol the second fails (`duplicate_symbol`).
 */
export async function ingestFiles(paths: readonly string[], options: IngestOptions): Promise<IngestResult> {
  const began = performance.now();
  const { files, failed } = await findFiles(paths, { exclude: options.exclude });
  const result: IngestResult = { added: [], updated: [], unchanged: [], failed, took_ms: 0 };
  const seen = new Map<string, string>();
  await nameMissing(options.manifest, files, result);
  for (const [i, file] of files.entries()) {
    options.signal?.throwIfAborted();
    let outcome: IngestProgress['outcome'];
    try {
      const kept = await ingestOne(file, options, seen);
      result[kept.outcome].push(kept.id);
      outcome = kept.outcome;
    } catch (error) {
      result.failed.push(toFailure(file, error));
      outcome = 'failed';
    }
    options.onProgress?.({ done: i + 1, total: files.length, file, outcome });
  }
  result.took_ms = Math.round(performance.now() - began);
  return result;
}

async function ingestOne(
  file: string,
  options: IngestOptions,
  seen: Map<string, string>,
): Promise<{ id: string; outcome: PutOutcome }> {
  const bytes = await readLimited(file, options.maxBytes ?? defaultMaxBytes);
  const hash = sha256(bytes);
  const known = options.dryRun ? null : (options.known?.(hash, file) ?? null);
  if (known !== null) {
    claim(known, file, seen);
    return { id: known, outcome: 'unchanged' };
  }
  const parsed = await (options.parse ?? parseReport)(bytes, {
    file,
    layer: options.layer,
    catalogue: options.catalogue,
    lexicon: options.lexicon,
    metadata: withSeries(options.manifest?.get(resolve(file)), options.series),
  });
  parsed.report.ingested_at = (options.now?.() ?? new Date()).toISOString();
  claim(parsed.report.id, file, seen);
  options.onReport?.(parsed);
  return { id: parsed.report.id, outcome: options.dryRun ? 'added' : await options.put(parsed) };
}

function withSeries(given: ParseOptions['metadata'], series: string | undefined): ParseOptions['metadata'] {
  return series === undefined ? given : { ...given, series: given?.series ?? series };
}

/** @throws IngestError `duplicate_symbol` when another file of this run gave the same report. */
function claim(id: string, file: string, seen: Map<string, string>): void {
  const first = seen.get(id);
  if (first !== undefined) {
    throw new IngestError(
      'duplicate_symbol',
      `${file} gives report ${id}, as ${first} did before: give one of them another symbol in a manifest, or leave it out`,
    );
  }
  seen.set(id, file);
}

/** @throws IngestError `file_too_large`, `file_not_found`, `not_permitted`, `unreadable_file`. */
async function readLimited(file: string, maxBytes: number): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > maxBytes) {
    const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
    throw new IngestError(
      'file_too_large',
      `${file} has ${mb(size)}, the limit is ${mb(maxBytes)}: split it`,
    );
  }
  return readFile(file);
}

/** A manifest's line whose file does not exist helps nobody: say so. */
async function nameMissing(
  manifest: Manifest | undefined,
  files: readonly string[],
  result: IngestResult,
): Promise<void> {
  const read = new Set(files.map((file) => resolve(file)));
  for (const path of manifest?.keys() ?? []) {
    if (read.has(path) || (await exists(path))) continue;
    result.failed.push({
      file: path,
      code: 'manifest_file_missing',
      message: `${path} stands in the manifest but does not exist: correct the line or take it out`,
    });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function toFailure(file: string, error: unknown): IngestFailure {
  if (error instanceof IngestError) return { file, code: error.code, message: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { file, code: 'file_not_found', message: `${file} has gone: check the path` };
  if (code === 'EACCES' || code === 'EPERM') {
    return { file, code: 'not_permitted', message: `${file} may not be read: change its permissions` };
  }
  return { file, code: 'ingest_failed', message: `${file}: ${message}` };
}
