/**
 * A collection cut at random into segments: reports in any order and any segment, some with an older text in an older
 * segment, and removed reports among them. Whatever the cut, answers are those of the uncut collection.
 */
import { crc32 } from 'node:zlib';
import type { Lexicon } from 'arabic-normalizer';
import { type Indexes, indexesOver, segmentInMemory } from '../../src/phrases/build.ts';
import type { ParagraphReader } from '../../src/phrases/segment/content.ts';
import type { ScannedReader } from '../../src/phrases/types.ts';
import type { ReportSummary } from '../../src/report/index.ts';

/** The same collection is always cut in the same way. */
export function cutIndexes(reader: ScannedReader, lexicon?: Lexicon): Indexes {
  const reports = reader.countedReports();
  const random = generator(crc32(JSON.stringify(reports.map(({ id }) => reader.scanReport(id)))));
  const count = 1 + random(9);
  const lists: Entry[][] = Array.from({ length: count }, () => []);
  const other = () => reports[random(reports.length)]!;
  // Some answers are computed differently if nothing is masked.
  const isMasking = random(3) > 0;
  for (const report of reports) {
    const place = random(count);
    lists[place]!.push({ id: report.id, text: report });
    for (let older = 0; older < place; older += 1) {
      if (isMasking && random(4) === 0) lists[older]!.push({ id: report.id, text: other() });
    }
    if (isMasking && random(3) === 0) lists[random(count)]!.push({ id: `${report.id}-GONE`, text: other() });
  }
  for (const list of lists) list.sort(() => random(3) - 1);
  const filled = lists.filter((list) => list.length > 0);
  const live = filled.map((list, place) => {
    const later = new Set(filled.slice(place + 1).flatMap((list) => list.map(({ id }) => id)));
    const isMasked = ({ id }: Entry) => later.has(id) || id.endsWith('-GONE');
    const masked = new Set([...list.keys()].filter((local) => isMasked(list[local]!)));
    const entries = list.map(({ id, text: { paragraphs, words } }) => ({ id, paragraphs, words }));
    return { segment: segmentInMemory(renaming(reader, list), entries, lexicon), masked };
  });
  return indexesOver(reader.epoch, reports, live);
}

/** A report of a segment, and the report whose text it has there. */
interface Entry {
  id: string;
  text: ReportSummary;
}

function renaming(reader: ScannedReader, list: readonly Entry[]): ParagraphReader {
  const textOf = new Map(list.map(({ id, text }) => [id, text.id]));
  return { scanReport: (id) => reader.scanReport(textOf.get(id)!) };
}

/** Integers below `end` (mulberry32). */
export function generator(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % end;
  };
}
