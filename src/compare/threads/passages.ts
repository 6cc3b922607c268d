/**
 * The passages of a phrase: the sentence (or sentences) that its occurrences are in; overlapping ones are one passage.
 */
import { tokenize } from 'arabic-normalizer';
import type { Hits } from '../../phrases/answers/hits.ts';
import type { PhraseIndex } from '../../phrases/types.ts';
import { sentencesOf } from './sentences.ts';

export interface Passage {
  /** Report and paragraph number. */
  report: number;
  paragraph: number;
  /** Tokens of the paragraph, `to` exclusive. */
  from: number;
  to: number;
  /** Folded words. */
  ids: Int32Array;
  /** Number of occurrences of the phrase in it. */
  occurrences: number;
}

/**
 * In the order of the hits: reports in the index's order, then reading order.
 * @param hits of any profile: all have the same tokens
 * @param folded the index by whose words passages are compared
 */
export function passagesOf(
  hits: Hits,
  folded: PhraseIndex,
  textOf: (paragraph: number) => string,
): Passage[] {
  const passages: Passage[] = [];
  for (let i = 0; i < hits.starts.length; ) {
    const paragraph = hits.paragraphs[i]!;
    const text = textOf(paragraph);
    const sentences = sentencesOf(text, tokenize(text));
    const origin = folded.tokenStart(paragraph);
    let s = 0;
    let open: Passage | undefined;
    for (; i < hits.starts.length && hits.paragraphs[i] === paragraph; i++) {
      const first = hits.starts[i]! - origin;
      const last = hits.ends[i]! - 1 - origin;
      while (sentences[s]!.to <= first) s++;
      let e = s;
      while (sentences[e]!.to <= last) e++;
      const { from } = sentences[s]!;
      const { to } = sentences[e]!;
      if (!open || from >= open.to) {
        open = {
          report: hits.reports[i]!,
          paragraph,
          from,
          to,
          ids: new Int32Array(0),
          occurrences: 0,
        };
        passages.push(open);
      }
      open.occurrences++;
      if (to > open.to) open.to = to;
    }
  }
  for (const passage of passages) passage.ids = wordsOf(folded, passage.paragraph, passage.from, passage.to);
  return passages;
}

/** Tokens `from`…`to` of a paragraph in the index's numbering. */
export function wordsOf(index: PhraseIndex, paragraph: number, from: number, to: number): Int32Array {
  return index.tokensOf(paragraph).subarray(from, to);
}
