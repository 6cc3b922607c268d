/** One process that parses files, with a few queued ahead, and with limits on memory and time. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CatalogueSeries, ParsedReport } from '../report/index.ts';
import { IngestError } from './document.ts';
import type { ParseOptions } from './parse.ts';

export interface ParserData {
  catalogue: readonly CatalogueSeries[];
  lexicon: ReadonlyMap<string, number>;
  /** How scanned pages are read; default `off`. */
  ocr?: ParseOptions['ocr'];
}

export type TaskOptions = Omit<ParseOptions, 'catalogue' | 'lexicon' | 'ocr' | 'onPage'> & {
  maxBytes?: number | undefined;
};

export interface ParseTask {
  /** Path of the file: the child reads it, so that its bytes need not be sent between processes. */
  path: string;
  options: TaskOptions;
}

/** What the child is sent: first what all files share, then one task after the other. */
export type ToParser = { data: ParserData; memory: number } | ParseTask;

/** `used`: the child's memory after the file, in megabytes. */
export type ParseAnswer = { used: number } & (
  | { parsed: ParsedReport }
  | { failed: { code: string; message: string } }
);

/** This many of the pages to be recognised are done: the time limit for the file restarts. */
export interface PageDone {
  done: number;
  pages: number;
}

export type FromParser = 'ready' | PageDone | ParseAnswer;

/** A task and its waiting caller. */
export interface Job {
  task: ParseTask;
  /** Bytes of the file. */
  size: number;
  /** A child was killed from outside while reading this file. */
  again?: boolean;
  onPage?: ((done: number, pages: number) => void) | undefined;
  resolve: (parsed: ParsedReport) => void;
  reject: (error: IngestError) => void;
}

export interface ChildOptions {
  data: ParserData;
  /** In megabytes. */
  memory: number;
  /** Maximum milliseconds for a file of this many bytes. */
  time: (bytes: number) => number;
  /** Called after each answer. */
  onAnswer: () => void;
  /** Called once, when the child has ended or takes no more tasks, with the tasks it had not processed. */
  onEnd: (rest: Job[]) => void;
}

/**
 * Small files are queued ahead, so that the child is not idle while this process is storing; a larger one waits for
 * whichever child is free first.
 */
const aheadBytes = 512 * 1024;

/** Starting takes a fraction of a second; on a busy machine it may take longer. */
const startTime = 60_000;

/** What a child prints to stderr when it runs out of memory: V8's own message, or `outgrown` from the watchdog. */
export const outgrown = 'siyagha: more memory than allowed';
const outOfMemory = [outgrown, 'JavaScript heap out of memory', 'Array buffer allocation failed'];

/** Sent by a person or by the system, not caused by what the file made the child do. */
const fromOutside = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']);

export class ParserChild {
  readonly #options: ChildOptions;
  readonly #process: ChildProcess;
  /** In order; the child is processing the first. */
  readonly #given: Job[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #ready = false;
  #ended = false;
  /** The end of its stderr output. */
  #said = '';

