/**
 * Occurrences of a word spread over the collection: the same however the reports are divided into segments, or if the
 * index is in a cluster.
 */
import type { CollectionIndex } from './collection-index.ts';
import type { TextReader } from './types.ts';

/** Where an occurrence is: the paragraph's text, and the index among its tokens. Null if it cannot be read. */
export type OccurrenceText = () => { text: string; place: number } | null;

/** Positions read at a time in a search for the next occurrence. */
const atOnce = 256;

/**
 * Whether a word is so frequent that it is searched for from evenly spaced points of the collection. For a rarer one,
 * every n-th of all its occurrences is taken. Sorting costs about 20 ns per occurrence, searching 10 ns per word
 * passed: this is the break-even point.
 */
export const isFrequent = (count: number, tokens: number): boolean => count > Math.sqrt(12 * tokens);

/** Every n-th of `count` occurrences, about `places` in total. */
export const stepOf = (count: number, places: number): number => Math.max(1, Math.floor(count / places));

/** At most about `places` occurrences of an exact word, ascending. */
export function spreadOver(
  exact: CollectionIndex,
  reader: TextReader,
  word: string,
  places: number,
): OccurrenceText[] {
  return positions(exact, word, places).map((position) => () => {
    const paragraph = exact.paragraphAt(position);
    const text = reader.textByRow(exact.table.rowOf(paragraph));
    return text === null ? null : { text, place: position - exact.tokenStart(paragraph) };
  });
}

function positions(exact: CollectionIndex, word: string, places: number): number[] {
  if (!isFrequent(exact.count([word]), exact.tokenCount)) {
    const starts = exact.find([word]);
    const step = stepOf(starts.length, places);
    return Array.from({ length: Math.ceil(starts.length / step) }, (_, i) => starts[i * step]!);
  }
  const locals = exact.parts.map(({ index }) => index.words.id(word) + 1);
  const end = exact.table.startOf.at(-1)!;
  const found: number[] = [];
  for (let point = 0; point < places; point += 1) {
    const position = nextOf(exact, locals, Math.floor((point * end) / places));
    if (position < 0) break;
    if (position !== found.at(-1)) found.push(position);
  }
  return found;
}

/**
 * The first position from `from` on of the word with this number in each segment (+ 1; 0 for none); -1 if there is
 * none.
 */
function nextOf({ table, parts }: CollectionIndex, locals: readonly number[], from: number): number {
  for (let report = table.reportAt(from); report < table.reports.length; report += 1) {
    const segment = table.segmentOf[report]!;
    const token = locals[segment]!;
    if (token === 0) continue;
    const { tokens } = parts[segment]!.index;
    const shift = table.shiftOf(report);
    const end = table.startOf[report + 1]!;
    for (let at = Math.max(from, table.startOf[report]!); at < end; at += atOnce) {
      const found = tokens.slice(at - shift, Math.min(at + atOnce, end) - shift).indexOf(token);
      if (found >= 0) return at + found;
    }
  }
  return -1;
}
