/**
 * What tells that a word of an ordered line may be wrong: how near a reading comes in which it is another, what
 * evidence says of it, and how the line had to be put together.
 */

import { differences } from './differences.ts';
import type { Evidence, Word } from './evidence.ts';
import type { OrderedLine } from './line-order.ts';
import type { Part } from './line-state.ts';
import { orderThresholds } from './thresholds.ts';

/** Of one word or number. Costs are in nats. */
export interface Signals {
  /** Logarithm of the likelihood of all near readings in which the word stands elsewhere or is put together otherwise. */
  rivalled: number;
  /** No evidence knows the word, in any form. */
  unknown: number;
  /** A word beside it is unknown. */
  besideUnknown: number;
  /** Its letters were put together at a lam-alef. */
  lamAlef: number;
  /** A time of day: its two numbers may have changed places. */
  time: number;
  /** Its piece begins with it: what stood before it was stored elsewhere. */
  moved: number;
  /** Logarithm of the count of words and signs that keep their stored order around it. */
  piece: number;
  /** What it costs behind the word before it. */
  cost: number;
  /** How much likelier than alone its piece's first word is where the piece was put. */
  fits: number;
  /** Kashida hangs loose in the line, which was then broken at it. */
  broken: number;
  /** Logarithms of the counts of places where pieces were put together, and of cuts that the stored line shows. */
  seams: number;
  cuts: number;
}

export const SIGNALS = [
  'rivalled',
  'unknown',
  'besideUnknown',
  'lamAlef',
  'time',
  'moved',
  'piece',
  'cost',
  'fits',
  'broken',
  'seams',
  'cuts',
] as const satisfies readonly (keyof Signals)[];

/** By part; null for signs. */
export function lineSignals(
  line: OrderedLine,
  around: { before: Word | null; after: Word | null },
  evidence: Evidence,
): (Signals | null)[] {
  const { leastRival, dearest, worstFit, bestFit, breakKashidas } = orderThresholds;
  const { parts } = line;
  const rivalled = rivalledShares(line);
  const words = parts.map((part) => wordOf(part, evidence));
  const seams = parts.filter(({ moved }, i) => moved && i > 0).length;
  const broken = parts.some(({ atoms }) => atoms.some(({ lead }) => lead >= breakKashidas)) ? 1 : 0;
  const unknown = parts.map(({ kind }, i) => kind === 'word' && !words[i]!.sound);
  const pieces = piecesOf(parts);
  const fitOf = ({ start }: Piece): number => {
    const [before, word] = [start === 0 ? around.before : words[start - 1], words[start]];
    return before && word ? word.cost - evidence.after(before, word) : 0;
  };
  const fits = pieces.map((piece) => clamp(fitOf(piece), worstFit, bestFit));
  return parts.map((part, i) => {
    if (part.kind !== 'word' && part.kind !== 'number' && part.kind !== 'latin') return null;
    const at = pieces.findIndex(({ end }) => i < end);
    const { start, end } = pieces[at]!;
    const before = i === 0 ? around.before : words[i - 1]!;
    const word = words[i];
    return {
      rivalled: Math.log(rivalled[i]! + leastRival),
      unknown: unknown[i] ? 1 : 0,
      besideUnknown: unknown[i - 1] || unknown[i + 1] ? 1 : 0,
      lamAlef:
        part.atoms.some(({ text }) => /^ل[اأإآ]|ل[اأإآ]$/u.test(text)) && part.atoms.length > 1 ? 1 : 0,
      time: part.kind === 'number' && part.text.includes(':') ? 1 : 0,
      moved: part.moved ? 1 : 0,
      piece: Math.log(end - start),
      cost: word ? Math.min(dearest, evidence.after(before ?? null, word)) : 0,
      fits: fits[at]!,
      broken,
      seams: Math.log1p(seams),
      cuts: Math.log1p(line.certain),
    };
  });
}

/** By part: likelihood of the rivals in which it is elsewhere or another, against that of all readings. */
function rivalledShares({ parts, rivals }: OrderedLine): number[] {
  const shares = parts.map(() => 0);
  let all = 1;
  for (const rival of rivals()) {
    const likely = Math.exp(-rival.behind);
    all += likely;
    for (const i of differences(parts, rival.parts)) shares[i]! += likely;
  }
  return shares.map((share) => share / all);
}

function wordOf(part: Part, evidence: Evidence): Word | null {
  if (part.kind === 'word') return evidence.word(part.text);
  if (part.kind === 'number') return evidence.number();
  if (part.kind === 'latin') return evidence.latin().attested > 0 ? evidence.latin() : null;
  return part.kind === 'punctuation' && '.:؛!?؟'.includes(part.text) && part.text !== ''
    ? evidence.stop()
    : null;
}

/** Parts `start` to `end`, exclusive. */
interface Piece {
  start: number;
  end: number;
}

function piecesOf(parts: readonly Part[]): Piece[] {
  const starts = parts.flatMap(({ moved }, i) => (i === 0 || moved ? [i] : []));
  return starts.map((start, k) => ({ start, end: starts[k + 1] ?? parts.length }));
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
