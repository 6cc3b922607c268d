/** Runs a command line of the built program in this process, with its own streams, settings and folder. */
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { run } from '../../src/cli/run.ts';
import type { Outcome } from './program.ts';

interface Surroundings {
  env: NodeJS.ProcessEnv;
  input: string | Uint8Array;
  cwd: string;
}

/** A call waits until the one before has ended: a process has only one of each of these. */
let last: Promise<unknown> = Promise.resolve();

/** @param built folder of the bundle */
export function runHere(built: string, args: readonly string[], around: Surroundings): Promise<Outcome> {
  const outcome = last.then(() => inSurroundings(built, args, around));
  last = outcome.catch(() => {});
  return outcome;
}

async function inSurroundings(
  built: string,
  args: readonly string[],
  { env, input, cwd }: Surroundings,
): Promise<Outcome> {
  const program = (await import(pathToFileURL(join(built, 'run.js')).href)) as { run: typeof run };
  const out = collecting();
  const err = collecting();
  const streams = { stdin: Readable.from([Buffer.from(input)]), stdout: out.stream, stderr: err.stream };
  const before = { cwd: process.cwd(), env: process.env, exitCode: process.exitCode };
  const streamsBefore = Object.keys(streams).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name)!] as const,
  );
  for (const [name, value] of Object.entries(streams)) {
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true });
  }
  process.chdir(cwd);
  process.env = env;
  process.exitCode = undefined;
  try {
    await program.run(args);
    return { code: Number(process.exitCode ?? 0), stdout: out.text(), stderr: err.text() };
  } finally {
    for (const [name, descriptor] of streamsBefore) Object.defineProperty(process, name, descriptor);
    process.chdir(before.cwd);
    process.env = before.env;
    process.exitCode = before.exitCode;
  }
}

function collecting() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
