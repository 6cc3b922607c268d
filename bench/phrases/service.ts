/** Servers that a measurement starts and stops. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Service {
  process: ChildProcess;
  /** Its address. */
  base: string;
}

/** The built program, serving a data folder with the embedded engine. */
export function startProgram(data: string, env: Record<string, string> = {}): Promise<Service> {
  const program = fileURLToPath(new URL('../../bin/siyagha', import.meta.url));
  const all = { SIYAGHA_DATA: data, SIYAGHA_ENGINE: 'embedded', ...env };
  return started([program, 'serve', '--port', '0'], all);
}

/** Starts a server that prints its address. */
export async function started(args: readonly string[], env: Record<string, string>): Promise<Service> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
    if (found) return { process: child, base: found[0] };
  }
  throw new Error(`${args.at(-1)} ended before it served: ${printed}`);
}

export async function ended({ process: child }: Service): Promise<void> {
  child.kill('SIGINT');
  if (child.exitCode === null) await once(child, 'exit');
}
