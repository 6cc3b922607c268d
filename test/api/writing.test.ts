/** Adding and removing reports over HTTP: off without a key, refused without the right one, safe with broken files. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanSamples } from '../collection/sample-collection.ts';
import { type AskedApp, emptyApp } from './sample-app.ts';

const key = 'a key of sixteen characters';
const sample = cleanSamples[0]!;

let app: AskedApp;
beforeAll(async () => {
  app = await emptyApp({ SIYAGHA_ADMIN_KEY: key, SIYAGHA_MAX_UPLOAD_MB: '0.5' });
});
afterAll(() => app?.close());

function upload(bytes: Uint8Array | string, name: string, fields: Record<string, string> = {}): RequestInit {
  const body = new FormData();
  body.set('file', new File([bytes as BlobPart], name));
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  return { method: 'POST', body, headers: { Authorization: `Bearer ${key}` } };
}
const post = (bytes: Uint8Array | string, name: string, fields?: Record<string, string>) =>
  app.get('/v1/reports', upload(bytes, name, fields));
const total = async () => ((await (await app.get('/v1/reports')).json()) as { total: number }).total;

interface Problem {
  type: string;
  status: number;
  detail: string;
  errors?: { path: string }[];
}
const problemOf = async (response: Response) => {
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  const body = (await response.json()) as Problem;
  expect(body.status).toBe(response.status);
  expect(JSON.stringify(body)).not.toMatch(/siyagha-|\/tmp|node_modules/);
  return body;
};

describe('without the right key', () => {
  it('is off if none is configured, and names the setting', async () => {
    const closed = await emptyApp();
    for (const [method, path] of [
      ['POST', '/v1/reports'],
      ['DELETE', '/v1/reports/x'],
    ] as const) {
      const response = await closed.get(path, { method, headers: { Authorization: `Bearer ${key}` } });
      expect((await problemOf(response)).detail).toContain('SIYAGHA_ADMIN_KEY');
      expect(response.status).toBe(403);
    }
    await closed.close();
  });

  it.each([undefined, 'Bearer wrong', `Basic ${key}`, 'Bearer', `Bearer ${key}x`])(
    'is 401: %s',
    async (given) => {
      const headers: Record<string, string> = given === undefined ? {} : { Authorization: given };
      const inits: RequestInit[] = [
        { ...upload('x', 'x.txt'), headers },
        { method: 'DELETE', headers },
      ];
      for (const init of inits) {
        const path = init.method === 'DELETE' ? '/v1/reports/x' : '/v1/reports';
        const response = await app.get(path, init);
        expect(response.status).toBe(401);
        expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
        await problemOf(response);
      }
    },
  );
});

describe('with the key', () => {
  it('adds a report, answers unchanged the second time and updated after a change, and removes it', async () => {
    const bytes = readFileSync(sample);
    const added = await post(bytes, basename(sample));
    expect(added.status).toBe(200);
    const result = (await added.json()) as Record<string, unknown>;
    expect(result).toMatchObject({ added: ['SRO-C.7-2008-9'], updated: [], unchanged: [], failed: [] });
    const report = (await (await app.get('/v1/reports/SRO-C.7-2008-9')).json()) as {
      source: { file: string };
      series: string;
    };
    expect(report.source.file).toBe(basename(sample));
    expect(report.series).toBe('shared-rivers');
    expect(await (await post(bytes, basename(sample))).json()).toMatchObject({
      unchanged: ['SRO-C.7-2008-9'],
    });
    const changed = await post(`${bytes.toString()}\nسطر مضاف.\n`, basename(sample));
    expect(await changed.json()).toMatchObject({ updated: ['SRO-C.7-2008-9'] });
    expect(await total()).toBe(1);
    const gone = await app.get('/v1/reports/SRO-C.7-2008-9', {
      method: 'DELETE',
      headers: { Authorization: `bearer ${key}` },
    });
    expect(await gone.json()).toEqual({ removed: 'SRO-C.7-2008-9' });
    expect(await total()).toBe(0);
    const again = await app.get('/v1/reports/SRO-C.7-2008-9', {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${key}` },
    });
    expect((await problemOf(again)).type).toBe('urn:siyagha:problem:unknown_report');
    expect(again.status).toBe(404);
  });

  it('takes metadata like the manifest', async () => {
    const response = await post('عقد الاجتماع في تونس.\n1 - نص.', 'x.txt', {
      symbol: 'X/1',
      title: 'عنوان',
      date: '2003-04-05/2003-04-09',
      series: 'mine',
      body: 'هيئة',
    });
    expect(await response.json()).toMatchObject({ added: ['X-1'] });
    expect(await (await app.get('/v1/reports/X-1')).json()).toMatchObject({
      symbol: 'X/1',
      title: 'عنوان',
      series: 'mine',
      body: 'هيئة',
      year: 2003,
      date: { from: '2003-04-05', to: '2003-04-09' },
    });
  });

  it.each([
    ['date', { date: 'May' }],
    ['date', { date: '2003-13-45' }],
    ['date', { date: '2003-05-09/2003-05-01' }],
    ['year', { year: 'two' }],
    ['year', { year: '2004', date: '2003-05-09' }],
    ['language', { language: 'arabic' }],
    ['layer', { layer: 'third' }],
    ['colour', { colour: 'red' }],
  ])('names the field %s if it is wrong', async (field, fields) => {
    const response = await post('1 - نص.', 'x.txt', fields as Record<string, string>);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.map((error) => error.path)).toEqual([field]);
  });

  it('reports a part of the form without a name', async () => {
    const part = '--xxxxxxxxxx\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xxxxxxxxxx--\r\n';
    const headers = {
      'Content-Type': 'multipart/form-data; boundary=xxxxxxxxxx',
      Authorization: `Bearer ${key}`,
    };
    const response = await app.get('/v1/reports', { method: 'POST', body: part, headers });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.map((error) => error.path)).toEqual(['body']);
  });

  it.each([
    ['no body', { method: 'POST' }],
    ['JSON', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }],
    ['broken multipart', { method: 'POST', body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }],
  ])('asks for the file: %s', async (_, init) => {
    const headers = { ...(init as { headers?: object }).headers, Authorization: `Bearer ${key}` };
    const response = await app.get('/v1/reports', { ...init, headers });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors?.map((error) => error.path)).toEqual(['file']);
  });

  it.each([
    ['broken.docx', 'PK\x03\x04 this is no archive'],
    ['broken.pdf', '%PDF-1.7 and nothing more'],
    ['empty.txt', ''],
    ['picture.txt', `\x89PNG\r\n\x1a\n${'\0\x01\x02'.repeat(500)}`],
    ['sheet.xlsx', `PK\x03\x04${'\0\xff'.repeat(50)}`],
    ['../../../etc/passwd', ''],
  ])('%s gives 422 and its name, and nothing stored is lost', async (name, content) => {
    const before = await total();
    const response = await post(
      Uint8Array.from(content, (letter) => letter.charCodeAt(0)),
      name,
    );
    expect(response.status).toBe(422);
    const body = await problemOf(response);
    expect(body.detail).toContain(basename(name));
    expect(body.detail.split(basename(name)), body.detail).toHaveLength(2);
    expect(body.detail).not.toContain('..');
    expect(await total()).toBe(before);
  });

  it.each([
    ['..', /^upload-[0-9a-f]{12}$/],
    ['.', /^upload-[0-9a-f]{12}$/],
    [' ', /^upload-[0-9a-f]{12}$/],
    ['/etc/..', /^upload-[0-9a-f]{12}$/],
    ['..\\..\\x.txt', /^x\.txt$/],
    ['م'.repeat(400), /^م{100}-[0-9a-f]{12}$/],
    [`${'م'.repeat(300)}.txt`, /^م{100}-[0-9a-f]{12}\.txt$/],
    ['a\r\nb".txt', /./],
    ['<script>.txt', /^_script_\.txt$/],
  ])('a file named %j is stored under a safe name', async (name, expected) => {
    const response = await post(`عقد الاجتماع.\n1 - نص ${name.length} ${name.slice(0, 3)}.`, name);
    expect(response.status).toBe(200);
    const { added } = (await response.json()) as { added: string[] };
    const report = (await (await app.get(`/v1/reports/${encodeURIComponent(added[0]!)}`)).json()) as {
      source: { file: string };
    };
    expect(report.source.file).toMatch(expected);
    expect(report.source.file).toMatch(/^[\p{L}\p{N}\p{M}_ -][\p{L}\p{N}\p{M}._ -]*$/u);
    expect(Buffer.byteLength(report.source.file)).toBeLessThan(220);
    await app.collection.remove(added[0]!);
  });

  it.each([
    [`${'ج'.repeat(400)}أول.txt`, `${'ج'.repeat(400)}ثان.txt`],
    ['،،.txt', '!!.txt'],
    ['...txt', '...txt'],
  ])('files named %j and %j, whose safe names would be equal, are two reports', async (one, other) => {
    const added: string[] = [];
    for (const [name, text] of [
      [one, 'النص الأول'],
      [other, 'النص الثاني'],
    ] as const) {
      const body = (await (await post(`1 - ${text}.`, name)).json()) as { added: string[] };
      added.push(...body.added);
    }
    expect(new Set(added).size).toBe(2);
    for (const id of added) await app.collection.remove(id);
  });

  it.each(['..', '.', ' ', '///', 'م'.repeat(400)])('the symbol %j is refused', async (symbol) => {
    const response = await post('1 - نص.', 'x.txt', { symbol });
    expect(response.status).toBe(400);
    await problemOf(response);
  });

  it.each(['x', 'a-b', "'()+_,-./:=?", 'b'.repeat(70)])('accepts the boundary %j', async (boundary) => {
    const body = [
      `--${boundary}\r\nContent-Disposition: form-data; name="symbol"\r\n\r\nB/1\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="تقرير.txt"\r\n\r\n1 - نص الحدود.\r\n`,
      `--${boundary}--\r\n`,
    ].join('');
    const headers = {
      'Content-Type': `multipart/form-data; boundary="${boundary}"`,
      Authorization: `Bearer ${key}`,
    };
    const response = await app.get('/v1/reports', { method: 'POST', body, headers });
    expect(await response.json()).toMatchObject({ failed: [] });
    const report = await (await app.get('/v1/reports/B-1')).json();
    expect(report).toMatchObject({ source: { file: 'تقرير.txt' } });
  });

  it('gives 413 if the upload is too large, by its header or by the bytes received', async () => {
    const response = await post('م'.repeat(600_000), 'long.txt');
    expect(response.status).toBe(413);
    expect((await problemOf(response)).detail).toContain('SIYAGHA_MAX_UPLOAD_MB');
  });
});
