/** Everything known about a report's words: ages, repairs and doubts, references, by paragraph. */
import { api, body, type Novelty, type Paragraph, type Repair } from '../client.ts';
import type { Ranged } from './layers.ts';

export type Value =
  | { type: 'reference'; kind: Paragraph['references'][number]['type']; symbol: string }
  /** `shade` is null for new wording. */
  | { type: 'age'; shade: number | null }
  | { type: 'repaired' | 'doubtful'; raw: string | null };

export type Judged = Novelty['paragraphs'][number];

/** A report's text in one answer, in reading order. */
export async function textOf(id: string): Promise<Paragraph[]> {
  const found = await body(api.reports[':id'].$get({ param: { id }, query: { paragraphs: 'true' } }));
  return Array.isArray(found.paragraphs) ? found.paragraphs : [];
}

/** Repaired and doubtful words of a paragraph, in order; a doubtful word that was not repaired has no `raw`. */
export function readingMarks(paragraph: Paragraph, repairs: readonly Repair[]): Ranged<Value>[] {
  const repaired = repairs.map(
    ({ start, end, raw, doubtful }): Ranged<Value> => ({
      start,
      end,
      value: { type: doubtful ? 'doubtful' : 'repaired', raw },
    }),
  );
  const doubted = paragraph.doubts
    .filter(([start, end]) => !repairs.some((one) => one.start < end && one.end > start))
    .map(([start, end]): Ranged<Value> => ({ start, end, value: { type: 'doubtful', raw: null } }));
  // A repaired word may also be doubtful.
  for (const one of repaired) {
    if (paragraph.doubts.some(([start, end]) => one.start < end && one.end > start))
      one.value = { ...one.value, type: 'doubtful' } as Value;
  }
  return [...repaired, ...doubted].sort((a, b) => a.start - b.start);
}

export const referenceMarks = ({ references }: Paragraph): Ranged<Value>[] =>
  references
    .map(({ type, symbol, start, end }) => ({
      start,
      end,
      value: { type: 'reference' as const, kind: type, symbol },
    }))
    .sort((a, b) => a.start - b.start);

/** Merges consecutive spans of the same age, so that a paragraph said before has one colour instead of many pieces. */
export function ageMarks(
  { spans }: Judged,
  shadeOf: (report: string) => number | undefined,
): Ranged<Value>[] {
  const marks: Ranged<Value>[] = [];
  for (const { start, end, first_seen: first } of spans) {
    const shade = first === null ? null : shadeOf(first.report);
    if (shade === undefined) continue;
    const last = marks.at(-1);
    if (last?.value.type === 'age' && last.value.shade === shade) last.end = end;
    else marks.push({ start, end, value: { type: 'age', shade } });
  }
  return marks;
}
