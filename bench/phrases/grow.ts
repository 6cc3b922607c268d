/**
 * Collections of any size for measuring growth: a sample of the federal one, or all of it plus copies of its reports in
 * which one word in twenty is replaced.
 *
 *     npx tsx bench/phrases/grow.ts FOLDER MILLION…     a store for each size, in FOLDER/7.5 and so on
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { type ParsedReport, paragraphId } from '../../src/report/index.ts';
import { searchTable } from '../../src/search/index.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { onConstructed } from '../data.ts';
import { federalStore } from './collection.ts';
import { generator } from './timing.ts';

/** Reports per transaction. */
const atOnce = 1000;
/** One word in this many of a copy is replaced. */
const replaced = 20;

/**
 * The data folder of a store with this many tokens, made once. Its table for ranked search is empty: that is another
 * index, whose growth is not measured.
 */
export function storeOfSize(source: Store, folder: string, millions: number): string {
  const data = join(folder, onConstructed ? `${millions}-constructed` : String(millions));
  if (existsSync(join(data, 'siyagha.db'))) return data;
  const beside = `${data}.making`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  const all = wholeReports(source);
  const tokens = millions * 1e6;
  const has = sum(all);
  if (has > tokens * 1.01) {
    const step = has / tokens;
    fill(beside, portions(all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))));
  } else {
    copyFileSync(source.file, join(beside, 'siyagha.db'));
    if (has < tokens * 0.99) fill(beside, portions(copies(all, tokens - has)));
  }
  leaveSearchEmpty(join(beside, 'siyagha.db'));
  renameSync(beside, data);
  return data;
}

function fill(folder: string, some: Iterable<ParsedReport[]>): void {
  const store = openStore(folder);
  for (const portion of some) {
    for (const result of store.putAll(portion)) if (result instanceof Error) throw result;
  }
  store.close();
}

function wholeReports(source: Store): ParsedReport[] {
  const reader = source.snapshot();
  const all = reader.reports().map((report) => ({
    report,
    paragraphs: reader.paragraphs(report.id),
    repairs: [],
    symbolGiven: true,
  }));
  reader.close();
  return all;
}

function* copies(all: readonly ParsedReport[], tokens: number): Generator<ParsedReport> {
  const random = generator(29);
  // Every word as often as it occurs there.
  const words = all.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text }) => text.match(plain) ?? []));
  const another = () => words[random(words.length)]!;
  let left = tokens;
  for (let number = 1; left > 0; number += 1) {
    const { report, paragraphs } = all[random(all.length)]!;
    const id = `copy-${number}-${report.id}`;
    yield {
      report: {
        ...report,
        id,
        symbol: id,
        source: { ...report.source, file: `${id}.txt`, sha256: id },
      },
      paragraphs: paragraphs.map((paragraph) => ({
        ...paragraph,
        id: paragraphId(id, paragraph.ordinal),
        report: id,
        text: paragraph.text.replace(plain, (word) => (random(replaced) === 0 ? another() : word)),
      })),
      repairs: [],
      symbolGiven: true,
    };
    left -= report.words;
  }
}

/** Words of plain letters between spaces: each is one token, whatever is next to it. */
const plain = /(?<=^| )[ء-غف-ي]+(?= |$)/g;

function* portions(reports: Iterable<ParsedReport>): Generator<ParsedReport[]> {
  let portion: ParsedReport[] = [];
  for (const report of reports) {
    portion.push(report);
    if (portion.length < atOnce) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

function sum(reports: readonly ParsedReport[]): number {
  return reports.reduce((words, { report }) => words + report.words, 0);
}

function leaveSearchEmpty(file: string): void {
  const db = new DatabaseSync(file);
  const table = searchTable(loadLexicon());
  table.drop(db);
  table.create(db);
  db.prepare('INSERT OR REPLACE INTO derived (name, version) VALUES (?, ?)').run(table.name, table.version);
  db.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, ...sizes] = process.argv.slice(2);
  const source = federalStore(folder!, console.error);
  for (const size of sizes) {
    const began = performance.now();
    const data = storeOfSize(source, folder!, Number(size));
    console.log(`${data}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  source.close();
}
