/**
 * A full disk: it is reported, nothing is written in part, reads continue, and so does writing when there is space
 * again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/index.ts';
import { cases, openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { askCollection } from '../collection/sample-collection.ts';

const key = 'a key of sixteen characters';
const disk = mkdtempSync(join(tmpdir(), 'siyagha-disk-'));

/** Only some users on some systems may create a small disk in memory. */
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('full-disk: skipped, because no small disk can be mounted here\n');
    return false;
  }
}
const mounted = process.platform === 'linux' && process.getuid?.() === 0 && mount();
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(!mounted)('a disk without a free byte', () => {
  const filler = join(disk, 'filler');
  const settings = loadSettings({ SIYAGHA_DATA: join(disk, 'data'), SIYAGHA_ADMIN_KEY: key });
  const log = pino({ level: 'silent' });
  const incoming = { socket: { remoteAddress: '192.0.2.1', remotePort: 5000, remoteFamily: 'IPv4' } };
  const fill = () => {
    for (const size of [1 << 20, 1 << 16, 1 << 12, 1]) {
      for (;;) {
        try {
          writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
        } catch {
          break;
        }
      }
    }
  };
  const text = (n: number) =>
    `X/${n}\n${Array.from({ length: 400 }, (_, i) => `${i + 1} - نص الفقرة ${i} من التقرير ${n} عن الأسلحة.`).join('\n')}`;

  test('507 without a path, reads continue, and so do writes when there is space', async () => {
    const collection = await openCollection(settings, { log });
    const app = createApp({ collection, settings, log });
    const upload = (n: number) => {
      const body = new FormData();
      body.set('file', new File([text(n)], `${n}.txt`));
      return app.request(
        '/v1/reports',
        { method: 'POST', body, headers: { Authorization: `Bearer ${key}` } },
        { incoming },
      );
    };
    const count = async () =>
      (await askCollection<{ reports: number }>(collection, cases.phrases, { q: 'نص الفقرة' })).reports;
    expect((await upload(1)).status).toBe(200);
    expect(await count()).toBe(1);
    fill();
    const refused = await upload(2);
    expect(refused.status).toBe(507);
    const problem = await refused.text();
    expect(problem).toMatch(/disk is full.*make room/);
    expect(problem).not.toContain(disk);
    expect(problem).not.toMatch(/\/tmp|siyagha\.db/);
    expect(await count()).toBe(1);
    rmSync(filler);
    expect((await upload(2)).status).toBe(200);
    expect(await count()).toBe(2);
    expect((await collection.verify()).problems).toEqual([]);
    await collection.close();
  });

  test('a collection is opened and read', async () => {
    fill();
    const collection = await openCollection(settings, { log, existing: true });
    const { reports } = await askCollection<{ reports: number }>(collection, cases.phrases, {
      q: 'نص الفقرة',
    });
    expect(reports).toBe(2);
    await collection.close();
    rmSync(filler);
  });
});
