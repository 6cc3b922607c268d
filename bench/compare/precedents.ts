/** Precedents in the entire federal collection: time per sentence, and whether the nearest paragraph is found. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { similarParagraphs } from '../../src/compare/index.ts';
import { LcsMatcher, similarityOf } from '../../src/compare/lcs.ts';
import { buildPhraseIndex, type PhraseIndex } from '../../src/phrases/index.ts';
import type { Paragraph } from '../../src/report/index.ts';
import { federalStore } from '../phrases/collection.ts';
import { Random } from './random.ts';

export interface PrecedentTimes {
  paragraphs: number;
  median: number;
  slowest: number;
  /** For how many paragraphs, of how many, nothing in the collection is nearer than the first hit. */
  nearest: [found: number, asked: number];
}

/** `folder` keeps the unpacked texts and their store between runs. */
export function precedentTimes(folder = join(tmpdir(), 'siyagha-bench-phrases')): PrecedentTimes {
  const store = federalStore(folder, (line) => console.error(line));
  const reader = store.snapshot();
  const index = buildPhraseIndex(reader, 'folded');
  const { table } = index;
  const random = new Random(11);
  const load = (ids: readonly string[]) => reader.paragraphsById(ids);
  const asked: Paragraph[] = [];
  while (asked.length < 60) {
    const [paragraph] = load([table.id(random.below(table.count))]);
    if (paragraph && paragraph.words >= 10 && paragraph.words <= 60) asked.push(paragraph);
  }
  const times: number[] = [];
  for (const { text } of asked) {
    const start = performance.now();
    similarParagraphs({ text }, index, load, { limit: 20 });
    times.push(performance.now() - start);
  }
  let found = 0;
  const checked = asked.slice(0, 20);
  for (const paragraph of checked) {
    const [hit] = similarParagraphs({ paragraph }, index, load, { least: 0 }).hits;
    if ((hit?.similarity ?? 0) >= nearest(paragraph, index) - 1e-9) found++;
  }
  reader.close();
  store.close();
  times.sort((x, y) => x - y);
  return {
    paragraphs: table.count,
    median: times[times.length >> 1] as number,
    slowest: times[times.length - 1] as number,
    nearest: [found, checked.length],
  };
}

/** Greatest similarity of any paragraph of another report, found by comparing all. */
function nearest(paragraph: Paragraph, index: PhraseIndex): number {
  const { table } = index;
  const at = table.number(paragraph.id);
  const own = index.tokensOf(at);
  const matcher = new LcsMatcher().load(own, index.wordCount + 1);
  let best = 0;
  for (let p = 0; p < table.count; p++) {
    const length = index.lengthOf(p);
    if (table.reportOf(p) === table.reportOf(at)) continue;
    if (similarityOf(Math.min(length, own.length), length, own.length) <= best) continue;
    best = Math.max(best, similarityOf(matcher.length(index.tokensOf(p)), length, own.length));
  }
  return best;
}
