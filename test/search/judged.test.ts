/** Ranking judged by hand: both engines put what was asked for first. Prints nDCG@10 of each. */
import { readFileSync } from 'node:fs';
import type { Settings } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedReport } from '../../src/report/index.ts';
import {
  embeddedEngine,
  meilisearchEngine,
  type SearchEngine,
  type SearchView,
  searchAnswer,
} from '../../src/search/index.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import type { Store } from '../../src/store/index.ts';
import { sampleReports } from '../compare/texts.ts';
import { ndcg } from './judged/ndcg.ts';
import { type Judged, judgedSamples } from './judged/samples.ts';
import { realServer, whyNoServer } from './meilisearch-server.ts';
import { newStore, viewOf } from './world.ts';

const least = 0.85;
const settings = JSON.parse(
  readFileSync(new URL('../../config/meilisearch.json', import.meta.url), 'utf8'),
) as Settings;

const cleanups: (() => void | Promise<void>)[] = [];
const lexicon = loadLexicon();
let store: Store;
let view: SearchView;
/** The block of the series that each paragraph is, by paragraph id. */
const keyOf = new Map<string, string>();

beforeAll(() => {
  const reports = sampleReports().map(({ text, keys }): ParsedReport => {
    const paragraphs = [...text.paragraphs];
    paragraphs.forEach(({ id }, i) => {
      keyOf.set(id, keys[i]!);
    });
    const report = { ...text.report, paragraphs: paragraphs.length };
    return { report, paragraphs, repairs: [], symbolGiven: true };
  });
  store = newStore(reports, (work) => cleanups.unshift(work), lexicon);
  view = viewOf(store, lexicon);
});
afterAll(async () => {
  for (const work of cleanups) await work();
});

async function judge(engine: SearchEngine, { q, match = 'folded', grades }: Judged): Promise<number> {
  const { hits, engine: ranked } = await searchAnswer(view, engine, { q, match, limit: 1000 });
  expect(ranked).toBe(engine.name);
  const found = hits.map(({ paragraph }) => grades[keyOf.get(paragraph.id)!] ?? 0);
  return found.some((grade) => grade > 0) ? ndcg(found, found) : Number.NaN;
}

async function judgeAll(engine: SearchEngine): Promise<void> {
  const values: [string, number][] = [];
  for (const one of judgedSamples) values.push([one.q, await judge(engine, one)]);
  const nothing = values.filter(([, value]) => Number.isNaN(value)).map(([q]) => q);
  expect(nothing, 'questions that find nothing that was judged').toEqual([]);
  const mean = values.reduce((sum, [, value]) => sum + value, 0) / values.length;
  const worst = values.filter(([, value]) => value < least).map(([q, value]) => `${q} ${value.toFixed(2)}`);
  console.log(
    `${engine.name}: nDCG@10 ${mean.toFixed(3)} over ${values.length} questions${worst.length > 0 ? `; under ${least}: ${worst.join(', ')}` : ''}`,
  );
  expect(mean).toBeGreaterThanOrEqual(least);
}

describe('what was asked for comes first', () => {
  it('with the embedded engine', () => judgeAll(embeddedEngine()));

  it.skipIf(whyNoServer !== null)(`with Meilisearch${whyNoServer ? ` (${whyNoServer})` : ''}`, async () => {
    const { url, key } = await realServer((work) => cleanups.push(work));
    const engine = meilisearchEngine(store.storeId, { url, key, settings, lexicon });
    await engine.sync(store);
    await judgeAll(engine);
  });
});
