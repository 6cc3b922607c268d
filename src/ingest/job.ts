/** The job: parses many files and stores the reports; a failure affects only its own file. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CatalogueSeries, ParsedReport, Report } from '../report/index.ts';
import { type Outcome, workAhead } from './ahead.ts';
import { IngestError } from './document.ts';
import { findFiles } from './files.ts';
import { inGroups } from './groups.ts';
import type { Manifest } from './manifest.ts';
import { isDamagedLayer, type ParseOptions, parseReport } from './parse.ts';
import { readWhole, sizeOf } from './whole-file.ts';

export interface IngestFailure {
  file: string;
  code: string;
  message: string;
}

/** What failed and why, with the file's name once: many messages begin with it. */
export const failureText = ({ file, message }: IngestFailure): string =>
  message.includes(file) ? message : `${file}: ${message}`;

export interface IngestResult {
  /** Report ids. */
  added: string[];
  updated: string[];
  unchanged: string[];
  /** Former ids, which now lead to a report. */
  renamed: { from: string; to: string }[];
  failed: IngestFailure[];
  /** Of the reports that were read, whether newly stored or not. */
  warnings: { report: string; code: string; message: string }[];
  took_ms: number;
}

export interface IngestProgress {
  /** Files finished, of `total`. */
  done: number;
  total: number;
  file: string;
  outcome: PutOutcome['outcome'] | 'failed';
}

export interface IngestOptions {
  /**
   * Stores the reports, all together or each by itself: the store's `putAll`. On disk when it returns; one answer for
   * each report, in order.
   */
  putAll: (parsed: readonly ParsedReport[]) => readonly (PutOutcome | Error)[];
  onProgress?: ((progress: IngestProgress) => void) | undefined;
  /** Called before each page of a file that must be recognised (OCR), and after the last. */
  onPage?: ((file: string, done: number, pages: number) => void) | undefined;
  manifest?: Manifest | undefined;
  /** Series of files for which the manifest has none. */
  series?: string | undefined;
  layer?: ParseOptions['layer'];
  ocr?: ParseOptions['ocr'];
  catalogue?: readonly CatalogueSeries[] | undefined;
  lexicon?: ReadonlyMap<string, number> | undefined;
  /** Folders to skip, such as the data folder. */
  exclude?: readonly string[] | undefined;
  /**
   * Texts of other reports of the same kind, requested when all undamaged files are stored; with them a damaged layer
   * is read once more. Default: none.
   */
  siblings?: ((report: Report) => readonly string[]) | undefined;
  /** Maximum file size in bytes; default 256 MB. */
  maxBytes?: number | undefined;
  /** Reads one file into a report; by default in this process. */
  parse?: ((path: string, options: FileOptions) => Promise<ParsedReport>) | undefined;
  /** The clock for `ingested_at`; by default the system's. */
  now?: (() => Date) | undefined;
}

export type FileOptions = ParseOptions & { maxBytes?: number | undefined };

export interface PutOutcome {
  outcome: 'added' | 'updated' | 'unchanged';
  /** Former ids of the same bytes. */
  renamed: readonly string[];
}

/**
 * Size of the groups stored together: a few hundred thousand words take a tenth of a second, and what a crash then
 * loses was not reported as done.
 */
const groupLimits = {
  items: 64,
  weight: 100_000,
  weigh: (read: Outcome<ParsedReport>) => ('value' in read ? read.value.report.words : 0),
  wait: 200,
};

/**
 * Reads files and folders. A file that fails is listed in `failed` with a code and what to do, and the rest continues;
 * of two files with the same symbol the second fails (`duplicate_symbol`). Some files are read ahead of the next one to
 * be stored, and they are stored in groups; a file counts as done when its group is stored. Damaged text layers come
 * last, because the other reports of their series are evidence for them.
 */
export async function ingestFiles(paths: readonly string[], options: IngestOptions): Promise<IngestResult> {
  const began = performance.now();
  const { files, failed } = await findFiles(paths, { exclude: options.exclude });
  const result: IngestResult = {
    added: [],
    updated: [],
    unchanged: [],
    renamed: [],
    failed,
    warnings: [],
    took_ms: 0,
  };
  const seen = new Map<string, Claim>();
  await nameMissing(options.manifest, files, result);
  const parse = (file: string) => parseFile(file, options);
  let done = 0;
  const keep = (group: readonly Outcome<ParsedReport>[]) => {
    for (const kept of keepGroup(group, options)) {
      if ('error' in kept) result.failed.push(toFailure(kept.file, kept.error));
      else note(result, kept.value);
      done += 1;
      const outcome = 'error' in kept ? 'failed' : kept.value.outcome.outcome;
      options.onProgress?.({ done, total: files.length, file: kept.file, outcome });
    }
  };
  const damaged: { file: string; value: ParsedReport }[] = [];
  for await (const group of inGroups(workAhead(files, sizeOf, parse), groupLimits)) {
    const now: Outcome<ParsedReport>[] = [];
    for (const one of group.map((each) => claimed(each, seen))) {
      if ('value' in one && isDamagedLayer(one.value.report.source)) damaged.push(one);
      else now.push(one);
    }
    keep(now);
  }
  for (const one of damaged) keep([await readAmongSiblings(one, options)]);
  result.took_ms = Math.round(performance.now() - began);
  return result;
}

