/**
 * Pages per second and peak memory of the program reading a PDF of 1,000 pages, and one of 100 for comparison: memory
 * should grow only by the text itself. `npx tsx bench/fidelity-large.ts`; needs `npm run build`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyPages } from './fidelity/many-pages.ts';
import { renderedPairs } from './fidelity/pairs.ts';
import { runWatched } from './processes.ts';

const program = fileURLToPath(new URL('../bin/siyagha', import.meta.url));
const built = fileURLToPath(new URL('../dist/siyagha.js', import.meta.url));

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

const { data, files } = await renderedPairs();
console.log(`data: the longest of ${data}`);
const sources = files('pdf').map((file) => readFileSync(file));
if (sources.length === 0) console.log('skipped: many pages need LibreOffice, which is not installed');
else if (!existsSync(built)) console.log('skipped: many pages need `npm run build`');
else {
  const longest = sources.reduce((best, bytes) => (bytes.length > best.length ? bytes : best));
  const scratch = mkdtempSync(join(tmpdir(), 'siyagha-large-'));
  try {
    for (const pages of [100, 1000, 2000]) await measure(longest, pages, scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
