/** The command line program as its users get it: bundled as the build does, in a separate process or in this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { builtProgram } from '../built.ts';
import { temporaryFolder } from '../collection/sample-collection.ts';
import { runHere } from './run-here.ts';

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
  /** In a separate process. */
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** @throws Error if the exit code is not 0 or the output is not JSON */
  json<T>(args: readonly string[], options?: RunOptions): Promise<T>;
  start(args: readonly string[], options?: RunOptions): ChildProcess;
  /**
   * The same program with `run` and `json` in this process, one after the other: starting Node takes longer than most
   * commands. `in-process.test.ts` checks that both give the same output.
   */
  here: Pick<Program, 'folder' | 'data' | 'run' | 'json'>;
  remove(): void;
}

export async function buildProgram(): Promise<Program> {
  const built = await builtProgram();
  const { folder, remove } = temporaryFolder();
  const data = join(folder, 'data');
  const environment = (given: Record<string, string> = {}) => {
    const { PATH, HOME, TMPDIR } = process.env;
    const own = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value));
    return { ...own, SIYAGHA_DATA: data, ...given } as NodeJS.ProcessEnv;
  };
  const start = (args: readonly string[], { env, cwd = folder }: RunOptions = {}) =>
    spawn(process.execPath, [join(built, 'siyagha.js'), ...args], { cwd, env: environment(env) });
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
  const here = (args: readonly string[], { env, input = '', cwd = folder }: RunOptions = {}) =>
    runHere(built, args, { env: environment(env), input, cwd });
  return {
    file: join(built, 'siyagha.js'),
    folder,
    data,
    run,
    start,
    json: jsonOf(run),
    here: { folder, data, run: here, json: jsonOf(here) },
    remove,
  };
}

function jsonOf(run: Program['run']): Program['json'] {
  return async <T>(args: readonly string[], options?: RunOptions) => {
    const { code, stdout, stderr } = await run([...args, '--json'], options);
    if (code !== 0) throw new Error(`siyagha ${args.join(' ')}: exit ${code}: ${stderr}`);
    return JSON.parse(stdout) as T;
  };
}
