/** FTS5 behind the same route as `/v1/phrases`, under the same load. */
import { fileURLToPath } from 'node:url';
import { load } from './load.ts';
import { ended, started } from './service.ts';
import { quantile } from './timing.ts';

const connections = 64;

/** The result for FTS5 behind the same route; `fts5`: the file that `fts5Of` made. */
export async function fts5Http(paths: readonly string[], fts5: string): Promise<string> {
  const server = fileURLToPath(new URL('./fts5-server.ts', import.meta.url));
  const service = await started(['--import', 'tsx', server, fts5], {});
  await load(service.base, paths.slice(0, 200), connections);
  const { rate, times, failed } = await load(service.base, paths.slice(200, 2200), connections);
  await ended(service);
  const p99 = quantile(times, 0.99).toFixed(0);
  return `FTS5 behind the same route ${rate.toFixed(0)}/s, p99 ${p99} ms${failed > 0 ? `, ${failed} FAILED` : ''}`;
}
