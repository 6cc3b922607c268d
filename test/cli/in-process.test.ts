/** The program gives the same output in a separate process as in this one, where most suites run it. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanSamples } from '../collection/sample-collection.ts';
import { buildProgram, type Program, type RunOptions } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
  await program.json(['ingest', cleanSamples[0]!, cleanSamples[1]!]);
});
afterAll(() => program?.remove());

const lines: [string, string[], number, RunOptions?][] = [
  ['an answer as text', ['phrase', 'الدول المشاطئة', '--limit', '3'], 0],
  ['an answer as JSON', ['compare', 'SRO-C.7-2008-9', 'SRO-C.7-2010-9', '--json'], 0],
  ['rows with a note on stderr', ['search', 'المياه', '--format', 'csv', '--limit', '2'], 0],
  ['lines of standard input', ['normalize'], 0, { input: 'الشُّؤون، والمسؤوليّة\n\nرقم ٦٣' }],
  ['help', ['--help'], 0],
  ['no command', [], 2],
  ['wrong usage', ['search', 'نهر', '--nonsense'], 2],
  ['a wrong value', ['search', 'نهر', '--limit', '0'], 2],
  ['a wrong setting', ['reports'], 2, { env: { SIYAGHA_ENGINE: 'foo' } }],
  ['a name that does not exist', ['show', 'NOPE'], 1],
  ['a folder without a collection', ['reports'], 1, { env: { SIYAGHA_DATA: 'nowhere' } }],
  ['an input that fails', ['ingest', 'nowhere.txt', '--dry-run'], 1],
  ['a server that cannot start', ['serve', '--port', '99999'], 2],
];

it.each(lines)('%s', async (_, args, code, options = {}) => {
  const [apart, here] = [await program.run(args, options), await program.here.run(args, options)];
  const timeless = ({ stdout, ...rest }: typeof apart) => ({
    ...rest,
    stdout: stdout.replaceAll(/"took_ms":\d+|took [\d.]+ s/g, ''),
  });
  expect(timeless(here)).toEqual(timeless(apart));
  expect(apart.code, apart.stderr).toBe(code);
  expect(apart.stdout + apart.stderr).not.toBe('');
});

it('calls in this process wait for each other and leave it unchanged', async () => {
  const before = [process.cwd(), process.env, process.stdout, process.stdin, process.exitCode];
  const outcomes = await Promise.all([
    program.here.run(['reports'], { env: { SIYAGHA_DATA: join(program.folder, 'nothing') } }),
    program.here.run(['reports', '--json']),
    program.here.run(['normalize'], { input: 'شئون' }),
  ]);
  expect(outcomes.map(({ code }) => code)).toEqual([1, 0, 0]);
  expect(outcomes[0].stderr).toContain('nothing: there is no collection here');
  expect(JSON.parse(outcomes[1].stdout)).toMatchObject({ total: 2 });
  expect(outcomes[2].stdout).toBe('شءون\n');
  expect([process.cwd(), process.env, process.stdout, process.stdin, process.exitCode]).toEqual(before);
});
