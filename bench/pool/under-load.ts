/** Light questions while the heaviest are asked continuously, and on their own. */
import type { ReportSummary } from '../../src/report/index.ts';
import { ended, startProgram } from '../phrases/service.ts';
import { quantile } from '../phrases/timing.ts';
import { askOften, keepAsking } from './asking.ts';
import { heaviest } from './heaviest.ts';

type P50AndP99 = [number, number];

export interface UnderLoad {
  health: P50AndP99;
  count: P50AndP99;
  quietHealth: P50AndP99;
  quietCount: P50AndP99;
}

export async function underLoad(
  data: string,
  reports: readonly ReportSummary[],
  phrases: readonly string[],
  seconds: number,
): Promise<UnderLoad> {
  const service = await startProgram(data);
  let next = 0;
  const ask = async (path: () => string, milliseconds: number): Promise<P50AndP99> => {
    const times = await askOften(service.base, path, { every: 20, milliseconds });
    return [quantile(times, 0.5), quantile(times, 0.99)];
  };
  const health = () => '/healthz';
  const count = () => `${phrases[next++ % phrases.length]!}&limit=1`;
  const quietHealth = await ask(health, 3000);
  const quietCount = await ask(count, 3000);
  const stop = new AbortController();
  const heavy = heaviest(reports).map(({ paths }) => keepAsking(service.base, paths, stop.signal));
  const [ofHealth, ofCount] = await Promise.all([ask(health, seconds * 1000), ask(count, seconds * 1000)]);
  stop.abort();
  await Promise.all(heavy);
  await ended(service);
  return { health: ofHealth, count: ofCount, quietHealth, quietCount };
}
