/** The built program serving a folder: how it builds its index and starts, and how much memory it uses. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { megabytesOf } from '../processes.ts';
import { load } from './load.ts';
import { ended, type Service, startProgram } from './service.ts';

export interface Built {
  /** Milliseconds from starting `serve` without an index until it answers, and until all merging is done. */
  ready: number;
  settled: number;
  /** Peak megabytes during that time. */
  peak: number;
  /** Of the merged set. */
  segments: number;
  bytes: number;
}

/** Removes the index and lets the program make it. */
export async function build(data: string): Promise<Built> {
  const phrases = join(data, 'phrases');
  rmSync(phrases, { recursive: true, force: true });
  const began = performance.now();
  let peak = 0;
  // Recognised by the address, which it prints when everything is built; observed from the first moment on.
  let service: Service | null = null;
  const watched = setInterval(() => {
    peak = Math.max(peak, service ? megabytesOf(service.process.pid!) : megabytesOf(process.pid) - own);
  }, 200);
  const own = megabytesOf(process.pid);
  service = await startProgram(data);
  const ready = performance.now() - began;
  let settled = ready;
  let before = '';
  for (let quiet = performance.now(); performance.now() - quiet < 3000; await wait(100)) {
    const now = filesOf(phrases);
    if (now === before && !now.includes('.tmp')) continue;
    before = now;
    quiet = performance.now();
    settled = quiet - began;
  }
  clearInterval(watched);
  await ended(service);
  return { ready, settled, peak, ...sizeOfSet(data) };
}

const filesOf = (folder: string): string => readdirSync(folder).sort().join(' ');

export function sizeOfSet(data: string): { segments: number; bytes: number } {
  const folder = join(data, 'phrases');
  const { set } = JSON.parse(readFileSync(join(folder, 'set.json'), 'utf8')) as {
    set: { segments: { name: string }[] };
  };
  const bytes = set.segments.reduce(
    (sum, { name }) => sum + statSync(join(folder, `${name}.segment`)).size,
    0,
  );
  return { segments: set.segments.length, bytes };
}

/** Milliseconds from starting `serve` with an existing index until it answers a phrase: the median of five. */
export async function startUntilReady(data: string, path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const service = await startProgram(data);
    await (await fetch(service.base + path)).arrayBuffer();
    times.push(performance.now() - began);
    await ended(service);
  }
  return times.sort((a, b) => a - b)[2]!;
}

/** Megabytes of `serve` after requests of all kinds, eight at a time; and how many of them failed. */
export async function memoryAfter(
  data: string,
  paths: readonly string[],
): Promise<{ megabytes: number; failed: number }> {
  const service = await startProgram(data);
  const { failed } = await load(service.base, paths, 8);
  const megabytes = megabytesOf(service.process.pid!);
  await ended(service);
  return { megabytes, failed };
}

/** A thousand requests over all profiles: mostly phrases, then searches, trends and entire reports. */
export function mixedRequests(phrases: readonly (readonly string[])[], reports: readonly string[]): string[] {
  const profiles = ['exact', 'folded', 'stem'];
  return Array.from({ length: 1000 }, (_, i) => {
    const q = encodeURIComponent(phrases[i % phrases.length]!.join(' '));
    const match = `match=${profiles[i % 3]}`;
    const report = reports[i % reports.length]!;
    const kind = i % 10;
    if (kind < 6) return `/v1/phrases?q=${q}&${match}`;
    if (kind === 6) return `/v1/search?q=%22${q}%22&${match}`;
    if (kind === 7) return `/v1/trends?q=${q}&${match}`;
    return kind === 8 ? `/v1/reports/${report}/recurring` : `/v1/reports/${report}/novelty`;
  });
}
