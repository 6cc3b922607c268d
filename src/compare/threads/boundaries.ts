/**
 * Where the sentences of a collection's paragraphs end, in words, computed on first use. Most paragraphs are one
 * sentence, for which one byte is stored; the ends of the others are cached up to a limit.
 */
import { tokenize } from 'arabic-normalizer';
import { sentencesOf } from './sentences.ts';

/** Number of paragraphs with several sentences whose ends are cached. */
const MOST_KEPT = 100_000;

export class SentenceBoundaries {
  /** 0 unknown, 1 one sentence, 2 several. */
  private readonly states: Uint8Array;
  private readonly several = new Map<number, Uint32Array>();

  constructor(paragraphs: number) {
    this.states = new Uint8Array(paragraphs);
  }

  /** The number of words before each sentence's end; null for a paragraph of one sentence or none. */
  ends(paragraph: number, textOf: (paragraph: number) => string): Uint32Array | null {
    if (this.states[paragraph] === 1) return null;
    const known = this.several.get(paragraph);
    if (known) return known;
    const text = textOf(paragraph);
    const sentences = sentencesOf(text, tokenize(text));
    this.states[paragraph] = sentences.length > 1 ? 2 : 1;
    if (sentences.length <= 1) return null;
    const ends = Uint32Array.from(sentences, ({ to }) => to);
    if (this.several.size >= MOST_KEPT) this.several.clear();
    this.several.set(paragraph, ends);
    return ends;
  }
}

const byTable = new WeakMap<object, SentenceBoundaries>();

/** The same object for the same paragraph table: sentences do not change while the collection does not. */
export function boundariesOf(table: { count: number }): SentenceBoundaries {
  let boundaries = byTable.get(table);
  if (!boundaries) {
    boundaries = new SentenceBoundaries(table.count);
    byTable.set(table, boundaries);
  }
  return boundaries;
}
