/** The version of a wording in one report: the passage of its paragraphs most similar to the anchor. */
import type { Paragraph } from '../report/index.ts';
import { alignTokens } from './diff/align.ts';
import { LcsMatcher, similarityOf } from './lcs.ts';
import { bestWindow, sayingWindow, type Window, windowBound } from './passage.ts';
import type { Sayings } from './rarity.ts';
import { isDetailAt, type Prepared, prepare, sideOf, tokenAt } from './side.ts';
import { sentencesOf } from './threads/sentences.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Minimum similarity of a version. */
const LEAST = 0.5;
/** A passage is extended to the whole paragraph or sentence as long as it keeps this share of its similarity. */
const KEPT = 0.75;
/** Maximum number of numbers and dates at the edge of a phrase by which a passage is extended. */
const MOST_EDGE = 6;

export interface Passage {
  prepared: Prepared;
  from: number;
  to: number;
  similarity: number;
}

const matcher = new LcsMatcher();

/**
 * The passage most similar to the anchor; in the anchor's own report, its own paragraph.
 * @param sayings the weight of each word of a pasted text, so that a passage is about the same subject; null for a
 * paragraph
 */
export function findVersion(
  anchor: Prepared,
  sayings: Sayings | null,
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
): Passage | undefined {
  const length = anchor.ids.length;
  const whole = sayings === null;
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
    // The window is searched a few times over, at about 10 ns per cell.
    vocabulary.budget.spend((length * p.ids.length) / 30);
    const window = sayings ? sayingWindow(anchor.ids, p.ids, sayings) : bestWindow(anchor.ids, p.ids);
    if (!window || window.similarity < LEAST) continue;
    const passage = whole ? widened(anchor, p, window, vocabulary) : continued(anchor, p, window, vocabulary);
    const more = best ? passage.similarity - best.passage.similarity : 1;
    if (best && (more < 0 || (more === 0 && (window.similarity < best.window.similarity || at > best.at))))
      continue;
    best = { window, passage, at };
  }
  return best?.passage;
}

/**
 * For a paragraph: the whole of the other one, otherwise the sentences around the window, as long as they stay similar.
 */
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

/** Tokens of the sentences that a window is in. */
export function sentencesAround(
  { tokens, paragraph }: Prepared,
  window: Pick<Window, 'from' | 'to'>,
): readonly [number, number] {
  const touched = sentencesOf(paragraph.text, tokens).filter(
    ({ from, to }) => from < window.to && window.from < to,
  );
  return [touched[0]!.from, touched.at(-1)!.to];
}

/**
 * For a phrase: the window and, if the phrase begins or ends with numbers or dates that differ here, the ones that
 * replace them, so that "من ٩ إلى ١٣" finds all of "من ١٤ إلى ١٨".
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
  // A token that shares its characters with the next one cannot be separated from it.
  while (to < side.ids.length && tokenAt(side, to).start < tokenAt(side, to - 1).end) to++;
  const similarity = similarityOf(window.common, anchor.ids.length, to - from);
  if (similarity < LEAST)
    return { prepared, from: window.from, to: window.to, similarity: window.similarity };
  return { prepared, from, to, similarity };
}
