/** From an engine's ranking to the order of a whole answer. */
import type { Ranking } from './engine.ts';

/** Below every score of an engine. */
export const UNRANKED_SCORE = 0;

/**
 * All of `paragraphs`: first those that the engine ranked, best first and equal scores in reading order; then the rest
 * in reading order (dated reports first). Complete and stable, so its pages never miss or repeat a paragraph.
 * @param paragraphs ascending
 */
export function completeOrder(paragraphs: Uint32Array, ranking: Ranking): Ranking {
  const place = new Map<number, number>();
  paragraphs.forEach((paragraph, at) => {
    place.set(paragraph, at);
  });
  const scoreAt = new Float64Array(paragraphs.length).fill(Number.NaN);
  ranking.paragraphs.forEach((paragraph, i) => {
    const at = place.get(paragraph);
    if (at !== undefined && Number.isNaN(scoreAt[at])) scoreAt[at] = ranking.scores[i] ?? UNRANKED_SCORE;
  });
  const order = Uint32Array.from(paragraphs.keys()).sort((a, b) => {
    const [x, y] = [scoreAt[a]!, scoreAt[b]!];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return y - x || a - b;
  });
  return {
    paragraphs: order.map((at) => paragraphs[at]!),
    scores: Float64Array.from(order, (at) => (Number.isNaN(scoreAt[at]) ? UNRANKED_SCORE : scoreAt[at]!)),
  };
}
