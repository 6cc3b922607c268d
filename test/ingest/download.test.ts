/** Downloading from a misbehaving document system, played by a server in the test. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { download } from '../../src/ingest/index.ts';

const document = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'x')]);
type Behaviour = (request: IncomingMessage, response: ServerResponse, count: number) => void;

let server: Server;
let base: string;
let folder: string;
let behave: Behaviour;
let requests: IncomingMessage[];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on('close', () => {
      open -= 1;
    });
    behave(request, response, requests.length);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/access`;
});
beforeEach(() => {
  requests = [];
  folder = mkdtempSync(join(tmpdir(), 'siyagha-download-'));
  return () => rmSync(folder, { recursive: true });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const whole: Behaviour = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': document.length });
  response.end(document);
};
/** However busy the machine is: a connection that ends earlier takes unread data with it. */
function breakOffOnceSomeArrived(response: ServerResponse): void {
  const timer = setInterval(() => {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    if (!sizes.some((size) => size > 0) && !response.destroyed) return;
    clearInterval(timer);
    response.destroy();
  }, 5);
}

const someSymbol = 'A/CONF.192/BMS/2010/3';
/** Only a server that falls silent needs a short timeout: on a busy machine, the others may take long to answer. */
const get = (symbol = someSymbol, timeout = 30_000) =>
  download(symbol, { base, folder, pause: 5, timeout, tries: 4 });

test('asks for symbol, language and type, and names the file by the id', async () => {
  behave = whole;
  const file = await get();
  expect(file).toBe(join(folder, 'A-CONF.192-BMS-2010-3.ar.pdf'));
  expect(readFileSync(file)).toEqual(document);
  expect(requests[0]!.url).toBe('/access?s=A%2FCONF.192%2FBMS%2F2010%2F3&l=ar&t=pdf');
});

test('a busy server is asked again', async () => {
  behave = (request, response, count) => {
    if (count < 3) response.writeHead(count === 1 ? 503 : 429, { 'Retry-After': '0' }).end('busy');
    else whole(request, response, count);
  };
  expect(readFileSync(await get())).toEqual(document);
  expect(requests.length).toBe(3);
  expect(mostOpen).toBe(1);
});

test('a broken transfer is continued where it stopped', async () => {
  behave = (request, response) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = document.subarray(from);
    const head = { 'Content-Length': rest.length };
    if (from > 0)
      response.writeHead(206, {
        ...head,
        'Content-Range': `bytes ${from}-${document.length - 1}/${document.length}`,
      });
    else response.writeHead(200, head);
    if (from > 0) response.end(rest);
    else response.write(rest.subarray(0, 20_000), () => breakOffOnceSomeArrived(response));
  };
  expect(readFileSync(await get())).toEqual(document);
  expect(requests[1]!.headers.range).toMatch(/^bytes=\d+-$/);
});

test('a server without range support sends everything again', async () => {
  behave = (request, response, count) => {
    if (count > 1) whole(request, response, count);
    else {
      response.writeHead(200, { 'Content-Length': document.length });
      response.write(document.subarray(0, 1000), () => breakOffOnceSomeArrived(response));
    }
  };
  expect(readFileSync(await get())).toEqual(document);
});

test('a server that falls silent is abandoned, and what arrived is kept', async () => {
  behave = (_, response) => {
    response.writeHead(200, { 'Content-Length': document.length });
    response.write(document.subarray(0, 1000));
  };
  await expect(get(someSymbol, 200)).rejects.toMatchObject({ code: 'unreachable' });
  expect(requests.length).toBe(4);
  expect(readdirSync(folder)).toEqual(['A-CONF.192-BMS-2010-3.ar.pdf.part']);
});

