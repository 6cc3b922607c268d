/** If a phrase does not occur: the sentences with most of its content, found by its rarer words. */
import { tokenize } from 'arabic-normalizer';
import type { Scope } from '../../phrases/scope.ts';
import type { PhraseIndex } from '../../phrases/types.ts';
import { bestWindow } from '../passage.ts';
import { rarityIn, sharedSaying } from '../rarity.ts';
import type { SentenceBoundaries } from './boundaries.ts';

/** Tokens `from` to (not including) `to` of a paragraph. */
export interface FoundNear {
  paragraph: number;
  from: number;
  to: number;
  /** The phrase's words in it, as written in the query. */
  shared: string[];
  share: number;
  /** Number of such sentences with the same words; the first is given. */
  times: number;
}

/** Number of sentences listed. */
const LISTED = 10;
/** Number of the phrase's rarest words that are looked up. */
const RAREST = 20;
/** Maximum number of paragraphs whose sentences are compared, those with most of the rarest words first. */
export const LOOKED_AT = 200;
/** A sentence with a smaller share of the phrase's content is not near it. */
const LEAST_SHARE = 1 / 3;
/** Maximum number of words of a longer text that are compared. */
const MOST_WORDS = 500;

/**
 * Largest share of the content first (`share`), then the most similar run of words, then the order of the collection.
 */
export function nearPassages(
  q: string,
  index: PhraseIndex,
  scope: Scope,
  boundaries: SentenceBoundaries,
  textOf: (paragraph: number) => string,
): FoundNear[] {
  const rarity = rarityIn(index);
  const printed = new Map<number, string>();
  const says = new Map<number, number>();
  /** The content of the words that the collection lacks. */
  let lost = 0;
  const phrase = wordsOf(q).map(({ text, start, end }, at) => {
    const content = rarity.says(text);
    const isKnown = index.count([text]) > 0;
    // Words that the collection lacks are distinct, match nothing, and do not reduce the content of the others.
    const id = index.wordId(text) + 1 || -1 - at;
    if (!printed.has(id)) printed.set(id, q.slice(start, end));
    says.set(id, isKnown ? content : 0);
    if (!isKnown) lost += content;
    return id;
  });
  const anchor = Int32Array.from(phrase);
  const found = holding(rarestWords(q, index), index, scope).flatMap((paragraph) => {
    const tokens = index.tokensOf(paragraph);
    const ends = boundaries.ends(paragraph, textOf) ?? [tokens.length];
    return Array.from(ends, (to, n) => {
      const from = n === 0 ? 0 : ends[n - 1]!;
      const words = tokens.subarray(from, to);
      const { shared, all } = sharedSaying(anchor, words, says);
      const share = shared === 0 ? 0 : shared / (all + lost);
      return { paragraph, from, to, words, share, alike: 0, near: shared > 0 && shared >= LEAST_SHARE * all };
    }).filter(({ near }) => near);
  });
  for (const item of found) item.alike = bestWindow(anchor, item.words)?.similarity ?? 0;
  found.sort(
    (x, y) => y.share - x.share || y.alike - x.alike || x.paragraph - y.paragraph || x.from - y.from,
  );
  const distinct = new Map<string, FoundNear>();
  for (const { paragraph, from, to, words, share } of found) {
    const key = words.join(' ');
    const same = distinct.get(key);
    if (same) same.times++;
    else if (distinct.size < LISTED) {
      const has = new Set(words);
      const shared = [...printed].flatMap(([id, text]) => (has.has(id) ? [text] : []));
      distinct.set(key, { paragraph, from, to, shared, share, times: 1 });
    }
  }
  return [...distinct.values()];
}

const wordsOf = (q: string) => tokenize(q).slice(0, MOST_WORDS);

/** The rarest words of a phrase that the collection has, with their content; the rarest first. */
export function rarestWords(q: string, index: PhraseIndex): Map<string, number> {
  const rarity = rarityIn(index);
  const known = new Map(
    wordsOf(q)
      .filter(({ text }) => index.count([text]) > 0)
      .map(({ text }) => [text, rarity.says(text)]),
  );
  const telling = [...known].filter(([, content]) => content > 0);
  return new Map(telling.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, RAREST));
}

/** The paragraphs with most of the content of these words, most first. */
function holding(words: ReadonlyMap<string, number>, index: PhraseIndex, scope: Scope): number[] {
  const held = new Map<number, number>();
  for (const [word, content] of words) {
    const seen = new Set<number>();
    index.eachOccurrence([word], (paragraph, report) => {
      if (scope.reports[report] === 0 || scope.paragraphs?.[paragraph] === 0 || seen.has(paragraph)) return;
      seen.add(paragraph);
      held.set(paragraph, (held.get(paragraph) ?? 0) + content);
    });
  }
  return [...held]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, LOOKED_AT)
    .map(([paragraph]) => paragraph);
}
