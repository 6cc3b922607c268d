/** Splits: one paragraph that became several consecutive ones. Merges are the same with the sides swapped. */
import { alignTokens } from '../diff/align.ts';
import { lcsLength, similarityOf } from '../lcs.ts';
import { type Prepared, sideOf } from '../side.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { kindClass } from './equal.ts';
import { APART, greatestScore, LikenessMatcher, type Rarity } from './likeness.ts';

export interface Group {
  whole: number;
  /** Ascending; adjacent in the text, apart from paragraphs with their own partner. */
  parts: number[];
  score: number;
}

/** Maximum number of parts. */
const MOST_PARTS = 8;
/** Maximum number of paragraphs with their own partner between two parts. */
const SKIPPED = 1;
/** Minimum share of a part's words that must be in the whole. */
const CONTAINED = 0.4;
/** From this share on, a part may also be out of order. */
const SURELY = 0.75;
/** The same share weighted by rarity, so that particles alone are not a part. */
const CONTAINED_RARE = 0.3;
/** The parts together are at most this many times as long as the whole. */
const MOST_WORDS = 2;
/** How much better the match must be than with the best single part. */
export const GAIN = 0.02;

/**
 * The best run of parts for each whole, if it matches better than any single part.
 * @param likely for each whole that no single part matches almost entirely, the parts that share rare words with it
 * @param free which parts may be used
 */
export function findGroups(
  wholes: readonly Prepared[],
  parts: readonly Prepared[],
  likely: ReadonlyMap<number, readonly number[]>,
  free: (part: number) => boolean,
  vocabulary: Vocabulary,
  rarity: Rarity,
): Group[] {
  const body: number[] = [];
  const place = new Int32Array(parts.length).fill(-1);
  parts.forEach((part, j) => {
    if (kindClass(part.paragraph.kind) !== 'body' || part.ids.length === 0) return;
    place[j] = body.length;
    body.push(j);
  });
  const matcher = new LikenessMatcher(vocabulary, rarity);
  const groups: Group[] = [];
  for (const [i, list] of likely) {
    const whole = wholes[i] as Prepared;
    if (kindClass(whole.paragraph.kind) !== 'body' || whole.ids.length < 4) continue;
    const contained = new Map<number, boolean>();
    const isPart = (at: number): boolean => {
      const j = body[at];
      if (j === undefined || !free(j)) return false;
      let known = contained.get(at);
      if (known === undefined) {
        const { ids } = parts[j] as Prepared;
        vocabulary.budget.spend((whole.ids.length * ids.length) / 5000);
        known =
          ids.length < whole.ids.length * 1.5 &&
          lcsLength(whole.ids, ids, vocabulary.size) >= CONTAINED * ids.length;
        contained.set(at, known);
      }
      return known;
    };
    const isFree = (at: number) => body[at] === undefined || free(body[at]);
    const seen = new Set<number>();
    for (const j of list) {
      const start = place[j] as number;
      if (start < 0 || seen.has(start) || !isPart(start)) continue;
      const run = [start];
      for (const step of [-1, 1])
        for (let at = start + step, skipped = 0; skipped <= SKIPPED && run.length < MOST_PARTS; at += step) {
          if (isPart(at)) {
            run.push(at);
            skipped = 0;
          } else if (isFree(at)) break;
          else skipped++;
        }
      run.sort((x, y) => x - y);
      for (const at of run) seen.add(at);
      const best = bestRun(
        whole,
        run.map((at) => body[at] as number),
        parts,
        vocabulary,
        rarity,
      );
      if (!best) continue;
      const side = sideOf(best.map((part) => parts[part] as Prepared));
      const { score } = matcher.load(matcher.view(whole.ids)).against(matcher.view(side.ids));
      groups.push({ whole: i, parts: best, score });
    }
  }
  return groups;
}

/** The stretch of `found` whose words together are most similar to the whole, with each part having its share. */
function bestRun(
  whole: Prepared,
  found: readonly number[],
  parts: readonly Prepared[],
  vocabulary: Vocabulary,
  rarity: Rarity,
): number[] | undefined {
  if (found.length < 2 || isFarTooLong(whole, found, parts, rarity)) return undefined;
  let best: number[] | undefined;
  let bestSimilarity = 0;
  let single = 0;
  for (let from = 0; from < found.length; from++)
    for (let to = from + 1; to <= found.length; to++) {
      const run = found.slice(from, to);
      const words = run.reduce((sum, j) => sum + (parts[j] as Prepared).ids.length, 0);
      if (run.length > 1 && words > MOST_WORDS * whole.ids.length) break;
      const { ids } = sideOf(run.map((j) => parts[j] as Prepared));
      vocabulary.budget.spend((whole.ids.length * ids.length) / 5000);
      const similarity = similarityOf(
        lcsLength(whole.ids, ids, vocabulary.size),
        whole.ids.length,
        ids.length,
      );
      if (run.length === 1) single = Math.max(single, similarity);
      else if (similarity > bestSimilarity) {
        bestSimilarity = similarity;
        best = run;
      }
    }
  if (!best || bestSimilarity < single + GAIN) return undefined;
  return everyPartCounts(whole, best, parts, vocabulary, rarity) ? best : undefined;
}

/** Whether even all parts together are such a small part of the whole that they are better left unpaired. */
function isFarTooLong(
  whole: Prepared,
  found: readonly number[],
  parts: readonly Prepared[],
  rarity: Rarity,
): boolean {
  const words = found.reduce((sum, j) => sum + (parts[j] as Prepared).ids.length, 0);
  const worth = found.reduce((sum, j) => sum + rarity.sum((parts[j] as Prepared).ids), 0);
  const [wholeWords, wholeWorth] = [whole.ids.length, rarity.sum(whole.ids)];
  if (words > wholeWords || worth > wholeWorth) return false;
  return greatestScore([words, wholeWords], [worth, wholeWorth]) < APART;
}

function everyPartCounts(
  whole: Prepared,
  run: readonly number[],
  parts: readonly Prepared[],
  vocabulary: Vocabulary,
  rarity: Rarity,
): boolean {
  const side = sideOf(run.map((j) => parts[j] as Prepared));
  const matches = alignTokens(side.ids, whole.ids, vocabulary);
  return side.pieces.every((piece) => {
    const { ids } = piece.prepared;
    let matched = 0;
    let rare = 0;
    for (let k = 0; k < ids.length; k++) {
      if (matches[piece.first + k] === -1) continue;
      matched++;
      rare += rarity.of(ids[k] as number);
    }
    if (matched >= CONTAINED * ids.length && rare >= CONTAINED_RARE * rarity.sum(ids)) return true;
    // It may be elsewhere in the whole than between its neighbours.
    return lcsLength(whole.ids, ids, vocabulary.size) >= SURELY * ids.length;
  });
}
