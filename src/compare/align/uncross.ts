/**
 * Last stage of alignment: paragraphs with the same text are interchangeable, so their partners are decided by order.
 * If the partners can be swapped so that more words stay in order, they are.
 */
import type { Budget } from '../../phrases/budget.ts';
import type { Prepared } from '../side.ts';
import { inOrderSet } from './order.ts';

export interface WeightedLink {
  base: number[];
  other: number[];
  /** Number of words in common. */
  weight: number;
}

/**
 * Maximum number of groups of equal paragraphs, and of links in all of them: bounds the work for very repetitive texts.
 */
const MOST_GROUPS = 200;
const MOST_LINKS = 600_000;

type SideName = 'base' | 'other';

/** The given links, some with other partners: at least as many words stay in order. */
export function uncross(
  links: readonly WeightedLink[],
  base: readonly Prepared[],
  other: readonly Prepared[],
  budget: Budget,
): WeightedLink[] {
  let best = links.map((link) => ({ ...link }));
  let kept = keptOf(best);
  let groups = 0;
  for (const [side, paragraphs] of [
    ['base', base],
    ['other', other],
    ['base', base],
  ] as [SideName, readonly Prepared[]][]) {
    const copies = copiesOf(paragraphs);
    const crossing = new Set<number[]>();
    best.forEach((link, n) => {
      const same = link[side].length === 1 ? copies.get(link[side][0] as number) : undefined;
      if (same && !kept.in[n]) crossing.add(same);
    });
    for (const same of crossing) {
      if (groups >= MOST_GROUPS || groups * links.length > MOST_LINKS) return best;
      groups++;
      budget.spend(links.length / 2);
      const shared = sharedOut(best, kept.in, side, same);
      const now = keptOf(shared);
      if (now.words <= kept.words) continue;
      best = shared;
      kept = now;
    }
  }
  return best;
}

/** For each paragraph with duplicates of the same kind and text, all of them, ascending. */
function copiesOf(paragraphs: readonly Prepared[]): Map<number, number[]> {
  const byText = new Map<string, number[]>();
  paragraphs.forEach((p, at) => {
    const name = `${p.paragraph.kind} ${p.paragraph.text}`;
    const same = byText.get(name);
    if (same) same.push(at);
    else byText.set(name, [at]);
  });
  const copies = new Map<number, number[]>();
  for (const same of byText.values()) if (same.length > 1) for (const at of same) copies.set(at, same);
  return copies;
}

/** Assigns the partners of equal paragraphs in order, each to the first that keeps the order. */
function sharedOut(
  links: readonly WeightedLink[],
  kept: readonly boolean[],
  side: SideName,
  same: readonly number[],
): WeightedLink[] {
  const facing: SideName = side === 'base' ? 'other' : 'base';
  const among = new Set(same);
  const isOne = (link: WeightedLink) => link[side].length === 1 && among.has(link[side][0] as number);
  // What stays in order without them, as pairs ascending on both sides.
  const frame = links
    .filter((link, n) => kept[n] && !isOne(link))
    .map((link) => [link[side][0] as number, link[facing][0] as number] as const)
    .sort((x, y) => x[0] - y[0]);
  // A part of a split or merged paragraph stays with the rest of it.
  const parts = new Set(links.flatMap((link) => (link[side].length > 1 ? link[side] : [])));
  const single = same.filter((at) => !parts.has(at));
  let f = 0;
  const free = single.map((at) => {
    while (f < frame.length && (frame[f] as readonly [number, number])[0] < at) f++;
    return { at, low: frame[f - 1]?.[1] ?? -1, high: frame[f]?.[1] ?? Number.POSITIVE_INFINITY };
  });
  const owned = links.filter(isOne).sort((x, y) => (x[facing][0] as number) - (y[facing][0] as number));
  const given = new Map<WeightedLink, number>();
  let next = 0;
  const skipped: number[] = [];
  for (const link of owned) {
    const place = link[facing][0] as number;
    while (next < free.length && free[next]!.high < place) skipped.push(free[next++]!.at);
    if (next < free.length && free[next]!.low < place) given.set(link, free[next++]!.at);
  }
  const left = [...skipped, ...free.slice(next).map(({ at }) => at)];
  for (const link of owned) if (!given.has(link)) given.set(link, left.shift() as number);
  return links.map((link) => {
    const at = given.get(link);
    return at === undefined ? link : { ...link, [side]: [at] };
  });
}

function keptOf(links: readonly WeightedLink[]): { in: boolean[]; words: number } {
  const order = [...links.keys()].sort(
    (x, y) => (links[x]!.other[0] as number) - (links[y]!.other[0] as number),
  );
  const placed = order.map((n) => {
    const { base, other, weight } = links[n] as WeightedLink;
    return { base: base[0] as number, other: other[0] as number, weight };
  });
  const inOrder = inOrderSet(placed);
  const kept = new Array<boolean>(links.length).fill(false);
  let words = 0;
  order.forEach((n, p) => {
    kept[n] = inOrder[p] as boolean;
    if (kept[n]) words += placed[p]!.weight;
  });
  return { in: kept, words };
}
