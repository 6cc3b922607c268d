/** The README is true: every command in it is run, and what it shows is the whole of what is printed. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siyagha } from '../../src/cli/program.ts';
import { buildProgram, type Program } from '../cli/program.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((found) => found[1]!);

/** `$ command` and the lines under it. */
const shown = blocks('console').flatMap((block) =>
  block.split(/^\$ /m).flatMap((part) => {
    const end = part.indexOf('\n');
    return end < 1 ? [] : [{ command: part.slice(0, end), output: part.slice(end + 1) }];
  }),
);
const lines = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line !== ''));
const scripts = lines.filter((line) => line.startsWith('npm '));
const commands = lines.filter((line) => !line.startsWith('npm '));

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
if (!hasBash) console.log("bash is not installed: the README's commands are not run");

let program: Program;
/** A folder like a checkout: `bin/siyagha`, also found as `siyagha`, and the sample reports as somebody's own. */
let checkout: string;
const run = (line: string) => {
  const path = `${join(checkout, 'bin')}:${process.env.PATH}`;
  const environment = { HOME: process.env.HOME, PATH: path };
  return spawn('bash', ['-c', line], { cwd: checkout, env: environment, detached: true });
};
const outcome = (line: string) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = run(line);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

beforeAll(async () => {
  program = await buildProgram();
  checkout = join(program.folder, 'checkout');
  mkdirSync(join(checkout, 'bin'), { recursive: true });
  cpSync(join(projectRoot, 'samples', 'reports'), join(checkout, 'reports'), { recursive: true });
  const script = `#!/usr/bin/env bash\nexec '${process.execPath}' '${program.file}' "$@"\n`;
  writeFileSync(join(checkout, 'bin', 'siyagha'), script, { mode: 0o755 });
});
afterAll(() => program?.remove());

it('names scripts that there are', () => {
  const { scripts: known } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = scripts.flatMap((line) => [...line.matchAll(/npm run ([\w:]+)/g)].map((found) => found[1]!));
  expect(named).toEqual(['demo', 'check']);
  for (const name of named) expect(known[name], name).toBeTruthy();
});

describe('its commands', () => {
  it('are some to run', () => {
    expect(commands.length).toBeGreaterThan(5);
    expect(commands[0]).toMatch(/^\.\/bin\/siyagha ingest/);
    expect(shown.length).toBeGreaterThan(0);
  });

  const serving = (line: string) => / serve\b/.test(line);
  it.skipIf(!hasBash).each(commands.filter((line) => !serving(line)))('%s', async (line) => {
    const { code, stderr, stdout } = await outcome(line);
    expect({ code, stderr: stderr.replaceAll(/^siyagha: warning: .*\n/gm, '') }).toEqual({
      code: 0,
      stderr: '',
    });
    if (!line.startsWith('eval')) expect(stdout).not.toBe('');
  });

  it.skipIf(!hasBash).each(commands.filter(serving))('%s', async (line) => {
    const child = run(`PORT=0 ${line.replace(/ *#.*/, '')}`);
    const closed = new Promise((resolve) => child.on('close', resolve));
    try {
      const [said] = await new Promise<[string]>((resolve, reject) => {
        child.stdout.once('data', (chunk: Buffer) => resolve([chunk.toString()]));
        child.once('close', () => reject(new Error(`${line} ended`)));
      });
      const url = /http:\/\/[^\s,]+/.exec(said)![0];
      expect((await fetch(`${url}/v1/reports`)).status).toBe(200);
    } finally {
      process.kill(-child.pid!, 'SIGTERM');
      await closed;
    }
  });
});

describe('what it shows', () => {
  it.skipIf(!hasBash).each(shown)('$command', async ({ command, output }) => {
    expect(await outcome(command)).toEqual({ code: 0, stdout: output, stderr: '' });
  });
});

describe('what it lists', () => {
  it('has every command of the program', () => {
    for (const { name } of siyagha().commands.map((command) => ({ name: command.name() }))) {
      expect(readme, name).toMatch(new RegExp(`\`[^\`]*\\b${name}\\b`));
    }
  });

  it('has every setting of the configuration', () => {
    const file = readFileSync(join(projectRoot, 'config', 'settings.json'), 'utf8');
    for (const name of Object.keys(JSON.parse(file) as object)) expect(readme).toContain(`\`${name}\``);
  });

  it('links to files that there are', () => {
    for (const [, link] of readme.matchAll(/\]\(([^)#:]+)\)/g)) {
      expect(existsSync(join(projectRoot, link!)), link).toBe(true);
    }
  });
});
