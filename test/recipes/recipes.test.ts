/** Each recipe, run against the served samples if its tools are installed, prints what its page shows. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../scripts/documents/commands.ts';
import { type Server, serve } from '../../src/api/index.ts';
import { type Opened, openSamples, projectRoot, shippedSamples } from '../collection/sample-collection.ts';

const recipes = join(projectRoot, 'docs', 'recipes');
const { steps } = commandsOf(readFileSync(join(recipes, 'recipes.md'), 'utf8'));
const python = process.env.PYTHON ?? 'python3';

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
/** What a recipe's first word needs; what is missing, or null. */
const missing: Record<string, () => string | null> = {
  bash: () => ['bash', 'curl', 'jq'].find((tool) => !works(tool, '--version')) ?? null,
  python3: () => (works(python, '-c', 'import pandas') ? null : 'pandas (PYTHON names another python3)'),
  Rscript: () => (works('Rscript', '--version') ? null : 'Rscript'),
  node: () => null,
};

let opened: Opened;
let server: Server;
let folder: string;
beforeAll(async () => {
  opened = await openSamples({}, shippedSamples);
  server = await serve({ ...opened, log: pino({ level: 'silent' }) }, { port: 0, host: '127.0.0.1' });
  folder = join(opened.folder, 'recipes');
  cpSync(recipes, folder, { recursive: true });
  // As installed by `npm install siyagha`.
  const installed = join(folder, 'node_modules', 'siyagha');
  mkdirSync(installed, { recursive: true });
  const manifest = { name: 'siyagha', type: 'module', exports: { './client': './client.js' } };
  writeFileSync(join(installed, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [join(projectRoot, 'src', 'client', 'index.ts')],
    outfile: join(installed, 'client.js'),
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  });
});
afterAll(async () => {
  await server?.close();
  await opened?.close();
});

/** Not `spawnSync`, because this process is the server that answers. */
function run(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, SIYAGHA_URL: server.url, PYTHONUTF8: '1', LC_ALL: 'C.UTF-8' };
    const child = spawn('bash', ['-c', command.replace(/^python3 /, `'${python}' `)], { cwd: folder, env });
    const [out, err]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out!.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err!.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out!).toString(), stderr: Buffer.concat(err!).toString() }),
    );
  });
}

it('shows every existing recipe', () => {
  const files = readdirSync(recipes).filter((name) => !name.endsWith('.md'));
  expect(steps.map(({ command }) => command.split(' ')[1]).sort()).toEqual(files.sort());
});

const hasBash = works('bash', '--version');
describe('prints what its page shows', () => {
  for (const { command, output } of steps) {
    const lacking = hasBash ? missing[command.split(' ')[0]!]!() : 'bash';
    if (lacking) console.log(`${command}: not run, there is no ${lacking}`);
    it.skipIf(lacking !== null)(command, async () => {
      expect(await run(command)).toEqual({ code: 0, stdout: output, stderr: '' });
    });
  }
});
