/** Wrong questions: the right status, and problem details that name the field and say what to do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amount } from '../amount.ts';
import { type AskedApp, query, sampleApp } from './sample-app.ts';

const first = 'SRO-C.7-2008-9';
const last = 'SRO-C.7-2022-9';

let app: AskedApp;
beforeAll(async () => {
  app = await sampleApp();
});
afterAll(() => app?.close());

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
}

async function problem(path: string, init?: RequestInit): Promise<Problem> {
  const response = await app.get(path, init);
  expect(response.headers.get('Content-Type'), path.slice(0, 200)).toMatch(/^application\/problem\+json/);
  const text = await response.text();
  expect(text).not.toContain(app.folder);
  expect(text).not.toMatch(/node_modules|\/src\/|\\n\s+at |Invalid input|undefined|\[object/);
  const body = JSON.parse(text) as Problem;
  expect(body.status).toBe(response.status);
  expect(body.type).toMatch(/^urn:siyagha:problem:[a-z_]+$/);
  expect(body.title).toMatch(/^[A-Z]/);
  expect(body.detail.length).toBeGreaterThan(10);
  expect(body.detail.length).toBeLessThan(1000);
  return body;
}

/** Path, parameters, the field that `errors` must name. */
const badParameters: [string, Parameters<typeof query>[0], string][] = [
  ['/v1/search', {}, 'q'],
  ['/v1/search', { q: '' }, 'q'],
  ['/v1/search', { q: '   ' }, 'q'],
  ['/v1/search', { q: '،؛ — …' }, 'q'],
  ['/v1/search', { q: '""' }, 'q'],
  ['/v1/search', { q: '*' }, 'q'],
  ['/v1/search', { q: '"* ... *"' }, 'q'],
  ['/v1/search', { q: '-الخزانات' }, 'q'],
  ['/v1/search', { q: '"جدول الأعمال' }, 'q'],
  ['/v1/search', { q: 'جدول الأعمال»' }, 'q'],
  ['/v1/search', { q: 'نهر', group: 'report' }, 'group'],
  ['/v1/search', { q: 'م'.repeat(100_000) }, 'q'],
  ['/v1/search', { q: 'ـًٌ' }, 'q'],
  ['/v1/search', { q: 'نهر', match: 'fuzzy' }, 'match'],
  ['/v1/search', { q: 'نهر', year_from: 'abc' }, 'year_from'],
  ['/v1/search', { q: 'نهر', year_to: '20.5' }, 'year_to'],
  ['/v1/search', { q: 'نهر', kind: 'chapter' }, 'kind'],
  ['/v1/search', { q: 'نهر', limit: 0 }, 'limit'],
  ['/v1/search', { q: 'نهر', limit: 1001 }, 'limit'],
  ['/v1/search', { q: 'نهر', limit: -1 }, 'limit'],
  ['/v1/search', { q: 'نهر', limit: '' }, 'limit'],
  ['/v1/search', { q: 'نهر', limit: '1e2' }, 'limit'],
  ['/v1/search', { q: 'نهر', offset: -1 }, 'offset'],
  ['/v1/search', { q: 'نهر', offset: '9'.repeat(20) }, 'offset'],
  ['/v1/search', { q: 'نهر', section: '' }, 'section'],
  ['/v1/search', { q: 'نهر', format: 'xml' }, 'format'],
  ['/v1/search', { q: 'نهر', color: 'red' }, 'color'],
  ['/v1/search', { q: ['نهر', 'بحر'] }, 'q'],
  ['/v1/search', { q: 'نهر', limit: ['1', '2'] }, 'limit'],
  ['/v1/search', { q: 'نهر', __proto__x: '1' }, '__proto__x'],
  ['/v1/phrases', {}, 'q'],
  ['/v1/phrases', { q: '؟!' }, 'q'],
  ['/v1/phrases', { q: '* ... *' }, 'q'],
  ['/v1/phrases', { q: 'م '.repeat(50_000) }, 'q'],
  ['/v1/phrases', { q: 'نهر', sort: 'random' }, 'sort'],
  ['/v1/trends', {}, 'q'],
  ['/v1/trends', { q: [''] }, 'q'],
  ['/v1/trends', { q: ['نهر', '...'] }, 'q'],
  ['/v1/trends', { q: Array.from({ length: 11 }, (_, i) => `كلمة${i}`) }, 'q'],
  ['/v1/trends', { q: Array.from({ length: 201 }, (_, i) => `كلمة${i}`) }, 'q'],
  ['/v1/compare', {}, 'base'],
  ['/v1/compare', { base: first }, 'other'],
  ['/v1/compare', { other: first }, 'base'],
  ['/v1/wording', {}, 'q'],
  ['/v1/wording', { q: 'نهر', paragraph: `${first}:1` }, 'q'],
  ['/v1/wording', { q: '...' }, 'q'],
  ['/v1/collate', {}, 'report'],
  ['/v1/collate', { report: first }, 'report'],
  ['/v1/collate', { report: [first, first] }, 'report'],
  ['/v1/collate', { report: [first, 'SRO/C.7/2008/9'] }, 'report'],
  ['/v1/collate', { report: Array.from({ length: 201 }, (_, i) => `r${i}`) }, 'report'],
  ['/v1/reports', { series: '' }, 'series'],
  ['/v1/references', { type: 'song' }, 'type'],
  [`/v1/reports/${first}`, { paragraphs: 'perhaps' }, 'paragraphs'],
  [`/v1/reports/${first}`, { format: 'csv' }, 'format'],
  [`/v1/reports/${first}`, { id: last }, 'id'],
  [`/v1/paragraphs/${first}:1`, { format: 'jsonl' }, 'format'],
  [`/v1/reports/${last}/recurring`, { min_words: 0 }, 'min_words'],
  [`/v1/reports/${last}/recurring`, { min_words: 1001 }, 'min_words'],
  [`/v1/reports/${last}/recurring`, { min_reports: 0 }, 'min_reports'],
  [`/v1/reports/${last}/recurring`, { view: 'open' }, 'view'],
  [`/v1/reports/${last}/recurring`, { order: 'up' }, 'order'],
  [`/v1/reports/${last}/recurring`, { include: 'everything' }, 'include'],
  ['/v1/phrases', { q: 'نهر', sort: 'before4' }, 'sort'],
  ['/v1/phrases', { q: 'نهر', width: 101 }, 'width'],
  ['/v1/phrases', { q: 'نهر', sample: 0 }, 'sample'],
  ['/v1/phrases', { q: 'نهر', seed: 'x' }, 'seed'],
  ['/v1/phrases', { q: 'نهر', neighbours: 1001 }, 'neighbours'],
  ['/v1/phrases', { q: 'نهر', order: 'rank' }, 'order'],
  [`/v1/reports/${last}/recurring`, { with: '' }, 'with'],
  [`/v1/reports/${last}/novelty`, { min_words: 'four' }, 'min_words'],
  [`/v1/reports/${last}/novelty`, { limit: 5 }, 'limit'],
  [`/v1/paragraphs/${first}:1/similar`, { least: '1.5' }, 'least'],
  [`/v1/paragraphs/${first}:1/similar`, { least: 'much' }, 'least'],
];