interface Kept {
  report: Report;
  outcome: PutOutcome;
}

function note(result: IngestResult, { report, outcome }: Kept): void {
  result[outcome.outcome].push(report.id);
  for (const from of outcome.renamed) result.renamed.push({ from, to: report.id });
  for (const { code, message } of report.warnings) result.warnings.push({ report: report.id, code, message });
}

/** A damaged report, read once more with its siblings as evidence, if there are any. */
async function readAmongSiblings(
  first: { file: string; value: ParsedReport },
  options: IngestOptions,
): Promise<Outcome<ParsedReport>> {
  const { file, value } = first;
  const siblings = options.siblings?.(value.report) ?? [];
  if (siblings.length === 0) return first;
  try {
    const again = await parseFile(file, options, siblings);
    // Better letters may show another symbol; the one already used stays.
    return again.report.id === value.report.id ? { file, value: again } : first;
  } catch (error) {
    return { file, error };
  }
}

function parseFile(
  file: string,
  options: IngestOptions,
  siblings?: readonly string[],
): Promise<ParsedReport> {
  return (options.parse ?? parseHere)(file, {
    file,
    maxBytes: options.maxBytes,
    layer: options.layer,
    catalogue: options.catalogue,
    lexicon: options.lexicon,
    ocr: options.ocr,
    onPage: (done, pages) => options.onPage?.(file, done, pages),
    siblings,
    metadata: withSeries(options.manifest?.get(resolve(file)), options.series),
  });
}

async function parseHere(path: string, { maxBytes, ...options }: FileOptions): Promise<ParsedReport> {
  return parseReport(await readWhole(path, maxBytes), options);
}

/** A file of this run, its report's symbol and hash. */
interface Claim {
  file: string;
  symbol: string;
  sha256: string;
}

/**
 * Replaces a report with an error (`duplicate_symbol`) if another file of this run has its symbol; the store decides
 * about the same bytes again and about another symbol with the same id.
 */
function claimed(read: Outcome<ParsedReport>, seen: Map<string, Claim>): Outcome<ParsedReport> {
  if ('error' in read) return read;
  const { file, value } = read;
  const { id, symbol, source } = value.report;
  const first = seen.get(id);
  if (!first) seen.set(id, { file, symbol, sha256: source.sha256 });
  if (!first || first.sha256 === source.sha256 || first.symbol !== symbol) return read;
  const error = new IngestError(
    'duplicate_symbol',
    `${file} gives report ${id}, and so does ${first.file}: give one of them another symbol in a manifest, or leave it out`,
  );
  return { file, error };
}

/** Stores the reports of a group; earlier failures stay as they are. */
function keepGroup(group: readonly Outcome<ParsedReport>[], options: IngestOptions): Outcome<Kept>[] {
  const reports = group.flatMap((read) => ('value' in read ? [read.value] : []));
  for (const parsed of reports) {
    parsed.report.ingested_at = (options.now?.() ?? new Date()).toISOString();
  }
  const answers = put(reports, options).values();
  return group.map((read) => {
    if ('error' in read) return read;
    const outcome = answers.next().value!;
    const { file, value } = read;
    return outcome instanceof Error
      ? { file, error: outcome }
      : { file, value: { report: value.report, outcome } };
  });
}

function put(reports: readonly ParsedReport[], options: IngestOptions): readonly (PutOutcome | Error)[] {
  if (reports.length === 0) return [];
  try {
    return options.putAll(reports);
  } catch (error) {
    return reports.map(() => error as Error);
  }
}

function withSeries(given: ParseOptions['metadata'], series: string | undefined): ParseOptions['metadata'] {
  return series === undefined ? given : { ...given, series: given?.series ?? series };
}

/** A line of the manifest whose file does not exist has no effect, so it is reported. */
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
      message: `${path} is in the manifest but does not exist: correct the line, or delete it`,
    });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function toFailure(file: string, error: unknown): IngestFailure {
  const { name, code = 'ingest_failed', message } = error as NodeJS.ErrnoException;
  // The store's errors say what to do, like those of the readers; this folder does not know their class.
  if (error instanceof IngestError || name === 'StoreError') return { file, code, message };
  return { file, code: 'ingest_failed', message: `${file}: ${message}` };
}
