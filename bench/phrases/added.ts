/** How long after its commit a report is in every answer of the built program, which another process serves. */
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/index.ts';
import { parsed } from './collection.ts';
import type { Row } from './lookups.ts';
import { ended, startProgram } from './service.ts';

const marker = 'كلمةلمتردقط';
const rounds = 5;

/** Every `step`th report of `store`, until there are `tokens`, in a store of their own. */
export function partOf(store: Store, folder: string, step: number, tokens: number): Store {
  const part = openStore(join(folder, 'part'));
  const reader = store.snapshot();
  let stored = 0;
  for (const [i, report] of reader.reports().entries()) {
    if (stored >= tokens) break;
    if (i % step !== 0) continue;
    if (!part.snapshot().report(report.id))
      part.put({ report, paragraphs: reader.paragraphs(report.id), repairs: [], symbolGiven: true });
    stored += report.words;
  }
  reader.close();
  return part;
}

/** Median and slowest of five reports of 5,000 words, from the commit until `/v1/phrases` counts their words. */
export async function addedRow(store: Store, goal: string): Promise<Row> {
  const tokens = store
    .snapshot()
    .reports()
    .reduce((sum, { words }) => sum + words, 0);
  const service = await startProgram(store.folder);
  const ask = async () => {
    const response = await fetch(`${service.base}/v1/phrases?q=${encodeURIComponent(marker)}`);
    return ((await response.json()) as { occurrences: number }).occurrences;
  };
  await ask();
  const times: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    store.put(report(round));
    const began = performance.now();
    while ((await ask()) !== round) await new Promise((resolve) => setTimeout(resolve, 5));
    times.push(performance.now() - began);
  }
  await ended(service);
  for (let round = 1; round <= rounds; round += 1) store.remove(`bench-added-${round}`);
  times.sort((a, b) => a - b);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const work = `one report added to ${(tokens / 1e6).toFixed(1)} M tokens, until every answer has it`;
  return [work, goal, seconds(times[Math.floor(rounds / 2)]!), seconds(times.at(-1)!), ''];
}

function report(round: number) {
  const id = `bench-added-${round}`;
  const text = Array.from({ length: 250 }, (_, line) =>
    Array.from({ length: 20 }, (_, word) => `كلمة${(line * 7 + word * round) % 900}`).join(' '),
  );
  return parsed(
    { id, kind: 'decree', year: '2024', issued: '2024-06-01', title: '' },
    [marker, ...text].join('\n'),
  );
}
