/**
 * How long after its commit a report is included in every answer of the built program, which runs in another process.
 */
import { openStore } from '../../src/store/index.ts';
import { parsed } from './collection.ts';
import { ended, startProgram } from './service.ts';

const marker = 'كلمةلمتردقط';
const rounds = 5;

/** Milliseconds for five reports of 5,000 words, ascending, from the commit until `/v1/phrases` counts their words. */
export async function timesOfAdding(data: string): Promise<Float64Array> {
  const store = openStore(data);
  const service = await startProgram(data);
  const ask = async () => {
    const response = await fetch(`${service.base}/v1/phrases?q=${encodeURIComponent(marker)}`);
    return ((await response.json()) as { occurrences: number }).occurrences;
  };
  await ask();
  const times = new Float64Array(rounds);
  for (let round = 1; round <= rounds; round += 1) {
    store.put(report(round));
    const began = performance.now();
    while ((await ask()) !== round) await new Promise((resolve) => setTimeout(resolve, 5));
    times[round - 1] = performance.now() - began;
  }
  for (let round = 1; round <= rounds; round += 1) store.remove(`bench-added-${round}`);
  while ((await ask()) !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await ended(service);
  store.close();
  return times.sort();
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
