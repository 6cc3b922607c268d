/**
 * A server asked continuously while reports come and go: every answer is right, and memory use stays constant.
 *
 *     SIYAGHA_FAULTS=full npx vitest run test/faults/soak.test.ts     ten minutes instead of ten seconds
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, type Program } from '../cli/program.ts';
import { cleanSamples } from '../collection/sample-collection.ts';
import { full, randomFrom, seed } from './extent.ts';

const seconds = full ? 600 : 10;
const clients = 4;
const key = 'a-key-for-the-soak';
const words = [
  'الدول',
  'المشاطئة',
  'المياه',
  'البيانات',
  'الخزانات',
  'اللجنة',
  'التقرير',
  'تبادل',
  'مرة',
  'على',
];
const ids = [2008, 2010, 2014, 2016, 2018, 2020, 2022].map((year) => `SRO-C.7-${year}-9`);

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
  await program.json(['ingest', ...cleanSamples]);
}, 120_000);
afterAll(() => program?.remove());

/** A question about the sample series, to which no upload belongs: its answer never changes. */
function question(random: () => number): string {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const phrase = encodeURIComponent(`${any(words)} ${any(words)}`);
  const year = 2008 + 2 * Math.floor(random() * 8);
  const within = `series=shared-rivers&year_to=${year}&limit=${1 + Math.floor(random() * 50)}`;
  return any([
    `/v1/search?q=${phrase}&${within}`,
    `/v1/phrases?q=${encodeURIComponent(any(words))}&${within}`,
    `/v1/trends?q=${phrase}&series=shared-rivers&year_to=${year}`,
    `/v1/reports/${any(ids)}/recurring?min_words=${3 + Math.floor(random() * 6)}&series=shared-rivers`,
    `/v1/reports/${any(ids)}/novelty?min_words=${2 + Math.floor(random() * 5)}&series=shared-rivers`,
    `/v1/compare?base=${any(ids)}&other=${any(ids)}`,
    `/v1/reports/${any(ids)}/paragraphs?limit=${1 + Math.floor(random() * 200)}&offset=${Math.floor(random() * 50)}`,
    `/v1/reports?${within}`,
  ]);
}

/** The constant part of an answer: without its time and the ranking, which weighs words over the entire collection. */
function lasting(text: string): string {
  const { took_ms: _, hits: __, suggestions: ___, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64');
}

test(
  `${seconds} s under load, while reports come and go`,
  async () => {
    const env = { SIYAGHA_ADMIN_KEY: key, LOG_LEVEL: 'error' };
    const server = program.start(['serve', '--port', '0'], { env });
    let stderr = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    try {
      const [line] = (await once(server.stdout!, 'data')) as [Buffer];
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())![0];
      const end = performance.now() + seconds * 1000;
      /** The first answer to each question, in a form that takes little memory. */
      const first = new Map<string, string>();
      let answered = 0;
      let changed = 0;
      const ask = async (client: number) => {
        const random = randomFrom(seed + client);
        while (performance.now() < end) {
          const path = question(random);
          const response = await fetch(`${url}${path}`);
          const text = await response.text();
          expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200);
          const known = first.get(path);
          if (known === undefined) first.set(path, lasting(text));
          else expect(lasting(text), path).toBe(known);
          answered += 1;
        }
      };
      const change = async () => {
        const random = randomFrom(seed - 1);
        const headers = { Authorization: `Bearer ${key}` };
        while (performance.now() < end) {
          const symbol = `SOAK/${Math.floor(random() * 20)}`;
          const lines = Array.from({ length: 100 }, (_, i) => `${i + 1} - ${words.join(' ')} ${random()}`);
          const form = new FormData();
          form.set('symbol', symbol);
          form.set('file', new Blob([lines.join('\n')]), 'soak.txt');
          const added = await fetch(`${url}/v1/reports`, { method: 'POST', body: form, headers });
          expect(added.status, await added.text()).toBe(200);
          if (random() < 0.5) {
            const id = symbol.replace('/', '-');
            const removed = await fetch(`${url}/v1/reports/${id}`, { method: 'DELETE', headers });
            expect(removed.status, await removed.text()).toBe(200);
          }
          changed += 1;
          await wait(1000);
        }
      };
      const memory: number[] = [];
      const measure = async () => {
        while (performance.now() < end) {
          const text = await (await fetch(`${url}/metrics`)).text();
          memory.push(Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]) / 1024 / 1024);
          await wait(full ? 5000 : 1000);
        }
      };
      await Promise.all([...Array.from({ length: clients }, (_, n) => ask(n)), change(), measure()]);
      expect(stderr).toBe('');
      expect(answered).toBeGreaterThan(seconds);
      expect(changed).toBeGreaterThan(0);
      const third = Math.floor(memory.length / 3);
      const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
      const [early, middle, late] = [0, 1, 2].map((n) => median(memory.slice(n * third, (n + 1) * third)));
      const mb = [early, middle, late, Math.max(...memory)].map((value) => Math.round(value!));
      console.log(
        `soak: ${seconds} s, ${answered} answers, ${changed} changes; resident memory by thirds, and the peak: ${mb.join(', ')} MB`,
      );
      // The first third fills the caches, which are bounded.
      if (full) expect(late, `MB by thirds: ${mb.join(', ')}`).toBeLessThan(middle! * 1.1 + 20);
      server.kill('SIGTERM');
      expect((await once(server, 'close'))[0]).toBe(0);
    } finally {
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
    }
  },
  full ? 3_600_000 : 120_000,
);
