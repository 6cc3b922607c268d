/**
 * The other baseline for counting: a real Meilisearch (`MEILI_URL`), asked how many paragraphs contain a phrase in
 * quotes. It contains a part of the collection, because indexing all of it takes many minutes.
 */
import { Meilisearch } from 'meilisearch';
import type { CollectionIndex } from '../../src/phrases/index.ts';
import { randomPhrases } from './lookups.ts';
import { quantile } from './timing.ts';

/** One report in this many is included. */
const step = 5;
const asked = 1000;

/** One line on its times and on how many of its totals are correct; null without `MEILI_URL`. */
export async function meilisearchCounts(index: CollectionIndex): Promise<string | null> {
  const host = process.env.MEILI_URL;
  if (!host) return null;
  const client = new Meilisearch({
    host,
    ...(process.env.MEILI_KEY ? { apiKey: process.env.MEILI_KEY } : {}),
  });
  const uid = `siyagha-bench-${process.pid}`;
  const inside = (paragraph: number) => index.table.reportOf(paragraph) % step === 0;
  const documents: { id: number; text: string }[] = [];
  for (let paragraph = 0; paragraph < index.table.count; paragraph += 1) {
    if (inside(paragraph)) documents.push({ id: paragraph, text: textOf(index, paragraph) });
  }
  const wait = { timeout: 600_000 };
  try {
    await client.createIndex(uid, { primaryKey: 'id' }).waitTask(wait);
    // As exact as possible: no typos allowed, and no limit that a total could reach.
    await client
      .index(uid)
      .updateSettings({ typoTolerance: { enabled: false }, pagination: { maxTotalHits: 1_000_000 } })
      .waitTask(wait);
    await client.index(uid).addDocuments(documents).waitTask(wait);
    return await counted(client, uid, index, inside, documents.length);
  } finally {
    await client.deleteIndex(uid).waitTask(wait);
  }
}

async function counted(
  client: Meilisearch,
  uid: string,
  index: CollectionIndex,
  inside: (paragraph: number) => boolean,
  paragraphs: number,
): Promise<string> {
  const times: number[] = [];
  let right = 0;
  const phrases = randomPhrases(index, asked, (position) => inside(index.paragraphAt(position)));
  for (const phrase of phrases) {
    const truth = new Set(Array.from(index.find(phrase), (start) => index.paragraphAt(start)).filter(inside))
      .size;
    const began = performance.now();
    const found = await client.index(uid).search(`"${phrase.join(' ')}"`, { hitsPerPage: 1, page: 1 });
    times.push(performance.now() - began);
    if (found.totalHits === truth) right += 1;
  }
  const { pkgVersion } = await client.getVersion();
  const sorted = Float64Array.from(times).sort();
  const ms = (share: number) => `${quantile(sorted, share).toFixed(1)} ms`;
  const share = ((right / phrases.length) * 100).toFixed(1);
  return `Meilisearch ${pkgVersion} over ${paragraphs} paragraphs ${ms(0.5)} / ${ms(0.99)}, ${share} % of its totals correct`;
}

function textOf(index: CollectionIndex, paragraph: number): string {
  return Array.from(index.tokensOf(paragraph), (token) => index.word(token - 1)).join(' ');
}