test.each([
  ['an unknown symbol', 404, 'no', 'not_found'],
  ['a refusal', 403, 'no', 'refused'],
  ['an error page', 200, '<!doctype html><p>Sorry</p>', 'not_a_document'],
  ['nothing at all', 200, '', 'not_a_document'],
])('%s is final, and leaves nothing behind', async (_, status, text, code) => {
  behave = (__, response) => response.writeHead(status).end(text);
  await expect(get()).rejects.toMatchObject({ name: 'IngestError', code });
  expect(requests.length).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

const redirect =
  (to: string): Behaviour =>
  (request, response, count) => {
    if (count === 1) response.writeHead(302, { Location: to }).end();
    else whole(request, response, count);
  };

test('a redirect on the same server is followed', async () => {
  behave = redirect('/elsewhere');
  expect(readFileSync(await get())).toEqual(document);
  expect(requests[1]!.url).toBe('/elsewhere');
});

test.each([
  ['without TLS', 'http://example.org/x', /without TLS/],
  ['to this machine', 'https://127.0.0.1:1/x', /private network/],
  ['to this machine by IPv6', 'https://[::1]:1/x', /private network/],
  ['to this machine in disguise', 'https://[::ffff:127.0.0.1]/x', /private network/],
  ['to a neighbour', 'https://192.168.1.1/x', /private network/],
  ["to a cloud's metadata", 'https://169.254.169.254/x', /private network/],
  ['to a file', 'file:///etc/passwd', /without TLS/],
  ['to nowhere', 'https://', /leads to no address/],
])('a redirect %s is not followed', async (_, to, message) => {
  behave = redirect(to);
  await expect(get()).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(message) });
  expect(requests.length).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('the connection goes to the address that was checked, whatever the name resolves to the next time', async () => {
  const port = (server.address() as AddressInfo).port;
  const asked: string[] = [];
  let connections = 0;
  const count = () => {
    connections += 1;
  };
  server.on('connection', count);
  const to = async (...answers: string[]) => {
    behave = redirect(`https://documents.test:${port}/x`);
    requests = [];
    asked.length = connections = 0;
    const resolve = async (name: string) => {
      asked.push(name);
      return [{ address: answers[Math.min(asked.length, answers.length) - 1]!, family: 4 }];
    };
    const options = { base, folder, resolve, pause: 1, timeout: 200, tries: 1 };
    return download('A/1', options).catch(({ code, message }: { code: string; message: string }) => ({
      code,
      message,
    }));
  };
  const refused = { code: 'refused', message: expect.stringContaining('documents.test') };
  expect(await to('127.0.0.1')).toMatchObject(refused);
  expect([asked, connections]).toEqual([['documents.test'], 1]);
  // 192.0.2.1 is reserved for documentation, so nothing answers there; 127.0.0.1 would.
  expect(await to('192.0.2.1', '127.0.0.1')).toMatchObject({ code: 'unreachable' });
  expect([asked, connections]).toEqual([['documents.test'], 1]);
  server.off('connection', count);
});

test('a redirect to an allowed host is followed', async () => {
  const port = (server.address() as AddressInfo).port;
  behave = redirect(`http://localhost:${port}/x`);
  const file = await download('A/1', {
    base,
    folder,
    hosts: ['localhost'],
    pause: 5,
    tries: 1,
  });
  expect(readFileSync(file)).toEqual(document);
});

test('an endless redirect is abandoned', async () => {
  behave = (_, response) => response.writeHead(302, { Location: '/again' }).end();
  await expect(get()).rejects.toMatchObject({ code: 'refused' });
  expect(requests.length).toBeGreaterThanOrEqual(6);
});

test('a server that closes its connection after an answer does no harm, and there is one HTTP client', async () => {
  behave = (request, response, count) => {
    whole(request, response, count);
    response.on('finish', () => setTimeout(() => request.socket.destroy(), 50));
  };
  for (const symbol of ['A/1', 'A/2', 'A/3']) await get(symbol);
  // The dispatcher of a second client would be found here, and would be used by the process's own fetch.
  const { readers } = await import('../../src/ingest/readers/registry.ts');
  await readers.html(new TextEncoder().encode('<p>نص</p>'), { file: 'x.html', layer: 'auto' });
  const loaded = execFileSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `const own = Symbol.for('undici.globalDispatcher.1');
       await fetch('data:,x');
       const before = globalThis[own];
       await import(${JSON.stringify(new URL('../../src/ingest/index.ts', import.meta.url).href)});
       console.log(globalThis[own] === before);`,
    ],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  );
  expect(loaded.toString().trim()).toBe('true');
});

test('a file that is too large is refused', async () => {
  behave = whole;
  const small = download('A/1', { base, folder, maxBytes: 1000 });
  await expect(small).rejects.toMatchObject({ code: 'file_too_large' });
});

test('without a server, it says so after several attempts', async () => {
  const gone = download('A/1', { base: 'http://127.0.0.1:9/access', folder, pause: 1, tries: 2 });
  await expect(gone).rejects.toMatchObject({ code: 'unreachable' });
});
