/** A whole index set as files' bytes: what a worker hands over and a folder keeps. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { foldWord, type Lexicon, type Profile, profiles, stemWord, words } from 'arabic-normalizer';
import type { Report } from '../../report/index.ts';
import { buildArrays, SuffixArrayIndex } from '../phrase-index.ts';
import { paragraphTable } from '../table.ts';
import { type ScannedCollection, underProfile } from '../token-stream.ts';
import type { ParagraphTable } from '../types.ts';
import { Vocabulary } from '../vocabulary.ts';
import { encodeFile, type FileFacts, type IndexFile } from './index-file.ts';

/** One file for the paragraphs, which all profiles share, and one for each profile. */
export type Part = 'paragraphs' | Profile;
export const parts: readonly Part[] = ['paragraphs', ...profiles];

/** What an index was made from; an index made from anything else is of no use. */
export interface Origin {
  storeId: string;
  epoch: number;
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

export function encodeParagraphs({ table, exact }: ScannedCollection, origin: Origin): Bytes {
  const { reportOf, firstOf, kindOf, rowOf } = table;
  const { tokenStart } = exact;
  return encodeFile(factsOf('paragraphs', origin), { reportOf, firstOf, kindOf, rowOf, tokenStart });
}

/** Builds the index of one profile and packs it. */
export function encodeProfile(
  scanned: ScannedCollection,
  profile: Profile,
  origin: Origin,
  lexicon: Lexicon | undefined,
): Bytes {
  const stream = underProfile(scanned.exact, profile, lexicon);
  const arrays = buildArrays(stream, scanned.table);
  const vocabulary = new Uint8Array(Buffer.from(stream.words.join('\n')));
  return encodeFile(factsOf(profile, origin), { vocabulary, ...arrays });
}

/** `reports` in the store's order, of the same epoch. */
export function decodeTable(file: IndexFile, epoch: number, reports: readonly Report[]): ParagraphTable {
  return paragraphTable(epoch, reports, {
    reportOf: file.u32('reportOf'),
    firstOf: file.u32('firstOf'),
    kindOf: file.u8('kindOf'),
    rowOf: file.u32('rowOf'),
  });
}

export function decodeProfile(
  profile: Profile,
  paragraphs: IndexFile,
  file: IndexFile,
  table: ParagraphTable,
): SuffixArrayIndex {
  // A copy, because shared memory cannot be decoded.
  const text = Buffer.from(file.u8('vocabulary').slice()).toString();
  const vocabulary = new Vocabulary(text === '' ? [] : text.split('\n'));
  return new SuffixArrayIndex(profile, table, vocabulary, paragraphs.u32('tokenStart'), {
    tokens: file.u32('tokens'),
    suffixes: file.u32('suffixes'),
    rank: file.u32('rank'),
    lcp: file.numbers('lcp'),
    counts: file.numbers('counts'),
    reportAt: file.numbers('reportAt'),
  });
}
