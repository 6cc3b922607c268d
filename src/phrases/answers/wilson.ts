/**
 * Confidence interval of a frequency: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference" (JASA 1927), at 95 %.
 */

const z = 1.959963984540054;

/** Lower and upper end of the share of `hits` in `trials`, each 0…1; null without trials. */
export function wilson(hits: number, trials: number): [number, number] | null {
  if (trials === 0) return null;
  const share = hits / trials;
  const squared = z ** 2 / trials;
  const middle = share + squared / 2;
  const width = z * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials));
  // For none and for all they are exactly 0 and 1, which rounding would miss.
  const low = hits === 0 ? 0 : (middle - width) / (1 + squared);
  const high = hits === trials ? 1 : (middle + width) / (1 + squared);
  return [low, high];
}

/** Per 10,000 words. */
export interface Frequency {
  per_10k_words: number;
  /** 95 % interval of `per_10k_words`. */
  interval: [number, number];
}

/** Frequency per 10,000 tokens, with its interval; 0 of 0 is 0, with the whole range as interval. */
export function frequency(occurrences: number, words: number): Frequency {
  const [low, high] = wilson(occurrences, words) ?? [0, 1];
  const perToken = words === 0 ? 0 : occurrences / words;
  return { per_10k_words: perToken * 10_000, interval: [low * 10_000, high * 10_000] };
}
