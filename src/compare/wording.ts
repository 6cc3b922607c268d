/** One wording through the reports of a series: its version in each, what changed from one to the next, its template. */
import type { Paragraph } from '../report/index.ts';
import type { ReportText, Version, WordingBody } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { alignTokens } from './diff/align.ts';
import { CompareError } from './error.ts';
import { LcsMatcher, similarityOf } from './lcs.ts';
import { shippedLists } from './lists.ts';
import { bestWindow, type Window, windowBound } from './passage.ts';
import { isDetailAt, type Prepared, passageOf, prepare, sideOf, tokenAt } from './side.ts';
import { templateOf } from './template.ts';
import { Vocabulary } from './vocabulary.ts';

/** A phrase or pasted text, or a paragraph of one of the reports. */
export type Anchor = { text: string } | { paragraph: Paragraph };

/** Least similarity of a version. */
const LEAST = 0.5;
/** Longest anchor, in words. */
export const MOST_ANCHOR_WORDS = 5000;
/** A passage is widened to the whole paragraph or sentence while it keeps this share of its similarity. */
const KEPT = 0.75;
/** Numbers and dates at the edge of a phrase that a passage may continue with. */
const MOST_EDGE = 6;

/**
 * The versions of a wording in reports given in dated order.
 * @throws CompareError `empty_anchor` where the anchor has no word, `text_too_long` beyond 5,000 words
 */
export function wordingHistory(
  anchor: Anchor,
  reports: readonly ReportText[],
  options: CompareOptions = {},
): WordingBody {
  const vocabulary = new Vocabulary(options.lists ?? shippedLists);
  const asked = prepareAnchor(anchor, vocabulary);
  const whole = 'paragraph' in anchor;
  const found = reports.map(({ report, paragraphs }) => ({
    report,
    passage: versionIn(asked, whole, paragraphs, vocabulary),
  }));
  const versions: Version[] = [];
  let before: Passage | undefined;
  for (const { report, passage } of found) {
    if (!passage) {
      versions.push(gap(report.id, report.year));
      continue;
    }
    const { prepared, from, to, similarity } = passage;
    const start = prepared.tokens[from]!.start;
    const end = prepared.tokens[to - 1]!.end;
    const version: Version = {
      report: report.id,
      year: report.year,
      paragraph: prepared.paragraph.id,
      start,
      end,
      text: prepared.paragraph.text.slice(start, end),
      similarity,
      change: null,
      punctuation: null,
      doubtful: null,
      diff: [],
    };
    if (before) {
      const {
        common: _,
        similarity: __,
        ...difference
      } = differenceOf(
        passageOf(before.prepared, before.from, before.to),
        passageOf(prepared, from, to),
        vocabulary,
      );
      Object.assign(version, difference);
    }
    before = passage;
    versions.push(version);
  }
  const present = found.flatMap(({ report, passage }) =>
    passage ? [{ report: report.id, side: passageOf(passage.prepared, passage.from, passage.to) }] : [],
  );
  return {
    anchor: {
      text: asked.paragraph.text,
      paragraph: whole ? asked.paragraph.id : null,
      report: whole ? asked.paragraph.report : null,
    },
    versions,
    template: templateOf(present, vocabulary),
    gaps: found.flatMap(({ report, passage }) => (passage ? [] : [{ report: report.id, year: report.year }])),
  };
}

/** The anchor as a paragraph of its own; the one asked about where it is one. */
export function prepareAnchor(anchor: Anchor, vocabulary: Vocabulary): Prepared {
  const paragraph: Paragraph =
    'paragraph' in anchor
      ? anchor.paragraph
      : {
          id: 'text',
          report: '',
          ordinal: 1,
          kind: 'paragraph',
          number: null,
          label: null,
          part: 'main',
          path: [],
          parent: null,
          page: null,
          text: anchor.text,
          words: 0,
          doubts: [],
          references: [],
        };
  const prepared = prepare(paragraph, vocabulary);
  if (prepared.ids.length === 0) throw new CompareError('empty_anchor', 'the text has no word to look for');
  if (prepared.ids.length > MOST_ANCHOR_WORDS)
    throw new CompareError(
      'text_too_long',
      `the text has ${prepared.ids.length} words; ${MOST_ANCHOR_WORDS} is the most that is looked for: give one passage`,
    );
  return prepared;
}

function gap(report: string, year: number | null): Version {
  return {
    report,
    year,
    paragraph: null,
    start: null,
    end: null,
    text: null,
    similarity: null,
    change: null,
    punctuation: null,
    doubtful: null,
    diff: [],
  };
}

export interface Passage {
  prepared: Prepared;
  from: number;
  to: number;
  similarity: number;
}

