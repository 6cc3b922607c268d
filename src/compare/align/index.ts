/**
 * Paragraph alignment: equal paragraphs first; the rest are proposed by rare words and by place, scored by their words
 * and surroundings, and assigned for the maximum total; splits and merges are made if several together match better.
 */
import type { Budget } from '../../phrases/budget.ts';
import type { Prepared } from '../side.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { assign, type Edge } from './assign.ts';
import { type Candidate, candidates } from './candidates.ts';
import { parentsOf, Surroundings, standing } from './context.ts';
import { noPartners, type Partners, pairEqual, releaseCrossing } from './equal.ts';
import { findGroups, GAIN, type Group } from './groups.ts';
import { APART, isPlausible, Rarity } from './likeness.ts';
import { uncross, type WeightedLink } from './uncross.ts';

/** Positions on both sides that correspond: one to one, one to several, or several to one. */
export interface Link {
  base: number[];
  other: number[];
}

/** Number of rounds of assignment, each using the neighbours' partners from the round before. */
const ROUNDS = 3;

/** All links, in order of their first other paragraph; paragraphs in no link were added or removed. */
export function alignParagraphs(
  base: readonly Prepared[],
  other: readonly Prepared[],
  vocabulary: Vocabulary,
): Link[] {
  // Always done in one direction, so that swapping the sides swaps the answer.
  const swapped = isAfter(base, other);
  const links = swapped
    ? aligned(other, base, vocabulary).map((link) => ({ base: link.other, other: link.base }))
    : aligned(base, other, vocabulary);
  return links.sort((x, y) => (x.other[0] as number) - (y.other[0] as number));
}

function isAfter(base: readonly Prepared[], other: readonly Prepared[]): boolean {
  if (base.length !== other.length) return base.length > other.length;
  for (let i = 0; i < base.length; i++) {
    const [x, y] = [(base[i] as Prepared).paragraph.text, (other[i] as Prepared).paragraph.text];
    if (x !== y) return x > y;
  }
  return false;
}

function aligned(base: readonly Prepared[], other: readonly Prepared[], vocabulary: Vocabulary): Link[] {
  const partners = noPartners(base.length, other.length);
  pairEqual(base, other, partners);
  const released = releaseCrossing(base, partners);
  const rarity = new Rarity([base, other], vocabulary);
  const found = candidates(base, other, partners, released, vocabulary, rarity);
  const links: WeightedLink[] = [];
  partners.ofBase.forEach((j, i) => {
    if (j >= 0) links.push({ base: [i], other: [j], weight: (base[i] as Prepared).ids.length });
  });
  if (found.length === 0) return links;
  const matching = new Matching(base, other, partners, found, vocabulary);
  matching.solve(1);
  for (const group of takeGroups(base, other, partners, matching, vocabulary, rarity))
    links.push({ ...group, weight: words(base, group.base) });
  matching.solve(ROUNDS);
  for (const { base: i, other: j, likeness } of matching.pairs())
    links.push({ base: [i], other: [j], weight: likeness.common });
  return uncross(links, base, other, vocabulary.budget);
}

function words(side: readonly Prepared[], at: readonly number[]): number {
  return at.reduce((sum, i) => sum + (side[i] as Prepared).ids.length, 0);
}

/** The one-to-one part: candidates, their scores in their surroundings, and the best assignment so far. */
class Matching {
  readonly found: Candidate[];
  /** Candidate number of each base paragraph that the last round assigned, or -1. */
  private chosen: Int32Array;
  /** The same by other paragraph. */
  private readonly chosenByOther: Int32Array;
  private profits: Float64Array;
  private readonly settled: Int32Array;
  private readonly closed: { base: Set<number>; other: Set<number> } = { base: new Set(), other: new Set() };
  private readonly base: readonly Prepared[];
  private readonly parents: { ofBase: Int32Array; ofOther: Int32Array };
  private readonly standing: Float64Array;
  private readonly columns: number;
  private readonly budget: Budget;

  constructor(
    base: readonly Prepared[],
    other: readonly Prepared[],
    partners: Partners,
    found: Candidate[],
    vocabulary: Vocabulary,
  ) {
    this.base = base;
    this.columns = other.length;
    this.budget = vocabulary.budget;
    this.found = found;
    this.settled = partners.ofBase.slice();
    this.parents = { ofBase: parentsOf(base), ofOther: parentsOf(other) };
    this.chosen = new Int32Array(base.length).fill(-1);
    this.chosenByOther = new Int32Array(other.length).fill(-1);
    this.profits = new Float64Array(found.length);
    this.standing = Float64Array.from(found, (c) => {
      const [p, q] = [base[c.base]!, other[c.other]!];
      if (!isPlausible(c.likeness, p.ids, q.ids, vocabulary)) return -1;
      return c.likeness.score + standing(p.paragraph, q.paragraph) - APART;
    });
  }

