/** Limits on clients: who asks, how often, how slowly, and what strangers are told. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { clientKey } from '../../src/api/client.ts';
import { createApp, type Server, serve } from '../../src/api/index.ts';
import { openTemporary } from '../collection/sample-collection.ts';
import { emptyApp } from './sample-app.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function app(environment: Record<string, string> = {}) {
  const opened = await emptyApp(environment);
  closing.push(() => opened.close());
  return opened;
}

describe('the rate limit', () => {
  const forwarded = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

  it('counts clients behind a trusted proxy separately, by the address that the proxy gives', async () => {
    const { get } = await app({ SIYAGHA_RATE_LIMIT: '2', SIYAGHA_TRUSTED_PROXIES: '192.0.2.0/24' });
    const ask = async (address: string) => (await get('/v1/series', forwarded(address))).status;
    expect([await ask('203.0.113.1'), await ask('203.0.113.1'), await ask('203.0.113.1')]).toEqual([
      200, 200, 429,
    ]);
    expect(await ask('203.0.113.2')).toBe(200);
    // Anything before the proxy's own entry can be forged by the client.
    expect(await ask('198.51.100.9, 203.0.113.1')).toBe(429);
    expect(await ask('203.0.113.3, 192.0.2.7')).toBe(200);
  });

  it('trusts nobody else', async () => {
    const { get } = await app({ SIYAGHA_RATE_LIMIT: '2' });
    const statuses: number[] = [];
    for (const n of [1, 2, 3]) statuses.push((await get('/v1/series', forwarded(`203.0.113.${n}`))).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('says when to retry, to pages of other origins too', async () => {
    const { get } = await app({ SIYAGHA_RATE_LIMIT: '1', SIYAGHA_CORS_ORIGINS: 'https://example.org' });
    const origin = { headers: { Origin: 'https://example.org' } };
    await get('/v1/series', origin);
    const { status, headers } = await get('/v1/series', origin);
    expect(status).toBe(429);
    const exposed = headers.get('Access-Control-Expose-Headers');
    for (const name of ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']) {
      expect(headers.get(name), name).toMatch(/^\d+$/);
      expect(exposed).toContain(name);
    }
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['192.0.2.1', '192.0.2.2', false],
  ])('treats an IPv6 network as one client: %s and %s', (a, b, same) => {
    expect(clientKey(a) === clientKey(b)).toBe(same);
  });
});

it('a preflight without configured origins says which setting is missing', async () => {
  const { get } = await app();
  const headers = { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' };
  const response = await get('/v1/reports', { method: 'OPTIONS', headers });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('SIYAGHA_CORS_ORIGINS') });
});

describe('requests have ids, and changes of the collection are logged', () => {
  it('in the answer and in the log, without any key', async () => {
    const key = 'a key of sixteen characters';
    const opened = await openTemporary({ SIYAGHA_ADMIN_KEY: key });
    closing.push(() => opened.close());
    const lines: Record<string, unknown>[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const asked = createApp({ ...opened, log });
    const incoming = { socket: { remoteAddress: '192.0.2.1', remotePort: 5000, remoteFamily: 'IPv4' } };
    const send = (init: RequestInit, given: string, path = '/v1/reports') =>
      asked.request(
        path,
        { ...init, headers: { Authorization: `Bearer ${given}`, 'X-Request-Id': 'mine-1' } },
        { incoming },
      );
    const body = new FormData();
    body.set('file', new File(['X/1\n1 - نص التقرير.'], 'x.txt'));
    const uploaded = await send({ method: 'POST', body }, key);
    expect(uploaded.headers.get('X-Request-Id')).toBe('mine-1');
    await send({ method: 'DELETE' }, 'wrong key of sixteen', '/v1/reports/X-1');
    await send({ method: 'DELETE' }, key, '/v1/reports/X-1');
    expect(lines).toMatchObject([
      { msg: 'report uploaded', request: 'mine-1', client: '192.0.2.1', added: ['X-1'] },
      { msg: 'a request with a wrong admin key was rejected', request: 'mine-1', path: '/v1/reports/X-1' },
      { msg: 'report removed', removed: 'X-1' },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/sixteen/);
    const made = await asked.request(
      '/healthz',
      { headers: { 'X-Request-Id': 'no good\u00e9' } },
      { incoming },
    );
    expect(made.headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

it('no answer contains the credentials or the address of the search server', async () => {
  const { get } = await app({ SIYAGHA_ENGINE: 'meilisearch', MEILI_URL: 'http://user:secret@127.0.0.1:9' });
  for (const path of ['/readyz', '/metrics', '/v1/search?q=%D9%86%D8%B5']) {
    const text = await (await get(path)).text();
    expect(text, path).not.toMatch(/secret|127\.0\.0\.1|user:/);
  }
});

describe('static files have validators', () => {
  it.each(['/docs', '/docs/swagger-ui.css', '/docs/start.js', '/openapi.json'])('%s', async (path) => {
    const { get } = await app();
    const first = await get(path);
    const etag = first.headers.get('ETag')!;
    expect(etag).toMatch(/^(W\/)?"/);
    const again = await get(path, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('Vary')).toContain('Accept-Encoding');
    expect((await get(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  it('a 304 of the API has its Vary header', async () => {
    const { get } = await app();
    const etag = (await get('/v1/reports')).headers.get('ETag')!;
    const again = await get('/v1/reports', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('Vary')).toContain('Accept-Encoding');
  });
});

it('an error has a bounded size, whatever was sent', async () => {
  const { get } = await app();
  const long = 'x'.repeat(50_000);
  for (const path of [
    `/${long}`,
    `/v1/reports?limit=${long}`,
    `/v1/reports?${long}=1`,
    `/v1/reports/${long}`,
    `/v1/search?q=a&match=${long}`,
  ]) {
    const response = await get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await response.text()).length, path.slice(0, 40)).toBeLessThan(8000);
  }
});

describe('a server on a port', () => {
  async function start(): Promise<{ server: Server; port: number }> {
    const opened = await openTemporary();
    const server = await serve({ ...opened, log: pino({ level: 'silent' }) }, { port: 0, host: '127.0.0.1' });
    closing.push(async () => {
      await server.close();
      await opened.close();
    });
    return { server, port: Number(new URL(server.url).port) };
  }
  const raw = (port: number, text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => void socket.write(text));
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });

  it('answers a request without a Host with a problem', async () => {
    const { port } = await start();
    const answer = await raw(port, 'GET /v1/reports HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/application\/problem\+json/);
    expect(answer).toMatch(/names no Host/);
  });

  it('drops connections with incomplete headers or slow bodies', async () => {
    const { port } = await start();
    const began = performance.now();
    const headers = raw(port, 'GET /v1/reports HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    const body = raw(
      port,
      'POST /v1/similar HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    const [a, b] = await Promise.all([headers, body]);
    expect(performance.now() - began).toBeGreaterThan(25_000);
    for (const answer of [a, b]) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*problem\+json/);
  });

  it('stops although clients keep connections and answers open', async () => {
    const { server, port } = await start();
    const open = [
      raw(port, 'GET /v1/reports HTTP/1.1\r\nHost: a\r\n\r\n').catch(() => ''),
      raw(port, 'GET /v1/rep').catch(() => ''),
      raw(port, 'POST /v1/similar HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{').catch(() => ''),
    ];
    await wait(200);
    await server.close();
    await Promise.all(open);
  });
});
