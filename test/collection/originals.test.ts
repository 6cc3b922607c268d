/**
 * The files that reports were read from: kept by their hash, returned, removed with the last report, and read again.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/ingest/index.ts';
import { type AskedApp, emptyApp } from '../api/sample-app.ts';
import { cleanSamples, projectRoot } from './sample-collection.ts';

const sample = cleanSamples[0]!;
const id = 'SRO-C.7-2008-9';
const key = 'a key of sixteen characters';
const opened: AskedApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

async function open(): Promise<AskedApp & { data: string; kept: () => string[] }> {
  const app = await emptyApp({ SIYAGHA_ADMIN_KEY: key });
  opened.push(app);
  const data = app.settings.SIYAGHA_DATA;
  const folder = join(data, 'originals');
  const kept = () =>
    existsSync(folder) ? readdirSync(folder).flatMap((part) => readdirSync(join(folder, part))) : [];
  return { ...app, data, kept };
}
const hashOf = (file: string) => sha256(readFileSync(file));
const original = (app: AskedApp, of = id) => app.get(`/v1/reports/${encodeURIComponent(of)}/original`);

describe('a kept file', () => {
  it('is returned byte for byte, as a download under its own name', async () => {
    const app = await open();
    await app.collection.intake.files([sample], {});
    const response = await original(app);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(readFileSync(sample)));
    expect(response.headers.get('Content-Type')).toBe('text/plain');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="${basename(sample)}"; filename*=UTF-8''${basename(sample)}`,
    );
    const etag = response.headers.get('ETag')!;
    const again = await app.get(`/v1/reports/${id}/original`, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect((await original(app, 'SRO/C.7/2008/9')).status).toBe(200);
    expect((await original(app, 'nope')).status).toBe(404);
  });

  it('opens in the browser if it is a PDF, so that an address may name its page', async () => {
    const app = await open();
    const file = join(projectRoot, 'test/ingest/pdf/files/naskh.chromium.pdf');
    const { added } = await app.collection.intake.files([file], {});
    const { headers } = await original(app, added[0]);
    expect(headers.get('Content-Type')).toBe('application/pdf');
    expect(headers.get('Content-Disposition')).toMatch(/^inline; filename="naskh\.chromium\.pdf"/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('with any name has a safe one in the answer', async () => {
    const app = await open();
    const name = `تقرير "1"\r\nX: y'().txt`;
    const body = new FormData();
    body.set('file', new File(['X/1\n1 - نص التقرير.'], name));
    await app.get('/v1/reports', { method: 'POST', body, headers: { Authorization: `Bearer ${key}` } });
    const { items } = (await (await app.get('/v1/reports')).json()) as { items: { id: string }[] };
    const { headers } = await original(app, items[0]!.id);
    expect(headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="[A-Za-z0-9._ -]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/,
    );
    expect(headers.get('X')).toBeNull();
  });

  it('is kept once for two reports, and removed with the last of them', async () => {
    const app = await open();
    const copy = join(app.folder, 'copy.txt');
    copyFileSync(sample, copy);
    const manifest = join(app.folder, 'manifest.csv');
    writeFileSync(manifest, `file,symbol\n${sample},A/1\n${copy},A/2\n`);
    await app.collection.intake.files([sample, copy], { manifest });
    expect(app.kept()).toEqual([hashOf(sample)]);
    await app.collection.remove('A-1');
    expect(app.kept()).toEqual([hashOf(sample)]);
    await app.collection.remove('A-2');
    expect(app.kept()).toEqual([]);
  });

  it('is replaced together with its report, and not kept for a refused one', async () => {
    const app = await open();
    const file = join(app.folder, 'r.txt');
    writeFileSync(file, 'A/1\n1 - نص أول.');
    await app.collection.intake.files([file], {});
    const first = app.kept();
    writeFileSync(file, 'A/1\n1 - نص ثان.');
    expect((await app.collection.intake.files([file], {})).updated).toHaveLength(1);
    expect(app.kept()).toEqual([hashOf(file)]);
    expect(app.kept()).not.toEqual(first);
    const other = join(app.folder, 'other.txt');
    writeFileSync(other, 'A-1\n1 - نص ثالث.');
    const manifest = join(app.folder, 'manifest.csv');
    writeFileSync(manifest, 'file,symbol\nother.txt,A-1\n');
    const { failed } = await app.collection.intake.files([other], { manifest });
    expect(failed.map(({ code }) => code)).toEqual(['id_taken']);
    expect(app.kept()).toEqual([hashOf(file)]);
  });

  it('is left out on request; an ingest without that option adds it', async () => {
    const app = await open();
    await app.collection.intake.files([sample], { originals: false });
    expect(app.kept()).toEqual([]);
    const response = await original(app);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: 'urn:siyagha:problem:no_original' });
    expect((await app.collection.intake.files([sample], {})).unchanged).toEqual([id]);
    expect((await original(app)).status).toBe(200);
    expect((await app.collection.verify()).problems).toEqual([]);
  });

  it.each(['damaged', 'gone'])(
    'that is %s is reported by verify and not returned, and its file repairs it',
    async (how) => {
      const app = await open();
      await app.collection.intake.files([sample], {});
      const path = join(app.data, 'originals', hashOf(sample).slice(0, 2), hashOf(sample));
      if (how === 'gone') rmSync(path);
      else writeFileSync(path, 'x');
      expect((await app.collection.verify()).problems.map(({ code }) => code)).toEqual(['original']);
      expect((await original(app)).status).toBe(503);
      await app.collection.intake.files([sample], {});
      expect((await original(app)).status).toBe(200);
      expect((await app.collection.verify()).problems).toEqual([]);
    },
  );

  it('that cannot be kept: its report is not stored, and the error says why', async () => {
    const app = await open();
    mkdirSync(app.data, { recursive: true });
    writeFileSync(join(app.data, 'originals'), 'a file in the way');
    const { failed, added } = await app.collection.intake.files([sample], {});
    expect(added).toEqual([]);
    expect(failed).toMatchObject([{ code: 'not_a_folder' }]);
    expect((await app.collection.state()).reports).toBe(0);
  });

  it('and parts left by killed processes are removed by the next ingest', async () => {
    const app = await open();
    await app.collection.intake.files([sample], {});
    const stray = 'ab'.repeat(32);
    mkdirSync(join(app.data, 'originals', 'ab'), { recursive: true });
    writeFileSync(join(app.data, 'originals', 'ab', stray), 'x');
    writeFileSync(join(app.data, 'originals', 'ab', `${stray}.4711.tmp`), 'x');
    await app.collection.intake.files([sample], {});
    expect(app.kept()).toEqual([hashOf(sample)]);
  });
});

describe('reread', () => {
  /** As if an older version of the reader had read it: another number, another text. */
  function makeOlder(data: string, sql = ''): void {
    const db = new DatabaseSync(join(data, 'siyagha.db'));
    db.exec(
      `UPDATE report SET source = json_set(source, '$.reader', 1); UPDATE paragraph SET text = 'قديم'; ${sql};
       UPDATE meta SET value = value + 1 WHERE key = 'epoch';
       INSERT INTO commits SELECT value, 'older' FROM meta WHERE key = 'epoch';
       UPDATE change SET epoch = (SELECT value FROM meta WHERE key = 'epoch')`,
    );
    db.close();
  }

  it('reads what an older version had read, and keeps what a person gave', async () => {
    const app = await open();
    const manifest = join(app.folder, 'manifest.csv');
    const file = join(app.folder, 'r.txt');
    writeFileSync(file, 'الأول\n1 - نص الفقرة الأولى من التقرير.');
    writeFileSync(manifest, 'file,symbol,title,date,series,body\nr.txt,X/1,عنوان بيد,2003-04-05,mine,هيئة\n');
    await app.collection.intake.files([file], { manifest });
    const report = async () => {
      const { ingested_at: _, ...rest } = (await (await app.get('/v1/reports/X-1')).json()) as Record<
        string,
        unknown
      >;
      return rest;
    };
    const before = await report();
    expect(await app.collection.intake.reread({ reports: [] })).toMatchObject({ updated: [], failed: [] });
    makeOlder(app.data, "UPDATE report SET title = 'x', series = NULL");
    rmSync(file);
    expect(await app.collection.intake.reread({ reports: [] })).toMatchObject({
      updated: ['X-1'],
      renamed: [],
      failed: [],
    });
    expect(await report()).toEqual(before);
    expect((await app.collection.verify()).problems).toEqual([]);
  });

  it('redirects the old id to the new one if another symbol is inferred', async () => {
    const app = await open();
    await app.collection.intake.files([sample], {});
    makeOlder(
      app.data,
      "UPDATE report SET id = 'OLD-1', symbol = 'OLD/1'; UPDATE change SET report = 'OLD-1'",
    );
    const result = await app.collection.intake.reread({ reports: [] });
    expect(result).toMatchObject({ updated: [id], renamed: [{ from: 'OLD-1', to: id }], failed: [] });
    expect((await original(app, 'OLD-1')).status).toBe(200);
    const { total } = (await (await app.get('/v1/reports')).json()) as { total: number };
    expect(total).toBe(1);
  });

  it('keeps the report’s metadata if the given values were not recorded', async () => {
    const app = await open();
    const file = join(app.folder, 'r.txt');
    writeFileSync(file, 'الأول\n1 - نص الفقرة الأولى من التقرير.');
    await app.collection.intake.files([file], {});
    makeOlder(
      app.data,
      "UPDATE report SET given = NULL, title = 'عنوان بيد', series = 'mine', date_from = '2003-04-05', date_to = '2003-04-09', year = 2003",
    );
    await app.collection.intake.reread({ reports: [] });
    expect(await (await app.get('/v1/reports/r')).json()).toMatchObject({
      title: 'عنوان بيد',
      series: 'mine',
      date: { from: '2003-04-05', to: '2003-04-09' },
    });
  });

  it('names the reports without a file, and reads the rest', async () => {
    const app = await open();
    await app.collection.intake.files([cleanSamples[1]!], { originals: false });
    await app.collection.intake.files([sample], {});
    makeOlder(app.data);
    const result = await app.collection.intake.reread({ reports: [] });
    expect(result.updated).toEqual([id]);
    expect(result.failed.map(({ code }) => code)).toEqual(['no_original']);
    await expect(app.collection.intake.reread({ reports: ['nope'] })).rejects.toMatchObject({
      code: 'unknown_report',
    });
  });
});
