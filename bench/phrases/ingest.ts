/** A folder of files read by the built program into a new collection, beside reading the files alone. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './lookups.ts';
import { timed } from './timing.ts';

/** Said on stderr by the program's main thread when it ends. */
const usage =
  "import { isMainThread } from 'node:worker_threads';" +
  "if (isMainThread) process.on('exit', () => console.error('usage ' + JSON.stringify(process.resourceUsage())));";

/**
 * `texts`: folder of the files; `scratch`: data folder that is made and taken away. Needs the built program, whose
 * process is timed from start to end.
 */
export function ingestRows(texts: string, scratch: string): Row[] {
  const files = readdirSync(texts, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const reading = timed(() =>
    files.reduce((bytes, file) => bytes + readFileSync(join(file.parentPath, file.name)).length, 0),
  );
  rmSync(scratch, { recursive: true, force: true });
  const program = fileURLToPath(new URL('../../bin/siyagha', import.meta.url));
  const preload = `data:text/javascript,${encodeURIComponent(usage)}`;
  const run = timed(() =>
    spawnSync(process.execPath, ['--import', preload, program, 'ingest', texts, '--json'], {
      env: { ...process.env, SIYAGHA_DATA: scratch, SIYAGHA_ENGINE: 'embedded' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  );
  rmSync(scratch, { recursive: true, force: true });
  const { added, failed, took_ms } = JSON.parse(run.result.stdout) as {
    added: string[];
    failed: unknown[];
    took_ms: number;
  };
  const used = JSON.parse(/usage (\{.*\})/.exec(run.result.stderr)![1]!) as NodeJS.ResourceUsage;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const size = `${files.length} files, ${Math.round(reading.result / 1e6)} MB`;
  const lost = failed.length > 0 ? `, ${failed.length} FAILED` : '';
  const processor = (used.userCPUTime + used.systemCPUTime) / 1000;
  return [
    [
      `ingest of ${size}, indexes and all`,
      '≤ 60 s',
      seconds(run.ms),
      '',
      `reading the files alone ${seconds(reading.ms)}`,
    ],
    ['of which until all is stored', '', seconds(took_ms), '', `${added.length} reports${lost}`],
    ['processor time of that process', '', seconds(processor), '', ''],
    ['peak memory of that process', '≤ 1.5 GB', `${Math.round(used.maxRSS / 1024)} MB`, '', ''],
  ];
}
