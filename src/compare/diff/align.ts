/**
 * Which words of two sequences correspond. The common prefix and suffix are matched first. The rest is cut at words
 * that occur once on both sides (patience diff, after Cohen), and the pieces are aligned for maximum weight. Swapping
 * the sides swaps the answer, because the work is always done in one of the two directions.
 */
import type { Vocabulary } from '../vocabulary.ts';
import { alignWeighted } from './weighted.ts';

/** Pieces up to this many cells are aligned without being cut. */
const SMALL = 1 << 16;
/** Pieces with nothing to cut at are aligned as a whole up to this size, beyond it in proportional blocks. */
const LARGE = 1 << 23;
const BLOCK_SIDE = 2000;

/** For each token of `a` the matching token of `b`, or -1; ascending. */
export function alignTokens(a: Int32Array, b: Int32Array, vocabulary: Vocabulary): Int32Array {
  if (inOrder(a, b, vocabulary)) return aligned(a, b, vocabulary);
  const mirrored = aligned(b, a, vocabulary);
  const matches = new Int32Array(a.length).fill(-1);
  for (let j = 0; j < mirrored.length; j++) {
    const i = mirrored[j] as number;
    if (i >= 0) matches[i] = j;
  }
  return matches;
}

/** Whether `a` comes first in the order that decides the direction of the work: the shorter one, then by words. */
export function inOrder(a: Int32Array, b: Int32Array, vocabulary: Vocabulary): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let i = 0; i < a.length; i++)
    if (a[i] !== b[i]) return vocabulary.word(a[i] as number) < vocabulary.word(b[i] as number);
  return true;
}

function aligned(a: Int32Array, b: Int32Array, vocabulary: Vocabulary): Int32Array {
  const matches = new Int32Array(a.length).fill(-1);
  const weight = (id: number) => vocabulary.weight(id);
  const put = (i: number, j: number) => {
    matches[i] = j;
  };
  let counts: Int32Array | undefined;
  const pending: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    let [a0, a1, b0, b1] = piece;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) put(a0++, b0++);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) put(--a1, --b1);
    if (a0 === a1 || b0 === b1) continue;
    const cells = (a1 - a0) * (b1 - b0);
    // About 3 ns for each cell filled in.
    vocabulary.budget.spend(Math.min(cells, LARGE) / 300);
    if (cells <= SMALL) {
      alignWeighted(a, a0, a1, b, b0, b1, weight, put);
      continue;
    }
    counts ??= new Int32Array(vocabulary.size * 2);
    const anchors = anchorsOf(a, a0, a1, b, b0, b1, counts, vocabulary);
    if (anchors.length > 0) {
      let i = a0;
      let j = b0;
      for (const [x, y] of anchors) {
        pending.push([i, x, j, y]);
        put(x, y);
        i = x + 1;
        j = y + 1;
      }
      pending.push([i, a1, j, b1]);
    } else if (cells <= LARGE) {
      alignWeighted(a, a0, a1, b, b0, b1, weight, put);
    } else {
      const blocks = Math.ceil(Math.max(a1 - a0, b1 - b0) / BLOCK_SIDE);
      for (let k = 0; k < blocks; k++) {
        const cut = (from: number, to: number, n: number) => from + Math.floor(((to - from) * n) / blocks);
        pending.push([cut(a0, a1, k), cut(a0, a1, k + 1), cut(b0, b1, k), cut(b0, b1, k + 1)]);
      }
    }
  }
  return matches;
}

/**
 * Pairs of positions of words that occur once in each piece and are not particles, in the longest chain that keeps the
 * order.
 * @param counts zeroed, two entries per id; zeroed again on return
 */
function anchorsOf(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  counts: Int32Array,
  vocabulary: Vocabulary,
): [number, number][] {
  const MANY = -1;
  for (let i = a0; i < a1; i++) {
    const at = (a[i] as number) * 2;
    counts[at] = counts[at] === 0 ? i + 1 : MANY;
  }
  for (let j = b0; j < b1; j++) {
    const at = (b[j] as number) * 2 + 1;
    counts[at] = counts[at] === 0 ? j + 1 : MANY;
  }
  const pairs: [number, number][] = [];
  for (let i = a0; i < a1; i++) {
    const id = a[i] as number;
    if (counts[id * 2] !== i + 1 || vocabulary.isParticle(id)) continue;
    const j = (counts[id * 2 + 1] as number) - 1;
    if (j >= 0) pairs.push([i, j]);
  }
  for (let i = a0; i < a1; i++) counts[(a[i] as number) * 2] = 0;
  for (let j = b0; j < b1; j++) counts[(b[j] as number) * 2 + 1] = 0;
  return longestChain(pairs);
}

/** The longest subsequence of pairs (ascending in the first) that ascends in the second too. */
function longestChain(pairs: [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  for (let k = 0; k < pairs.length; k++) {
    const y = (pairs[k] as [number, number])[1];
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as [number, number])[1] < y) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = k;
  }
  const chain: [number, number][] = [];
  for (let k = tails.length > 0 ? (tails[tails.length - 1] as number) : -1; k >= 0; k = before[k] as number)
    chain.push(pairs[k] as [number, number]);
  return chain.reverse();
}
