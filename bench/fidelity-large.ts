/**
 * Pages a second and the most memory of the program reading a PDF of 1,000 pages, and one of 100 beside it: flat
 * memory grows by what the text itself takes. `npx tsx bench/fidelity-large.ts`; needs `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyPages } from './fidelity/many-pages.ts';

const folder = fileURLToPath(new URL('../../shared/data/rendered-pairs/', import.meta.url));
const program = fileURLToPath(new URL('../bin/siyagha', import.meta.url));

/** Says at the end how much memory the process had at most, in kilobytes. */
const report = `data:text/javascript,process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))`;

function measure(source: Uint8Array, pages: number, scratch: string): void {
  const file = join(scratch, `${pages}.pdf`);
  writeFileSync(file, manyPages(source, pages));
  const from = performance.now();
  const args = ['--import', report, program, 'ingest', '--dry-run', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, SIYAGHA_DATA: join(scratch, 'data') },
  });
  const seconds = (performance.now() - from) / 1000;
  if (status !== 0) throw new Error(`reading ${pages} pages failed: ${stderr}`);
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  console.log(
    `${pages} pages: ${stdout.trim().split(/\s{2,}/u)[1]}; ${seconds.toFixed(1)} s with start, ${(pages / seconds).toFixed(0)} pages/s, at most ${peak.toFixed(0)} MB`,
  );
}

if (!existsSync(folder)) console.log('skipped: ../shared/data/rendered-pairs is not here');
else {
  const files = readdirSync(folder).filter((name) => /(?<!\.chrome)\.pdf$/u.test(name));
  const sizes = files.map((name) => readFileSync(join(folder, name)));
  const longest = sizes.reduce((best, bytes) => (bytes.length > best.length ? bytes : best));
  const scratch = mkdtempSync(join(tmpdir(), 'siyagha-large-'));
  try {
    for (const pages of [100, 1000, 2000]) measure(longest, pages, scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
