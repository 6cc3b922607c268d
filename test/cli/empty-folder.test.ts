/** A folder without a collection: an error that names it and says what to do; nothing is created unasked. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanSamples } from '../collection/sample-collection.ts';
import { buildProgram, type Program } from './program.ts';

let built: Program;
let program: Program['here'];
beforeAll(async () => {
  built = await buildProgram();
  program = built.here;
});
afterAll(() => built?.remove());

const asking = [
  ['series'],
  ['reports'],
  ['show', 'X'],
  ['show', 'X', '--repairs'],
  ['search', 'نهر'],
  ['phrase', 'نهر'],
  ['trends', 'نهر'],
  ['recurring', 'X'],
  ['dropped', 'X'],
  ['novelty', 'X'],
  ['variants', 'X'],
  ['compare', 'X', 'Y'],
  ['wording', 'X:1'],
  ['references'],
  ['remove', 'X'],
  ['reindex'],
  ['verify'],
  ['export'],
  ['serve', '--port', '0'],
];

describe.each([
  ['that does not exist', false, asking],
  ['that is empty', true, [['reports'], ['verify'], ['serve', '--port', '0']]],
])('a folder %s', (_, made, commands) => {
  it.each(commands.map((args) => [args]))('siyagha %j', async (args) => {
    const data = join(program.folder, `none-${made}`);
    if (made) mkdirSync(data, { recursive: true });
    const outcome = await program.run(args, { env: { SIYAGHA_DATA: data } });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^siyagha: .+\n$/);
    expect(outcome.stderr).toContain(`${data}: there is no collection here`);
    expect(outcome.stderr).toMatch(/siyagha ingest PATH.*SIYAGHA_DATA/);
    expect(existsSync(data)).toBe(made);
    if (made) expect(readdirSync(data)).toEqual([]);
  });

  it('a dry run reads and creates nothing', async () => {
    const data = join(program.folder, `none-${made}`);
    const outcome = await program.run(['ingest', cleanSamples[0]!, '--dry-run'], {
      env: { SIYAGHA_DATA: data },
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/^SRO-C\.7-2008-9 {2}\d+ paragraphs/);
    expect(existsSync(data)).toBe(made);
    if (made) expect(readdirSync(data)).toEqual([]);
  });
});

it('a folder with other files is left alone, and ingest creates the collection in it', async () => {
  const data = join(program.folder, 'mine');
  mkdirSync(data);
  writeFileSync(join(data, 'notes.txt'), 'mine');
  const env = { SIYAGHA_DATA: data };
  expect((await program.run(['reports'], { env })).code).toBe(1);
  expect(readdirSync(data)).toEqual(['notes.txt']);
  await program.json(['ingest', cleanSamples[0]!], { env });
  expect(await program.json(['reports'], { env })).toMatchObject({ total: 1 });
  expect(readdirSync(data)).toContain('notes.txt');
});
