/**
 * A process killed at any moment of writing, many times on one folder: what it confirmed is there, and nothing is torn.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { searchTable } from '../../src/search/embedded/table.ts';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../store/make.ts';
import { full, randomFrom, seed } from './extent.ts';

const kills = full ? 200 : 4;
const writer = fileURLToPath(new URL('../store/crash-writer.ts', import.meta.url));

/** Runs the writer and kills it some milliseconds after its first output. */
async function runAndKill(folder: string, from: number, after: number): Promise<number[]> {
  // A file, not a pipe: a write to it is complete and never waits.
  const log = join(temporaryFolder(), 'said');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, String(from)], {
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  const exit = new Promise<void>((done) => child.once('exit', () => done()));
  const said = () => readFileSync(log, 'utf8').split('\n').slice(0, -1).map(Number);
  while (said().length === 0 && child.exitCode === null) await wait(5);
  await wait(after);
  child.kill('SIGKILL');
  await exit;
  return said();
}

test(
  `${kills} kills: what was confirmed is there, complete, and at most one report is uncertain`,
  async () => {
    const folder = temporaryFolder();
    const random = randomFrom(seed);
    const there = new Set<number>();
    let next = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const said = await runAndKill(folder, next, Math.floor(random() * 120));
      for (const n of said) {
        if (n < 0 || Object.is(n, -0)) there.delete(-n);
        else there.add(n);
      }
      const last = Math.max(next - 1, ...said.map(Math.abs));
      const store = openStore(folder, { derived: [searchTable()], existing: true });
      const snapshot = store.snapshot();
      const ids = new Set(snapshot.reports().map(({ id }) => Number(id.slice(1))));
      snapshot.close();
      // One put or one removal may be done and not confirmed.
      const open = new Set([last + 1, last - 2]);
      for (const n of there)
        if (!open.has(n)) expect(ids.has(n), `report ${n} after kill ${kill}`).toBe(true);
      for (const n of ids)
        if (!open.has(n)) expect(there.has(n), `report ${n} after kill ${kill}`).toBe(true);
      if (kill % 20 === kills % 20 || kill === kills - 1) expect(store.verify()).toEqual([]);
      for (const n of open) {
        if (ids.has(n)) there.add(n);
        else there.delete(n);
      }
      store.close();
      next = last + 2 + (5 - ((last + 2) % 5));
    }
  },
  full ? 3_600_000 : 120_000,
);
