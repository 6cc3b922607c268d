/** Precedents: the passages of a whole collection most similar to a text, through the phrase index. */
import type { PhraseIndex } from '../phrases/types.ts';
import type { Paragraph } from '../report/index.ts';
import type { Placed, SimilarBody, Verbatim } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { sentencesAround, widened } from './find-version.ts';
import { shippedLists } from './lists.ts';
import { nearestParagraphs, type SoughtCount, soughtCount, soughtRuns } from './nearest.ts';
import { bestWindow } from './passage.ts';
import { type Prepared, passageOf, prepare, sideOf } from './side.ts';
import { rangeOf } from './threads/sentences.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Anchor, prepareAnchor } from './wording.ts';

export interface SimilarOptions extends CompareOptions {
  /** Maximum number of hits; 20 by default. */
  limit?: number;
  /** Minimum similarity of a hit, 0…1; 0.3 by default. */
  least?: number;
  /** Which reports are searched, by report number; all by default. A paragraph's own report never is. */
  scope?: (report: number) => boolean;
  /** Whether the hits include paragraphs that contain the text word for word; true by default. */
  withVerbatim?: boolean;
}

/**
 * Passages of other reports most similar to the anchor. For a pasted text the best passage counts, for a paragraph the
 * whole one as long as it is similar.
 * @param index of the `folded` profile
 * @param load returns the named paragraphs, in the given order
 * @throws CompareError as `wordingHistory`
 */
export function similarParagraphs(
  anchor: Anchor,
  index: PhraseIndex,
  load: (ids: readonly string[]) => readonly Paragraph[],
  options: SimilarOptions = {},
): SimilarBody {
  const { table } = index;
  const yearOf = (paragraph: number) => table.reports[table.reportOf(paragraph)]?.year ?? null;
  const { vocabulary, asked, whole, words, reports, nearness } = question(anchor, index, options);
  const best = nearestParagraphs(words, index, nearness);
  const wanted = [...reports, ...best].map(({ paragraph }) => table.id(paragraph));
  const loaded = new Map(load(wanted).map((p) => [p.id, p]));
  return {
    anchor: {
      text: asked.paragraph.text,
      paragraph: whole ? asked.paragraph.id : null,
      report: whole ? asked.paragraph.report : null,
    },
    verbatim: verbatim(
      reports.flatMap(({ paragraph, at, occurrences }) => {
        const text = loaded.get(table.id(paragraph));
        if (!text) return [];
        const found = prepare(text, vocabulary);
        return [{ ...placed(found, at, at + words.length, yearOf(paragraph)), occurrences }];
      }),
    ),
    // A passage may be more alike than the whole paragraph by which it was found.
    hits: best
      .flatMap(({ paragraph }) => {
        const text = loaded.get(table.id(paragraph));
        if (!text) return [];
        return [precedent(asked, whole, prepare(text, vocabulary), yearOf(paragraph), vocabulary)];
      })
      .sort((a, b) => b.similarity - a.similarity),
  };
}

/**
 * Runs of words: paragraphs that have one of them are the first that an answer needs, if the index has only some
 * paragraphs.
 */
export function similarRuns(anchor: Anchor, index: PhraseIndex, options: SimilarOptions = {}): string[][] {
  const { words } = question(anchor, index, options);
  return [words, ...soughtRuns(words, index)];
}

/** With these in the index: what the other paragraphs are found by. Null if no others are needed. */
export function similarCount(
  anchor: Anchor,
  index: PhraseIndex,
  options: SimilarOptions = {},
): SoughtCount | null {
  const { words, nearness } = question(anchor, index, options);
  return soughtCount(words, index, nearness);
}

function question(anchor: Anchor, index: PhraseIndex, options: SimilarOptions) {
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
  const words = asked.tokens.map(({ text }) => text);
  const { paragraphs: standsIn, reports } = verbatimIn(words, index, inScope);
  const isAsked = (options.withVerbatim ?? true) ? inScope : (at: number) => inScope(at) && !standsIn.has(at);
  const nearness = {
    whole,
    inScope: isAsked,
    limit: options.limit ?? 20,
    least: options.least ?? 0.3,
    budget: options.budget,
  };
  return { vocabulary, asked, whole, words, reports, nearness };
}

interface Standing {
  /** Its first paragraph in the report, and the token there. */
  paragraph: number;
  at: number;
  occurrences: number;
}

/** Where the words occur in a row: the paragraphs, and the first place in each report. */
function verbatimIn(
  words: readonly string[],
  index: PhraseIndex,
  inScope: (paragraph: number) => boolean,
): { paragraphs: ReadonlySet<number>; reports: Standing[] } {
  const paragraphs = new Set<number>();
  const byReport = new Map<number, Standing>();
  for (const position of index.find(words)) {
    const paragraph = index.paragraphAt(position);
    if (!inScope(paragraph)) continue;
    paragraphs.add(paragraph);
    const report = index.table.reportOf(paragraph);
    const before = byReport.get(report);
    if (before) before.occurrences++;
    else byReport.set(report, { paragraph, at: position - index.tokenStart(paragraph), occurrences: 1 });
  }
  return { paragraphs, reports: [...byReport].sort((x, y) => x[0] - y[0]).map(([, standing]) => standing) };
}

function verbatim(reports: Verbatim['reports']): Verbatim {
  const named = (place: Placed | undefined) => (place ? { report: place.report, year: place.year } : null);
  return {
    occurrences: reports.reduce((sum, { occurrences }) => sum + occurrences, 0),
    reports,
    first: named(reports[0]),
    last: named(reports.at(-1)),
  };
}

/** Tokens `from` to (not including) `to` of a paragraph. */
function placed(found: Prepared, from: number, to: number, year: number | null): Placed {
  const { paragraph, tokens } = found;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const around = rangeOf(paragraph.text, tokens, ...sentencesAround(found, { from, to }));
  return {
    report: paragraph.report,
    year,
    paragraph: paragraph.id,
    number: paragraph.number,
    label: paragraph.label,
    part: paragraph.part,
    start,
    end,
    text: paragraph.text.slice(start, end),
    before: paragraph.text.slice(around.start, start),
    after: paragraph.text.slice(end, around.end),
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
  return { ...placed(found, from, to, year), ...difference };
}
