/** Untrusted files are parsed in processes with limits: one that fails does not affect the others. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { IsolatedParser, type ParseLimits } from '../../src/ingest/index.ts';
import { buildPdf, codesOf } from './pdf/build.ts';
import { fontProgram } from './pdf/font-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'isolated-'));
const data = { catalogue: [], lexicon: new Map<string, number>() };
const small = '١ - اجتمعت اللجنة في مقرها.\n٢ - وانتخبت رئيسا لها.\n';

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const parse = (by: IsolatedParser, file: string, content: string | Uint8Array = small) =>
  by.parse(write(file, content), { file });

function limited(limits: ParseLimits): IsolatedParser {
  const made = new IsolatedParser(data, limits);
  onTestFinished(() => made.close());
  return made;
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
async function until(done: () => boolean): Promise<void> {
  while (!done()) await pause(20);
}

const parser = new IsolatedParser(data);
afterAll(async () => {
  await parser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('files are read one after the other', async () => {
  const both = await Promise.all(['a.txt', 'b.txt'].map((file) => parse(parser, file)));
  expect(both.map(({ report }) => report.id)).toEqual(['a', 'b']);
  expect(both[0]!.paragraphs.map(({ number }) => number)).toEqual([1, 2]);
});

test('a file that cannot be read keeps its code', async () => {
  const broken = parse(parser, 'c.txt', new Uint8Array([0, 1, 2, 0, 0, 255]));
  await expect(broken).rejects.toMatchObject({ name: 'IngestError', code: 'binary_file' });
  const gone = parser.parse(join(folder, 'gone.txt'), { file: 'gone.txt' });
  await expect(gone).rejects.toMatchObject({ name: 'IngestError', code: 'file_not_found' });
});

test('a file that takes too long is aborted, and the next ones are read', async () => {
  const long = 'واجتمعت اللجنة في مقرها.\n'.repeat(20_000);
  const hasty = limited({ time: (size) => (size > 100_000 ? 0 : 60_000), children: 1 });
  await parse(hasty, 'start.txt');
  const late = parse(hasty, 'late.txt', long);
  const rest = Promise.all(['a.txt', 'b.txt', 'c.txt'].map((file) => parse(hasty, file)));
  await expect(late).rejects.toMatchObject({ code: 'too_slow' });
  expect((await rest).map(({ report }) => report.id)).toEqual(['a', 'b', 'c']);
});

test('a file that needs too much memory ends only its own process', async () => {
  const narrow = limited({ memory: 96 });
  const huge = 'واجتمعت اللجنة في مقرها.\n'.repeat(400_000);
  const [beside, large, behind] = await Promise.allSettled([
    parse(narrow, 'a.txt'),
    parse(narrow, 'huge.txt', huge),
    parse(narrow, 'b.txt'),
  ]);
  expect(large).toMatchObject({ reason: { code: 'too_much_memory' } });
  expect([beside.status, behind.status]).toEqual(['fulfilled', 'fulfilled']);
});

const long = 'واجتمعت اللجنة في مقرها.\n'.repeat(60_000);

test('a process ended from outside is replaced, and its file is read again, once', async () => {
  const one = limited({ children: 1 });
  await parse(one, 'warm.txt');
  const [first] = one.pids;
  const read = parse(one, 'read.txt', long);
  await pause(50);
  process.kill(first!, 'SIGKILL');
  expect((await read).paragraphs).toHaveLength(60_000);

  const [second] = one.pids;
  const lost = parse(one, 'lost.txt', long).catch((error: unknown) => error);
  const behind = parse(one, 'behind.txt');
  await pause(50);
  process.kill(second!, 'SIGKILL');
  await until(() => one.pids.some((pid) => pid !== second));
  process.kill(one.pids[0]!, 'SIGKILL');
  expect(await lost).toMatchObject({ code: 'parser_died', message: expect.stringContaining('lost.txt') });
  expect((await behind).report.id).toBe('behind');
});

test('no process is left running', async () => {
  const two = new IsolatedParser(data);
  await parse(two, 'a.txt');
  const { pids } = two;
  expect(pids.map(alive)).toEqual([true]);
  await two.close();
  expect(pids.map(alive)).toEqual([false]);
});

test('a process that is reading a file ends when the one that started it is killed', async () => {
  const path = write('long.txt', long.repeat(12));
  const isolated = new URL('../../src/ingest/isolated.ts', import.meta.url).href;
  const script = `
    import { IsolatedParser } from '${isolated}';
    const parser = new IsolatedParser({ catalogue: [], lexicon: new Map() });
    parser.parse('${path}', { file: 'long.txt' });
    setTimeout(() => console.log(...parser.pids), 5000);`;
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const [said] = (await once(starter.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  expect(alive(pid)).toBe(true);
  starter.kill('SIGKILL');
  await until(() => !alive(pid));
});

test('a font program that crashes V8 affects only its own file', { timeout: 200_000 }, async () => {
  const pdf = (program: Uint8Array) =>
    buildPdf({
      pages: [`BT /A 12 Tf 50 700 Td ${codesOf(1, 2)} Tj ET`],
      codes: [1, 2].map((code) => ({ code, text: 'نص'[code - 1]!, width: 500 })),
      program,
    });
  const [killer, sound, beside] = await Promise.allSettled([
    parse(parser, 'killer.pdf', pdf(fontProgram(0x7fffffff))),
    parse(parser, 'sound.pdf', pdf(fontProgram())),
    parse(parser, 'beside.txt'),
  ]);
  // Which limit is reached first depends on the version of V8.
  const code = expect.stringMatching(/^(?:parser_died|too_much_memory|too_slow)$/u);
  expect(killer).toMatchObject({ reason: { code, message: expect.stringContaining('killer.pdf') } });
  expect(sound).toMatchObject({ value: { report: { id: 'sound' } } });
  expect(beside).toMatchObject({ value: { report: { id: 'beside' } } });
});

test('many files keep several processes busy, and each answer belongs to its file', async () => {
  const lines = '١ - اجتمعت اللجنة في مقرها.\n'.repeat(2000);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => parse(parser, `many-${i}.txt`, i % 3 === 0 ? lines : small)),
  );
  expect(answers.map(({ report }) => report.id)).toEqual(answers.map((_, i) => `many-${i}`));
  expect(answers.map(({ paragraphs }) => paragraphs.length)).toEqual(
    answers.map((_, i) => (i % 3 === 0 ? 2000 : 2)),
  );
});

test('a file whose reader waits in between gets its own answer, and so does the next one', async () => {
  const fresh = limited({ children: 1 });
  const [broken, text] = await Promise.allSettled([
    parse(fresh, 'broken.pdf', '%PDF-1.4\nno document\n%%EOF\n'),
    parse(fresh, 'behind.txt'),
  ]);
  expect(broken).toMatchObject({ reason: { message: expect.stringContaining('broken.pdf') } });
  expect(text).toMatchObject({ value: { report: { id: 'behind' } } });
});
