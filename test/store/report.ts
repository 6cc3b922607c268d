/** Small reports for tests. */
import { createHash } from 'node:crypto';
import {
  type Paragraph,
  type ParsedReport,
  paragraphId,
  type Report,
  reportId,
} from '../../src/report/index.ts';

/** A text, or a text with other fields of its paragraph. */
export type Line = string | (Partial<Paragraph> & { text: string });

/** A report with these paragraphs; every field can be set. Words are counted between blanks unless given. */
export function makeReport(
  symbol: string,
  lines: readonly Line[],
  fields: Partial<Report> = {},
): ParsedReport {
  const id = fields.id ?? reportId(symbol, fields.language);
  const paragraphs = lines.map((line, index): Paragraph => {
    const given = typeof line === 'string' ? { text: line } : line;
    return {
      id: paragraphId(id, index + 1),
      report: id,
      ordinal: index + 1,
      kind: 'paragraph',
      number: index + 1,
      label: String(index + 1),
      part: 'main',
      path: [],
      parent: null,
      page: null,
      cell: null,
      doubts: [],
      words: given.text.split(/\s+/).filter((word) => word !== '').length,
      references: [],
      ...given,
    };
  });
  return {
    report: {
      id,
      symbol,
      title: `تقرير ${symbol}`,
      series: null,
      body: null,
      year: null,
      date: null,
      session: null,
      language: 'ar',
      paragraphs: paragraphs.length,
      words: paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0),
      source: {
        file: `${id}.txt`,
        format: 'txt',
        sha256: createHash('sha256').update(id).digest('hex'),
        layer: 'logical',
        reader: 0,
      },
      repairs: { words: 0, doubtful: 0 },
      readable: 1,
      unreadable: false,
      duplicate_of: [],
      warnings: [],
      ingested_at: '2024-01-01T00:00:00.000Z',
      ...fields,
    },
    paragraphs,
    repairs: [],
    symbolGiven: true,
  };
}
