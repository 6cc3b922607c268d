/** The program in a separate process, whose output is read by another that may stop early. */
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanSamples } from '../collection/sample-collection.ts';
import { buildProgram, type Program } from './program.ts';

const last = 'SRO-C.7-2022-9';

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
  await program.json(['ingest', ...cleanSamples]);
});
afterAll(() => program?.remove());

it.each([[['show', last]], [['export']], [['recurring', last, '--limit', '1000', '--json']]])(
  '%j does not crash if its reader stops early',
  async (args) => {
    const child = program.start(args);
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    await once(child.stdout!, 'data');
    child.stdout!.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect(stderr).toBe('');
    expect(code).toBe(0);
  },
);

it('verify and reindex find no problem', async () => {
  const verified = await program.json<{ checked: object; problems: object[] }>(['verify']);
  expect(verified.problems).toEqual([]);
  expect(verified.checked).toMatchObject({ reports: 8 });
  expect(await program.json(['reindex'])).toMatchObject({ reports: 8 });
  expect((await program.json<{ problems: object[] }>(['verify'])).problems).toEqual([]);
});
