/** For every paragraph of a report, its nearest wording in each other report. */
import type { ReportText, Variant, VariantsBody } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { LcsMatcher, similarityOf } from './lcs.ts';
import { shippedLists } from './lists.ts';
import { type Prepared, prepare, sideOf } from './side.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * The nearest paragraph of each other report: the one of greatest `similarity`; among equals the same text, the same
 * kind, the nearest relative place, the earliest. A report that shares no word with a paragraph has none for it.
 * Complete: every paragraph is held against every other, so the nearest is the nearest.
 */
export function variantsOf(
  target: ReportText,
  others: readonly ReportText[],
  options: CompareOptions = {},
): VariantsBody {
  const vocabulary = new Vocabulary(options.lists ?? shippedLists);
  const own = target.paragraphs.map((paragraph) => prepare(paragraph, vocabulary));
  const prepared = others.map(({ report, paragraphs }) => ({
    report,
    paragraphs: paragraphs.map((paragraph) => prepare(paragraph, vocabulary)),
  }));
  const indexes = prepared.map(({ paragraphs }) => indexOf(paragraphs));
  const matcher = new LcsMatcher();
  return {
    report: target.report.id,
    paragraphs: own.map((paragraph, at) => {
      matcher.load(paragraph.ids, vocabulary.size);
      const place = at / own.length;
      const nearest: Variant[] = [];
      prepared.forEach(({ report, paragraphs }, n) => {
        const found = nearestOf(paragraph, place, paragraphs, indexes[n] as Index, matcher);
        if (!found) return;
        const other = paragraphs[found.at] as Prepared;
        const {
          common: _,
          similarity,
          change,
          punctuation,
          doubtful,
          diff,
          ...marks
        } = differenceOf(sideOf([paragraph]), sideOf([other]), vocabulary, found.common);
        nearest.push({
          report: report.id,
          year: report.year,
          paragraph: other.paragraph.id,
          similarity,
          change,
          punctuation,
          doubtful,
          diff,
          ...marks,
        });
      });
      return { paragraph: paragraph.paragraph.id, nearest };
    }),
  };
}

interface Index {
  /** Positions of the paragraphs by their folded words. */
  byKey: Map<string, number[]>;
  /** Positions by count of words, ascending. */
  byLength: number[];
}

function indexOf(paragraphs: readonly Prepared[]): Index {
  const byKey = new Map<string, number[]>();
  paragraphs.forEach((p, at) => {
    const same = byKey.get(p.key);
    if (same) same.push(at);
    else byKey.set(p.key, [at]);
  });
  const byLength = Array.from(paragraphs.keys()).sort(
    (x, y) => paragraphs[x]!.ids.length - paragraphs[y]!.ids.length,
  );
  return { byKey, byLength };
}

interface Nearest {
  at: number;
  common: number;
}

/**
 * Exact: paragraphs are tried from the like length outward, and a length at which even full containment would not
 * reach the best so far ends the search on that side.
 */
function nearestOf(
  paragraph: Prepared,
  place: number,
  others: readonly Prepared[],
  index: Index,
  matcher: LcsMatcher,
): Nearest | undefined {
  const length = paragraph.ids.length;
  if (length === 0) return undefined;
  const equal = index.byKey.get(paragraph.key);
  if (equal) return { at: best(paragraph, place, equal, others), common: length };
  const { byLength } = index;
  let high = 0;
  for (let top = byLength.length; high < top; ) {
    const middle = (high + top) >> 1;
    if (others[byLength[middle] as number]!.ids.length < length) high = middle + 1;
    else top = middle;
  }
  let low = high - 1;
  let greatest = 0;
  let found: Nearest[] = [];
  const reach = (at: number): number => {
    if (at < 0 || at >= byLength.length) return -1;
    const size = others[byLength[at] as number]!.ids.length;
    return similarityOf(Math.min(size, length), size, length);
  };
  for (;;) {
    const [below, above] = [reach(low), reach(high)];
    if (Math.max(below, above) < greatest || Math.max(below, above) <= 0) break;
    const at = byLength[below > above ? low-- : high++] as number;
    const other = others[at] as Prepared;
    const common = matcher.length(other.ids);
    const similarity = similarityOf(common, length, other.ids.length);
    if (common === 0 || similarity < greatest) continue;
    if (similarity > greatest) found = [];
    greatest = similarity;
    found.push({ at, common });
  }
  if (found.length === 0) return undefined;
  const chosen = best(
    paragraph,
    place,
    found.map(({ at }) => at),
    others,
  );
  return found.find(({ at }) => at === chosen);
}

function best(
  paragraph: Prepared,
  place: number,
  tied: readonly number[],
  others: readonly Prepared[],
): number {
  if (tied.length === 1) return tied[0] as number;
  const rank = (at: number): [number, number, number, number] => {
    const other = (others[at] as Prepared).paragraph;
    return [
      other.text === paragraph.paragraph.text ? 0 : 1,
      other.kind === paragraph.paragraph.kind ? 0 : 1,
      Math.abs(at / others.length - place),
      at,
    ];
  };
  const ranked = tied.map((at) => ({ at, rank: rank(at) }));
  ranked.sort((x, y) => {
    for (let k = 0; k < 4; k++) if (x.rank[k] !== y.rank[k]) return x.rank[k]! - y.rank[k]!;
    return 0;
  });
  return ranked[0]!.at;
}
