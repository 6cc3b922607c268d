/** A whole index set as files' bytes: what a worker hands over and a folder keeps. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { foldWord, type Lexicon, type Profile, profiles, stemWord, words } from 'arabic-normalizer';
import type { Report } from '../../report/index.ts';
import type { CommitPoint } from '../../store/index.ts';
import { type IndexArrays, SuffixArrayIndex } from '../phrase-index.ts';
import { type ParagraphColumns, paragraphTable } from '../table.ts';
import type { ParagraphTable } from '../types.ts';
import type { OldParagraphs } from '../update/change.ts';
import type { OldTokens } from '../update/renumber.ts';
import { Vocabulary, wordSlots } from '../vocabulary.ts';
import { encodeFile, type FileFacts, type IndexFile } from './index-file.ts';

/** One file for the paragraphs, which all profiles share, and one for each profile. */
export type Part = 'paragraphs' | Profile;
export const parts: readonly Part[] = ['paragraphs', ...profiles];

/** What an index was made from; an index made from anything else is of no use. */
export interface Origin extends CommitPoint {
  storeId: string;
  /** Of the normaliser's rules and the lexicon, as far as a look at them tells. */
  rules: number;
}

export type Bytes = Uint8Array<SharedArrayBuffer>;

export function pathOf(folder: string, part: Part): string {
  return join(folder, 'phrases', `${part}.index`);
}

export function factsOf(part: Part, origin: Origin): FileFacts {
  return { part, ...origin };
}

const probe = 'أإآٱ ﻻ ـ ؤ ئ ى ی ة ک شئون سيىء وَالْمَسؤولِيَّة بالأسلحة للجنة وكتابها 63/72 ٦٣ ۷ Résumé A/CONF.192';

/** A number that changes when the normaliser or the lexicon would give other words. */
export function rulesOf(lexicon: Lexicon & Iterable<unknown>): number {
  const forms = words(probe, 'exact').flatMap((word) => [
    word,
    foldWord(word),
    stemWord(foldWord(word), lexicon),
  ]);
  let sum = crc32(forms.join(' '));
  for (const entry of lexicon) sum = crc32(String(Array.isArray(entry) ? entry[0] : entry), sum);
  return sum;
}

export function encodeParagraphs(table: ParagraphTable, tokenStart: Uint32Array, origin: Origin): Bytes {
  const { reportOf, firstOf, kindOf, rowOf } = table;
  const ids = packed(table.reports.map(({ id }) => id));
  return encodeFile(factsOf('paragraphs', origin), { ids, reportOf, firstOf, kindOf, rowOf, tokenStart });
}

export function encodeProfile(
  profile: Profile,
  words: readonly string[],
  arrays: IndexArrays,
  origin: Origin,
): Bytes {
  return encodeFile(factsOf(profile, origin), {
    words: packed(words),
    slots: wordSlots(words),
    ...arrays,
  });
}

/** `reports` in the store's order, of the same epoch. */
export function decodeTable(file: IndexFile, epoch: number, reports: readonly Report[]): ParagraphTable {
  return paragraphTable(epoch, reports, decodeColumns(file));
}

export function decodeProfile(
  profile: Profile,
  paragraphs: IndexFile,
  file: IndexFile,
  table: ParagraphTable,
): SuffixArrayIndex {
  const vocabulary = new Vocabulary(unpacked(file.u8('words')), file.u32('slots'));
  return new SuffixArrayIndex(profile, table, vocabulary, paragraphs.u32('tokenStart'), decodeArrays(file));
}

/** What following a change needs of the paragraphs. */
export function decodeOldParagraphs(file: IndexFile): OldParagraphs {
  return { ids: unpacked(file.u8('ids')), tokenStart: file.u32('tokenStart'), ...decodeColumns(file) };
}

/** What following a change needs of a profile. */
export function decodeOldProfile(paragraphs: IndexFile, file: IndexFile): IndexArrays & OldTokens {
  return {
    ...decodeArrays(file),
    words: unpacked(file.u8('words')),
    tokenStart: paragraphs.u32('tokenStart'),
    firstOf: paragraphs.u32('firstOf'),
  };
}

function decodeColumns(file: IndexFile): ParagraphColumns {
  return {
    reportOf: file.u32('reportOf'),
    firstOf: file.u32('firstOf'),
    kindOf: file.u8('kindOf'),
    rowOf: file.u32('rowOf'),
  };
}

function decodeArrays(file: IndexFile): IndexArrays {
  return {
    tokens: file.u32('tokens'),
    suffixes: file.u32('suffixes'),
    rank: file.u32('rank'),
    lcp: file.numbers('lcp'),
    counts: file.numbers('counts'),
    reportAt: file.numbers('reportAt'),
    wordFirst: file.u32('wordFirst'),
  };
}

/** Neither words nor ids hold a line's end. */
function packed(lines: readonly string[]): Uint8Array {
  return new Uint8Array(Buffer.from(lines.join('\n')));
}

function unpacked(bytes: Uint8Array): string[] {
  // A copy, because shared memory cannot be decoded.
  const text = Buffer.from(bytes.slice()).toString();
  return text === '' ? [] : text.split('\n');
}
