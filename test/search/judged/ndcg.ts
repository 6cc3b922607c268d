/** Normalised discounted cumulative gain at ten (Järvelin and Kekäläinen 2002), with gains 2^grade − 1. */

const gain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

/**
 * @param ranked grades of the hits, best first
 * @param all grades of everything that matches: the ranking does not decide which paragraphs match
 * @returns 0 to 1; 1 if no match has a grade
 */
export function ndcg(ranked: readonly number[], all: readonly number[]): number {
  const ideal = gain([...all].sort((a, b) => b - a));
  return ideal === 0 ? 1 : gain(ranked) / ideal;
}
