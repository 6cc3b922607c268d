/**
 * What OpenSearch stores for each paragraph: our tokens, separated by spaces, and fields that identify the paragraph. A
 * row of the store is never reused, so a document never changes: it is added and deleted with its report.
 */
import { createHash } from 'node:crypto';
import { foldWord, type Lexicon, type Profile, stemWord, words } from 'arabic-normalizer';
import type { ParagraphKind } from '../../report/index.ts';
import { isLine } from '../prior.ts';

/** Incremented when documents or their index are made differently. */
export const DOCUMENTS_VERSION = 1;

export type ParagraphDocument = Record<Profile, string> & {
  row: number;
  report: string;
  /** Row of the report's first paragraph: different for each version of the report. */
  version: number;
  kind: ParagraphKind;
  /** Cover lines, titles and headings: if there are more matches than are ranked, these are left out first. */
  line: boolean;
  /** Checksum of all fields, for `siyagha verify`. */
  sum: string;
};

/**
 * Each shard has one of these. A search counts them in the same request: a shard's marker of a commit is written after
 * all documents of the commit, so a shard that shows the marker shows them too.
 */
export interface MarkerDocument {
  marker: true;
  /** The commits that this index can answer for, each as written by `markOf`. */
  commits: string[];
  /** Versions of reports that no newer commit needs. */
  drop: number[];
  /** Version of the rules by which the documents were made. */
  rules: string;
  /** Settings and mapping of the index when it was created. */
  layout: string;
}

/** @param shards number over all indexes together, so that a missing index is noticed */
export function markOf({ epoch, commit }: { epoch: number; commit: string }, shards: number): string {
  return `${commit}/${epoch}/${shards}`;
}

export function readMark(mark: string): { commit: string; epoch: number; shards: number } {
  const [commit = '', epoch, shards] = mark.split('/');
  return { commit, epoch: Number(epoch), shards: Number(shards) };
}

/** Longer words are cut and get a checksum: OpenSearch accepts at most 32,766 bytes. */
const longest = 1000;

/** A word as indexed and queried. */
export function indexed(word: string): string {
  if (word.length <= longest) return word;
  return `${word.slice(0, longest)}#${createHash('sha256').update(word).digest('hex')}`;
}

/**
 * What every word with this prefix begins with in the index, and for a very long prefix other words too: Lucene accepts
 * 1,000 characters.
 */
export function indexedPrefix(prefix: string): string {
  return prefix.slice(0, longest / 2);
}

export function paragraphDocument(
  paragraph: { row: number; report: string; kind: ParagraphKind; text: string },
  version: number,
  lexicon?: Lexicon,
): ParagraphDocument {
  const { row, report, kind, text } = paragraph;
  const exact = words(text, 'exact');
  const folded = exact.map(foldWord);
  const stem = folded.map((word) => stemWord(word, lexicon));
  const tokens = { exact: joined(exact), folded: joined(folded), stem: joined(stem) };
  const line = isLine(kind, folded.length);
  const document = { row, report, version, kind, line, ...tokens };
  const sum = createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 16);
  return { ...document, sum };
}

const joined = (tokens: readonly string[]): string => tokens.map(indexed).join(' ');
