/** The command line program as its users run it: bundled as the build does, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../scripts/bundle.mjs';
import { projectRoot, temporaryFolder } from '../collection/sample-collection.ts';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** Settings; `SIYAGHA_DATA` is the program's own folder unless given. */
  env?: Record<string, string>;
  input?: string | Uint8Array;
  cwd?: string;
}

export interface Program {
  /** The built program, for `node`. */
  file: string;
  /** For files of the test. */
  folder: string;
  data: string;
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** @throws Error where the exit code is not 0 or the output no JSON. */
  json<T>(args: readonly string[], options?: RunOptions): Promise<T>;
  start(args: readonly string[], options?: RunOptions): ChildProcess;
  remove(): void;
}

/** The bundle lies under node_modules, where it finds SQLite's package and the `config` folder. */
export async function buildProgram(): Promise<Program> {
  const outdir = join(projectRoot, 'node_modules', '.cache', `siyagha-test-${process.pid}`);
  await bundle(outdir);
  const { folder, remove } = temporaryFolder();
  const data = join(folder, 'data');
  const start = (args: readonly string[], { env = {}, cwd = folder }: RunOptions = {}) => {
    const { PATH, HOME, TMPDIR } = process.env;
    const own = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value));
    return spawn(process.execPath, [join(outdir, 'siyagha.js'), ...args], {
      cwd,
      env: { ...own, SIYAGHA_DATA: data, ...env } as NodeJS.ProcessEnv,
    });
  };
  const run = (args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const child = start(args, options);
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
      );
      child.stdin.on('error', () => {});
      child.stdin.end(options.input ?? '');
    });
  return {
    file: join(outdir, 'siyagha.js'),
    folder,
    data,
    run,
    start,
    async json<T>(args: readonly string[], options?: RunOptions) {
      const { code, stdout, stderr } = await run([...args, '--json'], options);
      if (code !== 0) throw new Error(`siyagha ${args.join(' ')}: exit ${code}: ${stderr}`);
      return JSON.parse(stdout) as T;
    },
    remove() {
      rmSync(outdir, { recursive: true, force: true });
      remove();
    },
  };
}
