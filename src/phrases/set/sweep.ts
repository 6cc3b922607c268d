/** Deletes files of the index folder that no set uses: leftovers of killed processes, and indexes of older versions. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setPath } from './set-file.ts';

/**
 * Deletes them, except those that another living process may be working on. `mine` says which of this process's stay.
 */
export function sweep(folder: string, named: ReadonlySet<string>, mine: ReadonlySet<string>): void {
  const path = dirname(setPath(folder));
  let files: string[];
  try {
    files = readdirSync(path);
  } catch {
    return;
  }
  for (const file of files) {
    if (isLeftOver(file, named, mine)) rmSync(join(path, file), { force: true });
  }
}

function isLeftOver(file: string, named: ReadonlySet<string>, mine: ReadonlySet<string>): boolean {
  // Before there were segments: one file for the paragraphs and one for each profile.
  if (/^(paragraphs|exact|folded|stem)\.index(\.\d+\.tmp)?$/.test(file)) return true;
  const [, setWriter] = /^set\.json\.(\d+)\.tmp$/.exec(file) ?? [];
  if (setWriter !== undefined) return !isAlive(Number(setWriter)) || Number(setWriter) === process.pid;
  const [, name, pid] = /^((\d+)-[0-9a-f]+)\.segment(?:\.\d+\.tmp)?$/.exec(file) ?? [];
  if (name === undefined || named.has(name) || mine.has(name)) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
