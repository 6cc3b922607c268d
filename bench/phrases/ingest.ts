/** A folder of files read by the built program into a new collection, beside reading the files alone. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWatched } from '../processes.ts';
import type { Row } from './lookups.ts';
import { timed } from './timing.ts';

/**
 * `texts`: folder of the files; `scratch`: data folder that is made and taken away. Needs the built program, whose
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
  return [
    [
      `ingest of ${size}, indexes and all`,
      '≤ 60 s',
      seconds(run.ms),
      '',
      `reading the files alone ${seconds(reading.ms)}`,
    ],
    ['of which until all is stored', '', seconds(took_ms), '', `${added.length} reports${lost}`],
    ['processor time of all its processes', '', seconds(run.processor), '', ''],
    [
      'peak memory of its largest process',
      '≤ 1.5 GB',
      `${Math.round(run.largest)} MB`,
      '',
      `all together ${Math.round(run.together)} MB`,
    ],
  ];
}
