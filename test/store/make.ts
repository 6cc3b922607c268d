/** Small reports for tests, and folders that are gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

export { type Line, makeReport } from './report.ts';

const cleanups: (() => void)[] = [];

/** Runs after the test, last registered first. */
export function afterTest(work: () => void): void {
  cleanups.push(work);
}

/** A new folder, removed after the test, or when `cleanup` says. */
export function temporaryFolder(cleanup: (work: () => void) => void = afterTest): string {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-test-'));
  cleanup(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

afterEach(() => {
  while (cleanups.length > 0) cleanups.pop()?.();
});
