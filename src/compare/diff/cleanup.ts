/**
 * From matched words to whole changes: an isolated common word between two changes is merged with them, and an
 * insertion with several possible places is put where a sentence or clause begins.
 */
import { isDetailAt, type Side, tokenAt } from '../side.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { alike } from './letters.ts';

/** `length` words from `base` on correspond to the words from `other` on. */
export interface Run {
  base: number;
  other: number;
  length: number;
}

/** The matched words as maximal runs, ascending on both sides. */
export function runsOf(matches: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < matches.length; i++) {
    const j = matches[i] as number;
    if (j < 0) continue;
    const last = runs[runs.length - 1];
    if (last && last.base + last.length === i && last.other + last.length === j) last.length++;
    else runs.push({ base: i, other: j, length: 1 });
  }
  return runs;
}

interface Gap {
  base0: number;
  base1: number;
  other0: number;
  other1: number;
}

/** Joins changes over isolated common words, then slides insertions and deletions. Modifies the runs in place. */
export function cleanUp(runs: Run[], base: Side, other: Side, vocabulary: Vocabulary): Run[] {
  const joined = joinChanges(runs, base, other, vocabulary);
  for (let k = 1; k < joined.length; k++) {
    const left = joined[k - 1] as Run;
    const right = joined[k] as Run;
    const gapBase = right.base - left.base - left.length;
    const gapOther = right.other - left.other - left.length;
    if (gapBase === 0) slide(left, right, other, left.other + left.length, gapOther);
    else if (gapOther === 0) slide(left, right, base, left.base + left.length, gapBase);
  }
  return joined.filter((run) => run.length > 0);
}

function joinChanges(runs: Run[], base: Side, other: Side, vocabulary: Vocabulary): Run[] {
  const kept: Run[] = [];
  for (let k = 0; k < runs.length; k++) {
    const run = runs[k] as Run;
    const last = kept[kept.length - 1];
    const before: Gap = {
      base0: last ? last.base + last.length : 0,
      base1: run.base,
      other0: last ? last.other + last.length : 0,
      other1: run.other,
    };
    const next = runs[k + 1];
    const after: Gap = {
      base0: run.base + run.length,
      base1: next ? next.base : base.ids.length,
      other0: run.other + run.length,
      other1: next ? next.other : other.ids.length,
    };
    if (isConfetti(run, before, after, base, other, vocabulary)) continue;
    kept.push(run);
  }
  return kept;
}

function isConfetti(
  run: Run,
  before: Gap,
  after: Gap,
  base: Side,
  other: Side,
  vocabulary: Vocabulary,
): boolean {
  if (run.length > 2) return false;
  const left = [before.base1 - before.base0, before.other1 - before.other0] as const;
  const right = [after.base1 - after.base0, after.other1 - after.other0] as const;
  if (left[0] + left[1] === 0 || right[0] + right[1] === 0) return false;
  let particles = 0;
  for (let i = 0; i < run.length; i++)
    if (vocabulary.isParticle(base.ids[run.base + i] as number)) particles++;
  if (particles === run.length) {
    // The whole must read as one replacement: on both sides at least as many changed words around each common one.
    if (left[0] + right[0] < 2 * run.length || left[1] + right[1] < 2 * run.length) return false;
  } else if (run.length > 1 || Math.min(...left, ...right) < 2) return false;
  return !isLight(before, base, other, vocabulary) && !isLight(after, base, other, vocabulary);
}

/** A change that reads well by itself: only details, or the same words with other clitics, endings or letters. */
function isLight(gap: Gap, base: Side, other: Side, vocabulary: Vocabulary): boolean {
  const size = gap.base1 - gap.base0;
  let details = true;
  for (let i = gap.base0; i < gap.base1 && details; i++) details = isDetailAt(base, i, vocabulary);
  for (let j = gap.other0; j < gap.other1 && details; j++) details = isDetailAt(other, j, vocabulary);
  if (details) return true;
  if (size !== gap.other1 - gap.other0 || size > 3) return false;
  for (let i = 0; i < size; i++) {
    const a = vocabulary.word(base.ids[gap.base0 + i] as number);
    const b = vocabulary.word(other.ids[gap.other0 + i] as number);
    if (!alike(a, b)) return false;
  }
  return true;
}

/** Moves an insertion or deletion of `size` words at `at` of `side` to the best of its possible places. */
function slide(left: Run, right: Run, side: Side, at: number, size: number): void {
  if (size === 0) return;
  const { ids } = side;
  let most = 0;
  while (most < left.length - 1 && ids[at - 1 - most] === ids[at + size - 1 - most]) most++;
  let far = 0;
  while (far < right.length - 1 && ids[at + far] === ids[at + size + far]) far++;
  let best = 0;
  let bestScore = -1;
  for (let shift = -most; shift <= far; shift++) {
    const score = 2 * breakBefore(side, at + shift) + breakBefore(side, at + size + shift);
    if (score > bestScore) {
      bestScore = score;
      best = shift;
    }
  }
  left.length += best;
  right.base += best;
  right.other += best;
  right.length -= best;
}

/**
 * How strong the boundary before a token is: 4 for a sentence, 3 for a clause, 1 before a word that begins with و, 0
 * for none.
 */
function breakBefore(side: Side, at: number): number {
  if (at <= 0 || at >= side.ids.length) return 4;
  const before = tokenAt(side, at - 1);
  const here = tokenAt(side, at);
  const { text } = side.pieces[0]!.prepared.paragraph;
  if (side.pieces.length > 1) return 0;
  const between = text.slice(before.end, here.start);
  if (/[.!?؟؛;:\n]/u.test(between)) return 4;
  if (/[،,()«»"\-–]/u.test(between)) return 3;
  return here.text.length > 3 && here.text.startsWith('و') ? 1 : 0;
}
