/** The server on a real port: requests before they reach the API, and what prevents the server from starting. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../src/api/index.ts';
import { type Opened, openSamples } from '../collection/sample-collection.ts';

const log = pino({ level: 'silent' });
let opened: Opened;
let server: Server;
let port: number;
beforeAll(async () => {
  opened = await openSamples({ SIYAGHA_RATE_LIMIT: '1000' });
  server = await serve({ ...opened, log }, { port: 0, host: '127.0.0.1' });
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server?.close();
  await opened?.close();
});

interface Raw {
  status: number;
  headers: Map<string, string>;
  body: string;
}

/** Sends bytes as they are and reads until the server closes the connection. */
function send(...parts: (string | Uint8Array)[]): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString();
      const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
      const [line = '', ...fields] = head.split('\r\n');
      const headers = fields.map((field) => field.split(/:\s*(.*)/s).slice(0, 2) as [string, string]);
      resolve({
        status: Number(line.split(' ')[1]),
        headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
        body,
      });
    });
  });
}
const request = (line: string, ...fields: string[]) =>
  `${[`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...fields].join('\r\n')}\r\n\r\n`;

describe('letters sent unencoded, as curl sends Arabic in a URL', () => {
  it('are understood', async () => {
    const raw = await send(request('GET /v1/phrases?q=الخزانات&limit=1'));
    const encoded = await fetch(`${server.url}/v1/phrases?q=${encodeURIComponent('الخزانات')}&limit=1`);
    expect(raw.status).toBe(200);
    expect(raw.headers.get('content-length')).toBe(String(Buffer.byteLength(raw.body)));
    // fetch asks for compression, which makes the tag a weak one.
    expect(encoded.headers.get('etag')).toBe(`W/${raw.headers.get('etag')}`);
    expect(raw.headers.get('ratelimit-limit')).toBe('1000');
    expect(JSON.parse(raw.body)).toEqual(await encoded.json());
  });

  it('are understood in HEAD requests, and answered without a body', async () => {
    const raw = await send(request('HEAD /v1/phrases?q=الخزانات'));
    expect(raw.status).toBe(200);
    expect(raw.body).toBe('');
  });

  it('give errors like any others', async () => {
    const raw = await send(request('GET /v1/search?q=نهر&limit=ألف'));
    expect(raw.status).toBe(400);
    expect(raw.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(raw.body)).toMatchObject({ errors: [{ path: 'limit' }] });
  });

  it.each([
    ['not UTF-8', Buffer.from([0xff, 0xfe])],
    ['cut in the middle of a letter', Buffer.from('نهر').subarray(0, 5)],
  ])('%s: 400 that says so', async (_, bytes) => {
    const raw = await send('GET /v1/search?q=', bytes, ' HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(raw.status).toBe(400);
    expect(JSON.parse(raw.body)).toMatchObject({ status: 400, title: 'Bad request' });
  });

  it.each(['POST', 'DELETE'])('with %s: 400 that says how to encode them', async (method) => {
    const raw = await send(request(`${method} /v1/reports/تقرير`, 'Content-Length: 0'));
    expect(raw.status).toBe(400);
    expect(raw.body).toContain('percent-encoded');
  });
});

describe('requests that do not reach the API', () => {
  it.each([
    ['not HTTP', 'hello\r\n\r\n'],
    ['a bad version', 'GET / HTTP/9.9\r\n\r\n'],
    ['two lengths', request('POST /v1/reports', 'Content-Length: 1', 'Content-Length: 2')],
    ['a bad host', 'GET /v1/reports HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a backslash', request('GET /v1\\reports')],
    ['an asterisk', request('OPTIONS *')],
  ])('%s: 400 as a problem document', async (_, text) => {
    const raw = await send(text);
    expect(raw.status).toBe(400);
    expect(raw.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(raw.body)).toMatchObject({ status: 400 });
    expect(raw.body).not.toMatch(/node_modules|\.ts|\.js/);
  });

  it("a query of 100,000 letters gets the API's own answer, a longer URL gives 431", async () => {
    const long = await fetch(`${server.url}/v1/search?q=${'%D9%85'.repeat(100_000)}`);
    expect(long.status).toBe(400);
    expect(await long.json()).toMatchObject({ errors: [{ path: 'q' }] });
    const longer = await send(request(`GET /v1/search?q=${'a'.repeat(1_100_000)}`));
    expect(longer.status).toBe(431);
    expect(JSON.parse(longer.body)).toMatchObject({ status: 431 });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it("no path leads out of the dashboard's folder", async () => {
    for (const path of [
      '/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
      '/.env',
    ]) {
      const raw = await send(request(`GET ${path}`));
      expect([404, 400], path).toContain(raw.status);
    }
  });
});

describe('a server that cannot start', () => {
  it('says which address is in use and what to do', async () => {
    await expect(serve({ ...opened, log }, { port, host: '127.0.0.1' })).rejects.toThrow(
      new RegExp(`127\\.0\\.0\\.1:${port} is in use: .*--port`),
    );
  });

  it("says that an address is not one of this machine's", async () => {
    await expect(serve({ ...opened, log }, { port: 0, host: '192.0.2.1' })).rejects.toThrow(/--host/);
    await expect(serve({ ...opened, log }, { port: 0, host: 'no.such.host.invalid' })).rejects.toThrow(
      /--host/,
    );
  });
});