  solve(rounds: number): void {
    for (let round = 0; round < rounds; round++) {
      const around = new Surroundings(this.partner(), this.base, this.parents);
      const edges: Edge[] = [];
      const numbers = new Map<number, number>();
      this.found.forEach((c, n) => {
        const profit = Math.round(
          1e6 * ((this.standing[n] as number) + around.bonus(c.base, c.other, c.likeness)),
        );
        this.profits[n] = Math.max(0, profit);
        if (profit <= 0 || this.closed.base.has(c.base) || this.closed.other.has(c.other)) return;
        edges.push({ row: c.base, column: c.other, profit });
        numbers.set(c.base * this.columns + c.other, n);
      });
      this.budget.spend(edges.length);
      const assigned = assign(this.base.length, this.columns, edges);
      const chosen = assigned.map((j, i) => (j < 0 ? -1 : (numbers.get(i * this.columns + j) as number)));
      const same = chosen.every((n, i) => n === this.chosen[i]);
      this.chosen = chosen;
      this.chosenByOther.fill(-1);
      for (const n of chosen) if (n >= 0) this.chosenByOther[this.found[n]!.other] = n;
      if (same) return;
    }
  }

  private partner(): Int32Array {
    return this.settled.map((j, i) => {
      const n = this.chosen[i] as number;
      return j === -1 && n >= 0 ? this.found[n]!.other : j;
    });
  }

  pairs(): Candidate[] {
    return [...this.chosen].filter((n) => n >= 0).map((n) => this.found[n] as Candidate);
  }

  /** Total score of the present pairs of these paragraphs. */
  worth(base: readonly number[], other: readonly number[]): number {
    const pairs = new Set([
      ...base.map((i) => this.chosen[i] as number),
      ...other.map((j) => this.chosenByOther[j] as number),
    ]);
    let sum = 0;
    for (const n of pairs) if (n >= 0) sum += this.profits[n] as number;
    return sum;
  }

  isClosed(link: Link): boolean {
    return link.base.some((i) => this.closed.base.has(i)) || link.other.some((j) => this.closed.other.has(j));
  }

  /** Removes these paragraphs: they belong to a group. */
  close(link: Link): void {
    for (const i of link.base) {
      this.closed.base.add(i);
      const n = this.chosen[i] as number;
      if (n >= 0) this.chosenByOther[this.found[n]!.other] = -1;
      this.chosen[i] = -1;
      this.settled[i] = link.other[0] as number;
    }
    for (const j of link.other) {
      this.closed.other.add(j);
      const n = this.chosenByOther[j] as number;
      if (n >= 0) this.chosen[this.found[n]!.base] = -1;
      this.chosenByOther[j] = -1;
    }
  }
}

/** Groups that score more than the pairs they replace, largest gain first. */
function takeGroups(
  base: readonly Prepared[],
  other: readonly Prepared[],
  partners: Partners,
  matching: Matching,
  vocabulary: Vocabulary,
  rarity: Rarity,
): Link[] {
  const byBase = new Map<number, number[]>();
  const byOther = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, key: number, value: number) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const c of matching.found) {
    put(byBase, c.base, c.other);
    put(byOther, c.other, c.base);
  }
  // If one paragraph is matched almost entirely by another, several cannot match it better.
  for (const { base: i, other: j, likeness } of matching.found)
    if (likeness.own > 1 - GAIN) {
      byBase.delete(i);
      byOther.delete(j);
    }
  const worth = (group: Group, link: Link) => ({
    link,
    gain:
      (1e6 * (group.score - APART) * (1 + group.parts.length)) / 2 - matching.worth(link.base, link.other),
  });
  const splits = findGroups(base, other, byBase, (j) => partners.ofOther[j] === -1, vocabulary, rarity).map(
    (g) => worth(g, { base: [g.whole], other: g.parts }),
  );
  const merges = findGroups(other, base, byOther, (i) => partners.ofBase[i] === -1, vocabulary, rarity).map(
    (g) => worth(g, { base: g.parts, other: [g.whole] }),
  );
  const taken: Link[] = [];
  const best = [...splits, ...merges].filter((g) => g.gain > 0).sort((x, y) => y.gain - x.gain);
  for (const { link } of best) {
    if (matching.isClosed(link)) continue;
    matching.close(link);
    taken.push(link);
  }
  return taken;
}