  constructor(options: ChildOptions) {
    this.#options = options;
    this.#process = startProcess(options.memory);
    const { stderr } = this.#process;
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-20_000);
    });
    this.#process.on('message', (message: FromParser) => {
      if (message === 'ready') this.#started();
      else if ('pages' in message) this.#page(message);
      else this.#answer(message);
    });
    this.#process.on('error', (error) => this.#end(this.#notStarted(error.message)));
    // By then all answers of the child have arrived.
    this.#process.on('close', (code, signal) => this.#died(code, signal));
    this.#send({ data: options.data, memory: residentLimit(options.memory) });
    // An idle child does not keep this process alive; a busy one does, by its timer.
    this.#process.unref();
    this.#process.channel?.unref();
    (stderr as unknown as { unref?: () => void } | null)?.unref?.();
  }

  /** Bytes of the tasks it has been given and not answered. */
  get load(): number {
    return this.#bytes;
  }

  /** null if the process could not be started. */
  get pid(): number | null {
    return this.#process.pid ?? null;
  }

  get idle(): boolean {
    return this.#given.length === 0;
  }

  takes({ size }: Job): boolean {
    return this.idle || this.#bytes + size <= aheadBytes;
  }

  give(job: Job): void {
    this.#given.push(job);
    this.#bytes += job.size;
    this.#send(job.task);
    if (this.#given.length === 1) this.#watch();
  }

  /** Ends the process; resolves when it has exited. */
  async stop(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    const child = this.#process;
    if (child.pid === undefined) return;
    const gone = child.exitCode !== null || child.signalCode !== null;
    if (!gone) child.ref();
    const exit = gone ? null : new Promise((resolve) => child.once('exit', resolve));
    endGroup(child.pid, () => child.kill('SIGKILL'));
    await exit;
  }

  #send(message: ToParser): void {
    // If the child has died meanwhile, its exit reports it.
    this.#process.send(message, () => {});
  }

  #started(): void {
    this.#ready = true;
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const first = this.#given[0];
    if (!first || this.#ended) return;
    const limit = this.#options.time(first.size);
    const { file } = first.task.options;
    this.#timer = setTimeout(
      () => {
        const seconds = Math.round(limit / 1000);
        const slow = `${file} was not read within ${seconds} s: convert or split it`;
        this.#end(new IngestError('too_slow', slow));
      },
      this.#ready ? limit : limit + startTime,
    );
  }

  #page({ done, pages }: PageDone): void {
    if (this.#ended) return;
    this.#watch();
    this.#given[0]?.onPage?.(done, pages);
  }

  #answer(answer: ParseAnswer): void {
    if (this.#ended) return;
    const job = this.#given.shift()!;
    this.#bytes -= job.size;
    this.#watch();
    if ('failed' in answer) job.reject(new IngestError(answer.failed.code, answer.failed.message));
    else job.resolve(answer.parsed);
    // Otherwise the next file would be blamed for the memory that a large one left in use.
    if (answer.used > residentLimit(this.#options.memory) / 2) this.#end(null);
    else this.#options.onAnswer();
  }

  #died(code: number | null, signal: NodeJS.Signals | null): void {
    const first = this.#given[0];
    const outside = signal !== null && fromOutside.has(signal);
    const outgrew = outOfMemory.some((words) => this.#said.includes(words));
    if (first && outside && !outgrew && !first.again) {
      first.again = true;
      this.#end(null);
    } else this.#end(first ? this.#causeOf(first, outgrew, outside, signal ?? `exit code ${code}`) : null);
  }

  #causeOf(job: Job, outgrew: boolean, outside: boolean, how: string): IngestError {
    const { file } = job.task.options;
    if (outgrew) {
      const message = `${file} needs more than ${this.#options.memory} MB to be read: convert or split it`;
      return new IngestError('too_much_memory', message);
    }
    if (!this.#ready) return this.#notStarted(this.#said.trim().split('\n').at(-1) || how);
    return new IngestError(
      'parser_died',
      outside
        ? `the process that was reading ${file} was ended from outside twice (${how}): find out what ends it, then ingest the file again`
        : `the process that was reading ${file} crashed (${how}): the file is damaged; download it again, or convert it`,
    );
  }

  #notStarted(reason: string): IngestError {
    const file = this.#given[0]?.task.options.file ?? '';
    return new IngestError(
      'parser_died',
      `the process that was to read ${file} could not be started (${reason})`,
    );
  }

  /** The child must not get another file. `failure` is for the file it is processing. */
  #end(failure: IngestError | null): void {
    if (this.#ended) return;
    void this.stop();
    const rest = this.#given.splice(0);
    if (failure) rest.shift()?.reject(failure);
    this.#options.onEnd(rest);
  }
}

/**
 * Maximum total memory of a child in megabytes if V8's heap may have `memory`: young objects, the program's own code,
 * and what libraries keep outside the heap.
 */
const residentLimit = (memory: number): number => memory + 700;

/** Windows has no process groups, and would open a window. */
const grouped = process.platform !== 'win32';

/** Ends a process and what it has started: a Tesseract that is reading a page. */
function endGroup(pid: number, alone: () => void): void {
  try {
    if (grouped) process.kill(-pid, 'SIGKILL');
    else alone();
  } catch {
    // It has exited already.
    alone();
  }
}

/**
 * In the bundle, the program is a file next to this one; run from source it is TypeScript, which its process must first
 * learn to load.
 */
function startProcess(memory: number): ChildProcess {
  const source = import.meta.url.endsWith('.ts');
  return fork(fileURLToPath(new URL(source ? './worker.ts' : './reader-worker.js', import.meta.url)), [], {
    serialization: 'advanced',
    // Its own process group, which is ended as a whole.
    detached: grouped,
    execArgv: [
      `--max-old-space-size=${memory}`,
      '--no-warnings',
      ...(source ? ['--import', import.meta.resolve('tsx')] : []),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}
