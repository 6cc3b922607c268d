/** Indexes over the segments of a set, and over a collection without files. */
import type { Lexicon, Profile } from 'arabic-normalizer';
import type { ReportSummary } from '../report/index.ts';
import { CollectionIndex } from './collection-index.ts';
import { partsOf } from './part.ts';
import { scanReports, segmentContent } from './segment/content.ts';
import { segmentOver } from './segment/in-memory.ts';
import type { LiveSegment, Segment } from './segment/segment.ts';
import { ParagraphTable } from './table.ts';
import type { ScannedReader } from './types.ts';

/** A collection at one epoch: its table, and its index under each profile. */
export interface Indexes {
  readonly table: ParagraphTable;
  byProfile(profile: Profile): CollectionIndex;
}

/** Every report of a collection in one segment, built in memory. `lexicon` is used by `stem` only. */
export function buildIndexes(reader: ScannedReader, lexicon?: Lexicon): Indexes {
  const reports = reader.countedReports();
  return indexesOver(reader.epoch, reports, [
    { segment: segmentInMemory(reader, reports, lexicon), masked: new Set() },
  ]);
}

/** The index of one profile alone. */
export function buildPhraseIndex(
  reader: ScannedReader,
  profile: Profile,
  options: { lexicon?: Lexicon | undefined } = {},
): CollectionIndex {
  return buildIndexes(reader, options.lexicon).byProfile(profile);
}

/** Some reports as a segment without a file. */
export function segmentInMemory(
  reader: Pick<ScannedReader, 'scanReport'>,
  reports: readonly Pick<ReportSummary, 'id' | 'paragraphs' | 'words'>[],
  lexicon?: Lexicon,
): Segment {
  return segmentOver(segmentContent(scanReports(reader, reports), lexicon));
}

/**
 * Places reports in segments that contain each of them once, apart from masked ones.
 * @throws Error if no segment contains a report
 */
export function indexesOver(
  epoch: number,
  reports: readonly ReportSummary[],
  live: readonly LiveSegment[],
): Indexes {
  const numbers = new Map(reports.map(({ id }, number) => [id, number]));
  const segmentOf = new Uint16Array(reports.length);
  const localOf = new Uint32Array(reports.length);
  for (const [place, { segment, masked }] of live.entries()) {
    for (const [local, id] of segment.reports.entries()) {
      if (masked.has(local)) continue;
      const number = numbers.get(id);
      if (number === undefined) continue;
      numbers.delete(id);
      segmentOf[number] = place;
      localOf[number] = local;
    }
  }
  for (const id of numbers.keys()) throw new Error(`no segment holds report ${id}`);
  const segments = live.map(({ segment }) => segment);
  const table = new ParagraphTable(epoch, reports, segments, { segmentOf, localOf });
  const parts = partsOf(table);
  const byProfile = new Map<Profile, CollectionIndex>();
  return {
    table,
    byProfile(profile) {
      let index = byProfile.get(profile);
      if (!index) {
        index = new CollectionIndex(profile, table, parts);
        byProfile.set(profile, index);
      }
      return index;
    },
  };
}
