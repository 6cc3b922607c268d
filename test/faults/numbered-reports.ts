/** Reports made of a number: some share ids, so that later ones replace earlier ones. */
import { words } from 'arabic-normalizer';
import { type ParsedReport, paragraphId } from '../../src/report/index.ts';

export function numbered(n: number): ParsedReport {
  // Two that write at once, from 0 and from 5,000 on, do not replace each other's.
  const id = `${n < 5000 ? 'R' : 'S'}-${n % 40}`;
  const paragraphs = Array.from({ length: 5 + (n % 30) }, (_, i) => {
    const text = `كلمة${n} في الفقرة ${i % 7} من التقرير ${n % 11} بشأن البند ${(n * i) % 13}`;
    return {
      id: paragraphId(id, i + 1),
      report: id,
      ordinal: i + 1,
      kind: 'paragraph' as const,
      number: null,
      label: null,
      part: 'main',
      path: [],
      parent: null,
      page: null,
      doubts: [],
      text,
      words: words(text).length,
      references: [],
    };
  });
  return {
    report: {
      id,
      symbol: id,
      title: id,
      series: null,
      body: null,
      year: 1990 + (n % 30),
      date: null,
      session: null,
      language: 'ar',
      paragraphs: paragraphs.length,
      words: paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0),
      source: { file: `${n}.txt`, format: 'txt', sha256: String(n), layer: 'logical', reader: 0 },
      repairs: { words: 0, doubtful: 0 },
      readable: 1,
      unreadable: false,
      duplicate_of: [],
      warnings: [],
      ingested_at: '2020-01-01T00:00:00.000Z',
    },
    paragraphs,
    repairs: [],
    symbolGiven: true,
  };
}
