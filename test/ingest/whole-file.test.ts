/** A file is read completely and as it was at one moment, or refused. */
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readWhole } from '../../src/ingest/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'whole-'));
const file = join(folder, 'a.txt');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file that does not change', async () => {
  writeFileSync(file, 'نص');
  expect(Buffer.from(await readWhole(file)).toString()).toBe('نص');
});

test.each([
  ['grows', () => appendFileSync(file, 'more')],
  ['is truncated', () => truncateSync(file, statSync(file).size - 1)],
])('a file that %s while it is read', async (_, change) => {
  writeFileSync(file, new Uint8Array(8 * 1024 * 1024));
  let done = false;
  const read = readWhole(file)
    .catch((error: unknown) => error)
    .finally(() => {
      done = true;
    });
  while (!done) {
    change();
    await turn();
  }
  expect(await read).toMatchObject({ code: 'file_changed', message: expect.stringContaining(file) });
});

test('a file that is too large, missing or inaccessible', async () => {
  writeFileSync(file, 'نص');
  await expect(readWhole(file, 3)).rejects.toMatchObject({ code: 'file_too_large' });
  await expect(readWhole(join(folder, 'none'))).rejects.toMatchObject({ code: 'file_not_found' });
  await expect(readWhole(folder)).rejects.toMatchObject({ code: 'unreadable_file' });
  if (process.getuid?.() === 0) return;
  chmodSync(file, 0);
  await expect(readWhole(file)).rejects.toMatchObject({ code: 'not_permitted' });
});
