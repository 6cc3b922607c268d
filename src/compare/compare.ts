/** Two reports side by side. */
import type { Budget } from '../phrases/budget.ts';
import { alignParagraphs, type Link } from './align/index.ts';
import { inOrderSet } from './align/order.ts';
import { type Change, type CompareBody, type ReportText, reportName, type Summary } from './body.ts';
import { differenceOf } from './change.ts';
import { isMostlyDoubted, isWhollyDoubted } from './doubt.ts';
import { similarityOf } from './lcs.ts';
import { shippedLists, type WordLists } from './lists.ts';
import { type Prepared, prepare, sideOf } from './side.ts';
import { Vocabulary } from './vocabulary.ts';

export interface CompareOptions {
  /** The word lists to use; those shipped in `config/` by default. */
  lists?: WordLists;
  /** The limit on the answer's work; none if absent. */
  budget?: Budget | undefined;
}

/**
 * What changed from `base` to `other`, paragraph by paragraph. Any two reports may be compared: empty ones, a report
 * with itself, two languages. Comparing the other way round gives the mirrored answer (except which of two paragraphs
 * that changed places counts as moved: the order of `other` decides that).
 */
export function compareReports(
  base: ReportText,
  other: ReportText,
  options: CompareOptions = {},
): CompareBody {
  const vocabulary = new Vocabulary(options.lists ?? shippedLists, options.budget);
  const left = base.paragraphs.map((paragraph) => prepare(paragraph, vocabulary));
  const right = other.paragraphs.map((paragraph) => prepare(paragraph, vocabulary));
  const links = alignParagraphs(left, right, vocabulary);
  const differences = links.map((link) =>
    differenceOf(sideAt(left, link.base), sideAt(right, link.other), vocabulary),
  );
  const kept = inOrderSet(
    links.map((link, n) => ({
      base: link.base[0] as number,
      other: link.other[0] as number,
      weight: differences[n]!.common,
    })),
  );
  const changes = links.map((link, n): Change => {
    const { change, punctuation, doubtful, similarity, diff, strength, qualifiers } = differences[n]!;
    return {
      change,
      moved: !kept[n],
      punctuation,
      doubtful,
      base: link.base.map((i) => left[i]!.paragraph.id),
      other: link.other.map((j) => right[j]!.paragraph.id),
      similarity,
      diff,
      ...(strength ? { strength } : {}),
      ...(qualifiers ? { qualifiers } : {}),
    };
  });
  const ordered = inReadingOrder(links, changes, kept, left, right);
  const words = (side: readonly Prepared[]) => side.reduce((sum, p) => sum + p.ids.length, 0);
  const common = differences.reduce((sum, difference) => sum + difference.common, 0);
  return {
    base: reportName(base.report),
    other: reportName(other.report),
    summary: summaryOf(ordered, similarityOf(common, words(left), words(right))),
    changes: ordered,
  };
}

function sideAt(paragraphs: readonly Prepared[], at: readonly number[]) {
  return sideOf(at.map((i) => paragraphs[i] as Prepared));
}

/**
 * Changes in reading order of `other`; a removed paragraph comes after the preceding one in `base` that kept its place.
 */
function inReadingOrder(
  links: readonly Link[],
  changes: readonly Change[],
  kept: readonly boolean[],
  left: readonly Prepared[],
  right: readonly Prepared[],
): Change[] {
  const linkOfBase = new Int32Array(left.length).fill(-1);
  const linkOfOther = new Int32Array(right.length).fill(-1);
  links.forEach((link, n) => {
    for (const i of link.base) linkOfBase[i] = n;
    for (const j of link.other) linkOfOther[j] = n;
  });
  const removedAfter = new Map<number, Change[]>([[-1, []]]);
  let place = -1;
  for (let i = 0; i < left.length; i++) {
    const n = linkOfBase[i] as number;
    if (n >= 0) {
      if (kept[n]) place = n;
      continue;
    }
    const list = removedAfter.get(place) ?? [];
    list.push(alone('removed', left[i] as Prepared));
    removedAfter.set(place, list);
  }
  const ordered = [...(removedAfter.get(-1) as Change[])];
  for (let j = 0; j < right.length; j++) {
    const n = linkOfOther[j] as number;
    if (n < 0) ordered.push(alone('added', right[j] as Prepared));
    else if (links[n]!.other[0] === j) ordered.push(changes[n] as Change, ...(removedAfter.get(n) ?? []));
  }
  return ordered;
}

function alone(change: 'added' | 'removed', prepared: Prepared): Change {
  const { paragraph, tokens } = prepared;
  const start = tokens[0]?.start;
  const end = tokens[tokens.length - 1]?.end;
  const range = start === undefined || end === undefined ? null : { paragraph: paragraph.id, start, end };
  const added = change === 'added';
  const all = isWhollyDoubted(prepared);
  return {
    change,
    moved: false,
    punctuation: false,
    doubtful: isMostlyDoubted(prepared),
    base: added ? [] : [paragraph.id],
    other: added ? [paragraph.id] : [],
    similarity: 0,
    diff:
      range === null
        ? []
        : [
            added
              ? { op: 'insert', base: null, other: range, doubtful: all }
              : { op: 'delete', base: range, other: null, doubtful: all },
          ],
  };
}

function summaryOf(changes: readonly Change[], similarity: number): Summary {
  const summary: Summary = {
    identical: 0,
    orthographic: 0,
    details: 0,
    reworded: 0,
    split: 0,
    merged: 0,
    added: 0,
    removed: 0,
    moved: 0,
    doubtful: 0,
    similarity,
  };
  for (const { change, moved, doubtful } of changes) {
    summary[change]++;
    if (moved) summary.moved++;
    if (doubtful) summary.doubtful++;
  }
  return summary;
}
