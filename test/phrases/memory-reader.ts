/** A small collection in memory, as the store would return it, for the phrase tests. */
import { words } from 'arabic-normalizer';
import type { ScannedReader, TextReader } from '../../src/phrases/types.ts';
import { type ParagraphKind, paragraphId, type Report } from '../../src/report/index.ts';
import type { StoredParagraph, StoreReader } from '../../src/store/types.ts';

export type MemoryReader = ScannedReader & TextReader & Pick<StoreReader, 'paragraphs' | 'paragraphsByRow'>;

export interface SmallReport {
  id: string;
  year?: number | null;
  date?: string | null;
  series?: string | null;
  paragraphs: readonly string[];
  kinds?: readonly ParagraphKind[];
}

export function memoryReader(small: readonly SmallReport[], epoch = 1): MemoryReader {
  const sorted = [...small].sort((a, b) => {
    const [x, y] = [sortDate(a), sortDate(b)];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  });
  let row = 1;
  const paragraphs = new Map<string, StoredParagraph[]>();
  for (const { id, paragraphs: texts, kinds } of sorted) {
    const first = row;
    row += texts.length;
    paragraphs.set(
      id,
      texts.map((text, i) => ({
        id: paragraphId(id, i + 1),
        report: id,
        ordinal: i + 1,
        kind: kinds?.[i] ?? 'paragraph',
        number: null,
        label: null,
        part: 'main',
        path: [],
        parent: null,
        page: null,
        cell: null,
        doubts: [],
        text,
        words: words(text).length,
        references: [],
        row: first + i,
      })),
    );
  }
  const reports = sorted.map((report) => reportOf(report, paragraphs.get(report.id)!));
  const byRow = new Map([...paragraphs.values()].flat().map((paragraph) => [paragraph.row, paragraph]));
  return {
    epoch,
    countedReports: () => reports,
    paragraphs: (report) => paragraphs.get(report) ?? [],
    textByRow: (row) => byRow.get(row)?.text ?? null,
    paragraphsByRow: (rows) => Array.from(rows, (row) => byRow.get(row)!),
    scanReport: (report) => paragraphs.get(report) ?? [],
  };
}

function sortDate({ date, year }: SmallReport): string {
  return date ?? year?.toString() ?? '9999';
}

function reportOf({ id, year, date, series }: SmallReport, paragraphs: readonly StoredParagraph[]): Report {
  return {
    id,
    symbol: id,
    title: id,
    series: series ?? null,
    body: null,
    year: year ?? (date ? Number(date.slice(0, 4)) : null),
    date: date ? { from: date, to: date } : null,
    session: null,
    language: 'ar',
    paragraphs: paragraphs.length,
    words: paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0),
    source: { file: `${id}.txt`, format: 'txt', sha256: '', layer: 'logical', reader: 0 },
    repairs: { words: 0, doubtful: 0 },
    readable: 1,
    unreadable: false,
    duplicate_of: [],
    warnings: [],
    ingested_at: '2020-01-01T00:00:00Z',
  };
}
