/**
 * One folder for everything that a test run creates on disk: removed when the run ends or, if the run was killed, by
 * the next one.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const name = /^siyagha-tests-(\d+)$/;

/** Called before the workers start, which inherit `TMPDIR`; once for each project. */
export function setup(): (() => void) | undefined {
  const parent = tmpdir();
  // Another project of this run was first.
  if (name.test(parent.split('/').at(-1)!)) return undefined;
  for (const other of readdirSync(parent)) {
    const owner = name.exec(other)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) remove(join(parent, other));
  }
  const folder = join(parent, `siyagha-tests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  return () => remove(folder);
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process that belongs to somebody else is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
