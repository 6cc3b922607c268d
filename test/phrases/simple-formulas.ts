/** Recurring and dropped phrases in a form in which answers and references are compared. */
import { tokenize } from 'arabic-normalizer';
import { expect } from 'vitest';
import type { StoreReader } from '../../src/store/types.ts';
import type { ReferenceFormula, ReferenceReport } from './reference-formulas.ts';

export interface Simple {
  tokens: string;
  reports: string[];
  places: string[];
}

interface Answered {
  tokens: readonly string[];
  words: number;
  report_count: number;
  reports: readonly { report: string }[];
  occurrences: readonly { paragraph: string; start: number; end: number }[];
}

export function simplified(phrases: readonly Answered[]): Simple[] {
  return phrases.map(({ tokens, reports, occurrences, report_count, words }) => {
    expect([report_count, words]).toEqual([reports.length, tokens.length]);
    return {
      tokens: tokens.join(' '),
      reports: reports.map(({ report }) => report),
      places: occurrences.map(({ paragraph, start, end }) => `${paragraph} ${start} ${end}`),
    };
  });
}

type Texts = Pick<StoreReader, 'paragraphs'>;

/** @param own the report whose places they have */
export function inText(reader: Texts, formulas: readonly ReferenceFormula[], own: ReferenceReport): Simple[] {
  return formulas.map(({ tokens, reports, places }) => ({
    tokens,
    reports,
    places: rangesOf(reader, own, tokens, places),
  }));
}

export function rangesOf(
  reader: Texts,
  { report }: ReferenceReport,
  run: string,
  places: readonly [number, number][],
): string[] {
  const texts = reader.paragraphs(report.id);
  return places.map(([ordinal, place]) => {
    const { id, text } = texts[ordinal - 1]!;
    const ranges = tokenize(text, 'exact');
    return `${id} ${ranges[place]!.start} ${ranges[place + run.split(' ').length - 1]!.end}`;
  });
}
