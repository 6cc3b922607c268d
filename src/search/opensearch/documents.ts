/**
 * What OpenSearch holds of each paragraph: our tokens, with a blank between, and what tells which paragraph it is. A row of
 * the store is never used again, so a document never changes: it comes with its report and goes with it.
 */
import { createHash } from 'node:crypto';
import { foldWord, type Lexicon, type Profile, stemWord, words } from 'arabic-normalizer';
import type { ParagraphKind } from '../../report/index.ts';
import { isLine } from '../prior.ts';

/** Raised when documents or their index are made in another way. */
export const DOCUMENTS_VERSION = 1;

export type ParagraphDocument = Record<Profile, string> & {
  row: number;
  report: string;
  /** Row of the report's first paragraph: another one for each version of the report. */
  version: number;
  kind: ParagraphKind;
  /** Cover lines, titles and headings: of more matches than are ranked these are left out first. */
  line: boolean;
  /** Of all that stands here, for `siyagha verify`. */
  sum: string;
};

/**
 * In every shard one of these. A search counts them in the same breath: a shard's marker of a commit is written after all
 * of the commit's documents, so a shard that shows it shows them too.
 */
export interface MarkerDocument {
  marker: true;
  /** The commits that this index answers for, each as `markOf` writes it. */
  commits: string[];
  /** Versions of reports that no newer commit needs. */
  drop: number[];
  /** By which rules the documents were made. */
  rules: string;
  /** Settings and mapping of the index as they were when it was made. */
  layout: string;
}

/** @param shards of all indexes together, so that an index that is missing is noticed. */
export function markOf({ epoch, commit }: { epoch: number; commit: string }, shards: number): string {
  return `${commit}/${epoch}/${shards}`;
}

export function readMark(mark: string): { commit: string; epoch: number; shards: number } {
  const [commit = '', epoch, shards] = mark.split('/');
  return { commit, epoch: Number(epoch), shards: Number(shards) };
}

/** Longer words are cut and told apart by a sum: OpenSearch takes none of more than 32,766 bytes. */
const longest = 1000;

/** A word as it is indexed and asked for. */
export function indexed(word: string): string {
  if (word.length <= longest) return word;
  return `${word.slice(0, longest)}#${createHash('sha256').update(word).digest('hex')}`;
}

/** What every word that begins so begins with in the index, and for a very long beginning others too: Lucene takes 1,000. */
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
