/** Words come and go with their reports: the new vocabulary, and the tokens in its numbers. */
import { foldWord, type Lexicon, type Profile, stemWord } from 'arabic-normalizer';
import type { Change } from './change.ts';

export interface OldTokens {
  words: readonly string[];
  tokens: Uint32Array;
  /** Positions of the old paragraphs, and the first paragraph of each old report. */
  tokenStart: Uint32Array;
  firstOf: Uint32Array;
}

export interface Renumbered {
  words: string[];
  tokens: Uint32Array;
}

/** Memory and time of one pass over the tokens. Words that no report holds any more are gone. */
export function renumber(
  old: OldTokens,
  { table, tokenStart, from, to, fresh }: Change,
  profile: Profile,
  lexicon: Lexicon | undefined,
): Renumbered {
  const used = new Uint8Array(old.words.length + 1);
  const oldRange = (report: number) =>
    [old.tokenStart[old.firstOf[report]!]!, old.tokenStart[old.firstOf[report + 1]!]!] as const;
  for (const [report, number] of to.entries()) {
    if (number < 0) continue;
    const [start, end] = oldRange(report);
    for (let position = start; position < end; position += 1) used[old.tokens[position]!] = 1;
  }
  const formOf = new Map<string, string>();
  for (const word of fresh.flatMap(({ paragraphs }) => paragraphs.flat())) {
    if (!formOf.has(word)) formOf.set(word, underProfile(word, profile, lexicon));
  }
  const kept = old.words.filter((_, id) => used[id + 1] === 1);
  const words = merged(kept, [...new Set(formOf.values())].sort(byCodeUnits));

  const newToken = new Uint32Array(old.words.length + 1);
  let at = 0;
  for (let id = 0; id < old.words.length; id += 1) {
    if (used[id + 1] === 0) continue;
    while (words[at] !== old.words[id]) at += 1;
    newToken[id + 1] = at + 1;
  }
  const freshToken = new Map([...formOf].map(([word, form]) => [word, placeOf(words, form) + 1]));

  const tokens = new Uint32Array(tokenStart.at(-1)!);
  for (const [report, oldReport] of from.entries()) {
    if (oldReport < 0) continue;
    const [start, end] = oldRange(oldReport);
    const shift = tokenStart[table.firstOf[report]!]! - start;
    for (let position = start; position < end; position += 1)
      tokens[position + shift] = newToken[old.tokens[position]!]!;
  }
  for (const { report, paragraphs } of fresh) {
    let position = tokenStart[table.firstOf[report]!]!;
    for (const list of paragraphs) {
      for (const word of list) {
        tokens[position] = freshToken.get(word)!;
        position += 1;
      }
      position += 1;
    }
  }
  return { words, tokens };
}

function underProfile(exact: string, profile: Profile, lexicon: Lexicon | undefined): string {
  if (profile === 'exact') return exact;
  const folded = foldWord(exact);
  return profile === 'folded' ? folded : stemWord(folded, lexicon);
}

/** Two sorted lists of distinct words as one. */
function merged(a: readonly string[], b: readonly string[]): string[] {
  const words: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j === b.length || (i < a.length && a[i]! <= b[j]!)) {
      if (a[i] === b[j]) j += 1;
      words.push(a[i]!);
      i += 1;
    } else {
      words.push(b[j]!);
      j += 1;
    }
  }
  return words;
}

function placeOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
