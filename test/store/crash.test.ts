/** A process killed at any moment loses nothing that it reported as done. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { searchTable } from '../../src/search/embedded/table.ts';
import { openStore } from '../../src/store/index.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

const writer = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));

/** Runs the writer until it has printed `lines` lines, kills it, and returns everything that it printed. */
async function runAndKill(folder: string, from: number, lines: number, together?: number): Promise<string[]> {
  // A file, not a pipe: a write to it is complete and never waits.
  const log = join(temporaryFolder(), 'said');
  const output = openSync(log, 'w');
  const parameters = [folder, String(from), ...(together === undefined ? [] : [String(together)])];
  const child = spawn(process.execPath, ['--import', 'tsx', writer, ...parameters], {
    stdio: ['ignore', output, 'pipe'],
  });
  closeSync(output);
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const exit = new Promise<void>((done) => child.once('exit', () => done()));
  const said = () => readFileSync(log, 'utf8').split('\n').slice(0, -1);
  while (said().length < lines && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
  child.kill('SIGKILL');
  await exit;
  expect(errors).toBe('');
  return said();
}

test('killed while it writes, several times over', async () => {
  const folder = temporaryFolder();
  const there = new Set<number>();
  /** Done but not printed, or not done: what a kill leaves uncertain. */
  const open = new Set<number>();
  let next = 0;
  for (const lines of [3, 11, 28, 57]) {
    for (const word of await runAndKill(folder, next, lines)) {
      const n = Math.abs(Number(word));
      if (word.startsWith('-')) there.delete(n);
      else there.add(n);
      next = Math.max(next, n + 1);
    }
    open.add(next).add(next - 3);
    const store = openStore(folder, { derived: [searchTable()] });
    const ids = store
      .snapshot()
      .reports()
      .map(({ id }) => Number(id.slice(1)));
    const certain = (n: number) => !open.has(n);
    expect(ids.filter(certain).sort()).toEqual([...there].filter(certain).sort());
    expect(store.verify()).toEqual([]);
    store.close();
    next += 5 - (next % 5);
  }
  expect(there.size).toBeGreaterThan(20);
});

test('killed while it writes several at once: what was reported is there, and of a group all or nothing', async () => {
  const folder = temporaryFolder();
  const together = 7;
  let next = 0;
  for (const lines of [8, 30, 50]) {
    const said = (await runAndKill(folder, next, lines, together)).map(Number);
    expect(said).toEqual(Array.from(said, (_, i) => next + i));
    const store = openStore(folder, { derived: [searchTable()] });
    const ids = store
      .snapshot()
      .reports()
      .map(({ id }) => Number(id.slice(1)))
      .sort((a, b) => a - b);
    expect(ids).toEqual(Array.from(ids, (_, i) => i));
    // One group may be done and not reported.
    expect([next + said.length, next + said.length + together]).toContain(ids.length);
    expect(store.verify()).toEqual([]);
    store.close();
    next = ids.length;
  }
});

test('two processes write at the same time and both keep everything', async () => {
  const folder = temporaryFolder();
  const store = openStore(folder, { derived: [searchTable()] });
  afterTest(() => store.close());
  const other = runAndKill(folder, 0, 40);
  let own = 0;
  for (let done = false; !done; ) {
    store.put(makeReport(`OWN${own}`, ['نص من هذه العملية']));
    own += 1;
    done = await Promise.race([
      other.then(() => true),
      new Promise<false>((wait) => setTimeout(wait, 20, false)),
    ]);
  }
  const said = (await other).filter((word) => !word.startsWith('-')).length;
  const ids = store
    .snapshot()
    .reports()
    .map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('OWN'))).toHaveLength(own);
  expect(ids.length - own).toBeGreaterThanOrEqual(said - Math.floor(said / 5) - 1);
  expect(store.epoch()).toBeGreaterThan(own + said - 1);
  expect(store.verify()).toEqual([]);
});
