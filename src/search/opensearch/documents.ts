/**
 * What OpenSearch stores for each paragraph: our tokens, separated by spaces, and fields that identify the paragraph. A
 * row of the store is never reused, so a document never changes: it is added and deleted with its report.
 */
import { createHash } from 'node:crypto';
import { foldWord, type Lexicon, type Profile, stemWord, words } from 'arabic-normalizer';
import type { ScannedParagraph, StoreReader } from '../../store/types.ts';
import { checksum } from '../checksum.ts';
import { isLine } from '../prior.ts';

/** Incremented when documents or their index are made differently. */
export const DOCUMENTS_VERSION = 3;

export type ParagraphDocument = Record<Profile, string> & {
  row: number;
  report: string;
  /** Row of the report's first paragraph: different for each version of the report. */
  version: number;
  /** Cover lines, titles and headings: if there are more matches than are ranked, these are left out first. */
  line: boolean;
  /** Checksum of all other fields, for `siyagha verify`. */
  sum: number;
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

/**
 * @param shards number over all indexes together, so that a missing index is noticed
 * @param rules by which the documents were made, so that another version's index proves nothing
 */
export function markOf(
  { epoch, commit }: { epoch: number; commit: string },
  shards: number,
  rules: string,
): string {
  return `${commit}/${epoch}/${shards}/${rules}`;
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

/** A paragraph's document. */
export interface MadeDocument {
  row: number;
  version: number;
  sum: number;
  /** All of it, a `ParagraphDocument`. */
  json: string;
}

/** Texts consist of few different words: the forms of this many are remembered, as long as the maker is. */
const remembered = 1 << 16;

export class DocumentMaker {
  readonly #lexicon: Lexicon | undefined;
  /** By a word's exact form. */
  readonly #forms = new Map<string, Record<Profile, string>>();

  constructor(lexicon?: Lexicon) {
    this.#lexicon = lexicon;
  }

  *ofReport(id: string, reader: Pick<StoreReader, 'scanReport'>): Iterable<MadeDocument> {
    const paragraphs = reader.scanReport(id);
    const version = paragraphs[0]?.row ?? 0;
    for (const paragraph of paragraphs) yield this.#make(paragraph, version);
  }

  #make({ row, report, kind, text }: ScannedParagraph, version: number): MadeDocument {
    const tokens: Record<Profile, string> = { exact: '', folded: '', stem: '' };
    const found = words(text, 'exact');
    let blank = '';
    for (const word of found) {
      const { exact, folded, stem } = this.#formsOf(word);
      tokens.exact += blank + exact;
      tokens.folded += blank + folded;
      tokens.stem += blank + stem;
      blank = ' ';
    }
    const line = isLine(kind, found.length);
    const document: Omit<ParagraphDocument, 'sum'> = { row, report, version, line, ...tokens };
    const summed = JSON.stringify(document);
    const sum = checksum(summed);
    return { row, version, sum, json: `${summed.slice(0, -1)},"sum":${sum}}` };
  }

  #formsOf(word: string): Record<Profile, string> {
    const known = this.#forms.get(word);
    if (known) return known;
    const folded = foldWord(word);
    const stem = stemWord(folded, this.#lexicon);
    const forms = { exact: indexed(word), folded: indexed(folded), stem: indexed(stem) };
    if (this.#forms.size === remembered) this.#forms.clear();
    this.#forms.set(word, forms);
    return forms;
  }
}
