/**
 * The collection's text as word numbers. It is tokenised once, under `exact`: folding and stemming are functions of
 * the word alone and keep every token, so the other profiles are a renaming of the same stream.
 */
import { foldWord, type Lexicon, type Profile, stemWord, words } from 'arabic-normalizer';
import { buildParagraphTable } from './table.ts';
import type { ParagraphTable, ScannedReader } from './types.ts';
import { numberWords } from './vocabulary.ts';

/** Done so far and in all, in paragraphs. */
export type ScanProgress = (done: number, total: number) => void;

/** Word id + 1 at each position, 0 after each paragraph. */
export interface TokenStream {
  words: readonly string[];
  tokens: Uint32Array;
  /** Position of each paragraph's first token; one entry more than paragraphs. */
  tokenStart: Uint32Array;
}

export interface ScannedCollection {
  table: ParagraphTable;
  exact: TokenStream;
}

/** Reads and tokenises the whole collection. Memory: 4 bytes a token and the vocabulary. */
export function scanCollection(reader: ScannedReader, progress: ScanProgress = () => {}): ScannedCollection {
  const ids = new Map<string, number>();
  const reports = reader.countedReports();
  const paragraphs = reports.reduce((sum, report) => sum + report.paragraphs, 0);
  let tokens = new Uint32Array(reports.reduce((sum, report) => sum + report.words, 0) + paragraphs);
  const tokenStart = new Uint32Array(paragraphs + 1);
  let at = 0;
  let done = 0;
  const table = buildParagraphTable(reader, ({ text }) => {
    const found = words(text, 'exact');
    if (at + found.length + 1 > tokens.length) tokens = grown(tokens, at + found.length + 1);
    for (const word of found) {
      let id = ids.get(word);
      if (id === undefined) {
        id = ids.size;
        ids.set(word, id);
      }
      tokens[at] = id + 1;
      at += 1;
    }
    tokens[at] = 0;
    at += 1;
    done += 1;
    tokenStart[done] = at;
    if (done % 16384 === 0) progress(done, paragraphs);
  });
  progress(done, paragraphs);
  return { table, exact: renamed([...ids.keys()], tokens.subarray(0, at), tokenStart) };
}

/** The stream under another profile. `exact` must be an exact stream. */
export function underProfile(exact: TokenStream, profile: Profile, lexicon?: Lexicon): TokenStream {
  if (profile === 'exact') return exact;
  const folded = exact.words.map((word) => foldWord(word));
  const forms = profile === 'folded' ? folded : folded.map((word) => stemWord(word, lexicon));
  return renamed(forms, exact.tokens, exact.tokenStart);
}

function renamed(forms: readonly string[], tokens: Uint32Array, tokenStart: Uint32Array): TokenStream {
  const { words, newId } = numberWords(forms);
  const renumbered = new Uint32Array(tokens.length);
  for (let position = 0; position < tokens.length; position += 1) {
    const token = tokens[position]!;
    renumbered[position] = token === 0 ? 0 : newId[token - 1]! + 1;
  }
  return { words, tokens: renumbered, tokenStart };
}

function grown(tokens: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, tokens.length * 2));
  larger.set(tokens);
  return larger;
}
