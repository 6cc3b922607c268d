/**
 * The server with its pool: heavy answers, clients that disconnect, questions over budget, changes while it answers.
 */
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../src/api/index.ts';
import { cleanSamples, type Opened, openSamples } from '../collection/sample-collection.ts';

const log = pino({ level: 'silent' });
const [base, other] = ['SRO-C.7-2008-9', 'SRO-C.7-2010-9'];
const compared = `/v1/compare?base=${base}&other=${other}`;

/** Seconds for an answer in tests that are not about them: a busy machine may take long to start a thread. */
const patient = '300';

interface Served extends Opened {
  server: Server;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

async function served(environment: Record<string, string>, files?: readonly string[]): Promise<Served> {
  const opened = await openSamples(environment, files, { pool: true });
  const server = await serve({ ...opened, log }, { port: 0, host: '127.0.0.1' });
  return {
    ...opened,
    server,
    get: (path, headers = {}) => fetch(server.url + path, { headers }),
    async close() {
      await server.close();
      await opened.close();
    },
  };
}

const soon = async (isDone: () => boolean) => {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a server', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served({ SIYAGHA_ANSWER_THREADS: '1', SIYAGHA_ANSWER_SECONDS: patient });
  });
  afterAll(() => site?.close());

  it('stops the question of a client that disconnected', async () => {
    const { hostname, port } = new URL(site.server.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${compared} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    const state = () => site.collection.pool!;
    await soon(() => state().waiting + state().busy === 1);
    socket.destroy();
    await soon(() => state().stopped === 1);
    expect(state()).toMatchObject({ waiting: 0, answered: 0 });
  });

  it('gives light answers itself and heavy ones in a thread, both with a valid ETag', async () => {
    const before = site.collection.pool!.answered;
    for (const [path, more] of [
      ['/v1/phrases?q=%D8%A7%D9%84%D8%AF%D9%88%D9%84', 0],
      [compared, 1],
    ] as const) {
      const answer = await site.get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Siyagha-Epoch')).toBe('8');
      await answer.arrayBuffer();
      expect(site.collection.pool!.answered).toBe(before + more);
      const again = await site.get(path, { 'If-None-Match': answer.headers.get('ETag')! });
      expect(again.status).toBe(304);
    }
  });

  it('sends a large answer completely', async () => {
    const path = `/v1/reports/${base}/variants?limit=1000`;
    const plain = await site.get(path, { 'Accept-Encoding': 'identity' });
    const text = await plain.text();
    expect(text.length).toBeGreaterThan(64 * 1024);
    expect(plain.headers.get('Content-Length')).toBe(String(Buffer.byteLength(text)));
    expect(await (await site.get(path)).text()).toBe(text);
    const head = await fetch(site.server.url + path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('reports the state of the pool in its metrics', async () => {
    const text = await (await site.get('/metrics')).text();
    expect(text).toMatch(/^siyagha_answer_threads\{what="all"\} 1$/m);
    expect(text).toMatch(/^siyagha_answer_threads\{what="waiting"\} 0$/m);
    expect(text).toMatch(/^siyagha_heavy_answers\{outcome="stopped"\} 1$/m);
    expect(text).toMatch(/^siyagha_heavy_answers\{outcome="too_much"\} 0$/m);
    expect(text).toMatch(/^siyagha_unsent_bytes 0$/m);
  });
});

describe('over budget', () => {
  let site: Served;
  beforeAll(async () => {
    site = await served({ SIYAGHA_ANSWER_SECONDS: '0.0001' });
  });
  afterAll(() => site?.close());

  it.each([
    [compared, 'section'],
    [`/v1/reports/${base}/variants`, 'paragraph'],
    [`/v1/collate?report=${base}&report=${other}`, 'fewer reports'],
  ])(
    '%s gives 503 and says how to narrow it; light questions are still answered',
    async (path, narrowing) => {
      const answer = await site.get(path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({
        type: 'urn:siyagha:problem:too_much_work',
        status: 503,
        detail: expect.stringContaining(narrowing),
      });
      expect((await site.get('/v1/phrases?q=%D8%A7%D9%84%D8%AF%D9%88%D9%84')).status).toBe(200);
      expect((await site.get('/healthz')).status).toBe(200);
    },
  );
});

describe('while reports are added', () => {
  let site: Served;
  beforeEach(async () => {
    site = await served(
      { SIYAGHA_ANSWER_THREADS: '2', SIYAGHA_ANSWER_SECONDS: patient },
      cleanSamples.slice(0, 2),
    );
  });
  afterEach(() => site?.close());

  it('every light answer of many together is of the state that it names, and none is older than a stored report', async () => {
    interface Phrase {
      reports: number;
      by_report: { occurrences: number }[];
      occurrences: number;
      scope: { reports: number };
    }
    let asked = 0;
    let stored = 2;
    let done = false;
    const ask = async () => {
      while (!done) {
        const least = stored;
        // Never the same question, so that no answer is cached.
        asked += 1;
        const answer = await site.get(`/v1/phrases?q=${encodeURIComponent('الدول المشاطئة')}&seed=${asked}`);
        expect(answer.status).toBe(200);
        const { occurrences, by_report, reports, scope } = (await answer.json()) as Phrase;
        expect(answer.headers.get('Siyagha-Epoch')).toBe(String(scope.reports));
        expect(scope.reports).toBeGreaterThanOrEqual(least);
        expect(by_report.length).toBe(reports);
        expect(by_report.reduce((sum, one) => sum + one.occurrences, 0)).toBe(occurrences);
      }
    };
    const asking = Promise.all(Array.from({ length: 48 }, ask));
    try {
      for (const file of cleanSamples.slice(2)) {
        const { failed } = await site.collection.intake.files([file], {});
        expect(failed).toEqual([]);
        stored += 1;
      }
    } finally {
      done = true;
    }
    await asking;
    expect(site.collection.pool!.answered).toBeGreaterThan(0);
  });

  it('every heavy answer is complete and of the state that it names', async () => {
    const path = `/v1/wording?paragraph=${base}:30`;
    interface Wording {
      versions: unknown[];
      scope: { reports: number };
    }
    const seen = new Map<string, string>();
    let done = false;
    const ask = async () => {
      while (!done) {
        const answer = await site.get(path);
        expect(answer.status).toBe(200);
        const text = await answer.text();
        const { versions, scope } = JSON.parse(text) as Wording;
        // As many reports as the named epoch: each report raised it by one.
        expect(answer.headers.get('Siyagha-Epoch')).toBe(String(scope.reports));
        expect(versions.length).toBe(scope.reports);
        const tag = answer.headers.get('ETag')!;
        expect(seen.get(tag) ?? text).toBe(text);
        seen.set(tag, text);
      }
    };
    const asking = Promise.all([ask(), ask(), ask()]);
    for (const file of cleanSamples.slice(2)) {
      const { failed } = await site.collection.intake.files([file], {});
      expect(failed).toEqual([]);
    }
    done = true;
    await asking;
    const last = await site.get(path);
    expect(last.headers.get('Siyagha-Epoch')).toBe('8');
    expect(seen.size).toBeGreaterThan(1);
  });
});
