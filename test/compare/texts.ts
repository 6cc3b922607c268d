/** Reports for the tests of comparison: from plain lines, and the sample series as its sources declare it. */

import { loadReports, plainText, type SourceReport } from '../../scripts/samples/source.ts';
import { addresses, reportId } from '../../scripts/samples/truth.ts';
import { type ReportText, type VariantsOptions, variantsOf } from '../../src/compare/index.ts';
import { buildPhraseIndex } from '../../src/phrases/index.ts';
import type { Paragraph, Report } from '../../src/report/index.ts';

export type Line = string | (Partial<Paragraph> & { text: string });

/** As `ReportText`, with everything that a store keeps of a report. */
interface WholeText extends ReportText {
  report: Report;
}

/** A report of plain paragraphs, or of paragraphs with more properties. */
export function reportOf(id: string, lines: readonly Line[], year: number | null = null): WholeText {
  const paragraphs = lines.map((line, i): Paragraph => {
    const given = typeof line === 'string' ? { text: line } : line;
    return {
      id: `${id}:${i + 1}`,
      report: id,
      ordinal: i + 1,
      kind: 'paragraph',
      number: null,
      label: null,
      part: 'main',
      path: [],
      parent: null,
      page: null,
      cell: null,
      doubts: [],
      words: 0,
      references: [],
      ...given,
    };
  });
  const report: Report = {
    id,
    symbol: id,
    title: id,
    series: 'test',
    body: null,
    year,
    date: year === null ? null : { from: `${year}-01-01`, to: `${year}-01-01` },
    session: null,
    language: 'ar',
    paragraphs: paragraphs.length,
    words: 0,
    source: { file: `${id}.txt`, format: 'txt', sha256: '', layer: 'logical', reader: 0 },
    repairs: { words: 0, doubtful: 0 },
    readable: 1,
    unreadable: false,
    duplicate_of: [],
    warnings: [],
    ingested_at: '2024-01-01T00:00:00.000Z',
  };
  return { report, paragraphs };
}

/** The folded index of these reports only. */
export function indexOver(all: readonly ReportText[]) {
  const paragraphs = all.flatMap((text) => text.paragraphs);
  return buildPhraseIndex(
    {
      epoch: 1,
      countedReports: () => all.map(({ report }) => report),
      scanReport: (id) =>
        paragraphs.flatMap(({ report, ordinal, kind, text }, row) =>
          report === id ? [{ row, report, ordinal, kind, text }] : [],
        ),
    },
    'folded',
  );
}

/** Variants of a report's paragraphs in others, through an index over these reports only. */
export function variantsBetween(
  target: ReportText,
  others: readonly ReportText[],
  options: VariantsOptions = {},
) {
  const all = [target, ...others];
  const paragraphs = all.flatMap((text) => text.paragraphs);
  const scope = {
    index: indexOver(all),
    reports: others.map((_, n) => n + 1),
    load: (numbers: readonly number[]) => numbers.map((number) => paragraphs[number]!),
  };
  return [...variantsOf(target.paragraphs, scope, options)];
}

/** The sample series, oldest first, as ingest should read it. */
export function sampleReports(): { text: WholeText; source: SourceReport; keys: string[] }[] {
  return loadReports().map((source) => {
    const places = addresses(source);
    let caller: string | null = null;
    let numbered: string | null = null;
    const path: string[] = [];
    const lines = source.blocks.map((block, i): Line => {
      const id = `${reportId(source)}:${i + 1}`;
      const text = plainText(source, block);
      const place = places[i]!;
      if (block.kind === 'heading') path.splice((block.level ?? 1) - 1, path.length, text);
      if (block.kind === 'paragraph') numbered = id;
      if (block.kind !== 'footnote') caller = id;
      const parent = block.kind === 'footnote' ? caller : block.kind === 'item' ? numbered : null;
      return {
        id,
        text,
        kind: block.kind,
        number: block.number ?? null,
        label: block.label ?? null,
        part: place.part,
        path: block.kind === 'heading' ? path.slice(0, (block.level ?? 1) - 1) : [...path],
        parent,
        references: [...text.matchAll(/SRO\/[A-Za-z0-9./-]*[A-Za-z0-9]/gu)].map((match) => ({
          type: 'document' as const,
          symbol: match[0],
          start: match.index,
          end: match.index + match[0].length,
        })),
      };
    });
    return {
      text: reportOf(reportId(source), lines, source.year),
      source,
      keys: source.blocks.map((block) => block.key),
    };
  });
}
