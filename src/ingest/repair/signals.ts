/**
 * Signals that a word of an ordered line may be wrong: how close a reading comes in which it is different, what the
 * evidence says about it, and how the line had to be assembled.
 */

import { differences } from './differences.ts';
import type { Evidence, Word } from './evidence.ts';
import type { OrderedLine } from './line-order.ts';
import type { Part } from './line-state.ts';
import { orderThresholds } from './thresholds.ts';

/** For one word or number. Costs are in nats. */
export interface Signals {
  /** Logarithm of the likelihood of all close readings in which the word is elsewhere or is assembled differently. */
  rivalled: number;
  /** The word is unknown in any form. */
  unknown: number;
  /** A neighbouring word is unknown. */
  besideUnknown: number;
  /** Its letters were joined at a lam-alef. */
  lamAlef: number;
  /** A time of day: its two numbers may have been swapped. */
  time: number;
  /** It begins its piece, and what precedes it was stored elsewhere. */
  moved: number;
  /** Logarithm of the number of words and punctuation marks around it that keep their stored order. */
  piece: number;
  /** Its cost after the previous word. */
  cost: number;
  /** How much more likely its piece's first word is in that place than alone. */
  fits: number;
  /** The line has loose kashida and was therefore broken there. */
  broken: number;
  /** Logarithms of the number of places where pieces were joined, and of cuts that are certain from the stored line. */
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

/** By part; null for punctuation. */
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

/** By part: likelihood of the rivals in which it is elsewhere or different, compared with that of all readings. */
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
