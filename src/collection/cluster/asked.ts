/** What paragraphs are asked for: those that share runs of words, or enough words, with a text. */
import { words as wordsOf } from 'arabic-normalizer';
import { type AskedShare, type AskedTerms, slices } from '../../search/index.ts';
import type { View } from '../view.ts';

/** Every run of `length` words in a report's paragraphs, and shorter paragraphs as a whole, each once. */
export function windowsOf(view: View, report: string, length: number): AskedTerms[] {
  const found = new Map<string, readonly string[]>();
  for (const { text } of view.reader.scanReport(report)) {
    const tokens = wordsOf(text, 'folded');
    const size = Math.min(length, tokens.length);
    for (let at = 0; size > 0 && at + size <= tokens.length; at += 1) {
      const window = tokens.slice(at, at + size);
      found.set(window.join(' '), window);
    }
  }
  return [...found.values()].map(withRun);
}

/** Number of words in one query. */
const wordsAtOnce = 700;

/** Paragraphs with a run of folded words; of a very long run, with its beginning. */
export function withRun(words: readonly string[]): AskedTerms {
  const run = words.slice(0, wordsAtOnce);
  return { profile: 'folded', terms: [[{ elements: [{ type: 'words', words: run }] }]] };
}

/**
 * Paragraphs with at least `least` of a text's words, each as often as it occurs in the text. There may be others among
 * them if the text is long: in one of its parts, a paragraph has at least that part's share.
 * @param words folded
 */
export function withWordsOf(words: readonly string[], least: number): AskedShare[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return slices([...times], wordsAtOnce).map((part) => {
    const share = part.reduce((sum, [, count]) => sum + count, 0) / words.length;
    return {
      profile: 'folded',
      words: new Map(part),
      counted: 'words',
      least: atLeast(least * share),
    };
  });
}

/** Paragraphs that may have a part at least half like a text: with fewer than a third of its words, none is. */
export const halfLike = (words: readonly string[]): AskedShare[] => withWordsOf(words, words.length / 3);

/** Paragraphs in which these words occur at least `least` times, all together; there may be others among them. */
export function withOccurrencesOf(words: readonly string[], least: number): AskedShare[] {
  const parts = slices(
    words.map((word): [string, number] => [word, 1]),
    wordsAtOnce,
  );
  return parts.map((part) => ({
    profile: 'folded',
    words: new Map(part),
    counted: 'occurrences',
    least: atLeast(least / parts.length),
  }));
}

const atLeast = (share: number): number => Math.max(1, Math.ceil(share - 1e-9));
