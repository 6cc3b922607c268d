/** From token positions to ranges in a paragraph's text: read and tokenised on demand, each paragraph once. */
import { type Range, ranges } from 'arabic-normalizer';
import { StoreError } from '../../store/errors.ts';
import type { ParagraphTable } from '../table.ts';
import type { TextReader } from '../types.ts';

export interface TokenisedText {
  text: string;
  /** Where its tokens are. */
  tokens: readonly Range[];
}

/** A range of UTF-16 offsets into a paragraph's text. */
export interface TextRange {
  paragraph: string;
  start: number;
  end: number;
}

export class ParagraphTexts {
  private readonly reader: TextReader;
  private readonly table: ParagraphTable;
  private readonly texts = new Map<number, TokenisedText>();

  constructor(reader: TextReader, table: ParagraphTable) {
    this.reader = reader;
    this.table = table;
  }

  /** @throws StoreError if it cannot be read */
  get(paragraph: number): TokenisedText {
    const found = this.find(paragraph);
    if (found) return found;
    throw new StoreError('damaged', `${this.table.id(paragraph)}: cannot be read; run "siyagha verify"`);
  }

  /** Null if it cannot be read. */
  find(paragraph: number): TokenisedText | null {
    const known = this.texts.get(paragraph);
    if (known) return known;
    const text = this.reader.textByRow(this.table.rowOf(paragraph));
    if (text === null) return null;
    const read = { text, tokens: ranges(text) };
    this.texts.set(paragraph, read);
    return read;
  }

  /** The range of tokens `first` to (not including) `end` of a paragraph in its text. The run must not be empty. */
  range(paragraph: number, first: number, end: number): TextRange {
    const { tokens } = this.get(paragraph);
    const start = tokens[first];
    const last = tokens[end - 1];
    if (!start || !last)
      throw new Error(`${this.table.id(paragraph)} has ${tokens.length} tokens, fewer than indexed`);
    return { paragraph: this.table.id(paragraph), start: start.start, end: last.end };
  }
}
