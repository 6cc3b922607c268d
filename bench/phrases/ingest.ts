/** A folder of files ingested by the built program into a new collection, compared with reading the files alone. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWatched } from '../processes.ts';
import type { Row } from './lookups.ts';
import { timed } from './timing.ts';

/**
 * `texts`: folder of the files; `scratch`: data folder that is created and removed. Needs the built program, whose
 * process is timed from start to end.
 */
export async function ingestRows(texts: string, scratch: string): Promise<Row[]> {
  const files = readdirSync(texts, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const reading = timed(() =>
    files.reduce((bytes, file) => bytes + readFileSync(join(file.parentPath, file.name)).length, 0),
  );
  rmSync(scratch, { recursive: true, force: true });
  const program = fileURLToPath(new URL('../../bin/siyagha', import.meta.url));
  const run = await runWatched([program, 'ingest', texts, '--json'], {
    SIYAGHA_DATA: scratch,
    SIYAGHA_ENGINE: 'embedded',
  });
  rmSync(scratch, { recursive: true, force: true });
  const { added, failed, took_ms } = JSON.parse(run.stdout) as {
    added: string[];
    failed: unknown[];
    took_ms: number;
  };
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const size = `${files.length} files, ${Math.round(reading.result / 1e6)} MB`;
  const lost = failed.length > 0 ? `, ${failed.length} FAILED` : '';
  const now = `${seconds(run.ms)}; ${Math.round(run.together)} MB`;
  const note = `${added.length} reports${lost}, stored after ${seconds(took_ms)}, ${seconds(run.processor)} of processor; reading the files alone ${seconds(reading.ms)}`;
  return [[`ingest of ${size}: time; peak memory`, '36.9 s; 1,070 MB', '≤ 45 s; ≤ 600 MB', now, note]];
}
