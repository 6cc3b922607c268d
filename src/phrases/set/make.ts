/** Makes segments in any thread: from reports, or from other segments. */
import { randomBytes } from 'node:crypto';
import type { Lexicon } from 'arabic-normalizer';
import type { ReportSummary } from '../../report/index.ts';
import { type ParagraphReader, scanReports, segmentContent } from '../segment/content.ts';
import { mergeSegments } from '../segment/merge.ts';
import { factsOf, type SegmentOrigin, writeSegment } from '../segment/sections.ts';
import type { PageCache, SegmentSource, SegmentTarget } from '../storage/index.ts';
import { segmentPath } from './set-file.ts';
import { openShared, type SharedSegment } from './shared-segment.ts';

export interface BuildProgress {
  stage: 'read' | 'index';
  /** Paragraphs read, or profiles built. */
  done: number;
  total: number;
}

export type Sizes = Pick<ReportSummary, 'id' | 'paragraphs' | 'words'>;

/** Where segments are written. */
export interface MakeOptions {
  origin: SegmentOrigin;
  /** The store's folder; null to keep segments in memory. */
  folder: string | null;
  /** This number and the following ones are free for new segments. */
  number: number;
  progress?: ((at: BuildProgress) => void) | undefined;
  /** Called if a file could not be written: the segment is then only in memory. */
  notice?: ((message: string) => void) | undefined;
}

/** Maximum words of one segment while a collection is built: bounds the memory needed. */
const wordsAtOnce = 8_000_000;

/** Segments of some reports, one after the other. */
export function* buildSegments(
  reader: ParagraphReader,
  reports: readonly Sizes[],
  lexicon: Lexicon | undefined,
  options: MakeOptions,
): Generator<SegmentSource> {
  const total = reports.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  let read = 0;
  let number = options.number;
  for (const some of inPortions(reports)) {
    const before = read;
    const scanned = scanReports(reader, some, (done) => {
      read = before + done;
      options.progress?.({ stage: 'read', done: read, total });
    });
    const content = segmentContent(scanned, lexicon);
    yield writtenOrKept(options, number, (target, name) =>
      writeSegment(target, content, factsOf(name, content.reports, options.origin), (done) => {
        options.progress?.({ stage: 'index', done, total: 3 });
      }),
    );
    number += 1;
  }
}

/**
 * @param cache through which segments with files are read
 * @throws Error if the file cannot be written: the segments to be merged then keep answering
 */
export function mergedSegment(
  segments: readonly SharedSegment[],
  cache: PageCache,
  { origin, folder, number }: MakeOptions,
): SegmentSource {
  const { live, close } = openShared(segments, cache);
  try {
    return written(folder, number, (target, name) => mergeSegments(target, live, name, origin));
  } finally {
    close();
  }
}

type Write = (target: SegmentTarget, name: string) => SegmentSource;

/** The file name contains the process that made it, so that leftovers of dead processes can be recognised. */
function written(folder: string | null, number: number, write: Write): SegmentSource {
  const name = `${process.pid}-${randomBytes(8).toString('hex')}`;
  return write({ path: folder === null ? null : segmentPath(folder, name), number }, name);
}

/** Only in memory if it cannot be written: its reports are in no other segment. */
function writtenOrKept({ folder, notice }: MakeOptions, number: number, write: Write): SegmentSource {
  try {
    return written(folder, number, write);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (folder === null || code === undefined || !unwritable.has(code)) throw error;
    notice?.(`an index segment is kept in memory alone: ${message}`);
    return written(null, number, write);
  }
}

const unwritable = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'ENOTDIR',
  'EEXIST',
]);

function* inPortions(reports: readonly Sizes[]): Generator<Sizes[]> {
  let portion: Sizes[] = [];
  let words = 0;
  for (const report of reports) {
    if (portion.length > 0 && words + report.words > wordsAtOnce) {
      yield portion;
      portion = [];
      words = 0;
    }
    portion.push(report);
    words += report.words;
  }
  if (portion.length > 0) yield portion;
}
