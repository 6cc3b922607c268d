/**
 * The true alignment of two reports, from the declared keys and relations, and the kind of each change as the contract
 * defines it. Nothing here looks for similarity: the corresponding passages are declared.
 */
import type { SourceBlock, SourceReport } from './source.ts';
import { plainText } from './source.ts';
import { commonLength, exactTokens, foldedTokens, foldToken } from './tokens.ts';

export interface Relation {
  /** First report with the new form. */
  year: number;
  change: 'split' | 'merged';
  from: string[];
  to: string[];
}

export type ChangeKind =
  | 'identical'
  | 'orthographic'
  | 'details'
  | 'reworded'
  | 'split'
  | 'merged'
  | 'added'
  | 'removed';

/** Indexes into the blocks of `base` and `other`. */
export interface TrueChange {
  change: ChangeKind;
  moved: boolean;
  base: number[];
  other: number[];
}

const ordinals =
  'أول أولى ثان ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع تاسعة عاشر عاشرة حادي حادية عشرة عشر';
const months =
  'كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين يناير فبراير مارس أبريل مايو يونيه يونيو يوليه يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر';
const days = 'الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت';
const detailWords = new Set(
  [ordinals, months, days]
    .flatMap((list) => list.split(' ').flatMap((word) => [word, `ال${word}`, `وال${word}`]))
    .map(foldToken),
);

/** Folded tokens that are not details: no digit, no ordinal, month or day, not inside a symbol. */
function substance(text: string): string[] {
  const withoutSymbols = text.replace(/SRO\/[A-Za-z0-9./-]*/gu, ' ');
  return foldedTokens(withoutSymbols).filter((token) => !/\p{N}/u.test(token) && !detailWords.has(token));
}

export function kindOf(base: string, other: string): ChangeKind {
  const same = (a: string[], b: string[]) => a.join(' ') === b.join(' ');
  if (same(exactTokens(base), exactTokens(other))) return 'identical';
  if (same(foldedTokens(base), foldedTokens(other))) return 'orthographic';
  return same(substance(base), substance(other)) ? 'details' : 'reworded';
}

/** The keys in `other` that correspond to each key of `base`, through every split and merge between the two. */
function successors(key: string, relations: Relation[], from: number, to: number): string[] {
  let keys = [key];
  for (const relation of relations.filter((r) => r.year > from && r.year <= to)) {
    keys = keys.flatMap((k) => (relation.from.includes(k) ? relation.to : [k]));
  }
  return keys;
}

/** The pairs that keep their order: the heaviest common order, weighted by words in common. */
function inOrder(pairs: { base: number; other: number; weight: number }[]): Set<number> {
  const best = pairs.map((p) => p.weight);
  const previous = pairs.map(() => -1);
  pairs.forEach((pair, i) => {
    for (let j = 0; j < i; j += 1) {
      const before = pairs[j]!;
      if (before.base < pair.base && best[j]! + pair.weight > best[i]!) {
        best[i] = best[j]! + pair.weight;
        previous[i] = j;
      }
    }
  });
  const kept = new Set<number>();
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = previous[i]!) kept.add(i);
  return kept;
}

/** Every block of both reports in exactly one change, in reading order of `other`, removed ones at the end. */
export function align(base: SourceReport, other: SourceReport, relations: Relation[]): TrueChange[] {
  const place = new Map(other.blocks.map((block, i) => [block.key, i]));
  const groups = new Map<string, TrueChange>();
  base.blocks.forEach((block, i) => {
    const found = successors(block.key, relations, base.year, other.year)
      .map((key) => place.get(key))
      .filter((index) => index !== undefined);
    const id = found.length ? found.join(',') : `removed ${i}`;
    const group = groups.get(id) ?? { change: 'removed', moved: false, base: [], other: found };
    group.base.push(i);
    groups.set(id, group);
  });
  const text = (report: SourceReport, block: SourceBlock) => plainText(report, block);
  const join = (report: SourceReport, indexes: number[]) =>
    indexes.map((i) => text(report, report.blocks[i]!)).join(' ');
  const changes = [...groups.values()];
  for (const group of changes) {
    if (!group.other.length) continue;
    if (group.base.length > 1) group.change = 'merged';
    else if (group.other.length > 1) group.change = 'split';
    else group.change = kindOf(join(base, group.base), join(other, group.other));
  }
  const aligned = changes.filter((c) => c.other.length).sort((a, b) => a.other[0]! - b.other[0]!);
  const kept = inOrder(
    aligned.map((c) => ({
      base: c.base[0]!,
      other: c.other[0]!,
      weight: commonLength(foldedTokens(join(base, c.base)), foldedTokens(join(other, c.other))),
    })),
  );
  aligned.forEach((change, i) => {
    change.moved = !kept.has(i);
  });
  const used = new Set(aligned.flatMap((c) => c.other));
  other.blocks.forEach((_, i) => {
    if (!used.has(i)) changes.push({ change: 'added', moved: false, base: [], other: [i] });
  });
  return changes.sort((a, b) => (a.other[0] ?? 1e6 + a.base[0]!) - (b.other[0] ?? 1e6 + b.base[0]!));
}
