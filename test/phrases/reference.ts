/** Slow, obvious implementations of what the phrase index must answer. */
import { type Profile, words } from 'arabic-normalizer';
import type { Pattern, PatternElement } from '../../src/phrases/index.ts';
import type { MemoryReader } from './memory-reader.ts';

export interface Found {
  /** Paragraph number, counting all paragraphs of the collection in order. */
  paragraph: number;
  /** Positions in the paragraph's tokens, `end` exclusive. */
  start: number;
  end: number;
}

/** Each paragraph's tokens. */
export function tokenLists(reader: MemoryReader, profile: Profile): string[][] {
  return reader
    .countedReports()
    .flatMap(({ id }) => reader.paragraphs(id).map(({ text }) => words(text, profile)));
}

export function findAll(paragraphs: readonly string[][], phrase: readonly string[]): Found[] {
  return paragraphs.flatMap((tokens, paragraph) =>
    tokens.flatMap((_, start) => {
      const end = start + phrase.length;
      return end <= tokens.length && phrase.every((word, i) => tokens[start + i] === word)
        ? [{ paragraph, start, end }]
        : [];
    }),
  );
}

/** From each start, all ends that the elements can reach; the smallest is kept. */
export function matchAll(paragraphs: readonly string[][], pattern: Pattern): Found[] {
  return paragraphs.flatMap((tokens, paragraph) =>
    tokens.flatMap((_, start) => {
      let ends = [start];
      for (const element of pattern.elements) if (ends.length > 0) ends = after(tokens, ends, element);
      return ends.length === 0 ? [] : [{ paragraph, start, end: Math.min(...ends) }];
    }),
  );
}

function after(tokens: readonly string[], from: readonly number[], element: PatternElement): number[] {
  return [...new Set(from.flatMap((at) => endsOf(tokens, at, element)))];
}

function endsOf(tokens: readonly string[], at: number, element: PatternElement): number[] {
  const word = tokens[at];
  switch (element.type) {
    case 'words':
      return element.words.every((each, i) => tokens[at + i] === each) ? [at + element.words.length] : [];
    case 'prefix':
      return word?.startsWith(element.prefix) || (word !== undefined && word === element.word)
        ? [at + 1]
        : [];
    case 'any':
      return word === undefined ? [] : [at + 1];
    case 'gap':
      return Array.from({ length: element.max + 1 }, (_, k) => at + k).filter((end) => end <= tokens.length);
    case 'alternatives':
      return element.options.flatMap((run) => run.reduce((ends, part) => after(tokens, ends, part), [at]));
  }
}
