/**
 * Writes `samples/reports` from `samples/source`. Run `npx tsx scripts/samples.ts` after changing a source; a test
 * fails if the files are out of date.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderAll } from './samples/render.ts';
import { loadReports, root } from './samples/source.ts';

const files = await renderAll(loadReports());
for (const [path, bytes] of files) {
  const target = join(root, 'samples', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(`${path}\t${bytes.length} bytes`);
}