const matcher = new LcsMatcher();

/** The passage most like the anchor; the anchor's own paragraph in its own report. */
function versionIn(
  anchor: Prepared,
  whole: boolean,
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
): Passage | undefined {
  const length = anchor.ids.length;
  const own = whole ? paragraphs.find(({ id }) => id === anchor.paragraph.id) : undefined;
  if (own) return { prepared: prepare(own, vocabulary), from: 0, to: length, similarity: 1 };
  const prepared = paragraphs.map((paragraph) => prepare(paragraph, vocabulary));
  matcher.load(anchor.ids, vocabulary.size);
  const ranked = prepared
    .map((p, at) => ({ p, at, bound: windowBound(length, matcher.length(p.ids)) }))
    .filter(({ bound }) => bound >= LEAST)
    .sort((x, y) => y.bound - x.bound || x.at - y.at);
  let best: { window: Window; passage: Passage; at: number } | undefined;
  for (const { p, at, bound } of ranked) {
    if (best && bound < best.passage.similarity) break;
    const window = bestWindow(anchor.ids, p.ids);
    if (!window || window.similarity < LEAST) continue;
    const passage = whole ? widened(anchor, p, window, vocabulary) : continued(anchor, p, window, vocabulary);
    const more = best ? passage.similarity - best.passage.similarity : 1;
    if (best && (more < 0 || (more === 0 && (window.similarity < best.window.similarity || at > best.at))))
      continue;
    best = { window, passage, at };
  }
  return best?.passage;
}

/** For a paragraph: the whole of the other one, else the sentences around the window, while they stay alike. */
export function widened(
  anchor: Prepared,
  prepared: Prepared,
  window: Window,
  vocabulary: Vocabulary,
): Passage {
  const least = Math.max(LEAST, KEPT * window.similarity);
  const sentence = sentencesAround(prepared, window);
  for (const [from, to] of [[0, prepared.ids.length] as const, sentence]) {
    const common = lcsOf(anchor, prepared, from, to, vocabulary);
    const similarity = similarityOf(common, anchor.ids.length, to - from);
    if (similarity >= least) return { prepared, from, to, similarity };
  }
  return { prepared, from: window.from, to: window.to, similarity: window.similarity };
}

function lcsOf(
  anchor: Prepared,
  prepared: Prepared,
  from: number,
  to: number,
  vocabulary: Vocabulary,
): number {
  return new LcsMatcher().load(anchor.ids, vocabulary.size).length(prepared.ids.subarray(from, to));
}

function sentencesAround(prepared: Prepared, window: Window): readonly [number, number] {
  const { tokens, paragraph } = prepared;
  const ends = (at: number) =>
    /[.!?؟؛;:\n]/u.test(
      paragraph.text.slice(tokens[at - 1]!.end, Math.max(tokens[at]!.start, tokens[at - 1]!.end)),
    );
  let { from, to } = window;
  while (from > 0 && !ends(from)) from--;
  while (to < tokens.length && !ends(to)) to++;
  return [from, to];
}

/**
 * For a phrase: the window; and where the phrase begins or ends with numbers or dates that differ here, the ones that
 * stand in their place, so that "من ٩ إلى ١٣" finds all of "من ١٤ إلى ١٨".
 */
function continued(anchor: Prepared, prepared: Prepared, window: Window, vocabulary: Vocabulary): Passage {
  const side = sideOf([prepared]);
  const phrase = sideOf([anchor]);
  const matches = alignTokens(anchor.ids, prepared.ids.subarray(window.from, window.to), vocabulary);
  let { from, to } = window;
  const last = matches.reduce((at, j, i) => (j >= 0 ? i : at), -1);
  for (let i = last + 1; i < matches.length && i <= last + MOST_EDGE; i++) {
    if (to >= side.ids.length || !isDetailAt(phrase, i, vocabulary) || !isDetailAt(side, to, vocabulary))
      break;
    to++;
  }
  const first = matches.findIndex((j) => j >= 0);
  for (let i = first - 1; i >= 0 && i >= first - MOST_EDGE; i--) {
    if (from === 0 || !isDetailAt(phrase, i, vocabulary) || !isDetailAt(side, from - 1, vocabulary)) break;
    from--;
  }
  // A token that shares its characters with the next one cannot be cut from it.
  while (to < side.ids.length && tokenAt(side, to).start < tokenAt(side, to - 1).end) to++;
  const similarity = similarityOf(window.common, anchor.ids.length, to - from);
  if (similarity < LEAST)
    return { prepared, from: window.from, to: window.to, similarity: window.similarity };
  return { prepared, from, to, similarity };
}
