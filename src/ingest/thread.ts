/** One thread that parses files, a few given ahead of the one it is at, with a limit on memory and on time. */
import { Worker } from 'node:worker_threads';
import type { CatalogueSeries, ParsedReport } from '../report/index.ts';
import { IngestError } from './document.ts';
import type { ParseOptions } from './parse.ts';

export interface ParserData {
  catalogue: readonly CatalogueSeries[];
  lexicon: ReadonlyMap<string, number>;
}

export interface ParseTask {
  bytes: Uint8Array;
  options: Omit<ParseOptions, 'catalogue' | 'lexicon'>;
}

export type ParseAnswer = { parsed: ParsedReport } | { failed: { code: string; message: string } };

/** A task and who waits for it. */
export interface Job {
  task: ParseTask;
  resolve: (parsed: ParsedReport) => void;
  reject: (error: IngestError) => void;
}

export interface ThreadOptions {
  data: ParserData;
  /** In megabytes. */
  memory: number;
  /** Most milliseconds for a file of so many bytes. */
  time: (bytes: number) => number;
  /** Called after each answer. */
  onAnswer: () => void;
  /** Called once, when the thread ended over a file: what it had been given behind that is to be read by another. */
  onEnd: (rest: Job[]) => void;
}

/**
 * Small files are given ahead, so that the thread does not stand still while the process is storing; a larger one
 * waits for whichever thread is free first.
 */
const aheadBytes = 512 * 1024;

export class ParserThread {
  readonly #options: ThreadOptions;
  readonly #worker: Worker;
  /** In the order given; the thread is at the first. */
  readonly #given: Job[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #error: NodeJS.ErrnoException | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#worker = startWorker(options.data, options.memory);
    this.#worker.on('message', (answer: ParseAnswer) => this.#answer(answer));
    this.#worker.on('error', (error) => {
      this.#error = error;
    });
    // By then all answers that the thread gave have come.
    this.#worker.on('exit', () => this.#end(this.#crash()));
  }

  /** Bytes of what it has been given and not answered. */
  get load(): number {
    return this.#bytes;
  }

  get idle(): boolean {
    return this.#given.length === 0;
  }

  takes({ task }: Job): boolean {
    return this.idle || this.#bytes + task.bytes.length <= aheadBytes;
  }

  give(job: Job): void {
    this.#given.push(job);
    this.#bytes += job.task.bytes.length;
    this.#worker.postMessage(job.task);
    if (this.#given.length === 1) this.#watch();
  }

  async stop(): Promise<void> {
    this.#worker.removeAllListeners();
    clearTimeout(this.#timer);
    await this.#worker.terminate();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const first = this.#given[0];
    if (!first) return;
    const { bytes, options } = first.task;
    const limit = this.#options.time(bytes.length);
    this.#timer = setTimeout(() => {
      const seconds = Math.round(limit / 1000);
      this.#end(
        new IngestError('too_slow', `${options.file} was not read within ${seconds} s: convert or split it`),
      );
    }, limit);
  }

  #answer(answer: ParseAnswer): void {
    const job = this.#given.shift()!;
    this.#bytes -= job.task.bytes.length;
    this.#watch();
    if ('failed' in answer) job.reject(new IngestError(answer.failed.code, answer.failed.message));
    else job.resolve(answer.parsed);
    this.#options.onAnswer();
  }

  /** The thread is not to be trusted with another file. */
  #end(failure: IngestError): void {
    void this.stop();
    const [job, ...rest] = this.#given.splice(0);
    job?.reject(failure);
    this.#options.onEnd(rest);
  }

  #crash(): IngestError {
    const file = this.#given[0]?.task.options.file ?? '';
    const error = this.#error;
    if (!error) return new IngestError('parser_crashed', `reading ${file} ended its thread`);
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') {
      return new IngestError('parser_crashed', `${file} cannot be read: ${error.message}`);
    }
    return new IngestError(
      'out_of_memory',
      `${file} needs more than ${this.#options.memory} MB to be read: convert or split it`,
    );
  }
}

/** In the bundle the worker lies beside; run from source it is TypeScript, which its thread must first learn to load. */
function startWorker(data: ParserData, memory: number): Worker {
  // Nearly all that a file leaves behind is garbage at once: more room for the young makes collecting rarer.
  const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 192 };
  const options = { workerData: data, resourceLimits };
  let worker: Worker;
  if (import.meta.url.endsWith('.ts')) {
    const tsx = import.meta.resolve('tsx/esm/api');
    const source = new URL('./worker.ts', import.meta.url).href;
    const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${source}'); })`;
    worker = new Worker(start, { ...options, eval: true });
  } else worker = new Worker(new URL('./reader-worker.js', import.meta.url), options);
  worker.unref();
  return worker;
}