describe('a wrong parameter gives 400 and is named', () => {
  it.each(badParameters)('%s %j: %s', async (path, parameters, field) => {
    const body = await problem(`${path}?${query(parameters)}`);
    expect(body.status, body.detail).toBe(400);
    expect(body.errors?.map((error) => error.path.split('.')[0])).toContain(field);
    for (const { message } of body.errors ?? []) expect(message.length).toBeGreaterThan(5);
  });

  it('in our own words, whatever the parameter and the value', async () => {
    const document = (await (await app.get('/openapi.json')).json()) as {
      paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
    };
    let refused = 0;
    for (const [path, { get }] of Object.entries(document.paths)) {
      const address = path.replace('{id}', path.includes('/paragraphs/{id}') ? `${first}:1` : first);
      for (const { name } of get?.parameters?.filter((parameter) => parameter.in === 'query') ?? []) {
        for (const value of amount(['zz', ['a', 'b']], ['', 'zz', '-1', 'x'.repeat(600), ['a', 'b']])) {
          const response = await app.get(`${address}?${query({ [name]: value })}`);
          const { errors = [] } = (await response.json()) as Problem;
          for (const { message } of errors) expect(message, `${address} ${name}`).toMatch(/^\P{Lu}/u);
          if (response.status === 400) refused++;
        }
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('names all wrong parameters at once', async () => {
    const body = await problem('/v1/search?limit=0&year_from=abc&nonsense=1');
    expect(body.errors?.map((error) => error.path).sort()).toEqual(['limit', 'nonsense', 'q', 'year_from']);
  });
});

it('a name that exists outside the scope gives an empty answer, not an error', async () => {
  for (const path of [
    '/v1/reports?language=ar&year_from=2030',
    '/v1/reports?warning=unreadable_text&year_to=1990',
    `/v1/reports/${first}/paragraphs?part=main&kind=other`,
    `/v1/phrases?q=a&year_from=2030&section=${encodeURIComponent('التوصيات')}`,
  ]) {
    expect((await app.get(path)).status, path).toBe(200);
  }
});

it('for an unknown report, a name that differs only in case is suggested first', async () => {
  expect((await problem(`/v1/reports/${last.toLowerCase()}`)).detail).toContain(`nearest: ${last}`);
});

describe('an unknown address or id gives 404 and says where to look', () => {
  it.each([
    ['/v1/reports/NOPE', 'unknown_report'],
    ['/v1/reports/NOPE/paragraphs', 'unknown_report'],
    ['/v1/reports/NOPE/recurring', 'unknown_report'],
    [`/v1/reports/NOPE/novelty?with=${first}`, 'unknown_report'],
    ['/v1/reports/NOPE/variants', 'unknown_report'],
    ['/v1/reports/NOPE/dropped', 'unknown_report'],
    ['/v1/reports/NOPE/repairs', 'unknown_report'],
    ['/v1/reports/NOPE/references', 'unknown_report'],
    [`/v1/reports/${first}/recurring?with=NOPE`, 'unknown_report'],
    [`/v1/compare?base=${first}&other=NOPE`, 'unknown_report'],
    [`/v1/compare?base=NOPE&other=${first}`, 'unknown_report'],
    [`/v1/collate?report=${first}&report=NOPE`, 'unknown_report'],
    [`/v1/collate?report=${first}&report=${last}&section=zzz`, 'unknown_section'],
    ['/v1/search?q=a&report=NOPE', 'unknown_report'],
    ['/v1/reports?report=NOPE', 'unknown_report'],
    ['/v1/search?q=a&series=NOPE', 'unknown_series'],
    ['/v1/search?q=a&body=NOPE', 'unknown_body'],
    ['/v1/phrases?q=a&series=NOPE', 'unknown_series'],
    ['/v1/reports?body=NOPE', 'unknown_body'],
    [`/v1/reports/${first}/novelty?series=NOPE`, 'unknown_series'],
    ['/v1/references?report=NOPE', 'unknown_report'],
    ['/v1/reports?language=zz', 'unknown_language'],
    ['/v1/search?q=a&language=zz', 'unknown_language'],
    ['/v1/reports?warning=nope', 'unknown_warning'],
    [`/v1/reports/${first}/paragraphs?part=zzz`, 'unknown_part'],
    [`/v1/reports/${first}/paragraphs?section=zzz`, 'unknown_section'],
    [`/v1/reports/${first}/variants?section=zzz`, 'unknown_section'],
    [`/v1/reports/${first}/recurring?section=zzz`, 'unknown_section'],
    ['/v1/search?q=a&section=zzz', 'unknown_section'],
    ['/v1/phrases?q=a&section=zzz', 'unknown_section'],
    ['/v1/threads?q=a&section=zzz', 'unknown_section'],
    [`/v1/paragraphs/${first}:0`, 'unknown_paragraph'],
    [`/v1/paragraphs/${first}:99999`, 'unknown_paragraph'],
    ['/v1/paragraphs/nothing', 'unknown_paragraph'],
    ['/v1/paragraphs/%00', 'unknown_paragraph'],
    ['/v1/reports/a%0d%0aX-Evil:%201', 'unknown_report'],
    [`/v1/reports/${'x'.repeat(5000)}`, 'unknown_report'],
    ['/v1/wording?paragraph=nothing:1', 'unknown_paragraph'],
    ['/v1/nothing', 'not_found'],
    ['/v2/reports', 'not_found'],
    ['/favicon.nothing', 'not_found'],
  ])('%s', async (path, code) => {
    const body = await problem(path);
    expect(body.status, body.detail).toBe(404);
    expect(body.type).toBe(`urn:siyagha:problem:${code}`);
  });

  it('lists the existing series, bodies and reports', async () => {
    const series = await problem('/v1/search?q=a&series=NOPE');
    expect(series.errors).toEqual([{ path: 'series', message: series.detail }]);
    expect(series.detail).toContain('shared-rivers');
    expect((await problem('/v1/trends?q=a&body=NOPE')).detail).toContain('the values are: ');
    expect((await problem('/v1/reports/SRO-C.7-2008-8')).detail).toContain(first);
  });

  it('copies nothing from the address into the headers', async () => {
    const response = await app.get('/v1/reports/a%0d%0aX-Evil:%201');
    expect(response.headers.get('X-Evil')).toBeNull();
  });

  it('errors have no ETag, so that none is mistaken for an answer', async () => {
    for (const path of ['/v1/reports/NOPE', '/v1/search?q=*']) {
      const response = await app.get(path);
      expect(response.headers.get('ETag'), path).toBeNull();
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    }
  });

  it('an unknown address never gets 304', async () => {
    const etag = (await app.get('/v1/reports')).headers.get('ETag')!;
    expect((await app.get('/v1/reports/NOPE', { headers: { 'If-None-Match': etag } })).status).toBe(404);
    expect((await app.get('/v1/search?q=*', { headers: { 'If-None-Match': '*' } })).status).toBe(400);
  });
});

describe('not wrong, only empty', () => {
  it.each([
    '/v1/search?q=%D9%86%D9%87%D8%B1&offset=100000000',
    '/v1/reports?year_from=9999',
    '/v1/reports?year_from=2020&year_to=2010',
    `/v1/reports/${first}/recurring?min_words=1000`,
    `/v1/reports/${first}/recurring?min_reports=100000`,
    `/v1/reports/${first}/dropped`,
    `/v1/reports/${last}/novelty?year_from=9999`,
    '/v1/phrases?q=x%27%3B%20DROP%20TABLE%20reports%3B--',
  ])('%s', async (path) => {
    const response = await app.get(path);
    expect(response.status, await response.clone().text()).toBe(200);
  });
});

describe('addresses and methods', () => {
  it.each(['/v1/search?q=%E0%A4', '/v1/search?q=%ZZ', '/v1/reports/%C3', '/v1/search?q=%'])(
    'invalid percent-encoding gives 400: %s',
    async (path) => {
      expect((await problem(path)).status).toBe(400);
    },
  );

  it.each([
    ['PUT', '/v1/search?q=a', 'GET, HEAD'],
    ['POST', '/v1/compare', 'GET, HEAD'],
    ['OPTIONS', '/v1/reports', 'GET, HEAD, POST'],
    ['PATCH', `/v1/reports/${first}`, 'GET, HEAD, DELETE'],
    ['DELETE', '/healthz', 'GET, HEAD'],
  ])('%s %s gives 405 with Allow', async (method, path, allowed) => {
    const response = await app.get(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allowed);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  });

  it.each(['/', '/openapi.json', '/docs', '/v1/reports', `/v1/reports/${first}/original`, '/v1/search?q=a'])(
    'HEAD %s answers like GET, and * matches any tag',
    async (path) => {
      const whole = await app.get(path);
      const head = await app.get(path, { method: 'HEAD' });
      const size = String((await whole.arrayBuffer()).byteLength);
      expect(head.status).toBe(whole.status);
      expect(await head.text()).toBe('');
      expect([null, whole.headers.get('ETag')]).toContain(head.headers.get('ETag'));
      expect([null, size]).toContain(head.headers.get('Content-Length'));
      if (!whole.headers.has('ETag')) return; // the dashboard, if it is not built
      expect((await app.get(path, { headers: { 'If-None-Match': '*' } })).status).toBe(304);
    },
  );

  it('HEAD answers as GET does, without a body', async () => {
    const response = await app.get('/v1/reports', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('ETag')).toBeTruthy();
    expect(await response.text()).toBe('');
    expect((await app.get('/v1/reports/NOPE', { method: 'HEAD' })).status).toBe(404);
  });
});
