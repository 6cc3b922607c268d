/** `/v1/phrases` of the built program under load, beside FTS5 behind the same route. */
import { fileURLToPath } from 'node:url';
import type { CollectionIndex } from '../../src/phrases/index.ts';
import { type Load, load } from './load.ts';
import { type Row, randomPhrases } from './lookups.ts';
import { ended, type Service, started, startProgram } from './service.ts';
import { quantile } from './timing.ts';

const connections = 64;

/** `fts5`: the file that `fts5Of` made. Needs the built program. */
export async function httpRows(index: CollectionIndex, data: string, fts5: string): Promise<Row[]> {
  const paths = randomPhrases(index, 32_000).map(
    (phrase) => `/v1/phrases?q=${encodeURIComponent(phrase.join(' '))}`,
  );
  const [warm, once20k, again] = [
    paths.slice(0, 2000),
    paths.slice(2000, 22_000),
    paths.slice(22_000, 24_000),
  ];
  const server = fileURLToPath(new URL('./fts5-server.ts', import.meta.url));
  const baseline = await started(['--import', 'tsx', server, fts5], {});
  const theirs = await measured(baseline, warm.slice(0, 200), once20k.slice(0, 2000));
  const ours = await startProgram(data);
  await load(ours.base, warm, connections);
  const first = await load(ours.base, once20k, connections);
  const mixed = Array.from({ length: 10 }, () => again).flat();
  const repeated = await load(ours.base, mixed, connections);
  await ended(ours);
  return [
    row(
      'HTTP /v1/phrases, 64 connections, 20,000 phrases, each once',
      first,
      `FTS5 behind the same route: ${told(theirs)}`,
    ),
    row('HTTP /v1/phrases, 64 connections, 2,000 phrases, ten times', repeated, ''),
  ];
}

const told = ({ rate, times, failed }: Load) =>
  `${rate.toFixed(0)} requests/s, p99 ${quantile(times, 0.99).toFixed(0)} ms${failed > 0 ? `, ${failed} FAILED` : ''}`;

function row(work: string, result: Load, baseline: string): Row {
  const p50 = `${result.rate.toFixed(0)} requests/s, p50 ${quantile(result.times, 0.5).toFixed(0)} ms`;
  return [work, '≥ 1,500 requests/s, p99 ≤ 80 ms', p50, told(result), baseline];
}

async function measured(service: Service, warm: readonly string[], paths: readonly string[]): Promise<Load> {
  await load(service.base, warm, connections);
  const result = await load(service.base, paths, connections);
  await ended(service);
  return result;
}
