/**
 * The collection to measure, as a store with one line per paragraph: the federal texts, or if they are missing the corpus
 * that `scripts/corpus.ts` makes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from 'arabic-normalizer';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import { type ParsedReport, paragraphId, reportId } from '../../src/report/index.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import { onConstructed, privateData } from '../data.ts';

const archive = join(privateData, 'uae-federal-all.tar.gz');

export interface FederalOptions extends StoreOptions {
  /** Folder of the store; a different one if the options make a different store. */
  name?: string;
}

/** Words of the constructed corpus, which is about half as large as the federal texts, and its seed. */
const constructed = { words: Number(process.env.SIYAGHA_BENCH_WORDS ?? 3_000_000), seed: 1 };

/** What a table of figures gives as its data. */
export const dataName = onConstructed
  ? `constructed corpus (${constructed.words} words, seed ${constructed.seed})`
  : 'federal texts of the United Arab Emirates (uae-federal-all.tar.gz)';

/** Puts the texts into a store in `folder`, once. */
export function federalStore(
  folder: string,
  progress: (line: string) => void,
  { name = 'store', ...options }: FederalOptions = {},
): Store {
  progress(`data: ${dataName}`);
  if (onConstructed) return constructedStore(folder, name, options);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'index.json'))) execFileSync('tar', ['xzf', archive, '-C', folder]);
  const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Entry[];
  const store = openStore(join(folder, name), options);
  if (store.epoch() >= entries.length) return store;
  for (const [i, entry] of entries.entries()) {
    store.put(parsed(entry, readFileSync(join(folder, 'text', entry.kind, `${entry.id}.txt`), 'utf8')));
    if (i % 500 === 0) progress(`stored ${i} of ${entries.length}`);
  }
  return store;
}

/** Folder of the same texts as files, for ingest; `federalStore` must have been called. */
export function textsFolder(folder: string): string {
  if (!onConstructed) return join(folder, 'text');
  const texts = join(folder, `text-constructed-${constructed.words}`);
  if (existsSync(texts)) return texts;
  mkdirSync(texts);
  for (const { id, passages } of makeCorpus(constructed))
    writeFileSync(join(texts, `${id}.txt`), `${passages.map(({ text }) => text).join('\n')}\n`);
  return texts;
}

function constructedStore(folder: string, name: string, options: StoreOptions): Store {
  mkdirSync(folder, { recursive: true });
  const store = openStore(join(folder, `${name}-constructed-${constructed.words}`), options);
  const complete = join(folder, `${name}-constructed-${constructed.words}`, 'complete');
  if (existsSync(complete)) return store;
  for (const { id, series, year, date, title, passages } of makeCorpus(constructed)) {
    const text = passages.map((passage) => passage.text).join('\n');
    store.put(parsed({ id, kind: series, year: String(year), issued: date, title }, text));
  }
  writeFileSync(complete, '');
  return store;
}

export interface Entry {
  id: string;
  kind: string;
  year: string;
  issued: string;
  title: string;
}

export function parsed(entry: Entry, text: string): ParsedReport {
  const { kind, year, issued, title } = entry;
  const id = reportId(entry.id);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line, i) => ({
    id: paragraphId(id, i + 1),
    report: id,
    ordinal: i + 1,
    kind: 'paragraph' as const,
    number: null,
    label: null,
    part: 'main',
    path: [],
    parent: null,
    page: null,
    cell: null,
    doubts: [],
    text: line.trim(),
    words: words(line).length,
    references: [],
  }));
  return {
    report: {
      id,
      symbol: id,
      title,
      series: kind,
      body: null,
      year: Number(year) || null,
      date: issued ? { from: issued, to: issued } : null,
      session: null,
      language: 'ar',
      paragraphs: paragraphs.length,
      words: paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0),
      source: { file: `${id}.txt`, format: 'txt', sha256: id, layer: 'logical', reader: 0 },
      repairs: { words: 0, doubtful: 0 },
      readable: 1,
      unreadable: false,
      duplicate_of: [],
      warnings: [],
      ingested_at: '2020-01-01T00:00:00.000Z',
    },
    paragraphs,
    repairs: [],
    symbolGiven: true,
  };
}
