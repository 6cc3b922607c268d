/** Everything around the answers: ETag, CORS, rate limit, security headers, compression, health and metrics. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedApp, emptyApp, sampleApp } from './sample-app.ts';

const report = (lines: string[]) => ['A/TEST/2001/1', 'تقرير عن الاختبار', ...lines].join('\n');

describe('ETag', () => {
  let app: AskedApp;
  beforeAll(async () => {
    app = await sampleApp();
  });
  afterAll(() => app?.close());

  it('gives 304 without a body until the collection changes', async () => {
    for (const path of [
      '/v1/reports',
      '/v1/search?q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
      '/v1/reports?format=csv',
    ]) {
      const first = await app.get(path);
      const etag = first.headers.get('ETag')!;
      expect(etag).toMatch(/^"[^"]+"$/);
      expect(first.headers.get('Cache-Control')).toBe('no-cache');
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await app.get(path, { headers: { 'If-None-Match': known } });
        expect(again.status).toBe(304);
        expect(again.headers.get('ETag')).toBe(etag);
        expect(await again.text()).toBe('');
      }
      expect((await app.get(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
      expect((await app.get(path, { headers: { 'If-None-Match': '*' } })).status).toBe(304);
    }
  });

  it('differs for each address', async () => {
    const tags = await Promise.all(
      ['/v1/reports', '/v1/reports?limit=1', '/v1/series'].map(async (p) =>
        (await app.get(p)).headers.get('ETag'),
      ),
    );
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('changes with an ingest and a removal, but not when the same file is ingested again', async () => {
    const tag = async () => (await app.get('/v1/reports')).headers.get('ETag');
    const before = await tag();
    const file = join(app.folder, 'test.txt');
    writeFileSync(file, report(['1 - عقد الاجتماع في تونس.', '2 - وحضرته الدول.']));
    expect((await app.collection.intake.files([file], {})).added).toEqual(['A-TEST-2001-1']);
    const after = await tag();
    expect(after).not.toBe(before);
    expect((await app.collection.intake.files([file], {})).unchanged).toEqual(['A-TEST-2001-1']);
    expect(await tag()).toBe(after);
    writeFileSync(file, report(['1 - عقد الاجتماع في أنتاناناريفو.', '2 - وحضرته الدول.']));
    expect((await app.collection.intake.files([file], {})).updated).toEqual(['A-TEST-2001-1']);
    const changed = await tag();
    expect(changed).not.toBe(after);
    const found = (await (
      await app.get('/v1/phrases?q=%D8%A3%D9%86%D8%AA%D8%A7%D9%86%D8%A7%D9%86%D8%A7%D8%B1%D9%8A%D9%81%D9%88')
    ).json()) as {
      occurrences: number;
    };
    expect(found.occurrences).toBe(1);
    await app.collection.remove('A/TEST/2001/1');
    expect(await tag()).not.toBe(changed);
  });
});

describe('a repeated answer', () => {
  it('has the same bytes and headers until the collection changes', async () => {
    const app = await emptyApp();
    const file = join(app.folder, 'test.txt');
    const ask = async () => {
      const response = await app.get(`/v1/phrases?q=${encodeURIComponent('الدول')}`);
      const headers = Object.fromEntries(response.headers);
      // A header of the request, not of the answer.
      for (const name of ['ratelimit-remaining', 'x-request-id']) delete headers[name];
      return { headers, body: await response.text() };
    };
    const occurrences = ({ body }: { body: string }) =>
      (JSON.parse(body) as { occurrences: number }).occurrences;
    writeFileSync(file, report(['1 - حضرته الدول.']));
    await app.collection.intake.files([file], {});
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(occurrences(first)).toBe(1);
    writeFileSync(file, report(['1 - حضرته الدول.', '2 - وشكرت الدول تونس.']));
    await app.collection.intake.files([file], {});
    const second = await ask();
    expect(occurrences(second)).toBe(2);
    expect(await ask()).toEqual(second);
    await app.close();
  });
});

describe('headers', () => {
  it('include the security headers for browsers', async () => {
    const app = await emptyApp();
    for (const path of ['/v1/reports', '/docs', '/v1/nothing', '/healthz']) {
      const { headers } = await app.get(path);
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
      expect(headers.get('X-Frame-Options'), path).toBe('SAMEORIGIN');
      expect(headers.get('Referrer-Policy'), path).toBe('no-referrer');
      expect(headers.get('Content-Security-Policy'), path).toContain("default-src 'self'");
      expect(headers.get('X-Powered-By'), path).toBeNull();
    }
    await app.close();
  });

  it('allow no other origin by default, and then only the configured ones', async () => {
    const closed = await emptyApp();
    const origin = { headers: { Origin: 'https://example.org' } };
    expect((await closed.get('/v1/reports', origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
    await closed.close();
    const open = await emptyApp({ SIYAGHA_CORS_ORIGINS: 'https://example.org, https://example.net' });
    const allowed = await open.get('/v1/reports', origin);
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://example.org');
    expect(allowed.headers.get('Access-Control-Expose-Headers')).toContain('ETag');
    expect(allowed.headers.get('Vary')).toContain('Origin');
    const failed = await open.get('/v1/reports?limit=0', origin);
    expect(failed.headers.get('Access-Control-Allow-Origin')).toBe('https://example.org');
    const other = await open.get('/v1/reports', { headers: { Origin: 'https://evil.example' } });
    expect(other.headers.get('Access-Control-Allow-Origin')).toBeNull();
    const preflight = await open.get('/v1/reports', {
      method: 'OPTIONS',
      headers: { ...origin.headers, 'Access-Control-Request-Method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('https://example.org');
    await open.close();
  });

  it('give 429 and say when to retry once the limit is exceeded', async () => {
    const app = await emptyApp({ SIYAGHA_RATE_LIMIT: '3' });
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i < 8 && last?.status !== 429; i++) {
      last = await app.get('/v1/reports');
      statuses.push(last.status);
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(3);
    expect(last?.status).toBe(429);
    expect(last?.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(Number(last?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(last?.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect((await app.get('/healthz')).status).toBe(200);
    await app.close();
  });
});

describe('health and metrics', () => {
  it('report the state of the collection', async () => {
    const app = await sampleApp();
    expect(await (await app.get('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = (await (await app.get('/readyz')).json()) as Record<string, number | boolean>;
    expect(ready).toMatchObject({ ready: true, reports: 8 });
    expect(ready.epoch).toBe(ready.store_epoch);
    await app.get('/v1/reports');
    await app.get('/v1/reports/NOPE');
    const metrics = await app.get('/metrics');
    expect(metrics.headers.get('Content-Type')).toMatch(/^text\/plain/);
    const text = await metrics.text();
    expect(text).toContain('siyagha_collection{what="reports"} 8');
    expect(text).toContain(`siyagha_collection{what="words"} ${ready.words}`);
    expect(text).toMatch(
      /siyagha_http_request_duration_seconds_count\{.*route="\/v1\/reports",.*status="200"\} 1/,
    );
    expect(text).toMatch(/_count\{.*route="\/v1\/reports\/:id",.*status="404"\} 1/);
    expect(text).not.toContain('NOPE');
    await app.close();
  });
});
