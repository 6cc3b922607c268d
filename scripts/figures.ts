/**
 * Runs every script of a kind, one after the other, and writes a page of figures for each in docs/figures:
 *
 *     npm run bench [-- NAME…]      speed and memory, against baselines in the same run
 *     npm run eval [-- NAME…]       quality
 *
 * With names, only those run (`npm run bench -- normalize compare`). The exit code is 1 if one fails; its page is kept
 * as it was. Figures of constructed data (`bench/data.ts`) have pages of their own.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onConstructed } from '../bench/data.ts';
import { loadNow, pageOf } from './figures/page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
  version: string;
};
const [kind, ...names] = process.argv.slice(2);
const all = Object.keys(scripts).filter((name) => name.startsWith(`${kind}:`));
const wanted = names.length === 0 ? all : names.map((name) => `${kind}:${name}`);
const unknown = wanted.filter((name) => !all.includes(name));
if (all.length === 0 || unknown.length > 0) {
  process.stderr.write(`no such script: ${unknown.join(', ')}; there are ${all.join(', ')}\n`);
  process.exit(2);
}

const folder = `${root}docs/figures`;
mkdirSync(folder, { recursive: true });
for (const script of wanted) {
  console.log(`\n${script}`);
  const before = loadNow();
  const began = performance.now();
  const { code, output } = await run(script);
  if (code !== 0) {
    process.stderr.write(`${script} failed with exit code ${code}\n`);
    process.exitCode = 1;
    continue;
  }
  const seconds = (performance.now() - began) / 1000;
  const page = pageOf({ script, output, load: [before, loadNow()], seconds }, version);
  const name = script.replace(':', '-') + (onConstructed ? '-constructed' : '');
  writeFileSync(`${folder}/${name}.md`, page);
}

/** Its output is also shown as it arrives. */
function run(script: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}
