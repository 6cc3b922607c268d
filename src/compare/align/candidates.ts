/**
 * Second stage of alignment: which of the remaining paragraphs could be pairs. Candidates are proposed by rare words in
 * common and by the same place between settled neighbours; the best few of each paragraph are kept.
 */
import type { Prepared } from '../side.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Partners } from './equal.ts';
import { type Likeness, LikenessMatcher, type Rarity, type View } from './likeness.ts';

export interface Candidate {
  base: number;
  other: number;
  likeness: Likeness;
}

/** Minimum share of a paragraph's words that must be in the other: it may be a part of it. */
const CONTAINED = 0.4;
/** Candidates kept per paragraph, on each side. */
const BEST = 10;
/** Maximum number of pairs proposed by words; the rarest words propose first. */
const BUDGET = 3_000_000;
/** Number of neighbours in the same place that are proposed even without a rare word in common. */
const NEAR = 2;

/**
 * Candidates in ascending order of base, then other; only paragraphs without a partner.
 * @param released pairs that are candidates in any case
 */
export function candidates(
  base: readonly Prepared[],
  other: readonly Prepared[],
  partners: Partners,
  released: readonly [number, number][],
  vocabulary: Vocabulary,
  rarity: Rarity,
): Candidate[] {
  const free = (partner: Int32Array) => Array.from(partner.keys()).filter((i) => partner[i] === -1);
  const left = free(partners.ofBase);
  const right = free(partners.ofOther);
  if (left.length === 0 || right.length === 0) return [];
  const proposed = proposals(base, other, left, right, vocabulary, rarity);
  for (const [i, j] of [...released, ...samePlace(partners)]) proposed.add(i * other.length + j);
  const matcher = new LikenessMatcher(vocabulary, rarity);
  const views = other.map((p) => matcher.view(p.ids));
  const found: Candidate[] = [];
  let loaded = -1;
  for (const pair of Float64Array.from(proposed).sort()) {
    const i = Math.floor(pair / other.length);
    const j = pair % other.length;
    if (i !== loaded) matcher.load(matcher.view((base[i] as Prepared).ids));
    loaded = i;
    vocabulary.budget.spend(
      1 + ((base[i] as Prepared).ids.length * (other[j] as Prepared).ids.length) / 5000,
    );
    const likeness = matcher.against(views[j] as View);
    const shorter = Math.min((base[i] as Prepared).ids.length, (other[j] as Prepared).ids.length);
    if (likeness.alike >= CONTAINED * shorter) found.push({ base: i, other: j, likeness });
  }
  return found;
}

function proposals(
  base: readonly Prepared[],
  other: readonly Prepared[],
  left: readonly number[],
  right: readonly number[],
  vocabulary: Vocabulary,
  rarity: Rarity,
): Set<number> {
  const stamps = new Int32Array(vocabulary.size);
  let stamp = 0;
  const distinctOf = (ids: Int32Array): number[] => {
    stamp++;
    const found: number[] = [];
    for (const id of ids) {
      if (stamps[id] === stamp) continue;
      stamps[id] = stamp;
      found.push(id);
    }
    return found;
  };
  const postings: (number[] | undefined)[] = new Array(vocabulary.size);
  const words: number[] = [];
  for (const i of left)
    for (const id of distinctOf((base[i] as Prepared).ids)) {
      const list = postings[id];
      if (list) list.push(i);
      else {
        postings[id] = [i];
        words.push(id);
      }
    }
  const inOther = new Int32Array(vocabulary.size);
  const distinct = right.map((j) => distinctOf((other[j] as Prepared).ids));
  for (const ids of distinct) for (const id of ids) inOther[id]!++;
  const byCost = words
    .filter((id) => (inOther[id] as number) > 0)
    .map((id) => ({ id, cost: postings[id]!.length * (inOther[id] as number) }))
    .sort((x, y) => x.cost - y.cost || (vocabulary.word(x.id) < vocabulary.word(y.id) ? -1 : 1));
  const allowed = new Uint8Array(vocabulary.size);
  let spent = 0;
  for (const { id, cost } of byCost) {
    spent += cost;
    if (spent > BUDGET) break;
    allowed[id] = 1;
  }
  const sums = base.map((p) => rarity.sum(p.ids));
  const shared = new Float64Array(base.length);
  const bestOfBase = new Map<number, [number, number][]>();
  const proposed = new Set<number>();
  for (let k = 0; k < right.length; k++) {
    const j = right[k] as number;
    const touched: number[] = [];
    for (const id of distinct[k] as number[]) {
      if (allowed[id] === 0) continue;
      const worth = rarity.of(id);
      for (const i of postings[id] as number[]) {
        if (shared[i] === 0) touched.push(i);
        shared[i]! += worth;
      }
    }
    const total = rarity.sum((other[j] as Prepared).ids);
    // The share of the smaller one counts too, so that the parts of a split paragraph are proposed.
    const ranked: [number, number][] = touched.map((i) => [
      i,
      (shared[i] as number) /
        Math.max(Math.min(sums[i] as number, total), 0.35 * Math.max(sums[i] as number, total)),
    ]);
    for (const i of touched) shared[i] = 0;
    vocabulary.budget.spend(touched.length / 5);
    for (const [i, share] of ranked) keepBest(bestOfBase, i, j, share);
    ranked.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    for (const [i] of ranked.slice(0, BEST)) proposed.add(i * other.length + j);
  }
  for (const [i, list] of bestOfBase) for (const [j] of list) proposed.add(i * other.length + j);
  return proposed;
}

function keepBest(best: Map<number, [number, number][]>, i: number, j: number, share: number): void {
  let list = best.get(i);
  if (!list) {
    list = [];
    best.set(i, list);
  }
  let at = list.length;
  while (at > 0 && (list[at - 1] as [number, number])[1] < share) at--;
  if (at >= BEST) return;
  list.splice(at, 0, [j, share]);
  if (list.length > BEST) list.pop();
}

/** Pairs at about the same place between the same settled neighbours, counted from either end of the gap. */
function samePlace(partners: Partners): [number, number][] {
  const pairs: [number, number][] = [];
  const { ofBase, ofOther } = partners;
  /** End of the run of free paragraphs at each place of the other side. */
  const freeUntil = new Int32Array(ofOther.length + 1);
  freeUntil[ofOther.length] = ofOther.length;
  for (let j = ofOther.length - 1; j >= 0; j--)
    freeUntil[j] = ofOther[j] === -1 ? (freeUntil[j + 1] as number) : j;
  const near = (a: number, middle: number, from: number, to: number) => {
    for (let j = Math.max(from, middle - NEAR); j <= Math.min(to - 1, middle + NEAR); j++) pairs.push([a, j]);
  };
  for (let start = 0; start < ofBase.length; start++) {
    if (ofBase[start] !== -1) continue;
    let end = start;
    while (end < ofBase.length && ofBase[end] === -1) end++;
    const from = start === 0 ? 0 : (ofBase[start - 1] as number) + 1;
    const to = freeUntil[from] as number;
    const next = end === ofBase.length ? ofOther.length : (ofBase[end] as number);
    let first = next;
    while (first > 0 && ofOther[first - 1] === -1 && next - first <= end - start + NEAR) first--;
    for (let a = start; a < end; a++) {
      near(a, from + a - start, from, to);
      near(a, next - (end - a), first, next);
    }
    start = end - 1;
  }
  return pairs;
}
