/** Precedents: the passages of a whole collection most like a text, through the phrase index. */
import type { PhraseIndex } from '../phrases/types.ts';
import type { Paragraph } from '../report/index.ts';
import type { SimilarBody } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { widened } from './find-version.ts';
import { shippedLists } from './lists.ts';
import { nearestParagraphs } from './nearest.ts';
import { bestWindow } from './passage.ts';
import { type Prepared, passageOf, prepare, sideOf } from './side.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Anchor, prepareAnchor } from './wording.ts';

export interface SimilarOptions extends CompareOptions {
  /** Most hits; 20 when absent. */
  limit?: number;
  /** Least similarity of a hit, 0…1; 0.3 when absent. */
  least?: number;
  /** Which reports are looked at, by report number; all when absent. A paragraph's own report never is. */
  scope?: (report: number) => boolean;
}

/**
 * Passages of other reports most like the anchor. For a pasted text the best passage counts,
 * for a paragraph the whole one while it stays alike.
 * @param index of the `folded` profile
 * @param load the named paragraphs, in the order asked for
 * @throws CompareError as `wordingHistory`
 */
export function similarParagraphs(
  anchor: Anchor,
  index: PhraseIndex,
  load: (ids: readonly string[]) => readonly Paragraph[],
  options: SimilarOptions = {},
): SimilarBody {
  const vocabulary = new Vocabulary(options.lists ?? shippedLists, options.budget);
  const asked = prepareAnchor(anchor, vocabulary);
  const whole = 'paragraph' in anchor;
  const { table } = index;
  const own = whole ? table.reportNumber(asked.paragraph.report) : -1;
  const scope = options.scope ?? (() => true);
  const inScope = (paragraph: number) => {
    const report = table.reportOf(paragraph);
    return report !== own && scope(report);
  };
  const best = nearestParagraphs(
    asked.tokens.map(({ text }) => text),
    index,
    { whole, inScope, limit: options.limit ?? 20, least: options.least ?? 0.3, budget: options.budget },
  );
  const loaded = new Map(load(best.map(({ paragraph }) => table.id(paragraph))).map((p) => [p.id, p]));
  return {
    anchor: {
      text: asked.paragraph.text,
      paragraph: whole ? asked.paragraph.id : null,
      report: whole ? asked.paragraph.report : null,
    },
    hits: best.flatMap(({ paragraph }) => {
      const text = loaded.get(table.id(paragraph));
      const report = table.reports[table.reportOf(paragraph)];
      if (!text || !report) return [];
      return [precedent(asked, whole, prepare(text, vocabulary), report.year, vocabulary)];
    }),
  };
}

function precedent(
  asked: Prepared,
  whole: boolean,
  found: Prepared,
  year: number | null,
  vocabulary: Vocabulary,
): SimilarBody['hits'][number] {
  const window = bestWindow(asked.ids, found.ids) ?? {
    from: 0,
    to: found.ids.length,
    common: 0,
    similarity: 0,
  };
  const { from, to } = whole ? widened(asked, found, { ...window, similarity: 0 }, vocabulary) : window;
  const { common: _, ...difference } = differenceOf(sideOf([asked]), passageOf(found, from, to), vocabulary);
  return {
    report: found.paragraph.report,
    year,
    paragraph: found.paragraph.id,
    start: found.tokens[from]?.start ?? 0,
    end: found.tokens[to - 1]?.end ?? 0,
    ...difference,
  };
}
