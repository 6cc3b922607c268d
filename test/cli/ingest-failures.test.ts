/** Inputs of `siyagha ingest` that fail: each is named with exit code 1, the others are read, and nothing is lost. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ingested, inFolderOf, report } from './ingesting.ts';
import { buildProgram, type Program } from './program.ts';

let built: Program;
let program: Program['here'];
beforeAll(async () => {
  built = await buildProgram();
  program = built.here;
});
afterAll(() => built?.remove());

const { write, total } = inFolderOf(() => program);

/** Exit code 1, the file named on stderr in one line, and the usual body on stdout. */
async function failing(args: string[], code: string, file: string): Promise<Ingested> {
  const before = await total();
  const outcome = await program.run(['ingest', ...args, '--json']);
  expect(outcome.code, outcome.stderr).toBe(1);
  const lines = outcome.stderr.trimEnd().split('\n');
  expect(lines.length, outcome.stderr).toBe(1);
  expect(lines[0]).toMatch(/^siyagha: /);
  expect(lines[0]).toContain(file);
  expect(lines[0]!.split(file).length, `${file} twice in: ${lines[0]}`).toBe(2);
  expect(lines[0]).not.toMatch(/ at .*:\d+:\d+/);
  const body = JSON.parse(outcome.stdout) as Ingested;
  expect(body.failed.map((failure) => failure.code)).toEqual([code]);
  expect(body.failed[0]!.file).toContain(file);
  expect(await total()).toBe(before + body.added.length);
  return body;
}

describe('inputs that fail', () => {
  it('a missing file: the others are read', async () => {
    const good = write('good.txt', report('A/GOOD/2001/1', 'نص سليم.'));
    const body = await failing([join(program.folder, 'nowhere.txt'), good], 'file_not_found', 'nowhere.txt');
    expect(body.added).toEqual(['A-GOOD-2001-1']);
  });

  it('an empty file', async () => {
    const body = await failing([write('empty.txt', '')], 'empty_file', 'empty.txt');
    expect(body.added).toEqual([]);
  });

  it('a file of blanks', async () => {
    const outcome = await program.run(['ingest', write('blank.txt', ' \n\n \t\n'), '--json']);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('blank.txt');
  });

  it('a binary file with the extension .txt', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251);
    const outcome = await program.run(['ingest', write('binary.txt', bytes), '--json']);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('binary.txt');
    expect((JSON.parse(outcome.stdout) as Ingested).added).toEqual([]);
  });

  it('two files with one symbol: the first is kept, the second named', async () => {
    const one = write('twice/one.txt', report('A/TWICE/2001/1', 'النص الأول.'));
    const two = write('twice/two.txt', report('A/TWICE/2001/1', 'النص الثاني.'));
    const outcome = await program.run(['ingest', one, two, '--json']);
    expect(outcome.code).toBe(1);
    const body = JSON.parse(outcome.stdout) as Ingested;
    expect(body.added).toEqual(['A-TWICE-2001-1']);
    expect(body.failed).toMatchObject([{ file: two, code: 'duplicate_symbol' }]);
    expect(outcome.stderr).toContain('manifest');
    expect((await program.json<{ occurrences: number }>(['phrase', 'النص الثاني'])).occurrences).toBe(0);
  });

  it('a report without numbers is read, with a warning', async () => {
    const file = write(
      'plain.txt',
      'تقرير بلا أرقام\nهذا نص فقرة أولى من غير رقم.\nوهذه فقرة أخرى من غير رقم.\n',
    );
    const body = await program.json<Ingested>(['ingest', file]);
    expect(body.added).toEqual(['plain']);
    const shown = await program.json<{ warnings: { code: string }[] }>(['show', 'plain']);
    expect(shown.warnings.map((warning) => warning.code)).toContain('no_numbers');
  });

  it.each([
    ['a missing one', null, 'does not exist'],
    ['without the column file', 'symbol\nA/1\n', 'no column file'],
    ['with an unknown column', 'file,colour\nx.txt,red\n', 'colour'],
    ['with a bad date', 'file,date\nx.txt,May\n', 'line 2, column date'],
    ['with a bad year', 'file,year\nx.txt,two\n', 'line 2, column year'],
    ['with a line that is too short', 'file,year\nx.txt\n', 'manifest.csv'],
    ['naming a file twice', 'file\nx.txt\nx.txt\n', 'line 3'],
    ['not in UTF-8', Uint8Array.from([0x66, 0x69, 0x6c, 0x65, 0x0a, 0xff, 0xfe]), 'manifest.csv'],
  ])('a manifest, %s: exit 2 and nothing read', async (_, content, said) => {
    const file = write('manifests/x.txt', report('A/MANIFEST/2001/1', 'نص.'));
    const manifest =
      content === null ? join(program.folder, 'no-manifest.csv') : write('manifests/manifest.csv', content);
    const outcome = await program.run(['ingest', file, '--manifest', manifest]);
    expect(outcome.code, outcome.stderr).toBe(2);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr.trimEnd().split('\n').length).toBe(1);
    expect((await program.run(['show', 'A/MANIFEST/2001/1'])).code).toBe(1);
  });

  it('a manifest line whose file does not exist is named, and the others are read', async () => {
    const file = write('partly/x.txt', report('A/PARTLY/2001/1', 'نص.'));
    const manifest = write('partly/manifest.csv', 'file,year\nx.txt,2001\ngone.txt,2002\n');
    const body = await failing([file, '--manifest', manifest], 'manifest_file_missing', 'gone.txt');
    expect(body.added).toEqual(['A-PARTLY-2001-1']);
  });
});
