/** Where a phrase occurs in a text on screen: runs of its words, in any spelling. */
import { tokenize } from 'arabic-normalizer';
import type { Mark } from '../marks.ts';

/** `tokens`: the phrase's tokens, as in an answer. Finds nothing for phrases with wildcards or stems. */
export function phraseMarks(text: string, tokens: readonly string[]): Mark[] {
  if (tokens.length === 0) return [];
  const words = tokenize(text);
  const marks: Mark[] = [];
  for (let at = 0; at + tokens.length <= words.length; at++) {
    if (!tokens.every((token, i) => words[at + i]!.text === token)) continue;
    marks.push({ start: words[at]!.start, end: words[at + tokens.length - 1]!.end, tag: 'mark' });
    at += tokens.length - 1;
  }
  return marks;
}

/** Every single word of these, anywhere in the text. */
export function wordMarks(text: string, tokens: readonly string[]): Mark[] {
  const wanted = new Set(tokens);
  return tokenize(text).flatMap((word) =>
    wanted.has(word.text) ? [{ start: word.start, end: word.end, tag: 'mark' as const }] : [],
  );
}
