/**
 * Checks every phrase index against the text it was made from: each paragraph's tokens, and that the suffix array is a
 * sorted permutation of all positions. Linear in the tokens times their longest common runs.
 */

import { profiles, words } from 'arabic-normalizer';
import type { CollectionIndex } from '../phrases/index.ts';
import { counted } from '../report/index.ts';
import type { Problem } from '../store/index.ts';
import type { View } from './view.ts';

/** Maximum number of problems reported for one index. */
const most = 10;

export function verifyIndexes(view: View): Problem[] {
  return profiles.flatMap((profile) => {
    const index = view.byProfile(profile);
    return [...tokenProblems(view, index), ...orderProblems(index)].slice(0, most);
  });
}

function tokenProblems(view: View, index: CollectionIndex): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, number>();
  const numberOf = (word: string) => {
    const number = known.get(word) ?? index.wordId(word);
    known.set(word, number);
    return number;
  };
  let paragraph = 0;
  for (const { report, ordinal, text } of view.reader.scan()) {
    if (paragraph >= view.table.count) {
      paragraph += 1;
      continue;
    }
    const expected = words(text, index.profile, { lexicon: view.lexicon });
    const tokens = index.tokensOf(paragraph);
    const isRight =
      tokens.length === expected.length && expected.every((word, i) => numberOf(word) === tokens[i]! - 1);
    if (!isRight) {
      problems.push({
        code: 'index_tokens',
        message: `${report}:${ordinal}: the ${index.profile} index does not hold the words of the text; run "siyagha reindex"`,
      });
    }
    paragraph += 1;
  }
  if (paragraph !== view.table.count) {
    problems.push({
      code: 'index_paragraphs',
      message: `the ${index.profile} index holds ${counted(view.table.count, 'paragraph')}, the store ${paragraph}; run "siyagha reindex"`,
    });
  }
  return problems;
}

/** Each segment's suffixes are all its positions, in order. */
function orderProblems(index: CollectionIndex): Problem[] {
  let missing = 0;
  let disordered = 0;
  for (const { index: part } of index.parts) {
    const tokens = part.tokens.slice(0, part.tokens.length);
    const suffixes = part.suffixes.slice(0, part.suffixes.length);
    const seen = new Uint8Array(tokens.length);
    for (const position of suffixes) seen[position] = 1;
    for (let position = 0; position < tokens.length; position += 1)
      if (tokens[position] !== 0 && seen[position] === 0) missing += 1;
    for (let rank = 1; rank < suffixes.length; rank += 1) {
      let a = suffixes[rank - 1]!;
      let b = suffixes[rank]!;
      // A separator (0) ends both runs; equal runs that end together may be in either order.
      while (tokens[a] === tokens[b] && tokens[a] !== 0) {
        a += 1;
        b += 1;
      }
      if (tokens[a]! > tokens[b]!) disordered += 1;
    }
  }
  if (missing === 0 && disordered === 0) return [];
  const message = `the ${index.profile} index misses ${missing} positions and has ${disordered} out of order; run "siyagha reindex"`;
  return [{ code: 'index_order', message }];
}
