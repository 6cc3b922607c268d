/** Precedents: the passages of a whole collection most like a text, through the phrase index. */
import type { PhraseIndex } from '../phrases/types.ts';
import type { Paragraph } from '../report/index.ts';
import type { SimilarBody } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { LcsMatcher, similarityOf } from './lcs.ts';
import { shippedLists } from './lists.ts';
import { bestWindow, windowBound } from './passage.ts';
import { type Prepared, passageOf, prepare, sideOf } from './side.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Anchor, prepareAnchor, widened } from './wording.ts';

export interface SimilarOptions extends CompareOptions {
  /** Most hits; 20 when absent. */
  limit?: number;
  /** Least similarity of a hit, 0…1; 0.3 when absent. */
  least?: number;
  /** Which reports are looked at, by report number; all when absent. A paragraph's own report never is. */
  scope?: (report: number) => boolean;
}

/** Paragraphs that are measured exactly, the most promising first. */
const MEASURED = 400;
/** Postings that are read at most; the rarest words and runs come first. */
const POSTINGS = 150_000;
/** A run of words is rare enough to propose by itself when it occurs at most so often. */
const RARE = 2_000;
/** Longest run tried where shorter ones are too common. */
const LONGEST = 4;

/**
 * Passages of other reports most like the anchor. Paragraphs are proposed by the rare words and runs of words they
 * share with it and then measured exactly: for a pasted text the best passage counts, for a paragraph the whole one
 * while it stays alike.
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
  const vocabulary = new Vocabulary(options.lists ?? shippedLists);
  const asked = prepareAnchor(anchor, vocabulary);
  const whole = 'paragraph' in anchor;
  const { table } = index;
  const own = whole ? table.reportNumber(asked.paragraph.report) : -1;
  const scope = options.scope ?? (() => true);
  const inScope = (paragraph: number) => {
    const report = table.reportOf[paragraph] as number;
    return report !== own && scope(report);
  };
  // Measured over the index's own numbers: words that the collection lacks match nothing.
  const query = Int32Array.from(asked.tokens, ({ text }) => index.wordId(text) + 1);
  const lcs = new LcsMatcher().load(
    query.filter((id) => id > 0),
    index.wordCount + 1,
  );
  const measured = promising(asked, index, inScope)
    .map((paragraph) => {
      const ids = tokensOf(index, paragraph);
      const common = lcs.length(ids);
      const bound = whole
        ? similarityOf(common, query.length, ids.length)
        : windowBound(query.length, common);
      return { paragraph, ids, bound };
    })
    .sort((x, y) => y.bound - x.bound || x.paragraph - y.paragraph);
  const limit = options.limit ?? 20;
  const least = options.least ?? 0.3;
  const hits: { paragraph: number; similarity: number }[] = [];
  for (const { paragraph, ids, bound } of measured) {
    if (bound < least) break;
    if (hits.length >= limit && bound < (hits[limit - 1] as { similarity: number }).similarity) break;
    const similarity = whole ? bound : (bestWindow(query, ids)?.similarity ?? 0);
    if (similarity < least) continue;
    hits.push({ paragraph, similarity });
    hits.sort((x, y) => y.similarity - x.similarity || x.paragraph - y.paragraph);
  }
  const best = hits.slice(0, limit);
  const loaded = new Map(load(best.map(({ paragraph }) => table.id(paragraph))).map((p) => [p.id, p]));
  return {
    anchor: {
      text: asked.paragraph.text,
      paragraph: whole ? asked.paragraph.id : null,
      report: whole ? asked.paragraph.report : null,
    },
    hits: best.flatMap(({ paragraph }) => {
      const text = loaded.get(table.id(paragraph));
      const report = table.reports[table.reportOf[paragraph] as number];
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

function tokensOf(index: PhraseIndex, paragraph: number): Int32Array {
  const start = index.tokenStart[paragraph] as number;
  const end = (index.tokenStart[paragraph + 1] as number) - 1;
  return Int32Array.from(index.tokens.subarray(start, end));
}

/** Paragraph numbers by how much rare wording they share with the text, most first. */
function promising(asked: Prepared, index: PhraseIndex, inScope: (paragraph: number) => boolean): number[] {
  const words = asked.tokens.map(({ text }) => text);
  const runs = rareRuns(words, index).sort((x, y) => x.count - y.count || (x.key < y.key ? -1 : 1));
  const shares = new Map<number, number>();
  const seen = new Set<number>();
  let read = 0;
  for (const run of runs) {
    if (read > 0 && read + run.count > POSTINGS) break;
    read += run.count;
    const worth = Math.log(1 + index.tokenCount / run.count);
    seen.clear();
    const { first, end } = index.range(run.words);
    for (let suffix = first; suffix < end; suffix++) {
      const paragraph = index.paragraphAt(index.suffixes[suffix] as number);
      if (seen.has(paragraph)) continue;
      seen.add(paragraph);
      if (inScope(paragraph)) shares.set(paragraph, (shares.get(paragraph) ?? 0) + worth);
    }
  }
  return [...shares]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, MEASURED)
    .map(([paragraph]) => paragraph);
}

interface Run {
  key: string;
  words: string[];
  count: number;
}

/** From each word of the text on, the shortest run that is rare; the longest tried where none is. */
function rareRuns(words: readonly string[], index: PhraseIndex): Run[] {
  const found = new Map<string, Run>();
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= LONGEST && at + length <= words.length; length++) {
      const run = words.slice(at, at + length);
      const key = run.join(' ');
      if (found.has(key)) break;
      const count = index.count(run);
      if (count === 0) break;
      if (count > RARE && length < LONGEST && at + length < words.length) continue;
      found.set(key, { key, words: run, count });
      break;
    }
  }
  return [...found.values()];
}
