/** A program and the processes that it starts: their peak memory and their processor time. Linux only. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
  ms: number;
  /**
   * Megabytes: the peak of any one process, and of all together at any time, counting shared pages once (proportional
   * set size); NaN on other systems.
   */
  largest: number;
  together: number;
  /** Milliseconds of processor time of all of them. */
  processor: number;
}

interface Seen {
  peak: number;
  processor: number;
}

/** Milliseconds between two samples: what a process did after the last one is missed. */
const interval = 50;
/** The kernel's clock ticks per second: the value of every common system. */
const ticks = 100;

/** Runs `command …args`, by default Node's, to its end, or stops it after this many milliseconds. */
export async function runWatched(
  args: readonly string[],
  env: Record<string, string>,
  { command = process.execPath, limit = 0 }: { command?: string; limit?: number } = {},
): Promise<Ran> {
  const start = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const seen = new Map<number, Seen>();
  let together = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) together = Math.max(together, look(child.pid, seen));
  }, interval);
  const status = await new Promise<number | null>((resolve) => {
    // A command that does not exist, reported as a shell does.
    child.on('error', (error) => {
      err.push(Buffer.from(error.message));
      resolve(127);
    });
    child.on('close', resolve);
  });
  clearInterval(timer);
  const all = [...seen.values()];
  return {
    status,
    stdout: Buffer.concat(out).toString(),
    stderr: Buffer.concat(err).toString(),
    ms: performance.now() - start,
    largest: all.length > 0 ? Math.max(...all.map(({ peak }) => peak)) : Number.NaN,
    together: all.length > 0 ? together : Number.NaN,
    processor: all.reduce((sum, one) => sum + one.processor, 0),
  };
}

/** Megabytes that a process and those it started use now, counting shared pages once. */
export function megabytesOf(pid: number): number {
  return look(pid, new Map());
}

/** Milliseconds of processor time that a process and the running processes it started have used. */
export function processorOf(pid: number): number {
  const seen = new Map<number, Seen>();
  look(pid, seen);
  return [...seen.values()].reduce((sum, { processor }) => sum + processor, 0);
}

/** Records the process and those it started. @returns megabytes, as `megabytesOf` */
function look(pid: number, seen: Map<number, Seen>): number {
  try {
    const megabytes = (file: string, name: string) =>
      Number(
        new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0,
      ) / 1024;
    // After the name, which may contain anything: 11 fields, then user and system time.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    const processor = ((Number(stat[11]) + Number(stat[12])) / ticks) * 1000;
    const before = seen.get(pid);
    // A process that has ended but was not yet waited for has no memory.
    seen.set(pid, {
      peak: Math.max(before?.peak ?? 0, megabytes('status', 'VmHWM')),
      processor: Math.max(before?.processor ?? 0, processor),
    });
    const started = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    );
    return started.reduce((sum, other) => sum + look(Number(other), seen), megabytes('smaps_rollup', 'Pss'));
  } catch {
    // It has ended, or this is not Linux.
    return 0;
  }
}
