/** First stage of alignment: paragraphs with the same folded words, which are certain. */
import type { ParagraphKind } from '../../report/index.ts';
import { alignTokens } from '../diff/align.ts';
import type { Prepared } from '../side.ts';
import { Vocabulary } from '../vocabulary.ts';
import { inOrderSet, type Placed } from './order.ts';

/** Kinds that readers consider the same if a document marks them differently. */
export function kindClass(kind: ParagraphKind): 'heading' | 'body' | 'footnote' | 'table' {
  if (kind === 'title' || kind === 'heading') return 'heading';
  if (kind === 'footnote' || kind === 'table') return kind;
  return 'body';
}

/** Partner of each base paragraph, or -1, and the same for the other side. */
export interface Partners {
  ofBase: Int32Array;
  ofOther: Int32Array;
}

export function noPartners(base: number, other: number): Partners {
  return { ofBase: new Int32Array(base).fill(-1), ofOther: new Int32Array(other).fill(-1) };
}

/** A group of equal paragraphs with at most this many remaining pairs is settled by context, later. */
const FEW = 400;

/**
 * Pairs paragraphs with equal words: first the same text, then by kind, by class of kind, then of any kind if the text
 * is longer than two words. Unique ones are paired wherever they are; repeated ones in the order of the paragraphs.
 */
export function pairEqual(base: readonly Prepared[], other: readonly Prepared[], partners: Partners): void {
  const text = (p: Prepared) => `${p.paragraph.kind} ${p.paragraph.text}`;
  pairUnique(groups(base, partners.ofBase, text), groups(other, partners.ofOther, text), partners);
  for (const key of [
    (p: Prepared) => `${p.paragraph.kind} ${p.key}`,
    (p: Prepared) => `${kindClass(p.paragraph.kind)} ${p.key}`,
  ]) {
    const left = groups(base, partners.ofBase, key);
    const right = groups(other, partners.ofOther, key);
    pairUnique(left, right, partners);
    pairRepeated(left, right, base, other, partners);
  }
  const long = (p: Prepared) => (p.ids.length > 2 ? p.key : '');
  pairUnique(groups(base, partners.ofBase, long), groups(other, partners.ofOther, long), partners);
}

/**
 * Takes back the equal pairs that cross the heaviest order-preserving set: the assignment then weighs whether such a
 * paragraph moved or another one with the same few words took its place.
 * @returns the pairs taken back
 */
export function releaseCrossing(base: readonly Prepared[], partners: Partners): [number, number][] {
  const pairs: Placed[] = [];
  partners.ofOther.forEach((i, j) => {
    if (i >= 0) pairs.push({ base: i, other: j, weight: (base[i] as Prepared).ids.length + 1 });
  });
  const kept = inOrderSet(pairs);
  const released: [number, number][] = [];
  pairs.forEach(({ base: i, other: j }, p) => {
    if (kept[p]) return;
    partners.ofBase[i] = -1;
    partners.ofOther[j] = -1;
    released.push([i, j]);
  });
  return released;
}

type Groups = Map<string, number[]>;

function groups(side: readonly Prepared[], partner: Int32Array, key: (p: Prepared) => string): Groups {
  const found: Groups = new Map();
  for (let i = 0; i < side.length; i++) {
    if ((partner[i] as number) >= 0) continue;
    const name = key(side[i] as Prepared);
    if (name === '') continue;
    const same = found.get(name);
    if (same) same.push(i);
    else found.set(name, [i]);
  }
  return found;
}

function pair(partners: Partners, i: number, j: number): void {
  partners.ofBase[i] = j;
  partners.ofOther[j] = i;
}

function pairUnique(left: Groups, right: Groups, partners: Partners): void {
  for (const [key, [i, more]] of left) {
    const [j, others] = right.get(key) ?? [];
    if (more === undefined && others === undefined && i !== undefined && j !== undefined)
      pair(partners, i, j);
  }
}

/** Repeated paragraphs: those that align as two sequences of paragraphs, then large groups in order. */
function pairRepeated(
  left: Groups,
  right: Groups,
  base: readonly Prepared[],
  other: readonly Prepared[],
  partners: Partners,
): void {
  const repeated = [...left.keys()].filter(
    (key) => right.has(key) && left.get(key)!.length + right.get(key)!.length > 2,
  );
  if (repeated.length === 0) return;
  const sequence = new Vocabulary();
  const ids = (side: readonly Prepared[]) => Int32Array.from(side, (p) => sequence.id(p.key));
  const matches = alignTokens(ids(base), ids(other), sequence);
  for (const key of repeated) {
    const others = new Set(right.get(key));
    for (const i of left.get(key)!) {
      const j = matches[i] as number;
      if (others.has(j) && partners.ofOther[j] === -1) pair(partners, i, j);
    }
    const restLeft = left.get(key)!.filter((i) => partners.ofBase[i] === -1);
    const restRight = right.get(key)!.filter((j) => partners.ofOther[j] === -1);
    if (restLeft.length * restRight.length <= FEW) continue;
    for (let k = 0; k < Math.min(restLeft.length, restRight.length); k++)
      pair(partners, restLeft[k]!, restRight[k]!);
  }
}
