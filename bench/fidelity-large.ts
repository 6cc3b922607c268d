/**
 * Pages per second and peak memory of the program reading a PDF of 1,000 pages, and one of 100 for comparison: memory
 * should grow only by the text itself. `npx tsx bench/fidelity-large.ts`; needs `npm run build`.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyPages } from './fidelity/many-pages.ts';
import { runWatched } from './processes.ts';

const folder = fileURLToPath(new URL('../../shared/data/rendered-pairs/', import.meta.url));
const program = fileURLToPath(new URL('../bin/siyagha', import.meta.url));

async function measure(source: Uint8Array, pages: number, scratch: string): Promise<void> {
  const file = join(scratch, `${pages}.pdf`);
  writeFileSync(file, manyPages(source, pages));
  const args = [program, 'ingest', '--dry-run', file];
  const ran = await runWatched(args, { SIYAGHA_DATA: join(scratch, 'data') });
  if (ran.status !== 0) throw new Error(`reading ${pages} pages failed: ${ran.stderr}`);
  const seconds = ran.ms / 1000;
  console.log(
    `${pages} pages: ${ran.stdout.trim().split(/\s{2,}/u)[1]}; ${seconds.toFixed(1)} s including start-up, ${(pages / seconds).toFixed(0)} pages/s, at most ${ran.largest.toFixed(0)} MB in one process and ${ran.together.toFixed(0)} MB in all`,
  );
}

if (!existsSync(folder)) console.log('skipped: ../shared/data/rendered-pairs is missing');
else {
  const files = readdirSync(folder).filter((name) => /(?<!\.chrome)\.pdf$/u.test(name));
  const sizes = files.map((name) => readFileSync(join(folder, name)));
  const longest = sizes.reduce((best, bytes) => (bytes.length > best.length ? bytes : best));
  const scratch = mkdtempSync(join(tmpdir(), 'siyagha-large-'));
  try {
    for (const pages of [100, 1000, 2000]) await measure(longest, pages, scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
