/**
 * `siyagha serve` as a process: it starts, follows ingests of other processes, says what stops it, and ends when told.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanSamples } from '../collection/sample-collection.ts';
import { buildProgram, type Program, type RunOptions } from './program.ts';

let program: Program;
const running: ChildProcess[] = [];
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(async () => {
  for (const child of running)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  program?.remove();
});

interface Served {
  child: ChildProcess;
  url: string;
  stderr: () => string;
}

async function serve(args: string[] = ['--create'], options: RunOptions = {}): Promise<Served> {
  const env = { LOG_LEVEL: 'warn', ...options.env };
  const child = program.start(['serve', '--port', '0', ...args], { ...options, env });
  running.push(child);
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0];
  if (!url) throw new Error(`no address in ${line} ${stderr}`);
  return { child, url, stderr: () => stderr };
}

async function stop({ child }: Served, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** Asks until the answer is the expected one, for at most 30 s. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (let i = 0; ; i++) {
    const answer = await ask();
    if (wanted(answer) || i === 300) return answer;
    await wait(100);
  }
}

describe('siyagha serve', () => {
  it('answers, follows an ingest and a removal by other processes, and ends with 0', async () => {
    const served = await serve();
    const total = async () =>
      ((await (await fetch(`${served.url}/v1/reports`)).json()) as { total: number }).total;
    expect(await total()).toBe(0);
    await program.json(['ingest', cleanSamples[0]!, cleanSamples[1]!]);
    expect(await until(total, (count) => count === 2)).toBe(2);
    const found = async () =>
      (
        (await (
          await fetch(`${served.url}/v1/phrases?q=${encodeURIComponent('الدول المشاطئة')}`)
        ).json()) as {
          reports: number;
        }
      ).reports;
    expect(await found()).toBe(2);
    await program.json(['remove', 'SRO-C.7-2008-9']);
    expect(await until(found, (count) => count === 1)).toBe(1);
    expect(served.stderr()).toBe('');
    expect(await stop(served)).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with a connection open', async (signal) => {
    const served = await serve();
    await fetch(`${served.url}/healthz`);
    expect(await stop(served, signal)).toBe(0);
  });

  it('starts on an empty folder for the first upload, if there is an admin key', async () => {
    const key = 'a key of sixteen characters';
    const env = { SIYAGHA_DATA: join(program.folder, 'uploads'), SIYAGHA_ADMIN_KEY: key };
    const refused = await program.run(['serve', '--port', '0'], { env: { SIYAGHA_DATA: env.SIYAGHA_DATA } });
    expect(refused.stderr).toMatch(/uploads: there is no collection here.*--create.*SIYAGHA_ADMIN_KEY/);
    const served = await serve([], { env });
    const form = new FormData();
    form.set('file', new Blob([readFileSync(cleanSamples[0]!)]), 'report.txt');
    const headers = { Authorization: `Bearer ${key}` };
    const response = await fetch(`${served.url}/v1/reports`, { method: 'POST', headers, body: form });
    expect(await response.json()).toMatchObject({ added: ['SRO-C.7-2008-9'] });
    expect(await stop(served)).toBe(0);
  });

  it('says that a port is in use and how to choose another, exit 1', async () => {
    const served = await serve();
    const port = new URL(served.url).port;
    const outcome = await program.run(['serve', '--port', port]);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(new RegExp(`^siyagha: .*${port} is in use.*--port.*\\n$`));
    expect(outcome.stdout).toBe('');
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
    await stop(served);
  });
});

describe('a process that is killed', () => {
  it('in the middle of an ingest leaves complete reports, and the next ingest adds the rest', async () => {
    const env = { SIYAGHA_DATA: join(program.folder, 'killed') };
    await program.json(['ingest', cleanSamples[0]!], { env });
    for (const delay of [600, 1000, 1400]) {
      const child = program.start(['ingest', ...cleanSamples], { env });
      // It may have ended by then.
      const closed = once(child, 'close');
      await wait(delay);
      child.kill('SIGKILL');
      await closed;
      const { problems, checked } = await program.json<{ problems: object[]; checked: { reports: number } }>(
        ['verify'],
        { env },
      );
      expect(problems).toEqual([]);
      expect(checked.reports).toBeGreaterThanOrEqual(1);
    }
    const last = await program.json<{ added: string[]; unchanged: string[]; updated: string[] }>(
      ['ingest', ...cleanSamples],
      { env },
    );
    expect(last.updated).toEqual([]);
    expect(last.added.length + last.unchanged.length).toBe(8);
    const { total } = await program.json<{ total: number }>(['reports'], { env });
    expect(total).toBe(8);
  });

  it('two simultaneous ingests both finish', async () => {
    const env = { SIYAGHA_DATA: join(program.folder, 'together') };
    const outcomes = await Promise.all([
      program.run(['ingest', ...cleanSamples.slice(0, 5)], { env }),
      program.run(['ingest', ...cleanSamples.slice(3)], { env }),
    ]);
    expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect((await program.json<{ total: number }>(['reports'], { env })).total).toBe(8);
    expect((await program.json<{ problems: object[] }>(['verify'], { env })).problems).toEqual([]);
  });
});
