/** `siyagha completions SHELL`, loaded in the shells that are installed: a tab offers what the program has. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bash } from '../../src/cli/completions/bash.ts';
import { fish } from '../../src/cli/completions/fish.ts';
import { shells, wordsOf } from '../../src/cli/completions/words.ts';
import { zsh } from '../../src/cli/completions/zsh.ts';
import { siyagha } from '../../src/cli/program.ts';
import { temporaryFolder } from '../collection/sample-collection.ts';
import { installed, offered } from './shells.ts';

const [whole, ...commands] = wordsOf(siyagha());
const scripts = { bash, fish, zsh };
const optionsOf = (name: string) =>
  commands.find((command) => command.name === name)!.options.map((option) => option.names.at(-1)!);

const { folder, remove } = temporaryFolder();
beforeAll(() => {
  mkdirSync(join(folder, 'reports-2016'));
  writeFileSync(join(folder, 'reports.csv'), '');
});
afterAll(remove);

it('knows every command and option of the program', () => {
  expect(commands.map(({ name }) => name)).toEqual([
    ...siyagha().commands.map((command) => command.name()),
    'help',
  ]);
  expect(whole.options.flatMap(({ names }) => names)).toEqual(['-V', '--version', '-h', '--help']);
  expect(optionsOf('search')).toContain('--year-from');
  for (const { name, options } of commands) {
    for (const { names, description } of options) expect(description, `${name} ${names}`).not.toBe('');
  }
});

describe.each(shells)('%s', (shell) => {
  const there = installed(shell);
  if (!there) console.log(`${shell} is not installed: its completions are not tried`);
  const tab = (line: string) => offered[shell](folder, scripts[shell](wordsOf(siyagha())), line).sort();

  // zsh completes in a terminal; keys typed while a busy machine is still drawing the prompt may be lost.
  const options = shell === 'zsh' ? { retry: 3 } : {};

  it.skipIf(!there).each([
    ['siyagha sea', ['search']],
    ['siyagha se', commands.map(({ name }) => name).filter((name) => name.startsWith('se'))],
    ['siyagha search --match ', ['exact', 'folded', 'stem']],
    ['siyagha search --match fo', ['folded']],
    ['siyagha search --match=fo', ['folded']],
    ['siyagha phrase word --kind h', ['heading']],
    ['siyagha search --year', ['--year-from', '--year-to']],
    ['siyagha search --limit ', []],
    ['siyagha ingest reports', ['reports-2016', 'reports.csv']],
    ['siyagha ingest x --manifest reports.', ['reports.csv']],
    ['siyagha recurring ', []],
    ['siyagha completions ', ['bash', 'fish', 'zsh']],
    ['siyagha help nov', ['novelty']],
  ])('%j', options, (line, expected) => {
    const got = tab(line).map((each) => each.replace(/^--match=/, ''));
    expect(got).toEqual([...expected].sort());
  });

  it.skipIf(!there)('offers every option of a command', options, () => {
    expect(tab('siyagha recurring --')).toEqual(expect.arrayContaining(optionsOf('recurring')));
  });
});
