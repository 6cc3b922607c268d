/** Small reports for tests, and folders that are removed afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export { type Line, makeReport } from './report.ts';

/** Runs after the test, last registered first. Not by a hook: files that share this module would share one hook. */
export function afterTest(work: () => void): void {
  onTestFinished(work);
}

/** A new folder, removed after the test, or when `cleanup` runs its work. */
export function temporaryFolder(cleanup: (work: () => void) => void = afterTest): string {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-test-'));
  cleanup(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
