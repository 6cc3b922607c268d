/**
 * Reads originals again that an older version of the reader read. What a person said about a file is kept; if an
 * inferred symbol comes out differently, the old id leads to the new one.
 */
import { existsSync } from 'node:fs';
import {
  type GivenMetadata,
  IngestError,
  type IngestResult,
  type IsolatedParser,
  isDamagedLayer,
  type Outcome,
  READER_VERSION,
  workAhead,
} from '../ingest/index.ts';
import type { GivenFields, ParsedReport, Report } from '../report/index.ts';
import type { Store, StoreReader } from '../store/index.ts';
import { unknownReport } from './errors.ts';
import { siblingTexts } from './siblings.ts';

export interface RereadJob {
  /** These reports, whichever version read them; by default all that an older version read. */
  reports: readonly string[];
  onProgress?: ((done: number, total: number, file: string) => void) | undefined;
}

interface Task {
  report: Report;
  given: GivenFields;
  /** Null if the original is not kept. */
  path: string | null;
}

/** @throws CollectionError `unknown_report` */
export async function reread(store: Store, parser: IsolatedParser, job: RereadJob): Promise<IngestResult> {
  const began = performance.now();
  const result: IngestResult = {
    added: [],
    updated: [],
    unchanged: [],
    renamed: [],
    failed: [],
    warnings: [],
    took_ms: 0,
  };
  const tasks = tasksOf(store, job.reports);
  // Damaged layers last: the newly read texts of the others are evidence for them.
  const clean = tasks.filter(({ report }) => !isDamagedLayer(report.source));
  const damaged = tasks.filter(({ report }) => isDamagedLayer(report.source));
  const byId = new Map(tasks.map((task) => [task.report.id, task]));
  let done = 0;
  for (const group of [clean, damaged]) {
    const ids = group.map(({ report }) => report.id);
    const size = async () => 0;
    for await (const read of workAhead(ids, size, (id) => parseAgain(store, parser, byId.get(id)!))) {
      keep(store, read, result);
      done += 1;
      job.onProgress?.(done, tasks.length, read.file);
    }
  }
  result.took_ms = Math.round(performance.now() - began);
  return result;
}

function tasksOf(store: Store, ids: readonly string[]): Task[] {
  const reader = store.snapshot();
  try {
    const wanted =
      ids.length > 0
        ? ids.map((id) => {
            const report = reader.report(reader.currentId(id) ?? id);
            if (!report) throw unknownReport(id);
            return report;
          })
        : reader.reports().filter(({ source }) => source.reader < READER_VERSION);
    return wanted.map((report) => {
      const hash = reader.original(report.id);
      return {
        report,
        given: givenFor(reader, report),
        path: hash === null ? null : store.originalPath(hash),
      };
    });
  } finally {
    reader.close();
  }
}

/** If it was not recorded what a person said, any field of the report may come from a person. */
function givenFor(reader: StoreReader, report: Report): GivenFields {
  const noted = reader.given(report.id);
  if (noted !== null) return noted;
  const { symbol, title, series, body, year, date, language } = report;
  const fields = {
    symbol: reader.symbolGiven(report.id) ? symbol : null,
    title,
    series,
    body,
    year,
    date: date && (date.from === date.to ? date.from : `${date.from}/${date.to}`),
    language,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== ''),
  ) as GivenFields;
}

async function parseAgain(store: Store, parser: IsolatedParser, task: Task): Promise<ParsedReport> {
  const { report, given, path } = task;
  const { file } = report.source;
  if (path === null || !existsSync(path)) {
    throw new IngestError(
      'no_original',
      `${report.id}: the file it was read from (${file}) is not kept: ingest that file again`,
    );
  }
  const { layer, ...metadata } = given;
  const siblings = isDamagedLayer(report.source) ? siblingTexts(report, store) : undefined;
  const parsed = await parser.parse(path, {
    file,
    layer: layer as 'visual' | 'logical' | undefined,
    metadata: metadata as GivenMetadata,
    siblings,
  });
  if (report.source.layer === 'ocr' && parsed.report.source.layer !== 'ocr') {
    throw new IngestError(
      'not_recognised',
      `${report.id} was recognised from pictures, which could not be read now: set SIYAGHA_OCR=tesseract, make sure that ` +
        'Tesseract is installed, and read it again',
    );
  }
  if (parsed.report.source.sha256 !== report.source.sha256) {
    throw new IngestError('damaged_original', `${report.id}: its original is damaged: ingest ${file} again`);
  }
  parsed.report.ingested_at = new Date().toISOString();
  return parsed;
}

function keep(store: Store, read: Outcome<ParsedReport>, result: IngestResult): void {
  const former = read.file;
  try {
    if ('error' in read) throw read.error;
    const { report } = read.value;
    const { outcome, renamed } = store.put(read.value, { former, allowDuplicates: true });
    // Under a new id it counts as added, although it was there before.
    result[outcome === 'added' ? 'updated' : outcome].push(report.id);
    for (const from of renamed) result.renamed.push({ from, to: report.id });
    for (const { code, message } of report.warnings)
      result.warnings.push({ report: report.id, code, message });
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    const known = error instanceof IngestError || name === 'StoreError';
    result.failed.push({ file: former, code: known ? code! : 'ingest_failed', message });
  }
}
