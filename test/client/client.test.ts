/** The client over the sample reports: answers, pages, other forms, errors; and its types are the API's own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient, openApiDocument } from '../../scripts/client/make.ts';
import { createClient, SiyaghaError } from '../../src/client/index.ts';
import { type AskedApp, reportOf, sampleApp } from '../api/sample-app.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const key = 'a key of sixteen characters';
let app: AskedApp;
const asked: string[] = [];
const inProcess = async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  asked.push(`${pathname}${search}`);
  const { method, headers } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return app.get(`${pathname}${search}`, { method, headers, body });
};
const siyagha = createClient({ url: 'http://siyagha.test/', key, fetch: inProcess });

beforeAll(async () => {
  app = await sampleApp({ SIYAGHA_ADMIN_KEY: key });
});
afterAll(() => app?.close());

const errorOf = (answer: Promise<unknown>): Promise<SiyaghaError> =>
  answer.then(
    () => {
      throw new Error('no error');
    },
    (error: SiyaghaError) => error,
  );

it('its files are made from the current API (npx tsx scripts/generate.ts writes them)', async () => {
  for (const [name, text] of Object.entries(await makeClient(await openApiDocument()))) {
    expect(readFileSync(join(projectRoot, 'src', 'client', name), 'utf8'), name).toBe(text);
  }
});

describe('answers', () => {
  it('of parameters in the address, in the path and in a body', async () => {
    const { total } = await siyagha.reports({ year_from: 2014, year_to: 2016 });
    const report = await siyagha.report({ id: 'SRO/C.7/2008/9' });
    const { hits } = await siyagha.similarText({ text: 'تتبادل الدول المشاطئة البيانات', limit: 3 });
    expect([total, report.id, hits.length > 0]).toEqual([2, reportOf(2008), true]);
  });

  it('of a parameter given several times, and of none', async () => {
    const { trends } = await siyagha.trends({ q: ['الدول المشاطئة', 'توافق الآراء'] });
    expect(trends).toHaveLength(2);
    expect((await siyagha.series()).items.map(({ id }) => id)).toContain('shared-rivers');
  });

  it('in other forms', async () => {
    const csv = await siyagha.response('reports', { format: 'csv', limit: 2 });
    expect(csv.headers.get('Content-Type')).toMatch(/^text\/csv/);
    expect((await csv.text()).trim().split('\n')).toHaveLength(3);
    const original = await siyagha.response('reportOriginal', { id: reportOf(2008) });
    expect((await original.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it('of writing', async () => {
    const file = new File(['X/1\n1 - نص التقرير.'], 'x.txt');
    expect(await siyagha.addReport({ file, symbol: 'X/1' })).toMatchObject({ added: ['X-1'] });
    expect(await siyagha.removeReport({ id: 'X-1' })).toEqual({ removed: 'X-1' });
  });
});

describe('lists', () => {
  it.each([
    ['reports', {}, 3],
    ['search', { q: 'الدول' }, 50],
    ['search', { q: 'الدول', group: 'text' }, 50],
    ['phrases', { q: 'الدول المشاطئة' }, 20],
    ['phrases', { q: 'الدول المشاطئة', sample: 7 }, 2],
    ['threads', { q: 'البيانات' }, 10],
    ['reportVariants', { id: reportOf(2010) }, 20],
    ['reportRecurring', { id: reportOf(2010) }, 100],
  ] as const)('%s %j in pages of %i are the complete list', async (name, given, limit) => {
    const whole = await siyagha.all(name, { ...given, limit: 1000 } as never);
    asked.length = 0;
    const paged = await siyagha.all(name, { ...given, limit } as never);
    const plain = (entries: readonly unknown[]) =>
      JSON.parse(JSON.stringify(entries, (field, value) => (field === 'score' ? 0 : value)));
    expect(plain(paged)).toEqual(plain(whole));
    expect(asked).toHaveLength(Math.max(1, Math.ceil(whole.length / limit)));
  });

  it('are requested only as far as they are read', async () => {
    asked.length = 0;
    for await (const { symbol } of siyagha.each('reports', { limit: 3, offset: 1 })) {
      if (symbol === 'SRO/C.7/2016/9') break;
    }
    expect(asked).toEqual(['/v1/reports?limit=3&offset=1', '/v1/reports?limit=3&offset=4']);
  });
});

describe('errors', () => {
  it('have the fields of the problem', async () => {
    const error = await errorOf(siyagha.search({ q: 'x', limit: 0 }));
    expect(error).toBeInstanceOf(SiyaghaError);
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_parameters',
      type: 'urn:siyagha:problem:invalid_parameters',
      title: 'Bad request',
      errors: [{ path: 'limit', message: 'must be at least 1' }],
      retryAfter: null,
    });
    expect(error.message).toBe(error.detail);
    expect(await errorOf(siyagha.report({ id: 'nothing' }))).toMatchObject({
      status: 404,
      code: 'unknown_report',
    });
  });

  it('say when to ask again', async () => {
    const busy = async () =>
      Response.json(
        { type: 'urn:siyagha:problem:busy', title: 'Unavailable', status: 503, detail: 'ask again in 7 s' },
        { status: 503, headers: { 'Retry-After': '7' } },
      );
    const error = await errorOf(createClient({ url: 'http://x', fetch: busy }).series());
    expect(error).toMatchObject({ status: 503, code: 'busy', retryAfter: 7 });
  });

  it.each([
    ['a proxy', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502, 'http_502'],
    ['another page', async () => new Response('<h1>Hello</h1>'), 200, 'not_json'],
    ['nobody', () => Promise.reject(new TypeError('fetch failed')), 0, 'unreachable'],
  ] as const)('tell that %s answers', async (_, fetch, status, code) => {
    expect(await errorOf(createClient({ url: 'http://x', fetch }).series())).toMatchObject({ status, code });
  });

  it('of an aborted question is the abort reason', async () => {
    const fetch = (request: Request) =>
      new Promise<Response>((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason)),
      );
    const ending = new AbortController();
    const answer = createClient({ url: 'http://x', fetch }).series({}, { signal: ending.signal });
    ending.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});
